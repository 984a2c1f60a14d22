/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book that can't be opened, or turns out to be damaged while it is shown. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "pages/trouble-page.h"
#include "window-private.h"

static void
rescued (DuiWindow *self,
         const char *text)
{
  g_autofree char *path = g_strdup (self->troubled_path);

  dui_window_open_book (self, path);
  if (dui_session_get_book (self->session))
    dui_window_show_done (self, text);
}

void
dui_window_show_trouble (DuiWindow *self,
                         const char *path,
                         const GError *problem)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->state_stack, "trouble");

  g_free (self->troubled_path);
  self->troubled_path = g_strdup (path);
  g_clear_pointer (&self->wanted_path, g_free);
  if (!page)
    {
      page = dui_trouble_page_new ();
      g_signal_connect_object (page, "rescued", G_CALLBACK (rescued), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->state_stack, page, "trouble");
    }
  dui_trouble_page_set_problem (DUI_TROUBLE_PAGE (page), path, problem,
                                dui_session_get_book (self->session) != NULL);
  gtk_stack_set_visible_child (self->state_stack, page);
  gtk_widget_grab_focus (page);
  dui_window_update_actions (self);
  dui_accessible_names_complete_later (GTK_WIDGET (self));
}

void
dui_window_show_failure (DuiWindow *self,
                         const GError *problem)
{
  const char *label = NULL;
  const char *action = NULL;

  if (g_error_matches (problem, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    {
      label = _ ("Go Back to a _Backup…");
      action = "win.rescue";
    }
  else if (g_error_matches (problem, DUI_STORE_ERROR, DUI_STORE_ERROR_UNKNOWN_OUTCOME))
    {
      label = _ ("Open the Book _Again");
      action = "win.open-again";
    }
  g_clear_error (&self->problem);
  self->problem = g_error_copy (problem);
  dui_banner_set (self->error_banner, problem->message, label, action);
}

/* The numbers that are shown go: they are not all of the book any more. */
void
dui_window_rescue (GtkWidget *widget,
                   const char *action,
                   GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  g_autofree char *path = g_strdup (dui_book_get_path (dui_session_get_book (self->session)));

  dui_session_set_book (self->session, NULL, NULL);
  dui_window_show_trouble (self, path, self->problem);
}

void
dui_window_open_again (GtkWidget *widget,
                       const char *action,
                       GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  DuiBook *book = dui_session_get_book (self->session);
  g_autofree char *path
      = g_strdup (self->troubled_path ? self->troubled_path : dui_book_get_path (book));

  dui_window_open_book (self, path);
}

void
dui_window_go_back (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  gboolean to_trouble = self->wanted_path && self->troubled_path;

  if (!to_trouble && !dui_session_get_book (self->session))
    return;
  g_clear_pointer (&self->wanted_path, g_free);
  if (!to_trouble)
    g_clear_pointer (&self->troubled_path, g_free);
  gtk_stack_set_visible_child_name (self->state_stack, to_trouble ? "trouble" : "book");
  dui_window_update_actions (self);
}
