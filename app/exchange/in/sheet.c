/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/sheet.h"

#include "exchange/in/large.h"

DuiSheet *
dui_sheet_new (GBytes *text)
{
  DuiSheet *self = g_new0 (DuiSheet, 1);

  self->text = g_bytes_ref (text);
  self->extra = g_string_new (NULL);
  self->cells_allocated = 256;
  self->cells = g_new (DuiCell, self->cells_allocated);
  self->rows_allocated = 64;
  self->rows = g_new (guint32, self->rows_allocated);
  self->rows[0] = 0;
  return self;
}

void
dui_sheet_grow_cells (DuiSheet *self)
{
  self->cells_allocated *= 2;
  self->cells = g_renew (DuiCell, self->cells, self->cells_allocated);
  dui_large_prepare (self->cells + self->n_cells,
                     (self->cells_allocated - self->n_cells) * sizeof (DuiCell));
}

void
dui_sheet_end_row (DuiSheet *self)
{
  guint length = self->n_cells - self->rows[self->n_rows];

  self->n_rows++;
  if (self->n_rows == self->rows_allocated)
    {
      self->rows_allocated *= 2;
      self->rows = g_renew (guint32, self->rows, self->rows_allocated);
    }
  self->rows[self->n_rows] = self->n_cells;
  self->n_columns = MAX (self->n_columns, length);
}

guint32
dui_sheet_add_extra (DuiSheet *self, const char *text, gsize length)
{
  static const char padding[DUI_TEXT_PADDING];
  guint32 offset = (guint32) self->extra->len;

  /* The padding stays behind the last piece and is overwritten by the next one. */
  g_string_append_len (self->extra, text, (gssize) length);
  g_string_append_len (self->extra, padding, sizeof padding);
  g_string_truncate (self->extra, offset + length);
  return offset | DUI_CELL_IN_EXTRA;
}

void
dui_sheet_free (DuiSheet *self)
{
  g_free (self->name);
  g_bytes_unref (self->text);
  g_string_free (self->extra, TRUE);
  g_free (self->cells);
  g_free (self->rows);
  g_free (self);
}

char *
dui_sheet_dup_text (const DuiSheet *self, guint row, guint column)
{
  const DuiCell *cell = row < self->n_rows ? dui_sheet_get_cell (self, row, column) : NULL;

  if (!cell)
    return g_strdup ("");
  return g_strndup (dui_sheet_get_cell_text (self, cell), cell->length);
}

char *
dui_cell_name (guint row, guint column)
{
  char letters[8];
  int at = sizeof letters;

  letters[--at] = '\0';
  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup_printf ("%s%u", letters + at, row + 1);
}
