/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/in/figure-cells.h"
#include "exchange/in/growth-form.h"
#include "exchange/in/large.h"
#include "exchange/in/layout-parts.h"
#include "exchange/in/printed.h"
#include "model/measure.h"

/* More are taken as they come. */
#define ROOM_MAX ((gsize) 1 << 21)

typedef struct
{
  const DuiRecognition *recognition;
  DuiLayout *layout;
  DuiReading *reading;
  DuiRowKeys keys;
  DuiFigureCells cells;
  DuiPrintedTable *printed; /* NULL where the sheet prints no ranks and completions */
  DuiPeriod period;         /* of the last figure of the row */
  guint last_subtotal;      /* row of the sheet, from 1 */
  guint titles;             /* behind the last row of the table so far */
} Reader;

static gboolean
has_figures (const Reader *self)
{
  for (guint i = 0; i < self->layout->n_groups; i++)
    if (dui_figure_cells_has_group (&self->cells, &self->layout->groups[i]))
      return TRUE;
  return FALSE;
}

static void
append_row (Reader *self, const DuiRowFigure *figure, guint place, DuiRowVerdict verdict)
{
  DuiBatchRow row = {
    .place = place,
    .indicator = (guint16) figure->indicator,
    .verdict = (guint8) verdict,
    .gives = figure->gives,
    .period = figure->period,
    .row = self->cells.row + 1,
    .column = (guint16) (figure->column + 1),
    .status = (guint8) figure->status,
    .digit = (gint8) figure->digit,
    .value = figure->value,
    .base = figure->base,
    .growth = figure->growth,
  };

  g_array_append_val (self->reading->batch->rows, row);
}

static void
append_refused (Reader *self, guint place, guint column)
{
  DuiRowFigure nothing = { G_MAXUINT16,        DUI_PERIOD_NONE,    DUI_STATUS_NONE,    0, column,
                           DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, 0 };

  append_row (self, &nothing, place, DUI_ROW_REFUSED);
}

static gboolean
refuse_calendar (Reader *self, const DuiRowFigure *figure)
{
  DuiIndicator *indicator
      = g_ptr_array_index (self->recognition->catalog->indicators, figure->indicator);
  g_autofree char *period = dui_period_to_label (figure->period);
  g_autofree char *reason = NULL;

  /* Translators: 1 an indicator, 2 a period. */
  reason = g_strdup_printf (
      dui_period_month (figure->period) == 1
          ? _ ("%1$s does not publish January alone; leave %2$s out or report months 1–2")
          : _ ("%1$s is published by the quarter; leave %2$s out"),
      dui_indicator_get_display_name (indicator), period);
  return dui_figure_cells_refuse (&self->cells, DUI_NOTICE_CALENDAR, (int) figure->column, reason);
}

static gboolean
check_period (Reader *self, const DuiRowFigure *figure)
{
  DuiPeriod today = self->recognition->options->today;

  if (figure->period > today)
    {
      g_autofree char *period = dui_period_to_label (figure->period);
      g_autofree char *reason
          = g_strdup_printf (_ ("%s is not over yet; correct the period"), period);

      return dui_figure_cells_refuse (&self->cells, DUI_NOTICE_FUTURE, (int) figure->column,
                                      reason);
    }
  if (!dui_period_is_published (figure->period, self->cells.measured[figure->indicator].calendar))
    return refuse_calendar (self, figure);
  return TRUE;
}

static void
add_sum (Reader *self, const DuiRowFigure *figure, guint group, DuiPlaceTextKind kind)
{
  const DuiFigureGroup *columns = &self->layout->groups[group];
  DuiSum sum = {
    .indicator = figure->indicator,
    .period = figure->period,
    .value = figure->value,
    .base = figure->base,
    .digit = figure->digit,
    .value_row = self->cells.row + 1,
    .base_row = self->cells.row + 1,
    .is_part_known = TRUE,
    .value_column = (guint) columns->value.column + 1,
    .base_column = (guint) columns->base.column + 1,
    .first_part
    = kind == DUI_PLACE_TEXT_SUBTOTAL ? self->last_subtotal + 1 : self->layout->first_data,
    .end_part = kind == DUI_PLACE_TEXT_SUBTOTAL ? self->cells.row : G_MAXUINT,
  };

  g_array_append_val (self->reading->sums, sum);
}

