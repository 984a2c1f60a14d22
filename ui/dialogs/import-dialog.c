/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "dialogs/batch-table.h"
#include "dialogs/import-choices.h"
#include "dialogs/import-file-row.h"
#include "dialogs/import-notices.h"
#include "dialogs/import-reading.h"

#define PULSE_MS 100

struct _DuiImportDialog
{
  GtkWindow parent_instance;

  GtkListBox *file_list;
  DuiBatchTable *table;
  GtkCheckButton *notable_button;
  DuiImportChoices *choices;
  GtkListBox *notice_list;
  GtkLabel *summary_label;
  GtkProgressBar *progress_bar;
  GtkWidget *import_button;
  GtkWidget *body;

  DuiSession *session;
  DuiImportReading *reading; /* its files are in the order of the list */
  GCancellable *importing;
  guint pulse_id;
};

static guint imported_signal;

G_DEFINE_FINAL_TYPE (DuiImportDialog, dui_import_dialog, GTK_TYPE_WINDOW)

typedef struct
{
  guint reading, wrong, new, changed, same, refused;
} Count;

static Count
count_all (DuiImportDialog *self)
{
  Count count = { 0 };

  for (guint i = 0; i < dui_import_reading_get_n_files (self->reading); i++)
    {
      DuiBatch *batch = dui_import_reading_get_batch (self->reading, i);
      DuiImportState state = dui_import_reading_get_state (self->reading, i);

      count.reading += state == DUI_IMPORT_STATE_READING;
      count.wrong += state == DUI_IMPORT_STATE_WRONG;
      if (!batch)
        continue;
      count.new += batch->n_new;
      count.changed += batch->n_changed;
      count.same += batch->n_same;
      count.refused += batch->n_refused;
    }
  return count;
}

/* Off until nothing must be corrected, with the reason beside it. */
static void
show_summary (DuiImportDialog *self)
{
  Count count = count_all (self);
  const char *problem = dui_import_reading_get_problem (self->reading);
  g_autofree char *numbers
      = g_strdup_printf (_ ("%1$u new, %2$u changed, %3$u the same, %4$u refused"), count.new,
                         count.changed, count.same, count.refused);
  g_autofree char *wrong = g_strdup_printf (
      ngettext ("%u file must be corrected or left out", "%u files must be corrected or left out",
                count.wrong),
      count.wrong);
  const char *state = "";
  g_autofree char *text = NULL;

  if (count.reading)
    state = _ ("Reading…");
  else if (problem)
    state = problem;
  else if (count.wrong)
    state = wrong;
  else if (count.new + count.changed == 0)
    state = _ ("Nothing in it changes the book");
  text = g_strjoin (*state ? " · " : "", numbers, state, NULL);
  gtk_label_set_label (self->summary_label, text);
  gtk_widget_set_sensitive (self->import_button, *state == '\0');
}

static void
show_file (DuiImportDialog *self)
{
  GtkListBoxRow *row;
  DuiBatch *batch;

  /* The list also says when it goes. */
  if (!self->reading)
    return;
  row = gtk_list_box_get_selected_row (self->file_list);
  batch = row ? dui_import_reading_get_batch (self->reading, gtk_list_box_row_get_index (row))
              : NULL;
  dui_batch_table_set_batch (self->table, batch, dui_import_reading_get_panels (self->reading),
                             gtk_check_button_get_active (self->notable_button));
  dui_import_notices_fill (self->notice_list, batch);
}

static void
reading_changed (DuiImportDialog *self)
{
  for (guint i = 0; i < dui_import_reading_get_n_files (self->reading); i++)
    dui_import_file_row_show (
        DUI_IMPORT_FILE_ROW (gtk_list_box_get_row_at_index (self->file_list, i)), self->reading, i);
  show_file (self);
  show_summary (self);
}

static void
read_again (DuiImportDialog *self)
{
  DuiImportOptions options;

  dui_import_choices_get_options (self->choices, &options);
  dui_import_reading_start (self->reading, dui_session_get_book (self->session),
                            dui_session_get_catalog (self->session), &options);
}

static void
notice_activated (DuiImportDialog *self,
                  GtkListBoxRow *row)
{
  guint sheet_row = dui_import_notices_get_row (row);

  if (sheet_row)
    dui_batch_table_show_row (self->table, sheet_row);
}

