/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "accessible-names.h"
#include "dialogs/import-dialog.h"
#include "model/measure.h"
#include "pages/bulletins-page.h"
#include "pages/cases-page.h"
#include "pages/data-page.h"
#include "pages/empty-page.h"
#include "pages/first-start-page.h"
#include "pages/overview-page.h"
#include "pages/peers-page.h"
#include "pages/ranking-page.h"
#include "pages/score-page.h"
#include "pages/targets-page.h"
#include "pages/trouble-page.h"
#include "settings.h"

G_DEFINE_FINAL_TYPE (DuiWindow, dui_window, GTK_TYPE_APPLICATION_WINDOW)

/* In the order of the list; a page is built when it is first shown. */
static const struct
{
  const char *name;
  const char *title;
  GType (*get_type) (void);
} pages[] = {
  { "overview", N_ ("Overview"), dui_overview_page_get_type },
  { "data", N_ ("Data"), dui_data_page_get_type },
  { "targets", N_ ("Targets"), dui_targets_page_get_type },
  { "ranking", N_ ("Ranking"), dui_ranking_page_get_type },
  { "score", N_ ("Score"), dui_score_page_get_type },
  { "peers", N_ ("Peers"), dui_peers_page_get_type },
  { "bulletins", N_ ("Bulletins"), dui_bulletins_page_get_type },
  { "cases", N_ ("Explanations"), dui_cases_page_get_type },
};

static GtkWidget *
page_row (const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
show_page (DuiWindow *self,
           guint index)
{
  const char *name = pages[index].name;

  if (!gtk_stack_get_child_by_name (self->page_stack, name))
    {
      gtk_stack_add_titled (self->page_stack,
                            g_object_new (pages[index].get_type (), "session", self->session, NULL),
                            name, _ (pages[index].title));
      dui_accessible_names_complete_later (GTK_WIDGET (self));
    }
  gtk_stack_set_visible_child_name (self->page_stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-reminder", index == 0);
}

/* The chosen page, or the invitation to begin while the book has no figures. */
static void
show_current_page (DuiWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->page_list);

  if (dui_session_get_period (self->session) != DUI_PERIOD_NONE)
    {
      show_page (self, row ? gtk_list_box_row_get_index (row) : 0);
      return;
    }
  if (!gtk_stack_get_child_by_name (self->page_stack, "empty"))
    {
      gtk_stack_add_named (self->page_stack, dui_empty_page_new (), "empty");
      dui_accessible_names_complete_later (GTK_WIDGET (self));
    }
  gtk_stack_set_visible_child_name (self->page_stack, "empty");
}

/* Tab goes on to the page. With the other rows it would go through the list, which changes the page
 * with every row that has the focus. */
static void
let_only_one_have_focus (GtkListBox *list,
                         GtkListBoxRow *one)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (list)) != NULL;
  GtkListBoxRow *row;

  gtk_widget_set_focusable (GTK_WIDGET (one), TRUE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (one));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++)
    gtk_widget_set_focusable (GTK_WIDGET (row), row == one);
}

static void
page_selected (DuiWindow *self,
               GtkListBoxRow *row)
{
  if (row)
    let_only_one_have_focus (self->page_list, row);
  if (row && dui_session_get_book (self->session))
    show_current_page (self);
}

void
dui_window_show_page (DuiWindow *self,
                      const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      gtk_list_box_select_row (self->page_list,
                               gtk_list_box_get_row_at_index (self->page_list, i));
}

static void
period_chosen (DuiWindow *self,
               guint id)
{
  dui_session_set_period (self->session, id);
}

static void
indicator_chosen (DuiWindow *self,
                  guint id)
{
  DuiCatalog *catalog = dui_session_get_catalog (self->session);

  dui_session_set_indicator (self->session,
                             dui_indicator_get_code (g_ptr_array_index (catalog->indicators, id)));
}

static void
tier_chosen (DuiWindow *self,
             guint id)
{
  dui_session_set_tier (self->session, id);
}

