/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/standing.h"
#include "analysis/against.h"
#include "analysis/closing.h"
#include "analysis/history.h"
#include "analysis/streak.h"

typedef struct
{
  DuiStanding *standing;
  DuiHistory *history;
  const guint *streaks; /* of each member */
  DuiMoment moment;
  DuiWide gaps; /* sum of the positive ones */
} Build;

static DuiAmount
get_gap (const Build *build, guint place)
{
  const DuiColumns *columns = &build->history->columns;
  DuiPeriod period = build->moment.period;
  const DuiTarget *target;

  if (!columns->has_pace || !dui_columns_is_reported (columns, place, period))
    return DUI_AMOUNT_MISSING;
  target = dui_panel_get_target (columns->panel, place, build->moment.year, build->standing->tier,
                                 build->moment.end);
  return target ? target->value - dui_columns_get_value (columns, place, period)
                : DUI_AMOUNT_MISSING;
}

/* 各乡镇缺口合计: whoever counts in the total, ranked or not (R3). */
static void
sum_gaps (Build *build)
{
  const DuiMembers *members = &build->history->members;

  for (guint i = 0; i < members->n_items; i++)
    if (dui_member_is_in_total (&members->items[i], build->moment.period))
      build->gaps += MAX (0, get_gap (build, members->items[i].place));
}

static DuiRatio
get_value (DuiRankBy by, const DuiStandingRow *row)
{
  switch (by)
    {
    case DUI_RANK_BY_PROGRESS:
      return row->tier.difference;
    case DUI_RANK_BY_COMPLETED:
      return dui_columns_to_ratio (row->progress.completed);
    case DUI_RANK_BY_MONTH:
      return row->progress.month;
    case DUI_RANK_BY_GROWTH:
    default:
      return row->progress.growth;
    }
}

static void
fill_row (const Build *build,
          guint member,
          const DuiPlacing *placing,
          const DuiPlacing *previous,
          DuiStandingRow *row)
{
  const DuiStanding *standing = build->standing;
  const DuiMember *place = &build->history->members.items[member];

  row->place = place->place;
  row->rank = placing->rank;
  row->previous_rank = previous->rank;
  row->change = previous->rank > 0 ? (int) previous->rank - (int) placing->rank : 0;
  row->bottom = (placing->flags & DUI_PLACING_BOTTOM) != 0;
  dui_progress_fill (&build->history->columns, &build->moment, row->place, &row->progress);
  row->tier = standing->tier == DUI_TIER_ASSESSED ? row->progress.assessed
                                                  : row->progress.tiers[standing->tier];
  row->value = get_value (standing->by, row);
  row->share = DUI_RATIO_MISSING;
  if (dui_member_is_in_total (place, standing->period) && build->history->columns.has_pace
      && !dui_amount_is_missing (row->tier.gap) && row->tier.gap > 0)
    row->share = (DuiRatio){ row->tier.gap, build->gaps };
  row->streak = build->streaks[member];
}

/* Rows stand at their rank; those that share it follow each other in fixed order. */
static void
fill_rows (const Build *build, const DuiPlacing *placings, const DuiPlacing *previous)
{
  DuiStanding *standing = build->standing;
  const DuiMembers *members = &build->history->members;
  guint n = members->n_items;
  g_autofree guint *sharing = g_new0 (guint, n + 1); /* how many have the rank so far */

  for (guint i = 0; i < n; i++)
    {
      guint place = members->items[i].place, rank = placings[i].rank;

      if (!(placings[i].flags & DUI_PLACING_DUE))
        continue;
      if (!(placings[i].flags & DUI_PLACING_REPORTED))
        g_array_append_val (standing->unreported, place);
      else if (rank == 0)
        g_array_append_val (standing->untargeted, place);
      else
        fill_row (build, i, &placings[i], &previous[i],
                  &g_array_index (standing->rows, DuiStandingRow, rank - 1 + sharing[rank]++));
    }
  for (guint i = 0; i < standing->rows->len; i++)
    {
      DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      row->tied = sharing[row->rank] > 1;
    }
}

static void
fill_standing (Build *build)
{
  DuiStanding *standing = build->standing;
  DuiHistory *history = build->history;
  guint n = history->members.n_items;
  const DuiHistoryRow *row = dui_history_get_row (history, standing->previous);
  /* Both periods may lie outside of the panel, and such a row holds only until the next. */
  g_autofree DuiPlacing *previous = g_memdup2 (row->placings, n * sizeof (DuiPlacing));

  standing->n_previous = row->summary.n_ranked;
  row = dui_history_get_row (history, standing->period);
  standing->bottom_size = row->summary.bottom_size;
  standing->bottom_state = row->summary.bottom_state;
  standing->bottom_tied = row->summary.bottom_tied;
  standing->rows = g_array_sized_new (FALSE, TRUE, sizeof (DuiStandingRow), row->summary.n_ranked);
  g_array_set_size (standing->rows, row->summary.n_ranked);
  sum_gaps (build);
  fill_rows (build, row->placings, previous);
}

/* What is ranked by growth need not be ranked again for the streaks. */
static guint *
count_streaks (DuiHistory *history, guint parent, DuiPeriod period)
{
  DuiPeriod last = dui_closing_find_last (&history->columns, &history->members, period);
  guint *lengths = g_new0 (guint, history->members.n_items);

  if (last == DUI_PERIOD_NONE)
    return lengths;
  if (dui_streak_is_counted_in (history))
    dui_streak_count (history, last, lengths);
  else
    {
      g_autoptr (DuiHistory) own = dui_streak_history_new (history->panel, parent);

      dui_streak_count (own, last, lengths);
    }
  return lengths;
}

DuiStanding *
dui_standing_compute (const DuiPanel *panel,
                      guint parent,
                      DuiPeriod period,
                      DuiRankBy by,
                      DuiTier tier,
                      guint bottom)
{
  g_autoptr (DuiStanding) standing = g_new0 (DuiStanding, 1);
  g_autoptr (DuiHistory) history
      = dui_history_new (panel, parent, by, tier, bottom, DUI_STREAK_BY_CUMULATIVE);
  g_autofree guint *streaks = count_streaks (history, parent, period);
  Build build = { standing, history, streaks };

  standing->by = by;
  standing->tier = tier;
  standing->period = period;
  standing->previous = dui_period_previous (period, history->columns.calendar);
  standing->unreported = g_array_new (FALSE, FALSE, sizeof (guint));
  standing->untargeted = g_array_new (FALSE, FALSE, sizeof (guint));
  standing->provisional = !dui_closing_is_closed (&history->columns, &history->members, period);
  dui_moment_init (&build.moment, &history->columns, period);
  fill_standing (&build);
  return g_steal_pointer (&standing);
}

void
dui_standing_free (DuiStanding *standing)
{
  g_array_unref (standing->rows);
  g_array_unref (standing->unreported);
  g_array_unref (standing->untargeted);
  g_free (standing);
}
