/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/as-of.h"
#include "store/issued.h"
#include "store/log-list.h"

typedef struct
{
  DuiBook *book; /* lives as long as the call */
  guint max;
} ListRequest;

static gpointer
list (DuiConnection *connection,
      gpointer input,
      GError **error)
{
  ListRequest *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog ? dui_log_list (connection, catalog, request->max, error) : NULL;
}

void
dui_book_list_log_async (DuiBook *self,
                         guint max,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  ListRequest *request;

  g_return_if_fail (DUI_IS_BOOK (self));

  request = g_new (ListRequest, 1);
  request->book = self;
  request->max = max;
  dui_book_call_async (self, g_task_new (self, cancellable, callback, user_data), list, request,
                       g_free, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
dui_book_list_log_finish (DuiBook *self,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  dui_book_tell (self);
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  DuiBook *book;
  const DuiHistorySubject *subject;
} IssuedRequest;

static gint64
find_indicator (DuiCatalog *catalog,
                const char *code)
{
  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);

      if (g_str_equal (dui_indicator_get_code (indicator), code))
        return dui_indicator_get_id (indicator);
    }
  return 0;
}

static gpointer
list_issued (DuiConnection *connection,
             gpointer input,
             GError **error)
{
  IssuedRequest *request = input;
  const DuiHistorySubject *subject = request->subject;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  if (catalog == NULL)
    return NULL;
  return dui_issued_list (connection,
                          dui_place_get_id (dui_catalog_get_place (catalog, subject->place)),
                          find_indicator (catalog, subject->indicator), subject->period, error);
}

GPtrArray *
dui_book_list_issued (DuiBook *self,
                      const DuiHistorySubject *subject,
                      GError **error)
{
  IssuedRequest request = { self, subject };

  g_return_val_if_fail (DUI_IS_BOOK (self) && subject->kind == DUI_HISTORY_FIGURE, NULL);

  return dui_book_call (self, list_issued, &request, error);
}

typedef struct
{
  const char *indicator;
  gint64 command;
  gint64 seconds;
  DuiPanel **then, **now;
} AsOfRequest;

static gpointer
read_as_of (DuiConnection *connection,
            gpointer input,
            GError **error)
{
  AsOfRequest *request = input;

  return dui_as_of_read (connection, request->indicator, request->command, request->then,
                         request->now, error)
             ? connection
             : NULL;
}

gboolean
dui_book_get_panels_since (DuiBook *self,
                           const char *indicator,
                           gint64 command,
                           DuiPanel **then,
                           DuiPanel **now,
                           GError **error)
{
  AsOfRequest request = { indicator, command, 0, then, now };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  return dui_book_call (self, read_as_of, &request, error) != NULL;
}

static gpointer
find_command (DuiConnection *connection,
              gpointer input,
              GError **error)
{
  AsOfRequest *request = input;

  request->command = dui_as_of_find_command (connection, request->seconds, error);
  return request->command >= 0 ? connection : NULL;
}

gboolean
dui_book_find_command_before (DuiBook *self,
                              DuiDay day,
                              gint64 *command,
                              GError **error)
{
  g_autoptr (GDateTime) midnight
      = g_date_time_new_local (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);
  AsOfRequest request = { .seconds = g_date_time_to_unix (midnight) };

  g_return_val_if_fail (DUI_IS_BOOK (self), FALSE);

  if (dui_book_call (self, find_command, &request, error) == NULL)
    return FALSE;
  *command = request.command;
  return TRUE;
}
