/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/issue-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "briefing/briefing.h"
#include "pages/bulletin-rows.h"

struct _DuiIssueDialog
{
  GtkWindow parent_instance;

  GtkLabel *title_label;
  GtkEditable *number_entry;
  GtkEditable *date_entry;
  GtkLabel *doubts_label;
  GtkLabel *problem_label;
  DuiPlainTable *table;
  GtkWidget *issue_button;

  DuiSession *session;
  DuiPanel *panel; /* what is shown and will be frozen is made of */
  DuiPeriod period;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (DuiIssueDialog, dui_issue_dialog, GTK_TYPE_WINDOW)

static gboolean
issue (DuiIssueDialog *self,
       DuiDay day,
       GError **error)
{
  DuiBook *book = dui_session_get_book (self->session);
  const char *number = gtk_editable_get_text (self->number_entry);
  g_autofree char *seal = dui_book_dup_seal (book, error);
  g_autofree char *date = dui_day_to_string (day);
  const DuiBriefingSubject subject
      = { self->panel, self->panel->catalog->home, self->period, date, TRUE,
          *number ? number : NULL, seal };
  g_autoptr (DuiBriefing) briefing = seal ? dui_briefing_new (&subject) : NULL;
  g_autoptr (GBytes) document = briefing ? dui_briefing_render (briefing, error) : NULL;
  g_autofree char *text = document ? dui_briefing_dup_text (briefing) : NULL;
  const DuiBulletinDraft draft = { .period = self->period,
                                   .number = subject.number,
                                   .title = briefing ? dui_briefing_get_title (briefing) : NULL,
                                   .issued_on = day,
                                   .rows = self->rows,
                                   .rules = &self->panel->catalog->rules,
                                   .text = text,
                                   .document = document,
                                   .seal = seal };

  return document
         && dui_book_issue_bulletin (book, dui_indicator_get_code (self->panel->indicator), &draft,
                                     &(DuiOccasion){ 0 }, error);
}

static void
issue_clicked (DuiIssueDialog *self)
{
  g_autoptr (GError) error = NULL;
  DuiDay day;

  if (dui_day_parse (gtk_editable_get_text (self->date_entry), &day, &error)
      && issue (self, day, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
dui_issue_dialog_dispose (GObject *object)
{
  DuiIssueDialog *self = DUI_ISSUE_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->panel, dui_panel_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_issue_dialog_parent_class)->dispose (object);
}

static void
dui_issue_dialog_class_init (DuiIssueDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_issue_dialog_dispose;
  g_type_ensure (DUI_TYPE_PLAIN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/issue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiIssueDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiIssueDialog, number_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiIssueDialog, date_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiIssueDialog, doubts_label);
  gtk_widget_class_bind_template_child (widget_class, DuiIssueDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiIssueDialog, table);
  gtk_widget_class_bind_template_child (widget_class, DuiIssueDialog, issue_button);
  gtk_widget_class_bind_template_callback (widget_class, issue_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_issue_dialog_init (DuiIssueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dui_bulletin_rows_set_columns (self->table);
}

/* What forbids it, and what it would say with a hole in it. */
static void
show_doubts (DuiIssueDialog *self)
{
  guint home = self->panel->catalog->home;
  const char *obstacle = dui_issue_find_obstacle (self->panel, home, self->period, self->rows);
  g_autoptr (GPtrArray) doubts = dui_issue_list_doubts (self->panel, home, self->period, self->rows);
  g_autofree char *text = NULL;

  if (obstacle)
    g_ptr_array_insert (doubts, 0,
                        g_strdup_printf (_ ("The bulletin could not be issued: %s."), obstacle));
  g_ptr_array_add (doubts, NULL);
  text = g_strjoinv ("\n", (char **) doubts->pdata);
  gtk_label_set_label (self->doubts_label, *text ? text : _ ("Nothing speaks against issuing it."));
  if (*text)
    gtk_widget_add_css_class (GTK_WIDGET (self->doubts_label), "question");
  gtk_widget_set_sensitive (self->issue_button, obstacle == NULL);
}

static void
show_subject (DuiIssueDialog *self)
{
  const DuiBriefingSubject subject
      = { self->panel, self->panel->catalog->home, self->period, NULL, TRUE, NULL, NULL };
  g_autoptr (DuiBriefing) briefing = dui_briefing_new (&subject);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  gtk_label_set_label (self->title_label, dui_briefing_get_title (briefing));
  gtk_editable_set_text (self->date_entry, today);
}

void
dui_issue_dialog_present (GtkWindow *parent,
                          DuiSession *session)
{
  DuiIssueDialog *self = g_object_new (DUI_TYPE_ISSUE_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->panel = dui_panel_ref (dui_session_get_panel (session));
  self->period = dui_session_get_period (session);
  self->rows = dui_issue_compute (self->panel, self->panel->catalog->home, self->period);
  show_subject (self);
  show_doubts (self);
  dui_plain_table_take_rows (self->table,
                             dui_bulletin_rows_new (self->panel->indicator, self->rows));
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
