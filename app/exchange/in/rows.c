/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/in/growth-form.h"
#include "exchange/in/number-text.h"
#include "exchange/in/row-keys.h"
#include "model/measure.h"

/* No conversion from the measure of a column to that of an indicator. */
#define NO_SHIFT G_MAXINT8

typedef struct
{
  const DuiRecognition *recognition;
  DuiLayout *layout;
  DuiReading *reading;
  DuiRowKeys keys;
  gint8 *shifts; /* [group][indicator][value or base], found once */
  guint n_indicators;
  guint first_part; /* of the batch's rows: where the table begins */
  guint last_subtotal;
  guint row;
} Reader;

/* What one group of columns says in one row. */
typedef struct
{
  int indicator;
  DuiPeriod period;
  DuiFigureStatus status;
  guint8 gives;
  guint column; /* of the first cell that is filled, from 0 */
  DuiAmount value, base, growth;
  int places; /* of the value's last printed digit */
} Figure;

static const DuiCell *
filled_cell (const Reader *self, int column)
{
  const DuiCell *cell;

  if (column == DUI_NO_COLUMN)
    return NULL;
  cell = dui_sheet_get_cell (self->recognition->sheet, self->row, (guint) column);
  return cell && cell->length > 0 ? cell : NULL;
}

static gboolean
has_figures (const Reader *self)
{
  for (guint i = 0; i < self->layout->n_groups; i++)
    {
      const DuiFigureGroup *group = &self->layout->groups[i];

      if (filled_cell (self, group->value.column) || filled_cell (self, group->base.column)
          || filled_cell (self, group->growth.column))
        return TRUE;
    }
  return FALSE;
}

static void
append_row (Reader *self, const Figure *figure, guint place, DuiRowVerdict verdict)
{
  DuiBatchRow row = {
    .place = place,
    .indicator = (guint16) figure->indicator,
    .verdict = (guint8) verdict,
    .gives = figure->gives,
    .period = figure->period,
    .row = self->row + 1,
    .column = (guint16) (figure->column + 1),
    .status = (guint8) figure->status,
    .value = figure->value,
    .base = figure->base,
    .growth = figure->growth,
  };

  g_array_append_val (self->reading->batch->rows, row);
}

static void
append_refused (Reader *self, guint place, guint column)
{
  Figure nothing = { G_MAXUINT16,        DUI_PERIOD_NONE,    DUI_STATUS_NONE,    0, column,
                     DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, 0 };

  append_row (self, &nothing, place, DUI_ROW_REFUSED);
}

static DuiIndicator *
get_indicator (const Reader *self, int indicator)
{
  return g_ptr_array_index (self->recognition->catalog->indicators, (guint) indicator);
}

/* A measure in the heading must convert; one of the whole sheet counts where it does: a sheet in
 * 万元 has its electricity in 万千瓦时 all the same. */
static gint8
find_shift (const Reader *self, const DuiFigureColumn *column, int indicator)
{
  const char *to = dui_indicator_get_measure (get_indicator (self, indicator));
  int shift = 0;

  if (column->measure)
    return dui_measure_convert (column->measure, to, &shift) ? (gint8) shift : NO_SHIFT;
  if (self->layout->sheet_measure && dui_measure_convert (self->layout->sheet_measure, to, &shift))
    return (gint8) shift;
  return 0;
}

static gint8
get_shift (const Reader *self, guint group, int indicator, gboolean of_base)
{
  return self->shifts[(group * self->n_indicators + (guint) indicator) * 2 + (of_base ? 1 : 0)];
}

static void
make_shifts (Reader *self)
{
  self->n_indicators = self->recognition->catalog->indicators->len;
  self->shifts = g_new0 (gint8, (gsize) self->layout->n_groups * self->n_indicators * 2 + 1);
  for (guint group = 0; group < self->layout->n_groups; group++)
    for (guint indicator = 0; indicator < self->n_indicators; indicator++)
      {
        gint8 *shift = &self->shifts[(group * self->n_indicators + indicator) * 2];

        shift[0] = find_shift (self, &self->layout->groups[group].value, (int) indicator);
        shift[1] = find_shift (self, &self->layout->groups[group].base, (int) indicator);
      }
}

