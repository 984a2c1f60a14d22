/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/backups-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "file-chooser.h"
#include "widgets/backup-list.h"
#include "widgets/entry-text.h"

struct _DuiBackupsDialog
{
  GtkWindow parent_instance;

  /* Template */
  DuiBackupList *list;
  GtkWidget *restore_button;
  GtkWidget *back_up_button;
  GtkEditable *reason_entry;
  GtkLabel *problem_label;

  /* Owned */
  DuiBook *book;
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (DuiBackupsDialog, dui_backups_dialog, GTK_TYPE_WINDOW)

static void
form_changed (DuiBackupsDialog *self)
{
  g_autofree char *reason = dui_entry_text_dup (self->reason_entry);
  const DuiBackupLook *look = dui_backup_list_get_chosen (self->list);
  const char *problem = dui_book_get_read_only_reason (self->book);

  if (!problem && !look)
    problem = _ ("Choose a backup that is whole.");
  else if (!problem && !dui_backup_look_differs (look))
    problem = _ ("The book is what this backup holds already.");
  else if (!problem && !*reason)
    problem = _ ("Say why: the reason is kept with the change.");
  gtk_label_set_label (self->problem_label, problem ? problem : _ ("Enter restores."));
  gtk_widget_set_sensitive (self->restore_button, problem == NULL);
}

static void
backup_activated (DuiBackupsDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
}

/* Closes: the window has the new numbers, and a banner that says so. */
static void
tell_restored (DuiBackupsDialog *self,
               const char *at,
               const char *kept)
{
  g_autofree char *name = kept ? g_filename_display_basename (kept) : NULL;
  g_autofree char *text = NULL;

  if (name)
    /* Translators: 1 day and time, 2 a file. */
    text = g_strdup_printf (_ ("The book is as it was at %1$s. What it was before is kept as the "
                               "backup “%2$s”."),
                            at, name);
  else
    text = g_strdup_printf (_ ("The book is as it was at %s. What it was before is in the newest "
                               "backup."),
                            at);
  g_signal_emit (self, done_signal, 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
restore_clicked (DuiBackupsDialog *self)
{
  const DuiOccasion occasion = { .reason = gtk_editable_get_text (self->reason_entry) };
  const DuiBackupLook *look = dui_backup_list_get_chosen (self->list);
  g_autofree char *kept = NULL;
  g_autofree char *at = g_strdup (look->at);
  g_autoptr (GError) error = NULL;

  if (dui_book_restore (self->book, look->path, &occasion, &kept, &error))
    tell_restored (self, at, kept);
  else
    gtk_label_set_label (self->problem_label, error->message);
}

static void
back_up_clicked (DuiBackupsDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *made = dui_book_back_up (self->book, &error);

  if (!made)
    {
      gtk_label_set_label (self->problem_label, error->message);
      return;
    }
  dui_backup_list_set_book (self->list, self->book, dui_book_get_path (self->book));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
file_chosen (GPtrArray *paths,
             gpointer user_data)
{
  dui_backup_list_add_file (DUI_BACKUPS_DIALOG (user_data)->list, g_ptr_array_index (paths, 0));
}

static void
file_clicked (DuiBackupsDialog *self)
{
  dui_choose_files (GTK_WINDOW (self), _ ("Restore a Backup"), DUI_FILES_BOOKS, FALSE, file_chosen,
                    self);
}

static void
dui_backups_dialog_finalize (GObject *object)
{
  g_clear_object (&DUI_BACKUPS_DIALOG (object)->book);
  G_OBJECT_CLASS (dui_backups_dialog_parent_class)->finalize (object);
}

static void
dui_backups_dialog_class_init (DuiBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_backups_dialog_finalize;
  done_signal = g_signal_new ("done", DUI_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (DUI_TYPE_BACKUP_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiBackupsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, DuiBackupsDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, DuiBackupsDialog, back_up_button);
  gtk_widget_class_bind_template_child (widget_class, DuiBackupsDialog, reason_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiBackupsDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, backup_activated);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked);
  gtk_widget_class_bind_template_callback (widget_class, back_up_clicked);
  gtk_widget_class_bind_template_callback (widget_class, file_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_backups_dialog_init (DuiBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DuiBackupsDialog *
dui_backups_dialog_present (GtkWindow *parent,
                            DuiBook *book)
{
  DuiBackupsDialog *self = g_object_new (DUI_TYPE_BACKUPS_DIALOG, "transient-for", parent, NULL);

  self->book = g_object_ref (book);
  gtk_widget_set_sensitive (self->back_up_button, !dui_book_get_read_only_reason (book));
  dui_backup_list_set_book (self->list, book, dui_book_get_path (book));
  form_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
