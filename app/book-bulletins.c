/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/bulletin-reader.h"
#include "store/bulletins.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DuiBook *book;
  const char *indicator;
  const DuiBulletinDraft *draft;
  const DuiOccasion *occasion;
  DuiPeriod period;
  gint64 id;
} Request;

static DuiIndicator *
find_indicator (DuiCatalog *catalog,
                const char *code,
                GError **error)
{
  DuiIndicator *indicator = dui_catalog_get_indicator (catalog, code);

  if (indicator == NULL)
    g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND,
                         _ ("The book has no such place or indicator. Choose one of those that "
                            "it has."));
  return indicator;
}

static gpointer
issue (DuiConnection *connection,
       gpointer input,
       GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);
  DuiIndicator *indicator
      = catalog ? find_indicator (catalog, request->indicator, error) : NULL;

  return indicator
                 && dui_bulletins_run (connection, catalog, indicator, request->draft,
                                       request->occasion, error)
             ? connection
             : NULL;
}

gboolean
dui_book_issue_bulletin (DuiBook *self,
                         const char *indicator,
                         const DuiBulletinDraft *draft,
                         const DuiOccasion *occasion,
                         GError **error)
{
  Request request = { self, indicator, draft, occasion, DUI_PERIOD_NONE, 0 };

  g_return_val_if_fail (DUI_IS_BOOK (self) && draft->rows != NULL && draft->rules != NULL, FALSE);

  return dui_book_call (self, issue, &request, error) != NULL;
}

static gpointer
list (DuiConnection *connection,
      gpointer input,
      GError **error)
{
  return dui_bulletin_reader_list (connection, error);
}

GPtrArray *
dui_book_list_bulletins (DuiBook *self,
                         GError **error)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, list, NULL, error);
}

static gpointer
read_one (DuiConnection *connection,
          gpointer input,
          GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);
  DuiIndicator *indicator
      = catalog ? find_indicator (catalog, request->indicator, error) : NULL;

  return indicator
             ? dui_bulletin_reader_read (connection, catalog, indicator, request->period,
                                         request->id, error)
             : NULL;
}

DuiIssuedBulletin *
dui_book_read_bulletin (DuiBook *self,
                        const char *indicator,
                        DuiPeriod period,
                        gint64 id,
                        GError **error)
{
  Request request = { self, indicator, NULL, NULL, period, id };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, read_one, &request, error);
}

static gpointer
read_all (DuiConnection *connection,
          gpointer input,
          GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);
  DuiIndicator *indicator
      = catalog ? find_indicator (catalog, request->indicator, error) : NULL;

  return indicator ? dui_bulletin_reader_read_all (connection, catalog, indicator, error) : NULL;
}

GPtrArray *
dui_book_read_bulletins (DuiBook *self,
                         const char *indicator,
                         GError **error)
{
  Request request = { .book = self, .indicator = indicator };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, read_all, &request, error);
}

static gpointer
read_document (DuiConnection *connection,
               gpointer input,
               GError **error)
{
  return dui_bulletin_reader_read_document (connection, *(gint64 *) input, error);
}

GBytes *
dui_book_read_bulletin_document (DuiBook *self,
                                 gint64 id,
                                 GError **error)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, read_document, &id, error);
}

static gpointer
read_seal (DuiConnection *connection,
           gpointer input,
           GError **error)
{
  return dui_bulletins_read_seal (connection, _ ("The bulletin could not be issued"), error);
}

char *
dui_book_dup_seal (DuiBook *self,
                   GError **error)
{
  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, read_seal, NULL, error);
}
