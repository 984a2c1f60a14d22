/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/undo-dialog.h"

#include <glib/gi18n-lib.h>

#include "accessible-names.h"
#include "undoing.h"

struct _DuiUndoDialog
{
  GtkWindow parent_instance;

  /* Template */
  GtkListBox *list;
  GtkButton *run_button;
  GtkLabel *explanation_label;
  GtkLabel *problem_label;

  /* Owned */
  DuiBook *book;
  gboolean redo;
  GPtrArray *steps; /* of DuiUndoStep, as the rows; NULL when they could not be read */
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (DuiUndoDialog, dui_undo_dialog, GTK_TYPE_WINDOW)

static GtkWidget *
line_new (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
row_new (const DuiUndoStep *step)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = dui_undo_step_describe (step);
  g_autofree char *origin = g_strdup_printf ("%s  %s%s%s", step->at, step->who,
                                             step->reason ? "  " : "",
                                             step->reason ? step->reason : "");
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, origin);

  gtk_box_append (GTK_BOX (box), line_new (title, NULL));
  gtk_box_append (GTK_BOX (box), line_new (origin, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
read_list (DuiUndoDialog *self,
           GError **error)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  self->steps = self->redo ? dui_book_list_redo (self->book, error)
                          : dui_book_list_undo (self->book, error);
  for (guint i = 0; self->steps && i < self->steps->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->steps, i)));
  row = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, row);
  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
run_clicked (DuiUndoDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint last = row ? (guint) gtk_list_box_row_get_index (row) : 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (row && !dui_undoing_run (self->book, self->steps, self->redo, last, &error))
    {
      gtk_label_set_label (self->problem_label, error->message);
      read_list (self, NULL);
      return;
    }
  text = dui_undoing_describe (self->steps, self->redo, last);
  g_signal_emit (self, done_signal, 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
row_selected (DuiUndoDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->run_button),
                            gtk_list_box_get_selected_row (self->list) != NULL);
}

static void
dui_undo_dialog_dispose (GObject *object)
{
  DuiUndoDialog *self = DUI_UNDO_DIALOG (object);

  /* The list tells of its last row when the button has gone already. */
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->book);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (dui_undo_dialog_parent_class)->dispose (object);
}

static void
dui_undo_dialog_class_init (DuiUndoDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_undo_dialog_dispose;
  done_signal = g_signal_new ("done", DUI_TYPE_UNDO_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/undo-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiUndoDialog, list);
  gtk_widget_class_bind_template_child (widget_class, DuiUndoDialog, run_button);
  gtk_widget_class_bind_template_child (widget_class, DuiUndoDialog, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, DuiUndoDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, run_clicked);
  gtk_widget_class_bind_template_callback (widget_class, row_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_undo_dialog_init (DuiUndoDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
speak_of_redo (DuiUndoDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Redo"));
  gtk_button_set_label (self->run_button, _ ("_Redo Down to Here"));
  gtk_label_set_label (self->explanation_label,
                       _ ("The chosen change is done again with all that were undone after it."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Changes that can be redone"), -1);
}

DuiUndoDialog *
dui_undo_dialog_present (GtkWindow *parent,
                         DuiBook *book,
                         gboolean redo)
{
  DuiUndoDialog *self = g_object_new (DUI_TYPE_UNDO_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->book = g_object_ref (book);
  self->redo = redo;
  if (redo)
    speak_of_redo (self);
  read_list (self, &error);
  if (error)
    gtk_label_set_label (self->problem_label, error->message);
  else if (self->steps->len == 0)
    gtk_label_set_label (self->problem_label, redo ? _ ("There is nothing to redo.")
                                                   : _ ("There is nothing to undo."));
  dui_accessible_names_complete (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
