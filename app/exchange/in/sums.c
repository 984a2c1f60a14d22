/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/sums.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"

/* A sheet whose sums would take longer than that to add up is no sheet of an office. */
#define MAX_VISITED 100000000

typedef struct
{
  DuiBatch *batch;
  DuiNotices *notices;
  guint n_places;
  const DuiMembership **memberships; /* the first one of each place; NULL for none */

  /* Of the block of rows of one indicator and period that is looked at. */
  const DuiBatchRow *rows;
  guint n_rows;
  guint64 n_visited; /* rows so far */
  guint *n_members;  /* by place: how many of its members are in the block */
} Sums;

/* What a sum may be: all places, or those that the membership adds up. */
typedef struct
{
  DuiWide all, in_total;
  guint n_all, n_in_total;
  int digit; /* the finest last digit of the parts, as printed */
} Total;

static const DuiMembership *
get_membership (const Sums *self, const DuiBatchRow *row)
{
  DuiCatalog *catalog = self->batch->catalog;
  const DuiMembership *membership
      = row->place < self->n_places ? self->memberships[row->place] : NULL;

  for (; membership && membership < catalog->memberships + catalog->n_memberships; membership++)
    if (membership->place == row->place && membership->from <= row->period
        && row->period <= membership->to)
      return membership;
  return NULL;
}

static gboolean
counts (const DuiBatchRow *row)
{
  return row->verdict != DUI_ROW_REFUSED && row->verdict != DUI_ROW_COMPARED;
}

/* The rows of one indicator and period, which stand together; FALSE where there are none. */
static gboolean
find_block (Sums *self, int indicator, DuiPeriod period)
{
  const GArray *rows = self->batch->rows;
  guint first = 0, past = rows->len;

  while (first < past)
    {
      guint middle = first + (past - first) / 2;
      const DuiBatchRow *row = &g_array_index (rows, DuiBatchRow, middle);
      gboolean before
          = row->indicator != indicator ? row->indicator < indicator : row->period < period;

      /* Refused rows without a key stand at the end. */
      if (before && row->period != DUI_PERIOD_NONE && row->place != DUI_NO_PLACE)
        first = middle + 1;
      else
        past = middle;
    }
  self->rows = &g_array_index (rows, DuiBatchRow, first);
  for (past = first; past < rows->len; past++)
    if (g_array_index (rows, DuiBatchRow, past).indicator != indicator
        || g_array_index (rows, DuiBatchRow, past).period != period
        || g_array_index (rows, DuiBatchRow, past).place == DUI_NO_PLACE)
      break;
  self->n_rows = past - first;
  self->n_visited += self->n_rows;
  return self->n_rows > 0 && self->n_visited < MAX_VISITED;
}

/* A level or a rate has no sum. */
static gboolean
is_added_up (const Sums *self, int indicator)
{
  return indicator < (int) self->batch->catalog->indicators->len
         && dui_indicator_get_kind (g_ptr_array_index (self->batch->catalog->indicators, indicator))
                == DUI_KIND_CUMULATIVE;
}

static void
count_members (Sums *self, int step)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const DuiMembership *membership
          = counts (&self->rows[i]) ? get_membership (self, &self->rows[i]) : NULL;

      if (membership && membership->in_total)
        self->n_members[membership->parent] += (guint) step;
    }
}

/* A place whose members are there is left out of a sum: it would count twice. */
static Total
add_up (const Sums *self, const DuiSum *sum, gboolean of_base)
{
  Total total = { .digit = G_MAXINT8 };

  for (guint i = 0; i < self->n_rows; i++)
    {
      const DuiBatchRow *row = &self->rows[i];
      DuiAmount amount = of_base ? row->base : row->value;
      const DuiMembership *membership;

      if (!counts (row) || dui_amount_is_missing (amount)
          || (sum->is_part_known && (row->row < sum->first_part || row->row > sum->end_part))
          || (row->place < self->n_places && self->n_members[row->place] > 0))
        continue;
      membership = get_membership (self, row);
      total.digit = MIN (total.digit, row->digit);
      total.all += amount;
      total.n_all++;
      if (membership && !membership->in_total)
        continue;
      total.in_total += amount;
      total.n_in_total++;
    }
  return total;
}

static DuiWide
worth (int digit)
{
  return digit > 0 ? dui_power_of_ten (MIN (digit, 18)) : 1;
}

/* Rounding each of n parts to their last printed digit explains up to n halves of it, rounding the
 * sum half of its own. A column printed in one format has one last digit, though zeros at its end
 * may be left out: the finest one counts for all. */
static gboolean
is_explained (DuiWide difference, guint n, int part_digit, int sum_digit)
{
  DuiWide by_parts = worth (MIN (part_digit, sum_digit)) * (DuiWide) n;

  if (difference < 0)
    difference = -difference;
  return difference * 2 <= MAX (by_parts, worth (sum_digit));
}

static char *
wide_to_string (DuiWide amount, int scale)
{
  return dui_ratio_to_string (dui_ratio_new (amount, dui_power_of_ten (scale)), MIN (scale, 2));
}