static gboolean
refuse_cell (const Reader *self, DuiNoticeKind kind, int column, const char *reason)
{
  DuiNotices *notices = self->recognition->notices;

  if (dui_notices_wants (notices, kind, self->row + 1))
    dui_notices_add (notices, kind, self->row + 1, (guint) column + 1, "%s", reason);
  return FALSE;
}

static gboolean
refuse_number (const Reader *self,
               const DuiCell *cell,
               const char *measure,
               gboolean in_words,
               int column)
{
  g_autoptr (GError) error = NULL;
  DuiNumberText number;

  if (!dui_notices_wants (self->recognition->notices, DUI_NOTICE_CELL, self->row + 1))
    return FALSE;
  dui_number_text_read (dui_sheet_get_cell_text (self->recognition->sheet, cell), cell->length,
                        measure, in_words, &number, &error);
  dui_notices_add (self->recognition->notices, DUI_NOTICE_CELL, self->row + 1, (guint) column + 1,
                   "%s", error->message);
  return FALSE;
}

static void
warn_of_loss (const Reader *self, const DuiNumberText *number, const DuiCell *cell, int column)
{
  DuiNotices *notices = self->recognition->notices;
  DuiNoticeKind kind = number->shortened ? DUI_NOTICE_SHORTENED : DUI_NOTICE_LOSSY;
  g_autofree char *text = NULL;

  if (!dui_notices_wants (notices, kind, self->row + 1))
    return;
  text = g_strndup (dui_sheet_get_cell_text (self->recognition->sheet, cell), cell->length);
  if (number->shortened)
    dui_notices_add (
        notices, kind, self->row + 1, (guint) column + 1,
        _ ("“%s” was shortened by a spreadsheet and may lack digits; show the cell as a "
           "plain number and save again"),
        text);
  else
    dui_notices_add (notices, kind, self->row + 1, (guint) column + 1,
                     _ ("“%s” has more digits than are kept; it was rounded"), text);
}

static gboolean
to_amount (const Reader *self,
           const DuiNumberText *number,
           const DuiCell *cell,
           int column,
           int places,
           DuiAmount *amount)
{
  gboolean lossy;

  if (!dui_number_text_to_amount (number, places, amount, &lossy))
    {
      g_autofree char *text
          = g_strndup (dui_sheet_get_cell_text (self->recognition->sheet, cell), cell->length);
      g_autofree char *reason = g_strdup_printf (_ ("“%s” is too large; check the measure"), text);

      return refuse_cell (self, DUI_NOTICE_AMOUNT, column, reason);
    }
  if (G_UNLIKELY (lossy || number->shortened))
    warn_of_loss (self, number, cell, column);
  return TRUE;
}

/* The shift of a cell: its own measure, else the row's, else the heading's or the sheet's. */
static gboolean
find_cell_shift (Reader *self,
                 const DuiNumberText *number,
                 guint group,
                 const Figure *figure,
                 int column,
                 gboolean of_base,
                 int *shift)
{
  const char *measure = dui_row_keys_get_measure (&self->keys, self->row);
  const char *to = dui_indicator_get_measure (get_indicator (self, figure->indicator));
  const DuiFigureGroup *columns = &self->layout->groups[group];
  g_autofree char *reason = NULL;

  *shift = get_shift (self, group, figure->indicator, of_base);
  if (number->has_measure)
    *shift = 0; /* it is in the number already */
  else if (measure && !dui_measure_convert (measure, to, shift))
    *shift = NO_SHIFT;
  else if (*shift == NO_SHIFT)
    measure = of_base ? columns->base.measure : columns->value.measure;
  if (*shift == NO_SHIFT)
    reason = g_strdup_printf (
        /* Translators: 1 and 2 measures such as 吨 and 万元. */
        _ ("The figures are in %1$s, which is not what the indicator is measured in (%2$s); "
           "correct the "
           "measure or the indicator"),
        measure, to);
  else if (number->percent && !dui_measure_convert ("%", to, &(int){ 0 }))
    reason = g_strdup_printf (
        _ ("A percentage stands where an amount in %s is needed; correct the cell "
           "or the heading"),
        to);
  return reason ? refuse_cell (self, DUI_NOTICE_CELL, column, reason) : TRUE;
}

