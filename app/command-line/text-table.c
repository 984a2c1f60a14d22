/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/text-table.h"

#include "command-line/output.h"

#define SPACE_BETWEEN 2

typedef struct
{
  char *heading;
  DuiAlign align;
  guint width;
} Column;

struct _DuiTextTable
{
  GArray *columns;  /* of Column */
  GPtrArray *cells; /* of char*, row by row */
  gboolean has_headings;
};

static void
column_clear (gpointer column)
{
  g_free (((Column *) column)->heading);
}

DuiTextTable *
dui_text_table_new (void)
{
  DuiTextTable *self = g_new0 (DuiTextTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
dui_text_table_free (DuiTextTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
dui_text_table_add_column (DuiTextTable *self,
                      const char *heading,
                      DuiAlign align)
{
  Column column
      = { g_strdup (heading ? heading : ""), align, heading ? dui_output_width (heading) : 0 };

  self->has_headings = self->has_headings || heading;
  g_array_append_val (self->columns, column);
}

void
dui_text_table_take (DuiTextTable *self,
                char *cell)
{
  Column *column = &g_array_index (self->columns, Column, self->cells->len % self->columns->len);

  if (!cell)
    cell = g_strdup ("");
  column->width = MAX (column->width, dui_output_width (cell));
  g_ptr_array_add (self->cells, cell);
}

void
dui_text_table_add (DuiTextTable *self,
               const char *cell)
{
  dui_text_table_take (self, g_strdup (cell));
}

static void
append_spaces (GString *line,
               guint count)
{
  while (count-- > 0)
    g_string_append_c (line, ' ');
}

static void
append_cell (GString *line,
             const Column *column,
             const char *cell)
{
  guint room = column->width - dui_output_width (cell);

  if (column->align == DUI_ALIGN_RIGHT)
    append_spaces (line, room);
  g_string_append (line, cell);
  if (column->align == DUI_ALIGN_LEFT)
    append_spaces (line, room);
}

static void
print_line (GString *line)
{
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_string_append_c (line, '\n');
  dui_output_text (line->str);
  g_string_truncate (line, 0);
}

void
dui_text_table_print (DuiTextTable *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_columns = self->columns->len;

  for (guint i = 0; self->has_headings && i < n_columns; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      append_spaces (line, i > 0 ? SPACE_BETWEEN : 0);
      append_cell (line, column, column->heading);
    }
  if (self->has_headings)
    print_line (line);
  for (guint i = 0; i < self->cells->len; i++)
    {
      append_spaces (line, i % n_columns > 0 ? SPACE_BETWEEN : 0);
      append_cell (line, &g_array_index (self->columns, Column, i % n_columns),
                   g_ptr_array_index (self->cells, i));
      if ((i + 1) % n_columns == 0)
        print_line (line);
    }
}