static void
compare (const Sums *self, const DuiSum *sum, DuiAmount printed, gboolean of_base)
{
  DuiIndicator *indicator = g_ptr_array_index (self->batch->catalog->indicators, sum->indicator);
  int scale = dui_indicator_get_scale (indicator);
  Total total = add_up (self, sum, of_base);
  g_autofree char *given = NULL;
  g_autofree char *found = NULL;

  if (total.n_all == 0
      || is_explained (printed - total.in_total, total.n_in_total, total.digit, sum->digit)
      || is_explained (printed - total.all, total.n_all, total.digit, sum->digit)
      || !dui_notices_wants (self->notices, DUI_NOTICE_SUM,
                             of_base ? sum->base_row : sum->value_row))
    return;
  given = wide_to_string (printed, scale);
  found = wide_to_string (total.in_total, scale);
  dui_notices_add (
      self->notices, DUI_NOTICE_SUM, of_base ? sum->base_row : sum->value_row,
      of_base ? sum->base_column : sum->value_column,
      /* Translators: 1 the printed sum, 2 its measure, 3 number of places, 4 their sum. */
      ngettext ("The sum %1$s %2$s is not that of the %3$u place in the sheet, %4$s "
                "%2$s; check both. A sum is not imported",
                "The sum %1$s %2$s is not that of the %3$u places in the sheet, %4$s "
                "%2$s; check both. A sum is not imported",
                total.n_in_total),
      given, dui_measure_display (dui_indicator_get_measure (indicator)), total.n_in_total, found);
}

static void
compare_printed (Sums *self, const GArray *sums)
{
  for (guint i = 0; i < sums->len; i++)
    {
      const DuiSum *sum = &g_array_index (sums, DuiSum, i);

      if (!is_added_up (self, sum->indicator) || !find_block (self, sum->indicator, sum->period))
        continue;
      count_members (self, 1);
      if (!dui_amount_is_missing (sum->value))
        compare (self, sum, sum->value, FALSE);
      if (!dui_amount_is_missing (sum->base))
        compare (self, sum, sum->base, TRUE);
      count_members (self, -1);
    }
}

/* How many members make up the total of @parent. */
static guint
count_due (const Sums *self, guint parent, DuiPeriod period)
{
  const DuiCatalog *catalog = self->batch->catalog;
  guint n_due = 0;

  for (guint i = 0; i < catalog->n_memberships; i++)
    n_due += catalog->memberships[i].parent == parent && catalog->memberships[i].in_total
             && catalog->memberships[i].from <= period && period <= catalog->memberships[i].to;
  return n_due;
}

static void
compare_own (Sums *self, const DuiBatchRow *own)
{
  DuiIndicator *indicator = g_ptr_array_index (self->batch->catalog->indicators, own->indicator);
  int scale = dui_indicator_get_scale (indicator), digit = G_MAXINT8;
  DuiPlace *place = dui_catalog_get_place (self->batch->catalog, own->place);
  g_autofree char *given = NULL;
  g_autofree char *found = NULL;
  DuiWide total = 0;
  guint n = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const DuiMembership *membership
          = counts (&self->rows[i]) ? get_membership (self, &self->rows[i]) : NULL;

      if (!membership || membership->parent != own->place || !membership->in_total
          || dui_amount_is_missing (self->rows[i].value))
        continue;
      total += self->rows[i].value;
      digit = MIN (digit, self->rows[i].digit);
      n++;
    }
  if (n < count_due (self, own->place, own->period)
      || is_explained (own->value - total, n, digit, own->digit)
      || !dui_notices_wants (self->notices, DUI_NOTICE_OWN, own->row))
    return;
  given = wide_to_string (own->value, scale);
  found = wide_to_string (total, scale);
  dui_notices_add (
      self->notices, DUI_NOTICE_OWN, own->row, own->column,
      /* Translators: 1 a place, 2 its own figure, 3 the measure, 4 number of its members,
       * 5 their sum. */
      _ ("%1$s's own figure %2$s %3$s is kept; the sum of its %4$u members is %5$s %3$s (the "
         "rest is of units outside of them, or a figure is wrong)"),
      dui_place_get_name (place), given,
      dui_measure_display (dui_indicator_get_measure (indicator)), n, found);
}

/* Block after block: the own figures of places whose members are there. */
static void
compare_all_own (Sums *self)
{
  const GArray *rows = self->batch->rows;

  for (guint at = 0; at < rows->len;)
    {
      const DuiBatchRow *first = &g_array_index (rows, DuiBatchRow, at);
      guint past = at;

      while (past < rows->len
             && g_array_index (rows, DuiBatchRow, past).indicator == first->indicator
             && g_array_index (rows, DuiBatchRow, past).period == first->period)
        past++;
      self->rows = first;
      self->n_rows = past - at;
      at = past;
      if (first->period == DUI_PERIOD_NONE || self->n_rows < 2
          || !is_added_up (self, first->indicator))
        continue;
      count_members (self, 1);
      for (guint i = 0; i < self->n_rows; i++)
        if (counts (&self->rows[i]) && self->rows[i].place < self->n_places
            && self->n_members[self->rows[i].place] > 0
            && !dui_amount_is_missing (self->rows[i].value))
          compare_own (self, &self->rows[i]);
      count_members (self, -1);
    }
}

void
dui_sums_compare (DuiBatch *batch, GArray *sums, DuiNotices *notices)
{
  const DuiCatalog *catalog = batch->catalog;
  g_autofree const DuiMembership **memberships
      = g_new0 (const DuiMembership *, catalog->places->len + 1);
  g_autofree guint *n_members = g_new0 (guint, catalog->places->len + 1);
  Sums self = { batch, notices, catalog->places->len, memberships, NULL, 0, 0, n_members };

  for (guint i = catalog->n_memberships; i-- > 0;)
    memberships[catalog->memberships[i].place] = &catalog->memberships[i];
  compare_printed (&self, sums);
  compare_all_own (&self);
}
