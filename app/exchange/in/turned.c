/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/turned.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/measure.h"

/* The rows of the sheet as it was sent that are turned, and the columns before the first place,
 * which say the indicator or the period. */
typedef struct
{
  const DuiRecognition *recognition;
  guint titles, first, end; /* rows; titles up to first are kept as they are */
  guint n_keys, n_columns;
} Turn;

static DuiPlaceTextKind
match_cell (const DuiRecognition *recognition, guint row, guint column)
{
  const DuiCell *cell = dui_sheet_get_cell (recognition->sheet, row, column);
  DuiPlainText plain;

  dui_plain_text_fold (&plain, cell ? dui_sheet_get_cell_text (recognition->sheet, cell) : "",
                       cell ? cell->length : 0);
  return dui_place_names_match (recognition->places, &plain).kind;
}

static gboolean
is_place (DuiPlaceTextKind kind)
{
  return kind == DUI_PLACE_TEXT_PLACE || kind == DUI_PLACE_TEXT_AMBIGUOUS;
}

/* More columns than a sheet across of which could be places. */
#define MAX_LOOKED_AT 400

gboolean
dui_turned_begins (const DuiRecognition *recognition, guint row)
{
  guint length = dui_sheet_get_row_length (recognition->sheet, row);
  guint n_places = 0, n_other = 0, n_sums = 0;

  /* A place in the first column is a row's. */
  if (length < 3 || length > MAX_LOOKED_AT || is_place (match_cell (recognition, row, 0)))
    return FALSE;
  for (guint column = 1; column < length; column++)
    {
      const DuiCell *cell = dui_sheet_get_cell (recognition->sheet, row, column);
      DuiPlaceTextKind kind;

      if (cell->length == 0)
        continue;
      /* A number may look like a code. */
      kind = g_ascii_isdigit (*dui_sheet_get_cell_text (recognition->sheet, cell))
                 ? DUI_PLACE_TEXT_UNKNOWN
                 : match_cell (recognition, row, column);
      n_places += is_place (kind);
      n_sums += kind == DUI_PLACE_TEXT_TOTAL || kind == DUI_PLACE_TEXT_SUBTOTAL;
      n_other += kind == DUI_PLACE_TEXT_UNKNOWN && n_places > 0;
    }
  return n_places >= 2 && n_places + n_sums > n_other;
}

static guint
count_keys (const DuiRecognition *recognition, guint row)
{
  guint column = 1;

  while (!is_place (match_cell (recognition, row, column)))
    column++;
  return column;
}

/* What a cell of a key column is as a heading: its role by the word over the column. */
static DuiHeading
read_corner (const Turn *self, guint column)
{
  g_autofree char *text = dui_sheet_dup_text (self->recognition->sheet, self->first, column);
  DuiHeading heading;

  dui_heading_read (&heading, text, self->recognition->indicators);
  return heading;
}

/* The words over a column of the turned table: a measure gets its brackets, a bare month its 月, a
 * number of the row is left out. */
static char *
make_heading (const Turn *self, guint row, guint column, const DuiHeading *corner)
{
  g_autofree char *text
      = g_strstrip (dui_sheet_dup_text (self->recognition->sheet, row, column));
  g_autofree char *bracketed = g_strdup_printf ("(%s)", text);
  g_autofree char *measure = dui_measure_find (bracketed);
  gboolean is_number = text[0] != '\0' && strspn (text, "0123456789") == strlen (text);

  if (measure)
    return g_steal_pointer (&bracketed);
  if (is_number && corner->role == DUI_ROLE_PERIOD && strlen (text) <= 2)
    return g_strconcat (text, "月", NULL);
  if (is_number && corner->role == DUI_ROLE_YEAR)
    return g_strconcat (text, "年", NULL);
  if (corner->role == DUI_ROLE_IGNORED || (is_number && strlen (text) <= 3))
    return g_strdup ("");
  return g_steal_pointer (&text);
}

static gboolean
has_figures (const Turn *self, guint row)
{
  for (guint column = self->n_keys; column < self->n_columns; column++)
    {
      const DuiCell *cell = dui_sheet_get_cell (self->recognition->sheet, row, column);

      if (cell && cell->length > 0)
        return TRUE;
    }
  return FALSE;
}

/* Behind the last row with figures before another table or the end. */
static guint
find_end (const Turn *self)
{
  const DuiRecognition *recognition = self->recognition;
  guint end = self->first + 1;

  for (guint row = self->first + 1; row < recognition->sheet->n_rows; row++)
    {
      if (dui_turned_begins (recognition, row) || dui_layout_begins (recognition, row))
        break;
      if (has_figures (self, row))
        end = row + 1;
    }
  return end;
}

static void
add_text (DuiSheet *turned, const char *text)
{
  gsize length = strlen (text);

  dui_sheet_add_cell (turned, length > 0 ? dui_sheet_add_extra (turned, text, length) : 0,
                      (guint32) length, DUI_CELL_TEXT);
}

