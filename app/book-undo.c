/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-private.h"

#include "store/undo.h"

typedef struct
{
  DuiBook *book;
  gboolean redo;
  gint64 command;
  const DuiOccasion *occasion;
} Request;

static gpointer
list (DuiConnection *connection,
      gpointer input,
      GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog ? dui_undo_list (connection, catalog, request->redo, error) : NULL;
}

GPtrArray *
dui_book_list_undo (DuiBook *self,
                    GError **error)
{
  Request request = { self };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, list, &request, error);
}

GPtrArray *
dui_book_list_redo (DuiBook *self,
                    GError **error)
{
  Request request = { self, TRUE };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, list, &request, error);
}

void
dui_book_list_undo_async (DuiBook *self,
                          gboolean redo,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Request *request;

  g_return_if_fail (DUI_IS_BOOK (self));

  request = g_new0 (Request, 1);
  request->book = self; /* lives as long as the call */
  request->redo = redo;
  dui_book_call_async (self, g_task_new (self, cancellable, callback, user_data), list, request,
                       g_free, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
dui_book_list_undo_finish (DuiBook *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  dui_book_tell (self);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
run (DuiConnection *connection,
     gpointer input,
     GError **error)
{
  Request *request = input;
  g_autoptr (DuiCatalog) catalog = dui_book_read_catalog (request->book, connection, error);

  return catalog ? dui_undo_run (connection, catalog, request->redo, request->command,
                                 request->occasion, error)
                 : NULL;
}

DuiUndoStep *
dui_book_undo (DuiBook *self,
               gint64 command,
               const DuiOccasion *occasion,
               GError **error)
{
  Request request = { self, FALSE, command, occasion };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, run, &request, error);
}

DuiUndoStep *
dui_book_redo (DuiBook *self,
               gint64 command,
               const DuiOccasion *occasion,
               GError **error)
{
  Request request = { self, TRUE, command, occasion };

  g_return_val_if_fail (DUI_IS_BOOK (self), NULL);

  return dui_book_call (self, run, &request, error);
}
