/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/split.h"
#include "analysis/members.h"

#include <glib/gi18n-lib.h>

/* What one of the parts lacks when it is rounded down. */
typedef struct
{
  __int128 remainder;
  guint at;
} Rest;

static int
compare_rests (gconstpointer a,
               gconstpointer b)
{
  const Rest *left = a, *right = b;

  if (left->remainder != right->remainder)
    return left->remainder > right->remainder ? -1 : 1;
  return (left->at > right->at) - (left->at < right->at);
}

gboolean
dui_split_parts (DuiAmount total,
                 const DuiAmount *weights,
                 guint n,
                 DuiAmount step,
                 DuiAmount *parts)
{
  g_autofree Rest *rests = g_new (Rest, n);
  DuiAmount unit = total % step == 0 ? step : 1, left = total / unit;
  __int128 sum = 0;

  g_return_val_if_fail (total >= 0 && step > 0, FALSE);

  for (guint i = 0; i < n; i++)
    sum += weights[i];
  if (sum <= 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      __int128 quota = (__int128) (total / unit) * weights[i];
      DuiAmount whole = (DuiAmount) (quota / sum);

      rests[i] = (Rest){ quota % sum, i };
      parts[i] = whole * unit;
      left -= whole;
    }
  qsort (rests, n, sizeof (Rest), compare_rests);
  for (guint i = 0; i < (guint) left; i++)
    parts[rests[i].at] += unit;
  return TRUE;
}

static DuiAmount
find_given (const GArray *given,
            guint place)
{
  for (guint i = 0; given && i < given->len; i++)
    if (g_array_index (given, DuiSplitGiven, i).place == place)
      return g_array_index (given, DuiSplitGiven, i).part;
  return DUI_AMOUNT_MISSING;
}

static DuiAmount
find_target (const DuiPanel *panel,
             guint place,
             int year,
             DuiDay day)
{
  const DuiTarget *target = dui_panel_get_target (panel, place, year, DUI_TIER_ASSESSED, day);

  return target ? target->value : DUI_AMOUNT_MISSING;
}

/* The smallest amount that is shown. */
static DuiAmount
find_step (DuiIndicator *indicator)
{
  int digits = dui_indicator_get_scale (indicator) + dui_indicator_get_shown_shift (indicator)
               - dui_indicator_get_decimals (indicator);

  return dui_power_of_ten (CLAMP (digits, 0, 18));
}

/* The month of @day in @year, or the nearest one. */
static DuiPeriod
find_month (int year,
            DuiDay day)
{
  return CLAMP (dui_period_new (day / 10000, day / 100 % 100), dui_period_new (year, 1),
                dui_period_new (year, 12));
}

static gboolean
gather (DuiSplit *self,
        const DuiPanel *panel,
        guint parent,
        int year,
        DuiDay day,
        const GArray *given)
{
  DuiPeriod period = find_month (year, day);
  g_auto (DuiMembers) members = { 0 };
  guint n_given = 0;

  dui_members_init (&members, panel->catalog, parent);
  for (guint i = 0; i < members.n_items; i++)
    {
      DuiSplitRow row = { .place = members.items[i].place, .weight = DUI_AMOUNT_MISSING };

      if (!dui_member_is_in_total (&members.items[i], period))
        continue;
      row.old = find_target (panel, row.place, year, day - 1);
      row.part = find_given (given, row.place);
      row.by_hand = !dui_amount_is_missing (row.part);
      n_given += row.by_hand;
      g_array_append_val (self->rows, row);
    }
  return given == NULL || n_given == given->len;
}

static void
weigh (DuiSplit *self,
       const DuiPanel *panel,
       int year,
       DuiSplitBy by)
{
  gboolean any_had_one = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    any_had_one |= !dui_amount_is_missing (g_array_index (self->rows, DuiSplitRow, i).old);
  for (guint i = 0; i < self->rows->len; i++)
    {
      DuiSplitRow *row = &g_array_index (self->rows, DuiSplitRow, i);

      if (row->by_hand || (any_had_one && dui_amount_is_missing (row->old)))
        continue;
      if (by == DUI_SPLIT_BY_SHARE)
        row->weight = row->old;
      else if (by == DUI_SPLIT_BY_BASE)
        row->weight
            = dui_panel_get_figure (panel, row->place, dui_period_new (year - 1, 12)).value;
      if (row->weight < 0)
        row->weight = DUI_AMOUNT_MISSING;
    }
}

/* What the whole has beyond its members: 县直、园区等 keep their share. */
static DuiAmount
weigh_elsewhere (const DuiSplit *self,
                 const DuiPanel *panel,
                 guint parent,
                 int year,
                 DuiSplitBy by)
{
  DuiPeriod december = dui_period_new (year - 1, 12);
  gboolean by_share = by == DUI_SPLIT_BY_SHARE;
  DuiAmount left = by_share ? self->old : dui_panel_get_figure (panel, parent, december).value;

  if (dui_amount_is_missing (left))
    return 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DuiSplitRow *row = &g_array_index (self->rows, DuiSplitRow, i);
      DuiAmount part
          = by_share ? row->old : dui_panel_get_figure (panel, row->place, december).value;

      if (!dui_amount_is_missing (part))
        left -= part;
    }
  return MAX (left, 0);
}