static void
show_indicators (DuiWindow *self)
{
  DuiCatalog *catalog = dui_session_get_catalog (self->session);
  guint chosen = G_MAXUINT;

  dui_chooser_clear (self->indicator_chooser);
  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);

      dui_chooser_add (self->indicator_chooser, i, dui_indicator_get_display_name (indicator),
                       dui_measure_display (dui_indicator_get_shown_measure (indicator)));
      if (g_str_equal (dui_indicator_get_code (indicator),
                       dui_indicator_get_code (dui_session_get_indicator (self->session))))
        chosen = i;
    }
  dui_chooser_set_chosen (self->indicator_chooser, chosen);
}

static void
show_periods (DuiWindow *self)
{
  GArray *periods = dui_session_get_periods (self->session);

  dui_chooser_clear (self->period_chooser);
  for (guint i = 0; i < periods->len; i++)
    {
      const DuiReporting *reporting = &g_array_index (periods, DuiReporting, i);
      g_autofree char *label = dui_period_to_label (reporting->period);
      g_autofree char *detail
          = reporting->due ? g_strdup_printf ("%u/%u", reporting->reported, reporting->due) : NULL;

      dui_chooser_add (self->period_chooser, reporting->period, label, detail);
    }
  dui_chooser_set_chosen (self->period_chooser, dui_session_get_period (self->session));
}

static void
show_tiers (DuiWindow *self)
{
  static const DuiTier tiers[]
      = { DUI_TIER_ASSESSED, DUI_TIER_AGREED, DUI_TIER_ADJUSTED, DUI_TIER_STRETCH };

  dui_chooser_clear (self->tier_chooser);
  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    dui_chooser_add (self->tier_chooser, tiers[i], dui_tier_to_label (tiers[i]), NULL);
  dui_chooser_set_chosen (self->tier_chooser, dui_session_get_tier (self->session));
}

/* PRACTICE R7: what is shown is the newest period that is nearly complete; a newer one that is
 * still coming in is offered. */
static void
show_newer (DuiWindow *self)
{
  GArray *periods = dui_session_get_periods (self->session);
  DuiPanel *panel = dui_session_get_panel (self->session);
  DuiPeriod shown = dui_session_get_period (self->session);
  const DuiReporting *newest;
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;

  if (periods->len > 0)
    newest = &g_array_index (periods, DuiReporting, 0);
  if (periods->len == 0 || newest->period == shown
      || shown != dui_reporting_default_period (panel, dui_session_get_home (self->session)))
    {
      dui_banner_set (self->newer_banner, NULL, NULL, NULL);
      return;
    }
  period = dui_period_to_short_label (newest->period);
  /* Translators: %1$s is a period such as 1—11月, then how many places have reported of how many. */
  text = g_strdup_printf (_ ("%1$s is still coming in: %2$u of %3$u have reported"), period,
                          newest->reported, newest->due);
  dui_banner_set (self->newer_banner, text, _ ("_Look at It"), "win.newest-period");
}

static void
show_saved (DuiWindow *self)
{
  DuiBook *book = dui_session_get_book (self->session);
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *text = NULL;
  GStatBuf file;

  if (dui_book_get_read_only_reason (book))
    {
      gtk_label_set_label (self->saved_label, _ ("Read only"));
      return;
    }
  if (g_stat (dui_book_get_path (book), &file) == 0)
    time = g_date_time_new_from_unix_local (file.st_mtime);
  else
    time = g_date_time_new_now_local ();
  clock = g_date_time_format (time, "%H:%M");
  text = g_strdup_printf (_ ("Saved %s"), clock);
  gtk_label_set_label (self->saved_label, text);
}

static void
book_changed (DuiWindow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M");
  g_autofree char *text = g_strdup_printf (_ ("Saved %s"), clock);

  gtk_label_set_label (self->saved_label, text);
  dui_window_read_undo (self);
}