/* A value or base; FALSE with an error said. */
static gboolean
read_amount (Reader *self, guint group, Figure *figure, gboolean of_base)
{
  const DuiFigureGroup *columns = &self->layout->groups[group];
  int column = of_base ? columns->base.column : columns->value.column, shift;
  const DuiCell *cell = filled_cell (self, column);
  DuiIndicator *indicator = get_indicator (self, figure->indicator);
  const char *measure = dui_indicator_get_measure (indicator);
  DuiNumberText number;

  if (!cell)
    return TRUE;
  switch (dui_number_text_read (dui_sheet_get_cell_text (self->recognition->sheet, cell),
                                cell->length, measure, FALSE, &number, NULL))
    {
    case DUI_NUMBER_TEXT_REFUSED:
      return refuse_number (self, cell, measure, FALSE, column);
    case DUI_NUMBER_TEXT_NOTHING:
      return TRUE;
    case DUI_NUMBER_TEXT_NUMBER:
    default:
      break;
    }
  if (!find_cell_shift (self, &number, group, figure, column, of_base, &shift)
      || !to_amount (self, &number, cell, column, dui_indicator_get_scale (indicator) + shift,
                     of_base ? &figure->base : &figure->value))
    return FALSE;
  if (figure->gives == 0)
    figure->column = (guint) column;
  figure->gives |= of_base ? DUI_GIVES_BASE : DUI_GIVES_VALUE;
  if (!of_base)
    figure->places = dui_indicator_get_scale (indicator) + shift + number.shift - number.decimals;
  return TRUE;
}

static gboolean
read_growth (Reader *self, const DuiFigureColumn *growth, Figure *figure)
{
  const DuiCell *cell = filled_cell (self, growth->column);
  DuiNumberText number;
  gboolean percent;

  if (!cell)
    return TRUE;
  switch (dui_number_text_read (dui_sheet_get_cell_text (self->recognition->sheet, cell),
                                cell->length, NULL, TRUE, &number, NULL))
    {
    case DUI_NUMBER_TEXT_REFUSED:
      return refuse_number (self, cell, NULL, TRUE, growth->column);
    case DUI_NUMBER_TEXT_NOTHING:
      return TRUE;
    case DUI_NUMBER_TEXT_NUMBER:
    default:
      break;
    }
  percent = number.percent || !growth->fraction;
  if (!to_amount (self, &number, cell, growth->column, DUI_GROWTH_SCALE - (percent ? 2 : 0),
                  &figure->growth))
    return FALSE;
  if (figure->gives == 0)
    figure->column = (guint) growth->column;
  figure->gives |= DUI_GIVES_GROWTH;
  return TRUE;
}

/* A growth-only indicator has its rate in whatever column there is (DESIGN §3 "indicator"). */
static gboolean
read_rate (Reader *self, guint group, Figure *figure)
{
  const DuiFigureGroup *columns = &self->layout->groups[group];
  DuiFigureColumn rate = columns->value.column != DUI_NO_COLUMN ? columns->value : columns->growth;

  return read_growth (self, &rate, figure);
}

static gboolean
read_figure (Reader *self, guint group, Figure *figure)
{
  const DuiFigureGroup *columns = &self->layout->groups[group];
  gboolean ok;

  if (dui_indicator_get_kind (get_indicator (self, figure->indicator)) == DUI_KIND_GROWTH_ONLY)
    return read_rate (self, group, figure);
  ok = read_amount (self, group, figure, FALSE);
  if (columns->base.column != DUI_NO_COLUMN)
    ok = read_amount (self, group, figure, TRUE) && ok;
  if (columns->growth.column != DUI_NO_COLUMN)
    ok = read_growth (self, &columns->growth, figure) && ok;
  return ok;
}

static gboolean
refuse_calendar (Reader *self, const Figure *figure)
{
  DuiIndicator *indicator = get_indicator (self, figure->indicator);
  g_autofree char *period = dui_period_to_label (figure->period);
  g_autofree char *reason = NULL;

  /* Translators: 1 an indicator, 2 a period. */
  reason = g_strdup_printf (
      dui_period_month (figure->period) == 1
          ? _ ("%1$s does not publish January alone; leave %2$s out or report months 1–2")
          : _ ("%1$s is published by the quarter; leave %2$s out"),
      dui_indicator_get_display_name (indicator), period);
  return refuse_cell (self, DUI_NOTICE_CALENDAR, (int) figure->column, reason);
}

