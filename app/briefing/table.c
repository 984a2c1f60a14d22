/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/table.h"

static void
column_clear (gpointer pointer)
{
  DuiTableColumn *column = pointer;

  g_free (column->head);
}

DuiTable *
dui_table_new (void)
{
  DuiTable *self = g_new (DuiTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (DuiTableColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (DuiTableRow));
  return self;
}

void
dui_table_free (DuiTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      DuiTableRow *row = &g_array_index (self->rows, DuiTableRow, i);

      for (guint column = 0; column < self->columns->len; column++)
        {
          g_free (row->cells[column].text);
          g_free (row->cells[column].tag);
        }
      g_free (row->cells);
    }
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_free (self);
}

void
dui_table_add_column (DuiTable *self, char *head, double width, gboolean words)
{
  DuiTableColumn column = { head, width, words };

  g_return_if_fail (self->rows->len == 0);

  g_array_append_val (self->columns, column);
}

DuiTableRow *
dui_table_add_row (DuiTable *self)
{
  DuiTableRow row = { g_new0 (DuiTableCell, self->columns->len) };

  for (guint i = 0; i < self->columns->len; i++)
    row.cells[i].span = 1;
  g_array_append_val (self->rows, row);
  return &g_array_index (self->rows, DuiTableRow, self->rows->len - 1);
}

void
dui_table_row_set (DuiTableRow *row, guint column, char *text)
{
  g_free (row->cells[column].text);
  row->cells[column].text = text;
}
