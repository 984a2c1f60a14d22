/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/cases.h"

typedef struct
{
  DuiBook *book;
  GPtrArray *cases;
  DuiDay asked_on, due_on;
  guint *n_opened;
  gint64 id;
  const DuiCaseEvent *event;
  GBytes *file;
  const char *sha256;
  const DuiOccasion *occasion;
} Request;

static gpointer
list_cases (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog ? dui_cases_list (connection, catalog, error) : NULL;
}

GPtrArray *
dui_book_list_cases (DuiBook *self,
                     GError **error)
{
  Request request = { .book = self };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, list_cases, &request, error);
}

static gpointer
open_cases (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog
                 && dui_cases_open (connection, catalog, request->cases, request->asked_on,
                                    request->due_on, request->occasion, request->n_opened, error)
             ? connection
             : NULL;
}

gboolean
dui_book_open_cases (DuiBook *self,
                     GPtrArray *cases,
                     DuiDay asked_on,
                     DuiDay due_on,
                     const DuiOccasion *occasion,
                     guint *n_opened,
                     GError **error)
{
  Request request = { .book = self,
                      .cases = cases,
                      .asked_on = asked_on,
                      .due_on = due_on,
                      .n_opened = n_opened,
                      .occasion = occasion };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return dui_book_call (self, open_cases, &request, error) != NULL;
}

static gpointer
record_case (DuiConnection *connection,
             gpointer input,
             GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog
                 && dui_cases_record (connection, catalog, request->id, request->event,
                                      request->file, request->occasion, error)
             ? connection
             : NULL;
}

gboolean
dui_book_record_case (DuiBook *self,
                      gint64 id,
                      const DuiCaseEvent *event,
                      GBytes *file,
                      const DuiOccasion *occasion,
                      GError **error)
{
  Request request
      = { .book = self, .id = id, .event = event, .file = file, .occasion = occasion };

  g_return_val_if_fail (DUI_IS_BOOK (self) && event != NULL, FALSE);

  return dui_book_call (self, record_case, &request, error) != NULL;
}

static gpointer
read_file (DuiConnection *connection,
           gpointer input,
           GError **error)
{
  return dui_cases_read_file (connection, ((Request *) input)->sha256, error);
}

GBytes *
dui_book_read_case_file (DuiBook *self,
                         const char *sha256,
                         GError **error)
{
  Request request = { .book = self, .sha256 = sha256 };

  g_return_val_if_fail (DUI_IS_BOOK (self) && sha256 != NULL, NULL);

  return dui_book_call (self, read_file, &request, error);
}
