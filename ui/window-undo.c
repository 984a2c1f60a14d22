/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo from the keyboard and the menu; what was undone is told. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/undo-dialog.h"
#include "window-private.h"

static void
tell (DuiWindow *self,
      gboolean redo,
      const DuiUndoStep *step)
{
  g_autofree char *what = dui_undo_step_describe (step);
  /* Translators: "figure changed: …". */
  g_autofree char *text = g_strdup_printf (redo ? _ ("Redone: %s") : _ ("Undone: %s"), what);

  dui_window_show_done (self, text);
}

static void
run (DuiWindow *self,
     gboolean redo)
{
  DuiBook *book = dui_session_get_book (self->session);
  const DuiOccasion occasion = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiUndoStep) step = redo ? dui_book_redo (book, 0, &occasion, &error)
                                      : dui_book_undo (book, 0, &occasion, &error);

  if (step)
    tell (self, redo, step);
  else if (g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED))
    dui_window_show_done (self, error->message);
  else
    dui_window_show_error (self, error->message);
}

void
dui_window_undo (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  run (DUI_WINDOW (widget), FALSE);
}

void
dui_window_redo (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  run (DUI_WINDOW (widget), TRUE);
}

void
dui_window_list_undo (GtkWidget *widget,
                      const char *action,
                      GVariant *parameter)
{
  dui_undo_dialog_present (GTK_WINDOW (widget),
                           dui_session_get_book (DUI_WINDOW (widget)->session));
}
