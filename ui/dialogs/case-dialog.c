/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/case-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "file-chooser.h"
#include "widgets/entry-text.h"

struct _DuiCaseDialog
{
  GtkWindow parent_instance;

  GtkEditable *note_entry;
  GtkEditable *person_entry;
  GtkEditable *date_entry;
  GtkEditable *due_entry;
  GtkWidget *due_label;
  GtkWidget *file_label;
  GtkButton *file_button;
  GtkLabel *problem_label;
  GtkWidget *save_button;

  DuiBook *book;
  gint64 id;
  DuiCaseEventKind kind;
  char *file; /* path; nullable */
};

G_DEFINE_FINAL_TYPE (DuiCaseDialog, dui_case_dialog, GTK_TYPE_WINDOW)

/* FALSE, with what is missing, unless all that the event needs is there. */
static gboolean
read_event (DuiCaseDialog *self,
            DuiCaseEvent *event,
            GError **error)
{
  g_autofree char *date = dui_entry_text_dup (self->date_entry);
  g_autofree char *due = dui_entry_text_dup (self->due_entry);

  *event = (DuiCaseEvent){ .kind = self->kind };
  return dui_day_parse (date, &event->happened_on, error)
         && (self->kind != DUI_CASE_RETURNED || dui_day_parse (due, &event->due_on, error));
}

static void
look (DuiCaseDialog *self)
{
  gboolean decides = dui_case_event_needs_person (self->kind);
  g_autofree char *note = dui_entry_text_dup (self->note_entry);
  g_autofree char *person = dui_entry_text_dup (self->person_entry);
  g_autoptr (GError) error = NULL;
  const char *problem = NULL;
  DuiCaseEvent event;

  if (decides && *person == '\0')
    problem = _ ("Write who decides.");
  else if (decides && self->kind != DUI_CASE_ACCEPTED && *note == '\0')
    problem = _ ("Write why.");
  else if (!read_event (self, &event, &error))
    problem = error->message;
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  gtk_widget_set_sensitive (self->save_button, problem == NULL);
}

static GBytes *
read_file (DuiCaseDialog *self,
           GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (self->file, FALSE, error);

  return file ? g_bytes_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file))
              : NULL;
}

static gboolean
save (DuiCaseDialog *self,
      GError **error)
{
  g_autofree char *note = dui_entry_text_dup (self->note_entry);
  g_autofree char *person = dui_entry_text_dup (self->person_entry);
  g_autofree char *name = self->file ? g_path_get_basename (self->file) : NULL;
  g_autoptr (GBytes) file = NULL;
  DuiCaseEvent event;

  if (!read_event (self, &event, error)
      || (self->file && (file = read_file (self, error)) == NULL))
    return FALSE;
  event.note = *note ? note : NULL;
  event.person = *person ? person : NULL;
  event.file_name = name;
  return dui_book_record_case (self->book, self->id, &event, file, &(DuiOccasion){ 0 }, error);
}

static void
save_clicked (DuiCaseDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (save (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
file_chosen (GPtrArray *paths,
             gpointer data)
{
  DuiCaseDialog *self = data;
  g_autofree char *name = NULL;

  g_free (self->file);
  self->file = g_strdup (g_ptr_array_index (paths, 0));
  name = g_path_get_basename (self->file);
  gtk_button_set_use_underline (self->file_button, FALSE);
  gtk_button_set_label (self->file_button, name);
}

static void
file_clicked (DuiCaseDialog *self)
{
  dui_choose_files (GTK_WINDOW (self), _ ("Attach a File"), DUI_FILES_ANY, FALSE, file_chosen,
                    self);
}

static void
dui_case_dialog_dispose (GObject *object)
{
  DuiCaseDialog *self = DUI_CASE_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->file, g_free);
  G_OBJECT_CLASS (dui_case_dialog_parent_class)->dispose (object);
}

static void
dui_case_dialog_class_init (DuiCaseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_case_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/case-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, note_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, person_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, date_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, due_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, due_label);
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, file_label);
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, file_button);
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiCaseDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, file_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_case_dialog_init (DuiCaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_days (DuiCaseDialog *self)
{
  g_autofree char *today = dui_day_to_string (dui_day_today ());
  g_autofree char *due = dui_day_to_string (dui_case_due_after (dui_day_today (), DUI_CASE_DAYS));

  gtk_editable_set_text (self->date_entry, today);
  gtk_editable_set_text (self->due_entry, due);
}

void
dui_case_dialog_present (GtkWindow *parent,
                         DuiBook *book,
                         const DuiCase *subject,
                         DuiCaseEventKind kind)
{
  DuiCaseDialog *self = g_object_new (DUI_TYPE_CASE_DIALOG, "transient-for", parent, "title",
                                      dui_case_event_to_label (kind), NULL);
  g_autofree char *name = dui_book_dup_user_name (book, NULL);

  self->book = g_object_ref (book);
  self->id = subject->id;
  self->kind = kind;
  gtk_widget_set_visible (self->due_label, kind == DUI_CASE_RETURNED);
  gtk_widget_set_visible (GTK_WIDGET (self->due_entry), kind == DUI_CASE_RETURNED);
  gtk_widget_set_visible (self->file_label, kind == DUI_CASE_RECEIVED);
  gtk_widget_set_visible (GTK_WIDGET (self->file_button), kind == DUI_CASE_RECEIVED);
  /* Who decides is never guessed. */
  if (!dui_case_event_needs_person (kind) && name)
    gtk_editable_set_text (self->person_entry, name);
  show_days (self);
  look (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save_button);
  gtk_window_present (GTK_WINDOW (self));
}
