/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cases-page.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "alert.h"
#include "analysis/candidates.h"
#include "analysis/issued-streak.h"
#include "briefing/case-words.h"
#include "briefing/sentences.h"
#include "briefing/words.h"
#include "dialogs/case-dialog.h"
#include "dialogs/preview-window.h"
#include "file-chooser.h"
#include "pages/case-rows.h"
#include "plot/document.h"

struct _DuiCasesPage
{
  DuiPage parent_instance;

  GtkLabel *state_label;
  GtkWidget *form_button;
  GtkWidget *ask_button;
  DuiPlainTable *list;
  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *settings_label;
  GtkBox *buttons;
  DuiPlainTable *evidence_table;
  DuiPlainTable *events_table;

  GPtrArray *cases;      /* of DuiCase */
  GPtrArray *bulletins;  /* of DuiIssuedBulletin: of the session's indicator */
  GPtrArray *candidates; /* of DuiCase: whom asking now would open, open ones too */
  gint64 shown;          /* the id of the one that is shown; 0 for none */
  const char *wanted_file; /* SHA-256 of what is to be saved; of @cases */
};

G_DEFINE_FINAL_TYPE (DuiCasesPage, dui_cases_page, DUI_TYPE_PAGE)

static GtkWindow *
get_window (DuiCasesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static DuiBook *
get_book (DuiCasesPage *self)
{
  return dui_session_get_book (dui_page_get_session (DUI_PAGE (self)));
}

static const DuiCase *
find_case (DuiCasesPage *self,
           gint64 id)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      const DuiCase *found = g_ptr_array_index (self->cases, i);

      if (found->id == id)
        return found;
    }
  return NULL;
}

static void
event_clicked (GtkButton *button,
               DuiCasesPage *self)
{
  DuiCaseEventKind kind
      = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "event"));

  dui_case_dialog_present (get_window (self), get_book (self), find_case (self, self->shown), kind);
}

static const char *
event_action (DuiCaseEventKind kind)
{
  static const char *const labels[]
      = { NULL, NC_ ("case", "_Received…"), NC_ ("case", "Acce_pt…"), NC_ ("case", "Send _Back…"),
          NC_ ("case", "Con_firm…"), NC_ ("case", "P_ostpone…"), NC_ ("case", "_Dismiss…") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "case", labels[kind]);
}

/* What may follow now. */
static void
show_buttons (DuiCasesPage *self,
              const DuiCase *shown)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))))
    gtk_box_remove (self->buttons, child);
  for (DuiCaseEventKind kind = DUI_CASE_RECEIVED; kind <= DUI_CASE_DISMISSED; kind++)
    {
      GtkWidget *button;

      if (!dui_case_may (shown, kind))
        continue;
      button = gtk_button_new_with_mnemonic (event_action (kind));
      g_object_set_data (G_OBJECT (button), "event", GINT_TO_POINTER (kind));
      g_signal_connect (button, "clicked", G_CALLBACK (event_clicked), self);
      gtk_widget_set_sensitive (button, !dui_book_get_read_only_reason (get_book (self)));
      gtk_box_append (self->buttons, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), !dui_case_is_closed (shown));
  dui_accessible_names_complete (GTK_WIDGET (self->buttons));
}

/* With how far the place is now, and of a review with both streaks, where that is what the window
 * shows. */
static void
show_reason (DuiCasesPage *self,
             const DuiCase *shown,
             const char *reason)
{
  DuiSession *session = dui_page_get_session (DUI_PAGE (self));
  DuiPanel *panel = dui_session_get_panel (session);
  g_autofree char *more = NULL, *text = NULL;

  if (g_str_equal (shown->indicator, dui_indicator_get_code (panel->indicator)))
    more = shown->kind == DUI_CASE_REVIEW
               ? dui_sentence_counted_streaks (panel, dui_session_get_home (session),
                                               self->bulletins, shown->place, shown->period)
               : dui_sentence_headline (panel, shown->place, shown->period);
  text = more ? g_strdup_printf ("%s\n%s", reason, more) : g_strdup (reason);
  gtk_label_set_label (self->settings_label, text);
}