/* The actions that would change the book are off: why is said where they are. */
static void
show_read_only (DuiWindow *self,
                const char *reason)
{
  dui_banner_set (self->read_only_banner, reason, _ ("_Copy Book To…"), "win.copy-book");
  gtk_widget_set_tooltip_text (self->import_button,
                               reason ? reason : _ ("Import the townships’ sheets (Ctrl+I)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->import_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason ? reason : "", -1);
}

static void
session_opened (DuiWindow *self)
{
  DuiBook *book = dui_session_get_book (self->session);
  DuiCatalog *catalog = dui_session_get_catalog (self->session);
  const char *place;
  g_autofree char *title = NULL;

  dui_window_reset_undo (self);
  if (!book)
    return;
  self->changed_id = g_signal_connect_object (book, "changed", G_CALLBACK (book_changed), self,
                                              G_CONNECT_SWAPPED);
  g_clear_pointer (&self->wanted_path, g_free);
  g_clear_pointer (&self->troubled_path, g_free);
  place = dui_place_get_name (dui_catalog_get_place (catalog, catalog->home));
  gtk_label_set_label (self->place_label, place);
  /* Translators: a window's title: the place that the book is for, and the program. */
  title = g_strdup_printf (_ ("%s — Duibiao"), place);
  gtk_window_set_title (GTK_WINDOW (self), title);
  dui_banner_set (self->sample_banner,
                  catalog->sample ? _ ("Sample data: real places, invented numbers") : NULL,
                  _ ("_Make Your Own Book…"), "win.new-book");
  show_read_only (self, dui_book_get_read_only_reason (book));
  dui_banner_set (self->error_banner, NULL, NULL, NULL);
  dui_banner_set (self->done_banner, NULL, NULL, NULL);
  show_saved (self);
  show_tiers (self);
  gtk_stack_set_visible_child_name (self->state_stack, "book");
}

static void
session_updated (DuiWindow *self)
{
  show_indicators (self);
  show_periods (self);
  dui_chooser_set_chosen (self->tier_chooser, dui_session_get_tier (self->session));
  show_newer (self);
  dui_window_update_actions (self);
  show_current_page (self);
}

static void
session_failed (DuiWindow *self,
                const GError *problem)
{
  show_indicators (self);
  if (g_error_matches (problem, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    dui_window_show_failure (self, problem);
  else
    dui_banner_set (self->error_banner, problem->message, _ ("_Try Again"), "win.refresh");
}

void
dui_window_ask_for_place (DuiWindow *self,
                          const char *path)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->state_stack, "first-start");

  g_free (self->wanted_path);
  self->wanted_path = g_strdup (path);
  if (!page)
    {
      page = dui_first_start_page_new ();
      gtk_stack_add_named (self->state_stack, page, "first-start");
      dui_accessible_names_complete_later (GTK_WIDGET (self));
    }
  dui_first_start_page_set_can_go_back (
      DUI_FIRST_START_PAGE (page), dui_session_get_book (self->session) || self->troubled_path);
  gtk_stack_set_visible_child (self->state_stack, page);
  gtk_widget_grab_focus (page);
  dui_window_update_actions (self);
}

/* Takes the result of opening or making a book. */
static void
take_book (DuiWindow *self,
           const char *path,
           DuiBook *book,
           GError *problem)
{
  g_autoptr (DuiBook) owned = book;
  g_autoptr (GError) error = problem;

  if (owned && dui_session_set_book (self->session, owned, &error))
    return;
  if (owned)
    dui_book_close (owned);
  if (g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND)
      && !dui_trouble_page_can_rescue (path, error))
    dui_window_ask_for_place (self, path);
  else
    dui_window_show_trouble (self, path, error);
}

void
dui_window_open_book (DuiWindow *self,
                      const char *path)
{
  GError *error = NULL;
  DuiBook *book = dui_book_open (path, &error);

  take_book (self, path, book, error);
}

void
dui_window_take_opening (DuiWindow *self,
                         const char *path,
                         DuiOpening *opening)
{
  GError *error = NULL;
  DuiBook *book = dui_opening_finish (opening, &error);

  take_book (self, path, book, error);
}

void
dui_window_create_book (DuiWindow *self,
                        const char *path,
                        const char *code)
{
  GError *error = NULL;
  DuiBook *book = code ? dui_book_create (path, code, &error)
                       : dui_book_create_sample (path, &error);

  take_book (self, path, book, error);
}

gboolean
dui_window_shows_book (DuiWindow *self,
                       const char *path)
{
  DuiBook *book = dui_session_get_book (self->session);
  const char *awaited = self->wanted_path ? self->wanted_path : self->troubled_path;

  return g_strcmp0 (book ? dui_book_get_path (book) : awaited, path) == 0;
}

void
dui_window_show_done (DuiWindow *self,
                      const char *text)
{
  dui_banner_set (self->done_banner, text, NULL, NULL);
}

void
dui_window_import (DuiWindow *self,
                   GPtrArray *paths)
{
  DuiBook *book = dui_session_get_book (self->session);
  DuiImportDialog *dialog;

  if (!book || dui_book_get_read_only_reason (book))
    return;
  dialog = dui_import_dialog_present (GTK_WINDOW (self), self->session, paths);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (dui_window_show_done), self,
                           G_CONNECT_SWAPPED);
}

