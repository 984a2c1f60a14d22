/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the menu, the header and the keys of a window do. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs/edit-figure-dialog.h"
#include "dialogs/preview-window.h"
#include "file-chooser.h"
#include "pages/overview-page.h"
#include "settings.h"
#include "window-private.h"

/* What the user has chosen here opens again next time; what a command line names does not. */
static void
remember_book (DuiWindow *self,
               const char *path)
{
  if (dui_session_get_book (self->session) && dui_window_shows_book (self, path))
    dui_settings_save_book (path);
}

static void
book_chosen (GPtrArray *paths,
             gpointer user_data)
{
  const char *path = g_ptr_array_index (paths, 0);

  dui_window_open_book (user_data, path);
  remember_book (user_data, path);
}

static void
open_book (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  dui_choose_files (GTK_WINDOW (widget), _ ("Open Book"), DUI_FILES_BOOKS, FALSE, book_chosen,
                    widget);
}

static void
new_book (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  g_autofree char *path = dui_book_default_path ();

  dui_window_ask_for_place (DUI_WINDOW (widget), path);
}

typedef struct
{
  DuiWindow *window;
  char *code;
} NewBook;

static void
new_book_free (gpointer data)
{
  NewBook *request = data;

  g_free (request->code);
  g_free (request);
}

static void
new_book_named (GPtrArray *paths,
                gpointer user_data)
{
  NewBook *request = user_data;
  const char *path = g_ptr_array_index (paths, 0);

  dui_window_create_book (request->window, path, request->code);
  remember_book (request->window, path);
}

/* The user's own book has its place; another one beside it needs a name. */
static void
create_book (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  const char *code = g_variant_get_string (parameter, NULL);
  NewBook *request;
  g_autofree char *name = NULL;

  if (self->wanted_path && !g_file_test (self->wanted_path, G_FILE_TEST_EXISTS))
    {
      dui_window_create_book (self, self->wanted_path, code);
      return;
    }
  request = g_new0 (NewBook, 1);
  request->window = self;
  request->code = g_strdup (code);
  g_object_set_data_full (G_OBJECT (self), "new-book", request, new_book_free);
  name = g_strdup_printf ("%s.duibiao", code);
  dui_choose_save (GTK_WINDOW (self), _ ("New Book"), DUI_FILES_BOOKS, name, new_book_named,
                   request);
}

/* The sample lies beside the user's book and is made once. */
static void
open_sample (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);
  g_autofree char *own = self->wanted_path ? g_strdup (self->wanted_path)
                                           : dui_book_default_path ();
  g_autofree char *folder = g_path_get_dirname (own);
  g_autofree char *path = g_build_filename (folder, "sample.duibiao", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    dui_window_open_book (self, path);
  else
    dui_window_create_book (self, path, NULL);
}

static void
sheets_chosen (GPtrArray *paths,
               gpointer user_data)
{
  dui_window_import (user_data, paths);
}

static void
import (GtkWidget *widget,
        const char *action,
        GVariant *parameter)
{
  dui_choose_files (GTK_WINDOW (widget), _ ("Import Sheets"), DUI_FILES_SHEETS, TRUE, sheets_chosen,
                    widget);
}

static void
print (GtkWidget *widget,
       const char *action,
       GVariant *parameter)
{
  DuiSession *session = DUI_WINDOW (widget)->session;
  const DuiBriefingSubject subject = { .panel = dui_session_get_panel (session),
                                       .place = dui_session_get_home (session),
                                       .period = dui_session_get_period (session) };

  dui_preview_window_present (GTK_WINDOW (widget), &subject);
}

static void
edit_figure (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  dui_edit_figure_dialog_present (GTK_WINDOW (widget), DUI_WINDOW (widget)->session);
}

static void
refresh (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  DuiWindow *self = DUI_WINDOW (widget);

  dui_banner_set (self->error_banner, NULL, NULL, NULL);
  dui_session_reload (self->session);
}

