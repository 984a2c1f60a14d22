/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files dropped on a window: a book is opened, everything else is previewed for import. */
#include "config.h"

#include "window-private.h"

static gboolean
dropped (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         gpointer user_data)
{
  DuiWindow *self = user_data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (GSList *l = g_value_get_boxed (value); l; l = l->next)
    {
      char *path = g_file_get_path (l->data);

      if (path)
        g_ptr_array_add (paths, path);
    }
  if (paths->len == 0)
    return FALSE;
  if (paths->len == 1 && g_str_has_suffix (g_ptr_array_index (paths, 0), ".duibiao"))
    dui_window_open_book (self, g_ptr_array_index (paths, 0));
  else
    dui_window_import (self, paths);
  return TRUE;
}

void
dui_window_accept_drops (DuiWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
