/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/peers.h"
#include "analysis/lever.h"
#include "analysis/points.h"
#include "analysis/standing.h"

static DuiRatio
measure_lead (const DuiPanel *panel, guint parent, DuiPeriod period, DuiRatio growth)
{
  DuiProgress above;

  dui_progress_compute (panel, parent, period, &above);
  if (!dui_progress_is_reported (&above, panel->indicator) || dui_ratio_is_missing (above.growth))
    return DUI_RATIO_MISSING;
  return dui_points_between (growth, above.growth);
}

gboolean
dui_peer_standing_compute (const DuiPanel *panel,
                           guint place,
                           DuiPeriod period,
                           DuiPeerStanding *self)
{
  guint parent = dui_catalog_get_parent (panel->catalog, place, period);
  g_autoptr (DuiStanding) standing = NULL;
  const DuiStandingRow *row, *worst;

  if (parent == DUI_NO_PLACE)
    return FALSE;
  standing = dui_standing_compute (panel, parent, period, DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0);
  row = dui_neighbours_row (standing, place);
  if (!row || standing->rows->len < 2)
    return FALSE;
  worst = &g_array_index (standing->rows, DuiStandingRow, standing->rows->len - 1);
  *self = (DuiPeerStanding){
    .parent = parent,
    .rank = row->rank,
    .previous_rank = row->previous_rank,
    .change = row->change,
    .previous = standing->previous,
    .n_ranked = standing->rows->len,
    .tied = row->tied,
    .last = row->rank > 1 && row->rank == worst->rank,
    .provisional = standing->provisional,
    .lead = measure_lead (panel, parent, period, row->value),
  };
  return TRUE;
}

/* The standing of @period as a period of the history; the neighbours of now are @now. */
static void
fill_period (const DuiPeers *self,
             const DuiStanding *standing,
             const DuiNeighbours *now,
             DuiPeerPeriod *period)
{
  const DuiStandingRow *us = dui_neighbours_row (standing, self->place);
  const DuiStandingRow *above = dui_neighbours_row (standing, now->above);
  const DuiStandingRow *below = dui_neighbours_row (standing, now->below);

  *period = (DuiPeerPeriod){
    .period = standing->period,
    .n_ranked = standing->rows->len,
    .value = DUI_RATIO_MISSING,
    .whoever = { DUI_NO_PLACE, DUI_NO_PLACE, DUI_RATIO_MISSING, DUI_RATIO_MISSING },
    .same_lead = DUI_RATIO_MISSING,
    .same_chase = DUI_RATIO_MISSING,
  };
  if (!us)
    return;
  period->rank = us->rank;
  period->value = dui_neighbours_value (standing, us);
  dui_neighbours_find (&period->whoever, self->panel, standing, self->place, period->value);
  if (above)
    period->same_lead = dui_neighbours_gap (
        self->panel, standing, dui_neighbours_value (standing, above), period->value);
  if (below)
    period->same_chase = dui_neighbours_gap (self->panel, standing, period->value,
                                             dui_neighbours_value (standing, below));
}

static void
fill_history (DuiPeers *self)
{
  const DuiStanding *standing = self->standing;
  DuiCalendar calendar = dui_indicator_get_calendar (self->panel->indicator);
  DuiPeriod period = standing->period;
  guint n = 1;

  while (n < DUI_PEERS_PERIODS && dui_period_previous (period, calendar) >= self->panel->first)
    {
      period = dui_period_previous (period, calendar);
      n++;
    }
  g_array_set_size (self->history, n);
  for (guint i = 0; i < n; i++, period = dui_period_next (period, calendar))
    {
      g_autoptr (DuiStanding) then
          = dui_standing_compute (self->panel, self->parent, period, standing->by, standing->tier, 0);

      fill_period (self, then, &self->neighbours,
                   &g_array_index (self->history, DuiPeerPeriod, i));
    }
  while (self->history->len > 1 && g_array_index (self->history, DuiPeerPeriod, 0).n_ranked == 0)
    g_array_remove_index (self->history, 0);
}

typedef enum
{
  GAP_SAME_LEAD,
  GAP_WHOEVER_LEAD,
  GAP_SAME_CHASE,
  GAP_WHOEVER_CHASE,
} Gap;