/* What another program has changed is seen at once by who comes back from it. */
static void
look_when_active (DuiWindow *self)
{
  DuiBook *book = self->session ? dui_session_get_book (self->session) : NULL;

  if (book && gtk_window_is_active (GTK_WINDOW (self)))
    dui_book_look (book);
}

DuiSession *
dui_window_get_session (DuiWindow *self)
{
  return self->session;
}

static gboolean
dui_window_close_request (GtkWindow *window)
{
  dui_settings_save_window (window);
  return GTK_WINDOW_CLASS (dui_window_parent_class)->close_request (window);
}

static void
dui_window_dispose (GObject *object)
{
  DuiWindow *self = DUI_WINDOW (object);

  if (self->session)
    dui_session_set_book (self->session, NULL, NULL);
  dui_window_forget_undo (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dui_window_parent_class)->dispose (object);
}

static void
dui_window_finalize (GObject *object)
{
  DuiWindow *self = DUI_WINDOW (object);

  g_free (self->wanted_path);
  g_free (self->troubled_path);
  g_clear_error (&self->problem);
  G_OBJECT_CLASS (dui_window_parent_class)->finalize (object);
}

static void
dui_window_class_init (DuiWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_window_dispose;
  object_class->finalize = dui_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = dui_window_close_request;
  g_type_ensure (DUI_TYPE_BANNER);
  g_type_ensure (DUI_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/duibiao/Duibiao/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, choosers);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, place_label);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, period_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, indicator_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, tier_chooser);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, undo_box);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, undo_menu_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, state_stack);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, saved_label);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, sample_banner);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, newer_banner);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, error_banner);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, done_banner);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, page_stack);
  gtk_widget_class_bind_template_callback (widget_class, page_selected);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen);
  gtk_widget_class_bind_template_callback (widget_class, indicator_chosen);
  gtk_widget_class_bind_template_callback (widget_class, tier_chosen);
  dui_window_class_install_actions (widget_class);
}

static void
create_menu (GtkMenuButton *button,
             gpointer user_data)
{
  DuiWindow *self = user_data;
  GtkWidget *menu;

  if (gtk_menu_button_get_popover (button))
    return;
  menu = gtk_popover_menu_new_from_model (self->main_menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Menu"),
                                  -1);
  gtk_menu_button_set_popover (button, menu);
}

static void
dui_window_init (DuiWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dui_settings_restore_window (GTK_WINDOW (self));
  self->session = dui_session_new ();
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (self->page_list, page_row (_(pages[i].title)));
  gtk_list_box_select_row (self->page_list, gtk_list_box_get_row_at_index (self->page_list, 0));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  dui_banner_set_closable (self->error_banner, TRUE);
  dui_banner_set_closable (self->done_banner, TRUE);
  dui_window_set_up_undo (self);
  dui_window_accept_drops (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (look_when_active), NULL);
  g_signal_connect_object (self->session, "opened", G_CALLBACK (session_opened), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "updated", G_CALLBACK (session_updated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "failed", G_CALLBACK (session_failed), self,
                           G_CONNECT_SWAPPED);
}

DuiWindow *
dui_window_new (GtkApplication *application)
{
  return g_object_new (DUI_TYPE_WINDOW, "application", application, NULL);
}
