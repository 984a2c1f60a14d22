/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/figure-cells.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"

/* No conversion from the measure of a column to that of an indicator. */
#define NO_SHIFT G_MAXINT8

/* A base is printed in the measure of the figure beside it: 工业总产值（亿元）, 上年同期. */
static const char *
base_measure (const DuiFigureGroup *group)
{
  return group->base.measure ? group->base.measure : group->value.measure;
}

/* A measure in the heading must convert; one of the whole sheet counts where it does: a sheet in
 * 万元 has its electricity in 万千瓦时 all the same. */
static gint8
find_shift (const DuiFigureCells *self, const char *measure, int indicator)
{
  const char *to = self->measured[indicator].measure;
  int shift = 0;

  if (measure)
    return dui_measure_convert (measure, to, &shift) ? (gint8) shift : NO_SHIFT;
  if (self->layout->sheet_measure && dui_measure_convert (self->layout->sheet_measure, to, &shift))
    return (gint8) shift;
  return 0;
}

static gint8
get_shift (const DuiFigureCells *self, guint group, int indicator, gboolean of_base)
{
  return self->shifts[(group * self->n_indicators + (guint) indicator) * 2 + (of_base ? 1 : 0)];
}

void
dui_figure_cells_init (DuiFigureCells *self,
                       const DuiRecognition *recognition,
                       const DuiLayout *layout,
                       DuiRowKeys *keys)
{
  guint n = recognition->catalog->indicators->len;

  *self = (DuiFigureCells){ recognition, layout, keys };
  self->n_indicators = n;
  self->measured = g_new (DuiMeasured, n + 1);
  for (guint i = 0; i < n; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (recognition->catalog->indicators, i);

      self->measured[i]
          = (DuiMeasured){ dui_indicator_get_measure (indicator),
                           dui_indicator_get_scale (indicator), dui_indicator_get_kind (indicator),
                           dui_indicator_get_calendar (indicator) };
    }
  self->shifts = g_new (gint8, (gsize) layout->n_groups * n * 2 + 1);
  for (guint group = 0; group < layout->n_groups; group++)
    for (guint i = 0; i < n; i++)
      {
        gint8 *shift = &self->shifts[(group * n + i) * 2];

        shift[0] = find_shift (self, layout->groups[group].value.measure, (int) i);
        shift[1] = find_shift (self, base_measure (&layout->groups[group]), (int) i);
      }
}

void
dui_figure_cells_clear (DuiFigureCells *self)
{
  g_free (self->measured);
  g_free (self->shifts);
}

gboolean
dui_figure_cells_refuse (const DuiFigureCells *self,
                         DuiNoticeKind kind,
                         int column,
                         const char *reason)
{
  DuiNotices *notices = self->recognition->notices;

  if (dui_notices_wants (notices, kind, self->row + 1))
    dui_notices_add (notices, kind, self->row + 1, (guint) column + 1, "%s", reason);
  return FALSE;
}

static gboolean
refuse_number (const DuiFigureCells *self,
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
warn_of_loss (const DuiFigureCells *self,
              const DuiNumberText *number,
              const DuiCell *cell,
              int column)
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
to_amount (const DuiFigureCells *self,
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

      return dui_figure_cells_refuse (self, DUI_NOTICE_AMOUNT, column, reason);
    }
  if (G_UNLIKELY (lossy || number->shortened))
    warn_of_loss (self, number, cell, column);
  return TRUE;
}

/* The shift of a cell: its own measure, else the row's, else the heading's or the sheet's. */
static gboolean
find_cell_shift (DuiFigureCells *self,
                 const DuiNumberText *number,
                 guint group,
                 const DuiRowFigure *figure,
                 int column,
                 gboolean of_base,
                 int *shift)
{
  const char *measure = dui_row_keys_get_measure (self->keys, self->row);
  const char *to = self->measured[figure->indicator].measure;
  const DuiFigureGroup *columns = &self->layout->groups[group];
  g_autofree char *reason = NULL;

  *shift = get_shift (self, group, figure->indicator, of_base);
  if (number->has_measure)
    *shift = 0; /* it is in the number already */
  else if (measure && !dui_measure_convert (measure, to, shift))
    *shift = NO_SHIFT;
  else if (*shift == NO_SHIFT)
    measure = of_base ? base_measure (columns) : columns->value.measure;
  if (*shift == NO_SHIFT)
    reason = g_strdup_printf (
        /* Translators: 1 and 2 measures such as 吨 and 万元. */
        _ ("The figures are in %1$s, which is not what the indicator is measured in (%2$s); "
           "correct the measure or the indicator"),
        dui_measure_display (measure), dui_measure_display (to));
  else if (number->percent && !dui_measure_convert ("%", to, &(int){ 0 }))
    reason = g_strdup_printf (
        _ ("A percentage stands where an amount in %s is needed; correct the cell "
           "or the heading"),
        dui_measure_display (to));
  return reason ? dui_figure_cells_refuse (self, DUI_NOTICE_CELL, column, reason) : TRUE;
}

/* A value or base; FALSE with an error said. */
static gboolean
read_amount (DuiFigureCells *self, guint group, DuiRowFigure *figure, gboolean of_base)
{
  const DuiFigureGroup *columns = &self->layout->groups[group];
  int column = of_base ? columns->base.column : columns->value.column, shift;
  const DuiCell *cell = dui_figure_cells_get (self, column);
  const DuiMeasured *measured = &self->measured[figure->indicator];
  const char *measure = measured->measure;
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
      || !to_amount (self, &number, cell, column, measured->scale + shift,
                     of_base ? &figure->base : &figure->value))
    return FALSE;
  if (figure->gives == 0)
    figure->column = (guint) column;
  figure->gives |= of_base ? DUI_GIVES_BASE : DUI_GIVES_VALUE;
  if (!of_base)
    figure->digit = measured->scale + shift + number.shift - number.decimals;
  return TRUE;
}

static gboolean
read_growth (DuiFigureCells *self, const DuiFigureColumn *growth, DuiRowFigure *figure)
{
  const DuiCell *cell = dui_figure_cells_get (self, growth->column);
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
read_rate (DuiFigureCells *self, guint group, DuiRowFigure *figure)
{
  const DuiFigureGroup *columns = &self->layout->groups[group];

  return read_growth (self, &columns->value, figure)
         && (figure->gives != 0 || read_growth (self, &columns->growth, figure));
}

gboolean
dui_figure_cells_read (DuiFigureCells *self, guint group, DuiRowFigure *figure)
{
  const DuiFigureGroup *columns = &self->layout->groups[group];
  gboolean ok;

  if (self->measured[figure->indicator].kind == DUI_KIND_GROWTH_ONLY)
    return read_rate (self, group, figure);
  ok = read_amount (self, group, figure, FALSE);
  if (columns->base.column != DUI_NO_COLUMN)
    ok = read_amount (self, group, figure, TRUE) && ok;
  if (columns->growth.column != DUI_NO_COLUMN)
    ok = read_growth (self, &columns->growth, figure) && ok;
  return ok;
}