/* What is compared from period to period: an amount by what it is of our own (R15). */
static DuiRatio
get_measured_gap (const DuiPeers *self, const DuiPeerPeriod *period, Gap which)
{
  const DuiRatio gaps[] = {
    [GAP_SAME_LEAD] = period->same_lead,
    [GAP_WHOEVER_LEAD] = period->whoever.lead,
    [GAP_SAME_CHASE] = period->same_chase,
    [GAP_WHOEVER_CHASE] = period->whoever.chase,
  };
  DuiRatio gap = gaps[which];

  if (dui_ratio_is_missing (gap) || self->standing->by == DUI_RANK_BY_GROWTH
      || self->standing->by == DUI_RANK_BY_PROGRESS)
    return gap;
  if (dui_ratio_sign (period->value) <= 0)
    return DUI_RATIO_MISSING;
  return (DuiRatio){ gap.num, period->value.num }; /* both are whole amounts */
}

/* Completion begins anew with the year, and its gaps with it. */
static gboolean
can_compare (const DuiPeers *self, const DuiPeerPeriod *a, const DuiPeerPeriod *b)
{
  return self->standing->by != DUI_RANK_BY_PROGRESS
         || !dui_indicator_has_pace (self->panel->indicator)
         || dui_period_year (a->period) == dui_period_year (b->period);
}

static DuiTrend
judge (const DuiPeers *self, Gap which)
{
  guint last = self->history->len - 1;
  const DuiPeerPeriod *now = &g_array_index (self->history, DuiPeerPeriod, last);
  DuiRatio gap = get_measured_gap (self, now, which);
  guint larger = 0, smaller = 0;

  if (last < DUI_PEERS_TREND || dui_ratio_is_missing (gap))
    return DUI_TREND_UNKNOWN;
  for (guint i = 1; i <= DUI_PEERS_TREND; i++)
    {
      const DuiPeerPeriod *then = now - i;
      DuiRatio before = get_measured_gap (self, then, which);
      int order;

      if (dui_ratio_is_missing (before) || !can_compare (self, now, then))
        return DUI_TREND_UNKNOWN;
      order = dui_ratio_compare (gap, before);
      larger += order > 0;
      smaller += order < 0;
    }
  if (larger == DUI_PEERS_TREND)
    return DUI_TREND_WIDENING;
  return smaller == DUI_PEERS_TREND ? DUI_TREND_NARROWING : DUI_TREND_MIXED;
}

static DuiAmount
find_to_pass (const DuiPeers *self, const DuiStandingRow *row)
{
  const DuiStanding *standing = self->standing;
  DuiLever lever;

  if (!row || row->rank >= self->us->rank
      || !dui_lever_init (&lever, self->panel, standing->by, self->us))
    return DUI_AMOUNT_MISSING;
  return dui_lever_to_pass (&lever, dui_neighbours_value (standing, row),
                            dui_neighbours_direction (self->panel, standing->by));
}

static void
compare_to_whole (DuiPeers *self, DuiRatio ours)
{
  DuiRatio whole = DUI_RATIO_MISSING;

  if (!dui_progress_is_reported (&self->whole, self->panel->indicator))
    return;
  if (self->standing->by == DUI_RANK_BY_GROWTH)
    whole = self->whole.growth;
  else if (self->standing->by == DUI_RANK_BY_PROGRESS)
    whole = self->standing->tier == DUI_TIER_ASSESSED
                ? self->whole.assessed.completion
                : self->whole.tiers[self->standing->tier].completion;
  if (!dui_ratio_is_missing (whole))
    self->over_whole = dui_points_between (ours, whole);
}

/* What is known only of a place that is ranked. */
static void
fill_ours (DuiPeers *self)
{
  const GArray *rows = self->standing->rows;
  DuiRatio ours = dui_neighbours_value (self->standing, self->us);

  for (guint i = 0; i < rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (rows, DuiStandingRow, i);

      if (row->rank == self->us->rank && row != self->us)
        g_array_append_val (self->level, row->place);
    }
  dui_neighbours_find (&self->neighbours, self->panel, self->standing, self->place, ours);
  self->to_pass = find_to_pass (
      self, dui_neighbours_row (self->standing, self->neighbours.above));
  self->to_first = find_to_pass (self, &g_array_index (rows, DuiStandingRow, 0));
  compare_to_whole (self, ours);
}

