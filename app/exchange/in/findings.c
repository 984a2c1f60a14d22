/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/findings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/measure.h"

/* So many times more or less than expected is rather another measure than another month (R19). */
#define SLIP 5.0

/* R4: half a tenth of a point, in units of DUI_GROWTH_SCALE. */
#define GROWTH_ONE G_GINT64_CONSTANT (10000000000)
#define GROWTH_TOLERANCE 5000000

/* Beyond these a growth is rather an amount, or a percent taken twice. */
#define GROWTH_MIN (-GROWTH_ONE)
#define GROWTH_MAX (5 * GROWTH_ONE)

static char *
amount_text (const DuiFindingsBlock *block, DuiAmount amount)
{
  return dui_amount_to_string (amount, dui_indicator_get_scale (block->indicator));
}

/* "1000 times" without a fraction; the nearest power of ten. */
static guint
nearest_power (double ratio)
{
  return (guint) lround (pow (10, MIN (lround (log10 (ratio)), 9)));
}

static void
warn_of_slip (DuiFindings *self,
              const DuiFindingsBlock *block,
              const DuiBatchRow *row,
              DuiAmount other,
              const char *other_label,
              double ratio)
{
  g_autofree char *value = NULL;
  g_autofree char *other_text = NULL;
  guint times = MAX (nearest_power (ratio > 1 ? ratio : 1 / ratio), 10);

  if (!dui_notices_wants (self->notices, DUI_NOTICE_SLIP, row->row))
    return;
  value = amount_text (block, row->value);
  other_text = amount_text (block, other);
  if (ratio > 1)
    dui_notices_add (self->notices, DUI_NOTICE_SLIP, row->row, row->column,
                     /* Translators: 1 a figure, 2 its measure, 3 a power of ten, 4 the period that
                      * it is compared with, 5 the figure then. */
                     _ ("%1$s %2$s is about %3$u times too much beside %4$s (%5$s %2$s); check the "
                        "measure, such as 千元 for 万元"),
                     value, dui_measure_display (dui_indicator_get_measure (block->indicator)),
                     times, other_label, other_text);
  else
    dui_notices_add (
        self->notices, DUI_NOTICE_SLIP, row->row, row->column,
        /* Translators: as above. */
        _ ("%1$s %2$s is about %3$u times too little beside %4$s (%5$s %2$s); check the "
           "measure, such as 亿元 for 万元"),
        value, dui_measure_display (dui_indicator_get_measure (block->indicator)), times,
        other_label, other_text);
}

/* @expected: how many times as much as @other is usual. */
static gboolean
is_slip (DuiAmount value, DuiAmount other, double expected, double *ratio)
{
  if (dui_amount_is_missing (other) || other <= 0 || value <= 0)
    return FALSE;
  *ratio = (double) value / ((double) other * expected);
  return *ratio >= SLIP || *ratio <= 1 / SLIP;
}

static void
warn_of_fall (DuiFindings *self,
              const DuiFindingsBlock *block,
              const DuiBatchRow *row,
              DuiPeriod other_period,
              DuiAmount other)
{
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;
  g_autofree char *other_text = NULL;

  if (!dui_notices_wants (self->notices, DUI_NOTICE_FALLS, row->row))
    return;
  label = dui_period_to_label (other_period);
  value = amount_text (block, row->value);
  other_text = amount_text (block, other);
  dui_notices_add (
      self->notices, DUI_NOTICE_FALLS, row->row, row->column,
      other_period < row->period
          /* Translators: 1 a cumulative figure, 2 its measure, 3 the period that it is
           * compared with, 4 the figure then. */
          ? _ ("The cumulative figure falls: %1$s %2$s after %4$s %2$s of %3$s; check "
               "whether it is the month's own")
          : _ ("The cumulative figure would fall: %1$s %2$s, but %4$s %2$s of %3$s in the "
               "book; check both"),
      value, dui_measure_display (dui_indicator_get_measure (block->indicator)), label, other_text);
}