static void
leave_out (DuiImportDialog *self,
           GtkWidget *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (dui_import_reading_get_n_files (self->reading) == 1)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  dui_import_reading_leave_out (self->reading, index);
  gtk_list_box_remove (self->file_list, row);
  gtk_list_box_select_row (self->file_list,
                           gtk_list_box_get_row_at_index (self->file_list, MAX (0, index - 1)));
  read_again (self);
}

static void
add_rows (DuiImportDialog *self)
{
  for (guint i = 0; i < dui_import_reading_get_n_files (self->reading); i++)
    {
      GtkWidget *row = dui_import_file_row_new ();

      gtk_list_box_append (self->file_list, row);
      g_signal_connect_object (row, "leave-out", G_CALLBACK (leave_out), self, G_CONNECT_SWAPPED);
    }
}

static gboolean
pulse (gpointer user_data)
{
  gtk_progress_bar_pulse (DUI_IMPORT_DIALOG (user_data)->progress_bar);
  return G_SOURCE_CONTINUE;
}

static void
set_importing (DuiImportDialog *self,
               gboolean importing)
{
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_clear_object (&self->importing);
  if (importing)
    {
      self->importing = g_cancellable_new ();
      self->pulse_id = g_timeout_add (PULSE_MS, pulse, self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), importing);
  gtk_widget_set_sensitive (self->body, !importing);
  gtk_widget_set_sensitive (self->import_button, !importing);
}

static void
imported (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DuiImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = dui_book_import_finish (DUI_BOOK (source), result, &error);
  Count count = count_all (self);
  g_autofree char *text = NULL;

  set_importing (self, FALSE);
  if (done)
    {
      text = g_strdup_printf (_ ("Imported: %1$u new, %2$u changed"), count.new, count.changed);
      g_signal_emit (self, imported_signal, 0, text);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_summary (self);
  gtk_label_set_label (self->summary_label, error->message);
  /* Somebody else has written meanwhile: what is shown must be true before it is agreed to. */
  if (g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_STALE))
    read_again (self);
}

static void
import_clicked (DuiImportDialog *self)
{
  DuiOccasion occasion = { NULL };

  set_importing (self, TRUE);
  dui_book_import_async (dui_session_get_book (self->session),
                         dui_import_reading_get_batches (self->reading), &occasion, self->importing,
                         imported, g_object_ref (self));
}

/* While it is written, Cancel asks the book to stop; the window goes when the book has answered. */
static gboolean
dui_import_dialog_close_request (GtkWindow *window)
{
  DuiImportDialog *self = DUI_IMPORT_DIALOG (window);

  if (!self->importing)
    return GTK_WINDOW_CLASS (dui_import_dialog_parent_class)->close_request (window);
  g_cancellable_cancel (self->importing);
  return TRUE;
}

static void
dui_import_dialog_dispose (GObject *object)
{
  DuiImportDialog *self = DUI_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (self->reading)
    dui_import_reading_stop (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->importing);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (dui_import_dialog_parent_class)->dispose (object);
}

static void
dui_import_dialog_class_init (DuiImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dui_import_dialog_close_request;
  imported_signal = g_signal_new ("imported", DUI_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (DUI_TYPE_BATCH_TABLE);
  g_type_ensure (DUI_TYPE_IMPORT_CHOICES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, file_list);
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, notable_button);
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, notice_list);
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, DuiImportDialog, body);
  gtk_widget_class_bind_template_callback (widget_class, show_file);
  gtk_widget_class_bind_template_callback (widget_class, read_again);
  gtk_widget_class_bind_template_callback (widget_class, notice_activated);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_import_dialog_init (DuiImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DuiImportDialog *
dui_import_dialog_present (GtkWindow *parent,
                           DuiSession *session,
                           GPtrArray *paths)
{
  DuiImportDialog *self = g_object_new (DUI_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->reading = dui_import_reading_new (paths);
  g_signal_connect_object (self->reading, "changed", G_CALLBACK (reading_changed), self,
                           G_CONNECT_SWAPPED);
  dui_import_choices_set_catalog (self->choices, dui_session_get_catalog (session));
  add_rows (self);
  gtk_list_box_select_row (self->file_list, gtk_list_box_get_row_at_index (self->file_list, 0));
  read_again (self);
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
