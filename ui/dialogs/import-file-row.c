/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/import-file-row.h"

#include <glib/gi18n-lib.h>

struct _DuiImportFileRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *mark_label;
  GtkLabel *name_label;
  GtkLabel *state_label;
};

static guint leave_out_signal;

G_DEFINE_FINAL_TYPE (DuiImportFileRow, dui_import_file_row, GTK_TYPE_LIST_BOX_ROW)

static void
leave_out_clicked (DuiImportFileRow *self)
{
  g_signal_emit (self, leave_out_signal, 0);
}

static void
dui_import_file_row_class_init (DuiImportFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  leave_out_signal = g_signal_new ("leave-out", DUI_TYPE_IMPORT_FILE_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/import-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiImportFileRow, mark_label);
  gtk_widget_class_bind_template_child (widget_class, DuiImportFileRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, DuiImportFileRow, state_label);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_clicked);
}

static void
dui_import_file_row_init (DuiImportFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dui_import_file_row_new (void)
{
  return g_object_new (DUI_TYPE_IMPORT_FILE_ROW, NULL);
}

static char *
format_state (DuiImportState state,
              DuiBatch *batch)
{
  switch (state)
    {
    case DUI_IMPORT_STATE_READING:
      return g_strdup (_ ("Reading…"));
    case DUI_IMPORT_STATE_WRONG:
      if (!batch)
        return g_strdup (_ ("Nothing could be read"));
      return g_strdup_printf (ngettext ("%u to correct", "%u to correct", batch->errors->len),
                              batch->errors->len);
    case DUI_IMPORT_STATE_DOUBTFUL:
    case DUI_IMPORT_STATE_GOOD:
    default:
      return g_strdup_printf (_ ("%1$u new, %2$u changed, %3$u the same"), batch->n_new,
                              batch->n_changed, batch->n_same);
    }
}

void
dui_import_file_row_show (DuiImportFileRow *self,
                          DuiImportReading *reading,
                          guint index)
{
  static const char *const marks[] = { "…", "✓", "?", "✗" };
  DuiImportState state = dui_import_reading_get_state (reading, index);
  g_autofree char *name = dui_import_reading_dup_name (reading, index);
  g_autofree char *text = format_state (state, dui_import_reading_get_batch (reading, index));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, text);

  gtk_label_set_label (self->mark_label, marks[state]);
  gtk_label_set_label (self->name_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name_label), name);
  gtk_label_set_label (self->state_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
