/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/batch-table.h"

#include <glib/gi18n-lib.h>

#include "dialogs/batch-rows.h"
#include "widgets/columns.h"

struct _DuiBatchTable
{
  GtkWidget parent_instance;

  GtkLabel *subject_label;
  GtkColumnView *view;
  DuiTableColumn columns[DUI_N_BATCH_COLUMNS];
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (DuiBatchTable, dui_batch_table, GTK_TYPE_WIDGET)

static gboolean
is_number (DuiBatchColumn column)
{
  return column == DUI_BATCH_COLUMN_ROW || column == DUI_BATCH_COLUMN_VALUE
         || column == DUI_BATCH_COLUMN_BASE || column == DUI_BATCH_COLUMN_GROWTH;
}

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem *item,
            gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (GPOINTER_TO_INT (column)) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static const char *
verdict_class (DuiRowVerdict verdict)
{
  switch (verdict)
    {
    case DUI_ROW_CHANGED:
      return "changed";
    case DUI_ROW_REFUSED:
      return "refused";
    case DUI_ROW_SAME:
    case DUI_ROW_COMPARED:
      return "same";
    case DUI_ROW_NEW:
    default:
      return "new";
    }
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           gpointer column)
{
  DuiBatchRowItem *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *classes[]
      = { "table-cell", "numeric", verdict_class (dui_batch_row_item_get_verdict (row)), NULL };
  g_autofree char *text = dui_batch_row_item_format (row, GPOINTER_TO_INT (column));
  g_autofree char *spoken = NULL;

  gtk_widget_set_css_classes (label, classes);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  if (GPOINTER_TO_INT (column) == DUI_BATCH_COLUMN_ROW)
    spoken = dui_batch_row_item_format_spoken (row);
  dui_columns_name_cell (label, text, spoken);
}

static void
add_column (DuiBatchTable *self,
            DuiBatchColumn id,
            const char *title,
            int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), GINT_TO_POINTER (id));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GINT_TO_POINTER (id));
  gtk_column_view_column_set_fixed_width (column, width);
  /* Why a row is refused is the longest of all. */
  gtk_column_view_column_set_expand (column, id == DUI_BATCH_COLUMN_VERDICT);
  self->columns[id] = (DuiTableColumn){ column, is_number (id), TRUE };
}

static gboolean
dui_batch_table_focus (GtkWidget *widget,
                       GtkDirectionType direction)
{
  return !dui_columns_is_left (widget, direction)
         && GTK_WIDGET_CLASS (dui_batch_table_parent_class)->focus (widget, direction);
}

static void
dui_batch_table_dispose (GObject *object)
{
  DuiBatchTable *self = DUI_BATCH_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  for (guint i = 0; i < DUI_N_BATCH_COLUMNS; i++)
    g_clear_object (&self->columns[i].column);
  G_OBJECT_CLASS (dui_batch_table_parent_class)->dispose (object);
}

static void
dui_batch_table_class_init (DuiBatchTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_batch_table_dispose;
  widget_class->focus = dui_batch_table_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/duibiao/Duibiao/ui/batch-table.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiBatchTable, subject_label);
  gtk_widget_class_bind_template_child (widget_class, DuiBatchTable, view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_batch_table_init (DuiBatchTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_column (self, DUI_BATCH_COLUMN_ROW, C_ ("column", "Row"), 44);
  add_column (self, DUI_BATCH_COLUMN_PLACE, C_ ("column", "Place"), 110);
  add_column (self, DUI_BATCH_COLUMN_INDICATOR, _ ("Indicator"), 130);
  add_column (self, DUI_BATCH_COLUMN_PERIOD, _ ("Period"), 100);
  add_column (self, DUI_BATCH_COLUMN_VALUE, C_ ("column", "To date"), 150);
  add_column (self, DUI_BATCH_COLUMN_BASE, _ ("A year earlier"), 140);
  add_column (self, DUI_BATCH_COLUMN_GROWTH, C_ ("column", "Growth %"), 78);
  add_column (self, DUI_BATCH_COLUMN_VERDICT, C_ ("column", "Becomes"), 96);
}

void
dui_batch_table_set_batch (DuiBatchTable *self,
                           DuiBatch *batch,
                           GHashTable *panels,
                           gboolean only_notable)
{
  DuiBatchRows *rows = batch ? dui_batch_rows_new (batch, panels, only_notable) : NULL;
  gboolean one_indicator = TRUE;
  gboolean one_period = TRUE;
  g_autofree char *subject
      = rows ? dui_batch_rows_format_subject (rows, &one_indicator, &one_period) : g_strdup ("");

  /* What all rows say stands once, above them. */
  gtk_label_set_label (self->subject_label, *subject ? subject : _ ("Nothing to show yet"));
  self->columns[DUI_BATCH_COLUMN_INDICATOR].wanted = !one_indicator;
  self->columns[DUI_BATCH_COLUMN_PERIOD].wanted = !one_period;
  dui_columns_show (self->view, self->columns, DUI_N_BATCH_COLUMNS);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (rows));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
}

void
dui_batch_table_show_row (DuiBatchTable *self,
                          guint row)
{
  GListModel *rows = gtk_single_selection_get_model (self->selection);

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (DuiBatchRowItem) item = g_list_model_get_item (rows, i);

      if (dui_batch_row_item_get_row (item) != row)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
      return;
    }
}