static void
show_case (DuiCasesPage *self,
           gint64 id)
{
  DuiCatalog *catalog = dui_session_get_catalog (dui_page_get_session (DUI_PAGE (self)));
  const DuiCase *shown = find_case (self, id);
  g_autofree char *period = NULL, *title = NULL, *reason = NULL;
  DuiIndicator *indicator;

  self->shown = shown ? id : 0;
  gtk_widget_set_sensitive (self->form_button, shown != NULL);
  gtk_stack_set_visible_child_name (self->stack, shown ? "case" : "empty");
  if (shown == NULL)
    return;
  indicator = dui_catalog_get_indicator (catalog, shown->indicator);
  period = dui_period_to_label (shown->period);
  reason = dui_case_words_explain (shown);
  /* Translators: 1 place, 2 说明 or 核查, 3 indicator, 4 period. */
  title = g_strdup_printf (_ ("%1$s: %2$s, %3$s, %4$s"),
                           dui_place_get_name (dui_catalog_get_place (catalog, shown->place)),
                           dui_case_kind_to_label (shown->kind),
                           indicator ? dui_indicator_get_display_name (indicator)
                                     : shown->indicator,
                           period);
  gtk_label_set_label (self->title_label, title);
  show_reason (self, shown, reason);
  show_buttons (self, shown);
  dui_plain_table_take_rows (self->evidence_table, dui_case_rows_new_evidence (shown));
  dui_plain_table_take_rows (self->events_table, dui_case_rows_new_events (shown));
}

static void
case_selected (DuiCasesPage *self,
               gint64 id)
{
  const DuiCase *chosen = find_case (self, id);

  show_case (self, id);
  if (chosen)
    dui_session_set_place (dui_page_get_session (DUI_PAGE (self)), chosen->place);
}

static void
file_named (GPtrArray *paths,
            gpointer data)
{
  DuiCasesPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = dui_book_read_case_file (get_book (self), self->wanted_file, &error);
  g_autoptr (GByteArray) bytes = file ? g_bytes_unref_to_array (g_steal_pointer (&file)) : NULL;

  if (!bytes || !dui_document_save (g_ptr_array_index (paths, 0), bytes, &error))
    dui_alert_show (get_window (self), _ ("The File Was Not Saved"), error->message);
}

/* Enter or a double click on an event saves what came with it. */
static void
event_activated (DuiCasesPage *self,
                 gint64 index)
{
  const DuiCase *shown = find_case (self, self->shown);
  const DuiCaseEvent *event = g_ptr_array_index (shown->events, index);

  if (event->attachment == NULL)
    return;
  self->wanted_file = event->attachment;
  dui_choose_save (get_window (self), _ ("Save the File"), DUI_FILES_ANY, event->file_name,
                   file_named, self);
}

static gboolean
is_open (DuiCasesPage *self,
         const DuiCase *candidate)
{
  for (guint i = 0; i < self->cases->len; i++)
    {
      const DuiCase *other = g_ptr_array_index (self->cases, i);

      if (other->kind == candidate->kind && other->place == candidate->place
          && other->period == candidate->period
          && g_str_equal (other->indicator, candidate->indicator))
        return TRUE;
    }
  return FALSE;
}

/* The names of the candidates of @kind that are not open yet; NULL for none. */
static char *
name_new (DuiCasesPage *self,
          DuiCaseKind kind)
{
  DuiCatalog *catalog = dui_session_get_catalog (dui_page_get_session (DUI_PAGE (self)));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const DuiCase *candidate = g_ptr_array_index (self->candidates, i);

      if (candidate->kind == kind && !is_open (self, candidate))
        g_ptr_array_add (names, g_strdup (dui_place_get_name (
                                    dui_catalog_get_place (catalog, candidate->place))));
    }
  return names->len > 0 ? dui_words_join (names) : NULL;
}

static void
ask_accepted (gpointer data)
{
  DuiCasesPage *self = data;
  DuiDay today = dui_day_today ();
  g_autoptr (GError) error = NULL;
  guint n_opened;

  if (!dui_book_open_cases (get_book (self), self->candidates, today,
                            dui_case_due_after (today, DUI_CASE_DAYS), &(DuiOccasion){ 0 },
                            &n_opened, &error))
    dui_alert_show (get_window (self), _ ("Nobody Was Asked"), error->message);
}

static void
form_clicked (DuiCasesPage *self)
{
  const DuiCase *shown = find_case (self, self->shown);
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiPanel) panel = dui_book_get_panel (get_book (self), shown->indicator, &error);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  const DuiBriefingSubject subject
      = { .panel = panel,
          .place = dui_session_get_home (dui_page_get_session (DUI_PAGE (self))),
          .period = shown->period,
          .forms = forms };

  g_ptr_array_add (forms, (gpointer) shown);
  if (panel)
    dui_preview_window_present (get_window (self), &subject);
  else
    dui_alert_show (get_window (self), _ ("The form could not be made"), error->message);
}