/* The bottom set asks places for explanations; peers answer to nobody here. */
static void
leave_bottom_out (DuiStanding *standing)
{
  standing->bottom_state = DUI_BOTTOM_NONE;
  standing->bottom_tied = FALSE;
  for (guint i = 0; i < standing->rows->len; i++)
    {
      DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      row->bottom = FALSE;
      row->streak = 0;
    }
}

DuiPeers *
dui_peers_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiRankBy by, DuiTier tier)
{
  guint parent = dui_catalog_get_parent (panel->catalog, place, period);
  DuiPeers *self;

  if (parent == DUI_NO_PLACE)
    return NULL;
  self = g_new0 (DuiPeers, 1);
  self->panel = dui_panel_ref ((DuiPanel *) panel); /* counts who uses it, nothing else */
  self->place = place;
  self->parent = parent;
  self->standing = dui_standing_compute (panel, parent, period, by, tier, 0);
  leave_bottom_out (self->standing);
  self->us = dui_neighbours_row (self->standing, place);
  self->level = g_array_new (FALSE, FALSE, sizeof (guint));
  self->history = g_array_new (FALSE, TRUE, sizeof (DuiPeerPeriod));
  self->neighbours
      = (DuiNeighbours){ DUI_NO_PLACE, DUI_NO_PLACE, DUI_RATIO_MISSING, DUI_RATIO_MISSING };
  self->to_pass = self->to_first = DUI_AMOUNT_MISSING;
  self->over_whole = DUI_RATIO_MISSING;
  dui_progress_compute (panel, parent, period, &self->whole);
  if (self->us)
    fill_ours (self);
  fill_history (self);
  self->lead = (DuiGapTrend){ judge (self, GAP_SAME_LEAD), judge (self, GAP_WHOEVER_LEAD) };
  self->chase = (DuiGapTrend){ judge (self, GAP_SAME_CHASE), judge (self, GAP_WHOEVER_CHASE) };
  return self;
}

void
dui_peers_free (DuiPeers *self)
{
  dui_standing_free (self->standing);
  dui_panel_unref (self->panel);
  g_array_unref (self->level);
  g_array_unref (self->history);
  g_free (self);
}

gboolean
dui_peers_what_if (const DuiPeers *self, DuiAmount added, DuiWhatIf *what_if)
{
  const DuiStanding *standing = self->standing;
  DuiLever lever;
  guint better = 0, level = 0;
  int sign = dui_neighbours_direction (self->panel, standing->by) == DUI_DIRECTION_LOWER ? -1 : 1;

  if (!self->us || !dui_lever_init (&lever, self->panel, standing->by, self->us))
    return FALSE;
  what_if->added = added;
  what_if->value = dui_lever_value (&lever, added);
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);
      int order = sign
                  * dui_ratio_compare (dui_neighbours_value (standing, row), what_if->value);

      if (row == self->us)
        continue;
      better += order > 0;
      level += order == 0;
    }
  what_if->rank = better + 1;
  what_if->tied = level > 0;
  dui_neighbours_find (&what_if->neighbours, self->panel, standing, self->place, what_if->value);
  return TRUE;
}

#define STEPS 80

/* 1, 2 or 5 and zeros, not below @least. */
static DuiAmount
round_up (DuiAmount least)
{
  DuiAmount power = 1;

  while (5 * power < least)
    power *= 10;
  if (power >= least)
    return power;
  return 2 * power >= least ? 2 * power : 5 * power;
}

gboolean
dui_peers_find_steps (const DuiPeers *self, DuiAmount *step, guint *n_steps)
{
  DuiLever lever;
  DuiAmount goal = self->to_first, size;
  gboolean lower = dui_indicator_get_direction (self->panel->indicator) == DUI_DIRECTION_LOWER;

  if (!self->us || !dui_lever_init (&lever, self->panel, self->standing->by, self->us))
    return FALSE;
  if (dui_amount_is_missing (goal))
    goal = ABS (self->us->progress.completed) / 10 * (lower ? -1 : 1);
  size = round_up (MAX (ABS (goal) / STEPS, 1));
  *step = goal < 0 ? -size : size;
  *n_steps = (guint) (ABS (goal) / size) + 1 + STEPS / 8;
  return TRUE;
}
