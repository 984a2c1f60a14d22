/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/months.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DuiBook *book;
  const char *indicator;
  DuiPeriod period;
  const DuiQuestion *question;
  DuiMonth *month;
  DuiMonthState state;
  DuiDay day;
  const DuiOccasion *occasion;
} Request;

/* The catalog of now, and the indicator in it. */
static DuiCatalog *
read_catalog (DuiConnection *connection,
              Request *request,
              DuiIndicator **indicator,
              GError **error)
{
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  if (catalog == NULL)
    return NULL;
  *indicator = dui_catalog_get_indicator (catalog, request->indicator);
  if (*indicator)
    return g_steal_pointer (&catalog);
  g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND,
                       _ ("The book has no such place or indicator. Choose one of those that it has."));
  return NULL;
}

static gpointer
list_notes (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  Request *request = input;
  DuiIndicator *indicator;
  g_autoptr (DuiCatalog) catalog = read_catalog (connection, request, &indicator, error);

  return catalog ? dui_months_list_notes (connection, catalog, indicator, request->period, error)
                 : NULL;
}

GPtrArray *
dui_book_list_notes (DuiBook *self,
                     const char *indicator,
                     DuiPeriod period,
                     GError **error)
{
  Request request = { .book = self, .indicator = indicator, .period = period };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, list_notes, &request, error);
}

static gpointer
note (DuiConnection *connection,
      gpointer input,
      GError **error)
{
  Request *request = input;
  DuiIndicator *indicator;
  g_autoptr (DuiCatalog) catalog = read_catalog (connection, request, &indicator, error);

  if (catalog == NULL)
    return NULL;
  if (request->question->place >= catalog->places->len)
    {
      g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_STALE,
                           _ ("The book has changed meanwhile. Look at the list again."));
      return NULL;
    }
  return dui_months_note (
             connection, indicator, request->period,
             dui_place_get_id (dui_catalog_get_place (catalog, request->question->place)),
             request->question, request->occasion, error)
             ? connection
             : NULL;
}

gboolean
dui_book_note (DuiBook *self,
               const char *indicator,
               DuiPeriod period,
               const DuiQuestion *question,
               const DuiOccasion *occasion,
               GError **error)
{
  Request request = { .book = self,
                      .indicator = indicator,
                      .period = period,
                      .question = question,
                      .occasion = occasion };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return dui_book_call (self, note, &request, error) != NULL;
}

static gpointer
read_month (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  Request *request = input;

  return dui_months_read (connection, request->period, request->month, error) ? connection : NULL;
}

gboolean
dui_book_read_month (DuiBook *self,
                     DuiPeriod period,
                     DuiMonth *month,
                     GError **error)
{
  Request request = { .period = period, .month = month };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return dui_book_call (self, read_month, &request, error) != NULL;
}

static gpointer
enter_month (DuiConnection *connection,
             gpointer input,
             GError **error)
{
  Request *request = input;

  return dui_months_enter (connection, request->period, request->state, request->day,
                           request->occasion, error)
             ? connection
             : NULL;
}

gboolean
dui_book_enter_month (DuiBook *self,
                      DuiPeriod period,
                      DuiMonthState state,
                      DuiDay day,
                      const DuiOccasion *occasion,
                      GError **error)
{
  Request request
      = { .period = period, .state = state, .day = day, .occasion = occasion };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return dui_book_call (self, enter_month, &request, error) != NULL;
}