static void
ask_clicked (DuiCasesPage *self)
{
  g_autofree char *explain_names = name_new (self, DUI_CASE_EXPLANATION);
  g_autofree char *review_names = name_new (self, DUI_CASE_REVIEW);
  g_autofree char *due = dui_day_to_string (dui_case_due_after (dui_day_today (), DUI_CASE_DAYS));
  g_autoptr (GString) body = g_string_new (NULL);

  if (explain_names)
    /* Translators: 1 names of places, 2 a day. */
    g_string_append_printf (body, _ ("%1$s will be asked to explain until %2$s."), explain_names,
                            due);
  if (review_names)
    g_string_append_printf (body, _ ("%1$sA review will be opened for %2$s."),
                            body->len > 0 ? "\n" : "", review_names);
  dui_alert_ask (get_window (self), _ ("Ask to Explain?"), body->str, _ ("_Ask"), ask_accepted,
                 self);
}

static void
show_state (DuiCasesPage *self)
{
  g_autofree char *text = NULL;
  DuiCaseCount count;

  dui_case_count (self->cases, NULL, DUI_PERIOD_NONE, dui_day_today (), &count);
  if (self->cases->len == 0)
    text = g_strdup (_ ("No explanation has been asked for and no review is open."));
  else
    text = g_strdup_printf (_ ("Explanations: %1$u of %2$u received, %3$u late. Reviews open: "
                               "%4$u."),
                            count.n_answered, count.n_asked, count.n_late, count.n_reviews);
  gtk_label_set_label (self->state_label, text);
}

static void
show_asking (DuiCasesPage *self)
{
  g_autofree char *explain_names = name_new (self, DUI_CASE_EXPLANATION);
  g_autofree char *review_names = name_new (self, DUI_CASE_REVIEW);
  gboolean any = explain_names || review_names;

  gtk_widget_set_sensitive (self->ask_button,
                            any && !dui_book_get_read_only_reason (get_book (self)));
  gtk_widget_set_tooltip_text (
      self->ask_button,
      any ? _ ("Ask the bottom set of this period and indicator to explain, and open reviews")
          : _ ("Nobody is to be asked: the period is open, nobody is in the bottom set, or all "
               "have been asked"));
}

static void
clear (DuiCasesPage *self)
{
  g_clear_pointer (&self->cases, g_ptr_array_unref);
  g_clear_pointer (&self->bulletins, g_ptr_array_unref);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
}

static void
dui_cases_page_fill (DuiPage *page,
                     DuiSession *session)
{
  DuiCasesPage *self = DUI_CASES_PAGE (page);
  DuiBook *book = dui_session_get_book (session);
  g_autoptr (GError) error = NULL;
  gint64 shown = self->shown;

  clear (self);
  self->cases = dui_book_list_cases (book, &error);
  self->bulletins = dui_book_read_bulletins (
      book, dui_indicator_get_code (dui_session_get_indicator (session)), error ? NULL : &error);
  if (self->bulletins == NULL)
    self->bulletins = g_ptr_array_new ();
  dui_issued_streak_complete (self->bulletins, dui_session_get_panel (session),
                              dui_session_get_home (session));
  self->candidates = dui_candidates_compute (dui_session_get_panel (session),
                                             dui_session_get_home (session),
                                             dui_session_get_period (session), self->bulletins);
  if (self->cases == NULL)
    {
      self->cases = g_ptr_array_new ();
      gtk_label_set_label (self->state_label, error->message);
    }
  else
    show_state (self);
  show_asking (self);
  dui_plain_table_take_rows (
      self->list,
      dui_case_rows_new (dui_session_get_catalog (session), self->cases, dui_day_today ()));
  if (find_case (self, shown) == NULL)
    shown = self->cases->len > 0 ? ((DuiCase *) g_ptr_array_index (self->cases, 0))->id : 0;
  dui_plain_table_select (self->list, shown);
  show_case (self, shown);
}

static void
dui_cases_page_finalize (GObject *object)
{
  clear (DUI_CASES_PAGE (object));
  G_OBJECT_CLASS (dui_cases_page_parent_class)->finalize (object);
}

static void
dui_cases_page_select (DuiPage *page,
                       DuiSession *session)
{
}

static void
dui_cases_page_class_init (DuiCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DuiPageClass *page_class = DUI_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_cases_page_finalize;
  page_class->fill = dui_cases_page_fill;
  page_class->select = dui_cases_page_select;
  g_type_ensure (DUI_TYPE_PLAIN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, form_button);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, ask_button);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, list);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, settings_label);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, evidence_table);
  gtk_widget_class_bind_template_child (widget_class, DuiCasesPage, events_table);
  gtk_widget_class_bind_template_callback (widget_class, case_selected);
  gtk_widget_class_bind_template_callback (widget_class, event_activated);
  gtk_widget_class_bind_template_callback (widget_class, form_clicked);
  gtk_widget_class_bind_template_callback (widget_class, ask_clicked);
}

static void
dui_cases_page_init (DuiCasesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dui_case_rows_set_columns (self->list);
  dui_case_rows_set_evidence_columns (self->evidence_table);
  dui_case_rows_set_event_columns (self->events_table);
}
