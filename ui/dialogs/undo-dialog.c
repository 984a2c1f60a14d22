/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/undo-dialog.h"

#include <glib/gi18n-lib.h>

struct _DuiUndoDialog
{
  GtkWindow parent_instance;

  /* Template */
  GtkListBox *list;
  GtkWidget *undo_button;
  GtkLabel *problem_label;

  /* Owned */
  DuiBook *book;
  GPtrArray *steps; /* of DuiUndoStep, as the rows; NULL when they could not be read */
};

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
  self->steps = dui_book_list_undo (self->book, error);
  for (guint i = 0; self->steps && i < self->steps->len; i++)
    gtk_list_box_append (self->list, row_new (g_ptr_array_index (self->steps, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static gboolean
undo_down_to (DuiUndoDialog *self,
              guint last,
              GError **error)
{
  const DuiOccasion occasion = { NULL, NULL };

  for (guint i = 0; i <= last; i++)
    {
      const DuiUndoStep *step = g_ptr_array_index (self->steps, i);
      g_autoptr (DuiUndoStep) undone
          = dui_book_undo (self->book, step->command, &occasion, error);

      if (undone == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
undo_clicked (DuiUndoDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autoptr (GError) error = NULL;

  if (row == NULL || undo_down_to (self, (guint) gtk_list_box_row_get_index (row), &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem_label, error->message);
  read_list (self, NULL);
}

static void
row_selected (DuiUndoDialog *self)
{
  gtk_widget_set_sensitive (self->undo_button, gtk_list_box_get_selected_row (self->list) != NULL);
}

static void
dui_undo_dialog_dispose (GObject *object)
{
  DuiUndoDialog *self = DUI_UNDO_DIALOG (object);

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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/undo-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiUndoDialog, list);
  gtk_widget_class_bind_template_child (widget_class, DuiUndoDialog, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DuiUndoDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked);
  gtk_widget_class_bind_template_callback (widget_class, row_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dui_undo_dialog_init (DuiUndoDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dui_undo_dialog_present (GtkWindow *parent,
                         DuiBook *book)
{
  DuiUndoDialog *self = g_object_new (DUI_TYPE_UNDO_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GError) error = NULL;

  self->book = g_object_ref (book);
  read_list (self, &error);
  if (error)
    gtk_label_set_label (self->problem_label, error->message);
  else if (self->steps->len == 0)
    gtk_label_set_label (self->problem_label, _ ("There is nothing to undo."));
  gtk_window_present (GTK_WINDOW (self));
}