/* The nearest earlier figure of the same year and its period; missing where there is none. */
static DuiAmount
find_before (const DuiFindingsBlock *block, guint column, DuiPeriod *period)
{
  int year = dui_period_year (block->period);
  DuiAmount value = DUI_AMOUNT_MISSING;

  for (*period = block->before; *period != DUI_PERIOD_NONE && dui_period_year (*period) == year;
       *period = dui_period_previous (*period, block->outlook->calendar))
    {
      value = dui_outlook_get (block->outlook, column, *period);
      if (!dui_amount_is_missing (value))
        break;
    }
  return value;
}

/* Beside an earlier period; TRUE when something was said. */
static gboolean
check_before (DuiFindings *self,
              const DuiFindingsBlock *block,
              const DuiBatchRow *row,
              DuiPeriod before,
              DuiAmount other)
{
  gboolean cumulative = block->outlook->kind == DUI_KIND_CUMULATIVE;
  double expected
      = cumulative ? (double) dui_period_month (row->period) / dui_period_month (before) : 1,
      ratio;
  g_autofree char *label = NULL;

  if (is_slip (row->value, other, expected, &ratio))
    {
      label = dui_period_to_label (before);
      warn_of_slip (self, block, row, other, label, ratio);
      return TRUE;
    }
  if (!cumulative || row->value >= other)
    return FALSE;
  warn_of_fall (self, block, row, before, other);
  return TRUE;
}

/* Beside the next period, where the book has it and the files do not give it anew. */
static void
check_after (DuiFindings *self, const DuiFindingsBlock *block, const DuiBatchRow *row, guint column)
{
  DuiPeriod next = dui_period_next (row->period, block->outlook->calendar);
  DuiAmount other;

  if (block->outlook->kind != DUI_KIND_CUMULATIVE
      || dui_period_year (next) != dui_period_year (row->period)
      || row->place >= block->outlook->book->n_places)
    return;
  other = dui_panel_get_figure (block->outlook->book, row->place, next).value;
  if (!dui_amount_is_missing (other) && row->value > other
      && dui_outlook_get (block->outlook, column, next) == other)
    warn_of_fall (self, block, row, next, other);
}

/* What would replace a figure of another magnitude. */
static gboolean
check_replaced (DuiFindings *self, const DuiFindingsBlock *block, const DuiBatchRow *row)
{
  DuiAmount old = DUI_AMOUNT_MISSING;
  double ratio;

  if (row->verdict == DUI_ROW_CHANGED && row->place < block->outlook->book->n_places)
    old = dui_panel_get_figure (block->outlook->book, row->place, row->period).value;
  if (!is_slip (row->value, old, 1, &ratio))
    return FALSE;
  warn_of_slip (self, block, row, old, _ ("the figure that the book has"), ratio);
  return TRUE;
}

/* Where there is no figure before it, last year's tells the magnitude. */
static void
check_magnitude (DuiFindings *self, const DuiFindingsBlock *block, const DuiBatchRow *row)
{
  guint column = dui_findings_column (self, row);
  DuiPeriod before;
  DuiAmount other = find_before (block, column, &before);
  double ratio;

  if (!dui_amount_is_missing (other))
    {
      if (check_before (self, block, row, before, other))
        return;
    }
  else if (!check_replaced (self, block, row))
    {
      other = !dui_amount_is_missing (row->base)
                  ? row->base
                  : dui_outlook_get (block->outlook, column, row->period - 12);
      if (is_slip (row->value, other, 1, &ratio))
        warn_of_slip (self, block, row, other, _ ("the same period of last year"), ratio);
    }
  check_after (self, block, row, column);
}

/* 增减 may head an increase in money. */
static void
check_plausible (DuiFindings *self, const DuiBatchRow *row)
{
  g_autofree char *reported = NULL;

  if (!(row->gives & DUI_GIVES_GROWTH) || dui_amount_is_missing (row->growth)
      || (row->growth >= GROWTH_MIN && row->growth <= GROWTH_MAX)
      || !dui_notices_wants (self->notices, DUI_NOTICE_GROWTH, row->row))
    return;
  reported = dui_ratio_to_string (dui_ratio_new (row->growth, GROWTH_ONE / 100), 2);
  dui_notices_add (self->notices, DUI_NOTICE_GROWTH, row->row, row->column,
                   _ ("A growth of %s %% is unusual; check whether the column holds an amount"),
                   reported);
}

