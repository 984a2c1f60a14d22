/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/columns.h"

#include "accessible-names.h"

/* GTK has no setting for where a column's title stands; its content is the title's first child. */
static void
align_titles (GtkColumnView *view,
              const DuiTableColumn *columns,
              guint n_columns)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title && i < n_columns; i++)
    {
      GtkWidget *content = gtk_widget_get_first_child (title);

      if (!columns[i].wanted)
        continue;
      if (content && columns[i].is_number)
        gtk_widget_set_halign (content, GTK_ALIGN_END);
      title = gtk_widget_get_next_sibling (title);
    }
}

static gboolean
is_shown (GtkColumnView *view,
          GtkColumnViewColumn *column)
{
  GListModel *shown = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (shown, i);

      if (other == column)
        return TRUE;
    }
  return FALSE;
}

void
dui_columns_show (GtkColumnView *view,
                  const DuiTableColumn *columns,
                  guint n_columns)
{
  guint position = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      gboolean shown = is_shown (view, columns[i].column);

      if (shown && !columns[i].wanted)
        gtk_column_view_remove_column (view, columns[i].column);
      else if (!shown && columns[i].wanted)
        gtk_column_view_insert_column (view, position, columns[i].column);
      position += columns[i].wanted;
    }
  align_titles (view, columns, n_columns);
  dui_accessible_names_complete (GTK_WIDGET (view));
}

gboolean
dui_columns_is_left (GtkWidget *table,
                     GtkDirectionType direction)
{
  return (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
         && gtk_widget_get_focus_child (table) != NULL;
}

static void
set_name (GtkWidget *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
dui_columns_name_cell (GtkWidget *content,
                       const char *cell,
                       const char *row)
{
  GtkWidget *cell_widget = gtk_widget_get_parent (content);
  GtkWidget *row_widget = cell_widget ? gtk_widget_get_parent (cell_widget) : NULL;

  if (!row_widget)
    return;
  set_name (cell_widget, cell);
  if (row)
    set_name (row_widget, row);
}