/* Splits @left to those that have a weight, and to @elsewhere. */
static gboolean
share_out (DuiSplit *self,
           DuiAmount left,
           DuiAmount elsewhere,
           DuiAmount step)
{
  g_autofree DuiAmount *weights = g_new (DuiAmount, self->rows->len + 1);
  g_autofree DuiAmount *parts = g_new (DuiAmount, self->rows->len + 1);
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      DuiAmount weight = g_array_index (self->rows, DuiSplitRow, i).weight;

      if (!dui_amount_is_missing (weight))
        weights[n++] = weight;
    }
  if (n == 0)
    return FALSE;
  weights[n] = elsewhere;
  if (!dui_split_parts (left, weights, n + 1, step, parts))
    return FALSE;
  n = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      DuiSplitRow *row = &g_array_index (self->rows, DuiSplitRow, i);

      if (!dui_amount_is_missing (row->weight))
        row->part = parts[n++];
    }
  return TRUE;
}

DuiSplitResult
dui_split_compute (const DuiPanel *panel,
                   guint parent,
                   int year,
                   DuiDay day,
                   DuiAmount total,
                   DuiSplitBy by,
                   const GArray *given,
                   DuiSplit **split)
{
  g_autoptr (DuiSplit) self = g_new0 (DuiSplit, 1);
  DuiAmount left = total;

  g_return_val_if_fail (total >= 0, DUI_SPLIT_TOO_MUCH);

  *split = NULL;
  self->rows = g_array_new (FALSE, FALSE, sizeof (DuiSplitRow));
  if (dui_indicator_get_kind (panel->indicator) != DUI_KIND_CUMULATIVE)
    return DUI_SPLIT_NO_SUM;
  self->total = total;
  self->old = find_target (panel, parent, year, day - 1);
  for (guint i = 0; given && i < given->len; i++)
    {
      left -= g_array_index (given, DuiSplitGiven, i).part;
      if (left < 0)
        return DUI_SPLIT_TOO_MUCH;
    }
  if (!gather (self, panel, parent, year, day, given))
    return DUI_SPLIT_NO_MEMBER;
  weigh (self, panel, year, by);
  if (by != DUI_SPLIT_BY_HAND
      && !share_out (self, left, weigh_elsewhere (self, panel, parent, year, by),
                     find_step (panel->indicator)))
    return DUI_SPLIT_NO_WEIGHTS;
  for (guint i = 0; i < self->rows->len; i++)
    {
      DuiAmount part = g_array_index (self->rows, DuiSplitRow, i).part;

      if (!dui_amount_is_missing (part))
        self->sum += part;
    }
  *split = g_steal_pointer (&self);
  return DUI_SPLIT_DONE;
}

void
dui_split_free (DuiSplit *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

DuiAmount
dui_split_sum_in_force (const DuiPanel *panel,
                        guint parent,
                        int year,
                        DuiDay day)
{
  DuiPeriod period = find_month (year, day);
  DuiAmount sum = DUI_AMOUNT_MISSING;
  g_auto (DuiMembers) members = { 0 };

  dui_members_init (&members, panel->catalog, parent);
  for (guint i = 0; i < members.n_items; i++)
    {
      DuiAmount target = find_target (panel, members.items[i].place, year, day);

      if (dui_member_is_in_total (&members.items[i], period) && !dui_amount_is_missing (target))
        sum = target + (dui_amount_is_missing (sum) ? 0 : sum);
    }
  return sum;
}

const char *
dui_split_explain (DuiSplitResult result)
{
  switch (result)
    {
    case DUI_SPLIT_NO_SUM:
      return _ ("this indicator's figures do not add up, and its target can't be split; set one for "
                "each place");
    case DUI_SPLIT_NO_WEIGHTS:
      return _ ("there is nothing to split by: no targets that held before that day, or no figures "
                "of the whole year before; choose another way, or give every part");
    case DUI_SPLIT_TOO_MUCH:
      return _ ("the parts given are more than the whole; correct them");
    case DUI_SPLIT_NO_MEMBER:
      return _ ("a part was given to a place that does not count in the total");
    case DUI_SPLIT_DONE:
    default:
      return NULL;
    }
}

GArray *
dui_split_new_targets (const DuiSplit *self,
                       const DuiTarget *whole)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (DuiTarget));

  g_array_append_val (targets, *whole);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DuiSplitRow *row = &g_array_index (self->rows, DuiSplitRow, i);
      DuiTarget target = *whole;

      if (dui_amount_is_missing (row->part))
        continue;
      target.place = row->place;
      target.value = row->part;
      g_array_append_val (targets, target);
    }
  return targets;
}