static void
add_cell (const Turn *self, DuiSheet *turned, guint row, guint column)
{
  const DuiSheet *sheet = self->recognition->sheet;
  const DuiCell *cell = dui_sheet_get_cell (sheet, row, column);

  if (!cell || cell->length == 0)
    dui_sheet_add_cell (turned, 0, 0, DUI_CELL_TEXT);
  else if (cell->offset & DUI_CELL_IN_EXTRA)
    dui_sheet_add_cell (
        turned, dui_sheet_add_extra (turned, dui_sheet_get_cell_text (sheet, cell), cell->length),
        cell->length, cell->type);
  else
    dui_sheet_add_cell (turned, cell->offset, cell->length, cell->type);
}

static DuiSheet *
turn (const Turn *self)
{
  const DuiSheet *sheet = self->recognition->sheet;
  DuiSheet *turned = dui_sheet_new (sheet->text);

  for (guint row = self->titles; row < self->first; row++)
    {
      for (guint column = 0; column < dui_sheet_get_row_length (sheet, row); column++)
        add_cell (self, turned, row, column);
      dui_sheet_end_row (turned);
    }
  for (guint column = 0; column < self->n_columns; column++)
    {
      DuiHeading corner = column < self->n_keys ? read_corner (self, column) : (DuiHeading){ 0 };

      if (column < self->n_keys)
        add_text (turned, "");
      else
        add_cell (self, turned, self->first, column);
      for (guint row = self->first + 1; row < self->end; row++)
        if (!has_figures (self, row))
          add_text (turned, "");
        else if (column < self->n_keys)
          {
            g_autofree char *heading = make_heading (self, row, column, &corner);

            add_text (turned, heading);
          }
        else
          add_cell (self, turned, row, column);
      dui_sheet_end_row (turned);
      dui_heading_clear (&corner);
    }
  return turned;
}

/* From a place in the turned sheet to the one as it was sent; both from 1, 0 for the whole. */
static void
turn_back (const Turn *self, guint *row, guint *column)
{
  guint n_titles = self->first - self->titles, line;

  if (*row == 0)
    return;
  if (*row <= n_titles)
    {
      *row += self->titles;
      return;
    }
  line = *row - n_titles;
  *row = self->first + MAX (*column, 1);
  *column = line <= self->n_keys && *column == 0 ? 0 : line;
}

static void
turn_back_notices (const Turn *self, GPtrArray *notices, guint from)
{
  for (guint i = from; i < notices->len; i++)
    {
      DuiNotice *notice = g_ptr_array_index (notices, i);

      turn_back (self, &notice->row, &notice->column);
    }
}

static void
turn_back_rows (const Turn *self, DuiReading *reading, guint n_rows, guint n_sums)
{
  for (guint i = n_rows; i < reading->batch->rows->len; i++)
    {
      DuiBatchRow *row = &g_array_index (reading->batch->rows, DuiBatchRow, i);
      guint line = row->row, column = row->column;

      turn_back (self, &line, &column);
      row->row = line;
      row->column = (guint16) column;
    }
  for (guint i = n_sums; i < reading->sums->len; i++)
    {
      DuiSum *sum = &g_array_index (reading->sums, DuiSum, i);

      /* What a 小计 adds up are the columns to its left; a row tells the parts of a sum. */
      sum->is_part_known = FALSE;
      turn_back (self, &sum->value_row, &sum->value_column);
      turn_back (self, &sum->base_row, &sum->base_column);
    }
}

static void
refuse_cut (const Turn *self)
{
  const DuiSheet *sheet = self->recognition->sheet;

  if (!sheet->cut || self->end < sheet->n_rows)
    return;
  dui_notices_wants (self->recognition->notices, DUI_NOTICE_CUT, self->end);
  dui_notices_add (self->recognition->notices, DUI_NOTICE_CUT, self->end, 0,
                   _ ("The file ends in the middle of this row: it was cut off; have it sent again, "
                      "or complete the row"));
}

guint
dui_turned_read (const DuiRecognition *recognition,
                 guint from,
                 guint row,
                 DuiLayout **before,
                 DuiReading *reading)
{
  Turn self = { .recognition = recognition, .titles = from, .first = row };
  g_autoptr (DuiSheet) turned = NULL;
  DuiRecognition of_turned = *recognition;
  guint n_errors = reading->batch->errors->len, n_warnings = reading->batch->warnings->len;
  guint n_rows = reading->batch->rows->len, n_sums = reading->sums->len, titles;
  DuiLayout *layout;

  self.n_columns = dui_sheet_get_row_length (recognition->sheet, row);
  self.n_keys = count_keys (recognition, row);
  self.end = find_end (&self);
  turned = turn (&self);
  of_turned.sheet = turned;
  layout = dui_layout_make (&of_turned, 0, row - from, row - from + self.n_keys, *before);
  dui_rows_read (&of_turned, layout, reading, &titles);
  turn_back_notices (&self, reading->batch->errors, n_errors);
  turn_back_notices (&self, reading->batch->warnings, n_warnings);
  turn_back_rows (&self, reading, n_rows, n_sums);
  refuse_cut (&self);
  g_clear_pointer (before, dui_layout_free);
  *before = layout;
  return self.end;
}