static void
fullscreen (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
page (GtkWidget *widget,
      const char *action,
      GVariant *parameter)
{
  dui_window_show_page (DUI_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
step_period (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  DuiSession *session = DUI_WINDOW (widget)->session;
  DuiPeriod period
      = dui_session_peek_period (session, g_str_equal (action, "win.next-period") ? 1 : -1);

  if (period != DUI_PERIOD_NONE)
    dui_session_set_period (session, period);
}

static void
newest_period (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  DuiSession *session = DUI_WINDOW (widget)->session;
  GArray *periods = dui_session_get_periods (session);

  dui_session_set_period (session, g_array_index (periods, DuiReporting, 0).period);
}

static void
focus_indicator (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (DUI_WINDOW (widget)->indicator_chooser));
}

static void
copy_reminder (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  GtkWidget *shown = gtk_stack_get_visible_child (DUI_WINDOW (widget)->page_stack);

  if (DUI_IS_OVERVIEW_PAGE (shown))
    dui_overview_page_copy_reminder (DUI_OVERVIEW_PAGE (shown));
}

void
dui_window_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } table[] = {
    { "win.open-book", NULL, open_book },
    { "win.new-book", NULL, new_book },
    { "win.create-book", "s", create_book },
    { "win.open-sample", NULL, open_sample },
    { "win.go-back", NULL, dui_window_go_back },
    { "win.open-again", NULL, dui_window_open_again },
    { "win.rescue", NULL, dui_window_rescue },
    { "win.back-up", NULL, dui_window_back_up },
    { "win.list-backups", NULL, dui_window_list_backups },
    { "win.copy-book", NULL, dui_window_copy_book },
    { "win.import", NULL, import },
    { "win.print", NULL, print },
    { "win.edit-figure", NULL, edit_figure },
    { "win.history", "s", dui_window_show_history },
    { "win.home-history", "s", dui_window_show_home_history },
    { "win.log", NULL, dui_window_show_log },
    { "win.changes", NULL, dui_window_show_changes },
    { "win.undo", NULL, dui_window_undo },
    { "win.redo", NULL, dui_window_redo },
    { "win.undo-to", "u", dui_window_undo_to },
    { "win.redo-to", "u", dui_window_undo_to },
    { "win.list-undo", NULL, dui_window_list_undo },
    { "win.list-redo", NULL, dui_window_list_undo },
    { "win.refresh", NULL, refresh },
    { "win.fullscreen", NULL, fullscreen },
    { "win.page", "s", page },
    { "win.previous-period", NULL, step_period },
    { "win.next-period", NULL, step_period },
    { "win.newest-period", NULL, newest_period },
    { "win.focus-indicator", NULL, focus_indicator },
    { "win.copy-reminder", NULL, copy_reminder },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_widget_class_install_action (widget_class, table[i].name, table[i].parameter,
                                     table[i].activate);
}

void
dui_window_update_actions (DuiWindow *self)
{
  static const char *const need_figures[] = { "win.print", "win.history", "win.home-history", "win.changes" };
  static const char *const need_book[]
      = { "win.refresh", "win.log", "win.list-backups", "win.copy-book", "win.focus-indicator",
          "win.page" };
  static const char *const need_writing[]
      = { "win.import", "win.edit-figure", "win.undo", "win.undo-to", "win.redo",
          "win.redo-to", "win.list-undo", "win.list-redo", "win.back-up" };
  GtkWidget *widget = GTK_WIDGET (self);
  DuiBook *book = dui_session_get_book (self->session);
  gboolean asks = self->wanted_path != NULL || self->troubled_path != NULL;
  gboolean shows = book && !asks;
  gboolean figures = shows && dui_session_get_period (self->session) != DUI_PERIOD_NONE;
  gboolean writable = shows && !dui_book_get_read_only_reason (book);

  for (guint i = 0; i < G_N_ELEMENTS (need_figures); i++)
    gtk_widget_action_set_enabled (widget, need_figures[i], figures);
  for (guint i = 0; i < G_N_ELEMENTS (need_book); i++)
    gtk_widget_action_set_enabled (widget, need_book[i], shows);
  for (guint i = 0; i < G_N_ELEMENTS (need_writing); i++)
    gtk_widget_action_set_enabled (widget, need_writing[i], writable);
  gtk_widget_action_set_enabled (widget, "win.go-back",
                                 (asks && book) || (self->wanted_path && self->troubled_path));
  gtk_widget_action_set_enabled (widget, "win.previous-period",
                                 figures
                                     && dui_session_peek_period (self->session, -1)
                                            != DUI_PERIOD_NONE);
  gtk_widget_action_set_enabled (widget, "win.next-period",
                                 figures
                                     && dui_session_peek_period (self->session, 1)
                                            != DUI_PERIOD_NONE);
  gtk_widget_set_visible (self->choosers, shows);
  gtk_widget_set_visible (self->undo_box, shows);
  gtk_widget_set_visible (self->import_button, shows);
  gtk_widget_set_visible (self->print_button, shows);
}