static gboolean
check_period (Reader *self, const Figure *figure)
{
  DuiPeriod today = self->recognition->options->today;

  if (figure->period > today)
    {
      g_autofree char *period = dui_period_to_label (figure->period);
      g_autofree char *reason
          = g_strdup_printf (_ ("%s is not over yet; correct the period"), period);

      return refuse_cell (self, DUI_NOTICE_FUTURE, (int) figure->column, reason);
    }
  if (!dui_period_is_published (
          figure->period, dui_indicator_get_calendar (get_indicator (self, figure->indicator))))
    return refuse_calendar (self, figure);
  return TRUE;
}

static void
add_sum (Reader *self, const Figure *figure, guint group, DuiPlaceTextKind kind)
{
  const DuiFigureGroup *columns = &self->layout->groups[group];
  DuiSum sum = {
    .indicator = figure->indicator,
    .period = figure->period,
    .value = figure->value,
    .base = figure->base,
    .places = figure->places,
    .row = self->row + 1,
    .value_column = (guint) columns->value.column + 1,
    .base_column = (guint) columns->base.column + 1,
    .first_part = kind == DUI_PLACE_TEXT_SUBTOTAL ? self->last_subtotal : self->first_part,
    .end_part = kind == DUI_PLACE_TEXT_SUBTOTAL ? self->reading->batch->rows->len : G_MAXUINT,
  };

  g_array_append_val (self->reading->sums, sum);
}

static gboolean
group_is_filled (const Reader *self, const DuiFigureGroup *group)
{
  return filled_cell (self, group->value.column) || filled_cell (self, group->base.column)
         || filled_cell (self, group->growth.column);
}

static void
read_group (Reader *self, guint index, const DuiPlaceText *place, int row_indicator)
{
  const DuiFigureGroup *group = &self->layout->groups[index];
  gboolean is_place = place->kind == DUI_PLACE_TEXT_PLACE, ok;
  int first = group->value.column != DUI_NO_COLUMN  ? group->value.column
              : group->base.column != DUI_NO_COLUMN ? group->base.column
                                                    : group->growth.column;
  Figure figure = {
    .indicator = group->indicator != DUI_NO_INDICATOR ? group->indicator : row_indicator,
    .column = (guint) first,
    .value = DUI_AMOUNT_MISSING,
    .base = DUI_AMOUNT_MISSING,
    .growth = DUI_AMOUNT_MISSING,
  };

  if (!group_is_filled (self, group))
    return;
  if (figure.indicator == DUI_NO_INDICATOR)
    {
      append_refused (self, place->place, figure.column);
      return;
    }
  figure.period = dui_row_keys_get_period (&self->keys, self->row, group);
  if (figure.period == DUI_PERIOD_NONE)
    {
      append_refused (self, place->place, figure.column);
      return;
    }
  ok = dui_row_keys_get_status (&self->keys, self->row, group, &figure.status);
  ok = read_figure (self, index, &figure) && ok;
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
  *indicator = dui_row_keys_get_indicator (&self->keys, self->row, &said);
  if (*indicator != DUI_NO_INDICATOR)
    return TRUE;
  return said ? FALSE
              : refuse_cell (self, DUI_NOTICE_INDICATOR, self->layout->indicator,
                             _ ("The row names no indicator; write its name or code"));
}

/* The last row of a file that was cut off. */
static gboolean
is_cut_row (const Reader *self, const DuiPlaceText *place)
{
  const DuiSheet *sheet = self->recognition->sheet;

  return sheet->cut && self->row + 1 == sheet->n_rows && place->kind == DUI_PLACE_TEXT_PLACE;
}

static gboolean
refuse_cut_row (Reader *self)
{
  guint length = dui_sheet_get_row_length (self->recognition->sheet, self->row);

  return refuse_cell (
      self, DUI_NOTICE_CUT, (int) length - 1,
      _ ("The file ends in the middle of this row: it was cut off; have it sent again, "
         "or complete the row"));
}

