/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the book: backups made and gone back to, and one for another place. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/backups-dialog.h"
#include "file-chooser.h"
#include "window-private.h"

void
dui_window_back_up (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = dui_book_back_up (dui_session_get_book (self->session), &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (!made)
    {
      dui_window_show_failure (self, error);
      return;
    }
  name = g_filename_display_basename (made);
  text = g_strdup_printf (_ ("Backed up: “%s”"), name);
  dui_window_show_done (self, text);
}

void
dui_window_list_backups (GtkWidget *widget,
                         const char *action,
                         GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  DuiBackupsDialog *dialog
      = dui_backups_dialog_present (GTK_WINDOW (self), dui_session_get_book (self->session));

  g_signal_connect_object (dialog, "done", G_CALLBACK (dui_window_show_done), self,
                           G_CONNECT_SWAPPED);
}

static void
copy_named (GPtrArray *paths,
            gpointer user_data)
{
  DuiWindow *self = user_data;
  const char *path = g_ptr_array_index (paths, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = NULL;

  if (!dui_book_copy (dui_session_get_book (self->session), path, &error))
    {
      dui_window_show_failure (self, error);
      return;
    }
  text = g_strdup_printf (_ ("Copied to %s"), shown);
  dui_window_show_done (self, text);
}

/* 清丰县 2021-12-03.duibiao */
void
dui_window_copy_book (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  DuiCatalog *catalog = dui_session_get_catalog (self->session);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = g_strdup_printf (
      "%s %s.duibiao", dui_place_get_name (dui_catalog_get_place (catalog, catalog->home)), day);

  dui_choose_save (GTK_WINDOW (self), _ ("Copy the Book"), DUI_FILES_BOOKS, name, copy_named, self);
}