static void
read_group (Reader *self, guint index, const DuiPlaceText *place, int row_indicator)
{
  const DuiFigureGroup *group = &self->layout->groups[index];
  gboolean is_place = place->kind == DUI_PLACE_TEXT_PLACE, ok;
  int first = dui_figure_group_first (group);
  DuiRowFigure figure = {
    .indicator = group->indicator != DUI_NO_INDICATOR ? group->indicator : row_indicator,
    .column = (guint) first,
    .value = DUI_AMOUNT_MISSING,
    .base = DUI_AMOUNT_MISSING,
    .growth = DUI_AMOUNT_MISSING,
  };

  if (!dui_figure_cells_has_group (&self->cells, group))
    return;
  if (figure.indicator == DUI_NO_INDICATOR)
    {
      append_refused (self, place->place, figure.column);
      return;
    }
  figure.period = dui_row_keys_get_period (&self->keys, self->cells.row, group);
  self->period = figure.period;
  if (figure.period == DUI_PERIOD_NONE)
    {
      append_refused (self, place->place, figure.column);
      return;
    }
  ok = dui_row_keys_get_status (&self->keys, self->cells.row, group, &figure.status);
  ok = dui_figure_cells_read (&self->cells, index, &figure) && ok;
  if (ok && figure.gives == 0)
    return;
  ok = ok && check_period (self, &figure);
  if (ok && !is_place)
    add_sum (self, &figure, index, place->kind);
  append_row (self, &figure, place->place,
              !ok        ? DUI_ROW_REFUSED
              : is_place ? DUI_ROW_NEW
                         : DUI_ROW_COMPARED);
}

/* The row's indicator, where the table has a column for it; FALSE with an error said. */
static gboolean
find_row_indicator (Reader *self, int *indicator)
{
  gboolean said;

  *indicator = self->layout->sheet_indicator;
  if (self->layout->indicator == DUI_NO_COLUMN)
    return TRUE;
  *indicator = dui_row_keys_get_indicator (&self->keys, self->cells.row, &said);
  if (*indicator != DUI_NO_INDICATOR)
    return TRUE;
  return said
             ? FALSE
             : dui_figure_cells_refuse (&self->cells, DUI_NOTICE_INDICATOR, self->layout->indicator,
                                        _ ("The row names no indicator; write its name or code"));
}

/* The last row of a file that was cut off. */
static gboolean
is_cut_row (const Reader *self, const DuiPlaceText *place)
{
  const DuiSheet *sheet = self->recognition->sheet;

  return sheet->cut && self->cells.row + 1 == sheet->n_rows && place->kind == DUI_PLACE_TEXT_PLACE;
}

static gboolean
refuse_cut_row (Reader *self)
{
  guint length = dui_sheet_get_row_length (self->recognition->sheet, self->cells.row);

  return dui_figure_cells_refuse (
      &self->cells, DUI_NOTICE_CUT, (int) length - 1,
      _ ("The file ends in the middle of this row: it was cut off; have it sent again, "
         "or complete the row"));
}

/* TRUE where titles between the rows say something else than those above the table. */
static gboolean
has_other_titles (const Reader *self)
{
  const DuiLayout *layout = self->layout;
  DuiLayout *titles = g_new0 (DuiLayout, 1);
  gboolean other;

  titles->first_row = self->cells.row;
  dui_layout_read_titles (titles, self->recognition, self->titles, layout);
  other = titles->sheet_indicator != layout->sheet_indicator
          || titles->sheet_place != layout->sheet_place
          || titles->sheet_period.year != layout->sheet_period.year
          || titles->sheet_period.month != layout->sheet_period.month
          || g_strcmp0 (titles->sheet_measure, layout->sheet_measure) != 0;
  dui_layout_free (titles);
  return other;
}

/* The same headings on the next page of a printed table begin no other one. */
static gboolean
repeats_heading (const Reader *self)
{
  const DuiSheet *sheet = self->recognition->sheet;
  guint heading = self->layout->first_data - 1, row = self->cells.row;
  guint length = dui_sheet_get_row_length (sheet, heading);

  if (dui_sheet_get_row_length (sheet, row) != length)
    return FALSE;
  for (guint column = 0; column < length; column++)
    {
      const DuiCell *one = dui_sheet_get_cell (sheet, heading, column);
      const DuiCell *other = dui_sheet_get_cell (sheet, row, column);

      if (one->length != other->length
          || memcmp (dui_sheet_get_cell_text (sheet, one), dui_sheet_get_cell_text (sheet, other),
                     one->length)
                 != 0)
        return FALSE;
    }
  return !has_other_titles (self);
}

/* FALSE where the headings of another table stand. @taken: the row is one of the table, not a note
 * or a title below it. */
