/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/questions-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "analysis/questions.h"
#include "widgets/entry-text.h"
#include "widgets/plain-table.h"

struct _DuiQuestionsDialog
{
  GtkWindow parent_instance;

  GtkLabel *state_label;
  DuiPlainTable *table;
  GtkEditable *note_entry;
  GtkEditable *person_entry;
  GtkWidget *close_button;

  DuiBook *book;
  DuiPanel *panel;
  guint home;
  DuiPeriod period;
  GPtrArray *questions; /* of DuiQuestion */
  gint64 chosen;        /* its position; -1 for none */
};

G_DEFINE_FINAL_TYPE (DuiQuestionsDialog, dui_questions_dialog, GTK_TYPE_WINDOW)

static void
look (DuiQuestionsDialog *self)
{
  g_autofree char *note = dui_entry_text_dup (self->note_entry);

  gtk_widget_set_sensitive (self->close_button,
                            self->chosen >= 0 && *note
                                && !dui_book_get_read_only_reason (self->book));
}

static void
question_selected (DuiQuestionsDialog *self,
                   gint64 position)
{
  self->chosen = position;
  look (self);
}

static void
show_questions (DuiQuestionsDialog *self,
                guint n_open)
{
  GPtrArray *rows = dui_plain_table_new_rows ();
  g_autofree char *state = NULL;

  self->chosen = -1;
  for (guint i = 0; i < self->questions->len; i++)
    {
      const DuiQuestion *question = g_ptr_array_index (self->questions, i);
      char **cells = g_new0 (char *, 4 + 1);

      if (self->chosen < 0 && question->note == NULL)
        self->chosen = i;
      cells[0] = g_strdup (
          dui_place_get_name (dui_catalog_get_place (self->panel->catalog, question->place)));
      cells[1] = g_strdup (dui_question_topic_to_label (question->topic));
      cells[2] = g_strdup (question->note ? question->note : "—");
      cells[3] = g_strdup (question->person ? question->person : "—");
      dui_plain_table_add_row (rows, i, cells, question->note ? "dim-label" : NULL);
    }
  dui_plain_table_take_rows (self->table, rows);
  dui_plain_table_select (self->table, self->chosen);
  state = self->questions->len == 0
              ? g_strdup (_ ("No figure has to be looked at."))
              : g_strdup_printf (_ ("%1$u figures to look at, %2$u of them open."),
                                 self->questions->len, n_open);
  gtk_label_set_label (self->state_label, state);
  look (self);
}

static void
fill (DuiQuestionsDialog *self)
{
  const char *code = dui_indicator_get_code (self->panel->indicator);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = dui_book_list_notes (self->book, code, self->period, &error);

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  self->questions = dui_questions_compute (self->panel, self->home, self->period);
  show_questions (self, notes ? dui_questions_close (self->questions, notes) : 0);
  if (error)
    gtk_label_set_label (self->state_label, error->message);
}

static void
close_clicked (DuiQuestionsDialog *self)
{
  g_autofree char *note = dui_entry_text_dup (self->note_entry);
  g_autofree char *person = dui_entry_text_dup (self->person_entry);
  const DuiQuestion *chosen = g_ptr_array_index (self->questions, (guint) self->chosen);
  const DuiQuestion closed = { chosen->place, chosen->topic, note, *person ? person : NULL,
                               dui_day_today () };
  g_autoptr (GError) error = NULL;

  if (dui_book_note (self->book, dui_indicator_get_code (self->panel->indicator), self->period,
                     &closed, &(DuiOccasion){ 0 }, &error))
    {
      gtk_editable_set_text (self->note_entry, "");
      fill (self);
    }
  else
    gtk_label_set_label (self->state_label, error->message);
}

static void
dui_questions_dialog_dispose (GObject *object)
{
  DuiQuestionsDialog *self = DUI_QUESTIONS_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->panel, dui_panel_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_questions_dialog_parent_class)->dispose (object);
}

static void
dui_questions_dialog_class_init (DuiQuestionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_questions_dialog_dispose;
  g_type_ensure (DUI_TYPE_PLAIN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/questions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiQuestionsDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiQuestionsDialog, table);
  gtk_widget_class_bind_template_child (widget_class, DuiQuestionsDialog, note_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiQuestionsDialog, person_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiQuestionsDialog, close_button);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, question_selected);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_questions_dialog_init (DuiQuestionsDialog *self)
{
  const DuiPlainColumn columns[] = {
    { _ ("Place"), 90, FALSE },
    { _ ("Question"), 280, FALSE },
    { _ ("Note"), 200, FALSE },
    { _ ("Who"), 70, FALSE },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = -1;
  dui_plain_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
}

void
dui_questions_dialog_present (GtkWindow *parent,
                              DuiSession *session)
{
  DuiQuestionsDialog *self
      = g_object_new (DUI_TYPE_QUESTIONS_DIALOG, "transient-for", parent, NULL);

  self->book = g_object_ref (dui_session_get_book (session));
  self->panel = dui_panel_ref (dui_session_get_panel (session));
  self->home = dui_session_get_home (session);
  self->period = dui_session_get_period (session);
  fill (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