static void
read_row (Reader *self, gboolean filled)
{
  DuiPlaceText place = dui_row_keys_get_place (&self->keys, self->row, filled);
  int indicator;

  switch (place.kind)
    {
    case DUI_PLACE_TEXT_NOTE:
      return;
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
      return;
    }
  if (!filled)
    return;
  if (!find_row_indicator (self, &indicator))
    {
      append_refused (self, place.place, (guint) self->layout->indicator);
      return;
    }
  for (guint group = 0; group < self->layout->n_groups; group++)
    read_group (self, group, &place, indicator);
  if (place.kind == DUI_PLACE_TEXT_SUBTOTAL)
    self->last_subtotal = self->reading->batch->rows->len;
}

/* What no row and no heading says must be said for the whole sheet. */
static gboolean
check_sheet_says (const DuiRecognition *recognition, const DuiLayout *layout)
{
  for (guint i = 0; i < layout->n_groups; i++)
    if (layout->groups[i].indicator == DUI_NO_INDICATOR && layout->indicator == DUI_NO_COLUMN
        && layout->sheet_indicator == DUI_NO_INDICATOR)
      {
        dui_notices_wants (recognition->notices, DUI_NOTICE_INDICATOR, layout->first_row + 1);
        dui_notices_add (
            recognition->notices, DUI_NOTICE_INDICATOR, layout->first_row + 1, 0,
            _ ("The sheet does not say which indicator its figures are of; name it in a "
               "heading or in the title, or choose it for the import"));
        return FALSE;
      }
  return layout->n_groups > 0
         && (layout->place != DUI_NO_COLUMN || layout->code != DUI_NO_COLUMN
             || layout->sheet_place != DUI_NO_PLACE);
}

static gboolean
check_sheet_period (const DuiRecognition *recognition, const DuiLayout *layout)
{
  for (guint i = 0; i < layout->n_groups && layout->period == DUI_NO_COLUMN; i++)
    {
      DuiPeriodText period = layout->groups[i].period;
      g_autofree char *reason = NULL;

      dui_period_text_complete (&period, &layout->sheet_period);
      if (period.kind == DUI_PERIOD_TEXT_MONTH
          && (period.year != 0 || layout->year != DUI_NO_COLUMN))
        continue;
      if (period.kind == DUI_PERIOD_TEXT_NONE || period.kind == DUI_PERIOD_TEXT_YEAR)
        reason
            = g_strdup (_ ("The sheet does not say which period its figures are of; write it into "
                           "the title, such as 2021年1—11月"));
      else
        {
          g_autofree char *short_label
              = dui_period_to_short_label (dui_period_new (2000, MAX (period.month, 1)));

          reason = dui_period_text_explain (&period, short_label);
        }
      dui_notices_wants (recognition->notices, DUI_NOTICE_PERIOD, layout->first_row + 1);
      dui_notices_add (recognition->notices, DUI_NOTICE_PERIOD, layout->first_row + 1, 0, "%s",
                       reason);
      return FALSE;
    }
  return TRUE;
}

guint
dui_rows_read (const DuiRecognition *recognition, DuiLayout *layout, DuiReading *reading)
{
  Reader self = { .recognition = recognition, .layout = layout, .reading = reading };
  guint n_rows = recognition->sheet->n_rows, end = layout->first_data;

  if (!check_sheet_says (recognition, layout) || !check_sheet_period (recognition, layout))
    return n_rows;
  dui_growth_form_find (recognition, layout);
  dui_row_keys_init (&self.keys, recognition, layout, reading);
  make_shifts (&self);
  self.first_part = self.last_subtotal = reading->batch->rows->len;
  for (self.row = layout->first_data; self.row < n_rows; self.row++)
    {
      gboolean filled = has_figures (&self);

      if (G_UNLIKELY (dui_row_keys_begins_table (&self.keys, self.row)))
        break;
      read_row (&self, filled);
      if (filled)
        end = self.row + 1;
    }
  g_free (self.shifts);
  dui_row_keys_clear (&self.keys);
  return self.row < n_rows ? end : n_rows;
}