static gboolean
read_row (Reader *self, gboolean filled, gboolean *taken)
{
  DuiPlaceText place = dui_row_keys_get_place (&self->keys, self->cells.row, filled);
  int indicator;

  *taken = filled && place.kind != DUI_PLACE_TEXT_NOTE;
  if (G_UNLIKELY (place.kind == DUI_PLACE_TEXT_HEADING))
    return repeats_heading (self);

  switch (place.kind)
    {
    case DUI_PLACE_TEXT_NOTE:
      return TRUE;
    case DUI_PLACE_TEXT_PLACE:
      if (is_cut_row (self, &place))
        filled = refuse_cut_row (self);
      break;
    case DUI_PLACE_TEXT_TOTAL:
    case DUI_PLACE_TEXT_SUBTOTAL:
      break;
    default:
      if (filled)
        append_refused (self, DUI_NO_PLACE, 0);
      return TRUE;
    }
  if (!filled)
    return TRUE;
  if (!find_row_indicator (self, &indicator))
    {
      append_refused (self, place.place, (guint) self->layout->indicator);
      return TRUE;
    }
  for (guint group = 0; group < self->layout->n_groups; group++)
    read_group (self, group, &place, indicator);
  if (place.kind == DUI_PLACE_TEXT_SUBTOTAL)
    self->last_subtotal = self->cells.row + 1;
  else if (place.kind == DUI_PLACE_TEXT_PLACE && self->printed)
    dui_printed_table_add_row (self->printed, self->cells.row, indicator, self->period);
  return TRUE;
}

static gboolean
lacks_indicator (const DuiLayout *layout)
{
  for (guint i = 0; i < layout->n_groups; i++)
    if (layout->groups[i].indicator == DUI_NO_INDICATOR && layout->indicator == DUI_NO_COLUMN
        && layout->sheet_indicator == DUI_NO_INDICATOR)
      return TRUE;
  return FALSE;
}

static gboolean
assume_indicator (const DuiRecognition *recognition, DuiLayout *layout)
{
  DuiIndicator *assumed = recognition->options->assumed_indicator;
  guint index;

  if (!assumed || !g_ptr_array_find (recognition->catalog->indicators, assumed, &index))
    {
      dui_notices_wants (recognition->notices, DUI_NOTICE_INDICATOR, layout->first_row + 1);
      dui_notices_add (
          recognition->notices, DUI_NOTICE_INDICATOR, layout->first_row + 1, 0,
          _ ("The sheet does not say which indicator its figures are of; name it in a "
             "heading or in the title, or choose it for the import"));
      return FALSE;
    }
  layout->sheet_indicator = (int) index;
  if (dui_notices_wants (recognition->notices, DUI_NOTICE_ASSUMED, layout->first_row + 1))
    dui_notices_add (recognition->notices, DUI_NOTICE_ASSUMED, layout->first_row + 1, 0,
                     /* Translators: an indicator. */
                     _ ("The sheet names no indicator; its figures were taken as %s. If they are "
                        "of another, choose that one for the import"),
                     dui_indicator_get_display_name (assumed));
  return TRUE;
}

/* What no row and no heading says must be said for the whole sheet. */
static gboolean
check_sheet_says (const DuiRecognition *recognition, DuiLayout *layout)
{
  if (lacks_indicator (layout) && !assume_indicator (recognition, layout))
    return FALSE;
  return layout->n_groups > 0
         && (layout->place != DUI_NO_COLUMN || layout->code != DUI_NO_COLUMN
             || layout->sheet_place != DUI_NO_PLACE);
}

/* TRUE where a column of amounts of that indicator has no measure in its heading. */
static gboolean
asks_for_measure (const DuiLayout *layout, int indicator)
{
  for (guint i = 0; i < layout->n_groups; i++)
    {
      const DuiFigureGroup *group = &layout->groups[i];
      int own = group->indicator != DUI_NO_INDICATOR ? group->indicator : layout->sheet_indicator;

      if ((own == indicator
           || (group->indicator == DUI_NO_INDICATOR && layout->indicator != DUI_NO_COLUMN))
          && ((group->value.column != DUI_NO_COLUMN && !group->value.measure)
              || (group->base.column != DUI_NO_COLUMN && !group->base.measure
                  && !group->value.measure)))
        return TRUE;
    }
  return FALSE;
}

/* Where the sheet's measure is of none of the indicators in its headings, one of them is wrong. One
 * that fits some is theirs: a sheet in 万元 has its electricity in 万千瓦时 all the same. */