static void
check_negative (DuiFindings *self, const DuiFindingsBlock *block, const DuiBatchRow *row)
{
  g_autofree char *value = NULL;

  if (row->value >= 0 || block->outlook->kind != DUI_KIND_CUMULATIVE
      || !dui_notices_wants (self->notices, DUI_NOTICE_NEGATIVE, row->row))
    return;
  value = amount_text (block, row->value);
  dui_notices_add (self->notices, DUI_NOTICE_NEGATIVE, row->row, row->column,
                   /* Translators: 1 a cumulative figure, 2 its measure. */
                   _ ("The cumulative figure is negative: %1$s %2$s; check it"), value,
                   dui_measure_display (dui_indicator_get_measure (block->indicator)));
}

/* R4: the growth as reported is printed, and asked about where value and base say another. */
static void
check_growth (DuiFindings *self, const DuiBatchRow *row)
{
  DuiWide difference;
  g_autofree char *reported = NULL;
  g_autofree char *computed = NULL;

  if (dui_amount_is_missing (row->growth) || dui_amount_is_missing (row->value)
      || dui_amount_is_missing (row->base) || row->base <= 0)
    return;
  difference = ((DuiWide) row->value - row->base) * GROWTH_ONE - (DuiWide) row->growth * row->base;
  if (difference < 0)
    difference = -difference;
  if (difference <= (DuiWide) GROWTH_TOLERANCE * row->base
      || !dui_notices_wants (self->notices, DUI_NOTICE_GROWTH, row->row))
    return;
  reported = dui_ratio_to_string (dui_ratio_new (row->growth, GROWTH_ONE / 100), 2);
  computed = dui_ratio_to_string (
      dui_ratio_scale (dui_ratio_new ((DuiWide) row->value - row->base, row->base), 100, 1), 2);
  dui_notices_add (
      self->notices, DUI_NOTICE_GROWTH, row->row, row->column,
      /* Translators: 1 growth as reported, 2 growth computed, both in percent. */
      _ ("The growth is reported as %1$s %% but is %2$s %% by value and base; the reported "
         "one is kept (comparable prices differ so), check it"),
      reported, computed);
}

static void
check_rows (DuiFindings *self, const DuiFindingsBlock *block)
{
  for (guint i = 0; i < block->n_rows; i++)
    {
      const DuiBatchRow *row = &block->rows[i];

      if (!dui_findings_changes (row))
        continue;
      check_growth (self, row);
      check_plausible (self, row);
      if (!dui_amount_is_missing (row->value))
        check_negative (self, block, row);
      if (!dui_amount_is_missing (row->value) && block->outlook->kind != DUI_KIND_GROWTH_ONLY)
        check_magnitude (self, block, row);
    }
}

static DuiPeriod
before_in_year (DuiPeriod period, DuiCalendar calendar)
{
  DuiPeriod before = dui_period_previous (period, calendar);

  return dui_period_year (before) == dui_period_year (period) ? before : DUI_PERIOD_NONE;
}

void
dui_findings_find (DuiBatch *batch,
                   DuiOutlook *const *outlooks,
                   const guint *columns,
                   DuiNotices *notices)
{
  DuiFindings self = { batch, notices, columns, batch->catalog->places->len, 0, 0 };
  const DuiBatchRow *rows = (const DuiBatchRow *) (gpointer) batch->rows->data;

  for (guint at = 0, past; at < batch->rows->len; at = past)
    {
      DuiFindingsBlock block = { .rows = &rows[at], .period = rows[at].period };

      for (past = at + 1; past < batch->rows->len && rows[past].indicator == rows[at].indicator
                          && rows[past].period == rows[at].period;
           past++)
        ;
      if (rows[at].indicator == G_MAXUINT16 || block.period == DUI_PERIOD_NONE
          || !outlooks[rows[at].indicator])
        continue;
      block.n_rows = past - at;
      block.outlook = outlooks[rows[at].indicator];
      block.indicator = g_ptr_array_index (batch->catalog->indicators, rows[at].indicator);
      block.before = before_in_year (block.period, block.outlook->calendar);
      check_rows (&self, &block);
      dui_findings_check_block (&self, &block);
    }
  dui_findings_check_all (&self);
}