static gboolean
check_sheet_measure (const DuiRecognition *recognition, const DuiLayout *layout)
{
  const char *measure = NULL;
  guint n_asked = 0;

  if (!layout->sheet_measure || layout->measure != DUI_NO_COLUMN)
    return TRUE;
  for (guint i = 0; i < recognition->catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (recognition->catalog->indicators, i);

      if (!asks_for_measure (layout, (int) i))
        continue;
      n_asked++;
      measure = dui_indicator_get_measure (indicator);
      if (dui_measure_convert (layout->sheet_measure, measure, &(int){ 0 }))
        return TRUE;
    }
  if (n_asked == 0)
    return TRUE;
  dui_notices_wants (recognition->notices, DUI_NOTICE_HEADING, layout->first_row + 1);
  dui_notices_add (recognition->notices, DUI_NOTICE_HEADING, layout->first_row + 1, 0,
                   /* Translators: 1 and 2 measures such as 吨 and 万元. */
                   _ ("The sheet is in %1$s, which is not what its indicator is measured in (%2$s); "
                      "correct the measure or the indicator"),
                   dui_measure_display (layout->sheet_measure), dui_measure_display (measure));
  return FALSE;
}

static void
refuse_column_period (const DuiRecognition *recognition,
                      const DuiLayout *layout,
                      const DuiFigureGroup *group,
                      const DuiPeriodText *period)
{
  int column = dui_figure_group_first (group);
  g_autofree char *heading = NULL;
  g_autofree char *reason = NULL;
  gboolean said = group->period.kind != DUI_PERIOD_TEXT_NONE;

  if (period->kind == DUI_PERIOD_TEXT_NONE || period->kind == DUI_PERIOD_TEXT_YEAR)
    reason = g_strdup (_ ("The sheet does not say which period its figures are of; write it into "
                          "the title, such as 2021年1—11月"));
  else
    {
      heading = said ? dui_layout_dup_heading (layout, recognition->sheet, (guint) column)
                     : dui_period_to_short_label (dui_period_new (2000, MAX (period->month, 1)));
      reason = dui_period_text_explain (period, heading);
    }
  dui_notices_wants (recognition->notices, DUI_NOTICE_PERIOD, layout->first_row + 1);
  dui_notices_add (recognition->notices, DUI_NOTICE_PERIOD, layout->first_row + 1,
                   heading && said ? (guint) column + 1 : 0, "%s", reason);
}

static gboolean
check_sheet_period (const DuiRecognition *recognition, const DuiLayout *layout)
{
  for (guint i = 0; i < layout->n_groups && layout->period == DUI_NO_COLUMN; i++)
    {
      DuiPeriodText period = layout->groups[i].period;

      dui_period_text_complete (&period, &layout->sheet_period);
      if (period.kind == DUI_PERIOD_TEXT_MONTH
          && (period.year != 0 || layout->year != DUI_NO_COLUMN))
        continue;
      refuse_column_period (recognition, layout, &layout->groups[i], &period);
      return FALSE;
    }
  return TRUE;
}

/* One block for all rows that there can be, as far as that is sensible. */
static void
make_room (DuiReading *reading, gsize n_rows)
{
  GArray *rows = reading->batch->rows;

  if (rows->len > 0 || n_rows > ROOM_MAX)
    return;
  g_array_unref (rows);
  rows = g_array_sized_new (FALSE, FALSE, sizeof (DuiBatchRow), (guint) n_rows);
  dui_large_prepare (rows->data, n_rows * sizeof (DuiBatchRow));
  reading->batch->rows = rows;
}

guint
dui_rows_read (const DuiRecognition *recognition,
               DuiLayout *layout,
               DuiReading *reading,
               guint *titles)
{
  Reader self = { .recognition = recognition, .layout = layout, .reading = reading };
  guint n_rows = recognition->sheet->n_rows;

  *titles = layout->first_data;

  if (!check_sheet_says (recognition, layout) || !check_sheet_measure (recognition, layout)
      || !check_sheet_period (recognition, layout))
    return n_rows;
  dui_growth_form_find (recognition, layout);
  make_room (reading, (gsize) (n_rows - layout->first_data) * layout->n_groups);
  dui_row_keys_init (&self.keys, recognition, layout, reading);
  dui_figure_cells_init (&self.cells, recognition, layout, &self.keys);
  self.printed = dui_printed_table_new (recognition, layout);
  self.last_subtotal = layout->first_data;
  self.titles = layout->first_data;
  for (self.cells.row = layout->first_data; self.cells.row < n_rows; self.cells.row++)
    {
      gboolean taken;

      if (!read_row (&self, has_figures (&self), &taken))
        break;
      if (taken)
        self.titles = self.cells.row + 1;
    }
  *titles = self.titles;
  if (self.printed)
    dui_printed_table_compare (self.printed);
  g_clear_pointer (&self.printed, dui_printed_table_free);
  dui_figure_cells_clear (&self.cells);
  dui_row_keys_clear (&self.keys);
  return self.cells.row;
}
