/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/history.h"
#include "analysis/against.h"
#include "analysis/growth.h"
#include "analysis/months.h"

DuiHistory *
dui_history_new (const DuiPanel *panel,
                 guint parent,
                 DuiRankBy by,
                 DuiTier tier,
                 guint bottom,
                 DuiStreakGrowth growth)
{
  DuiHistory *self = g_new0 (DuiHistory, 1);
  guint n;

  self->panel = panel;
  self->by = by;
  self->tier = tier;
  self->growth = growth;
  self->bottom = bottom > 0 ? bottom : panel->catalog->rules.bottom;
  dui_columns_init (&self->columns, panel);
  dui_members_init (&self->members, panel->catalog, parent);
  n = self->members.n_items;
  self->rows = g_new0 (DuiHistoryRow, panel->n_periods + 1);
  self->placings = g_new (DuiPlacing, (gsize) (panel->n_periods + 1) * n);
  self->values = g_new (DuiRatio, n);
  self->ranks = g_new (guint, n);
  self->in_bottom = g_new (gboolean, n);
  return self;
}

void
dui_history_free (DuiHistory *self)
{
  dui_members_clear (&self->members);
  g_free (self->rows);
  g_free (self->placings);
  g_free (self->values);
  g_free (self->ranks);
  g_free (self->in_bottom);
  g_free (self);
}

/* One tau holds for a whole period, so C/T orders as the pace difference does, in smaller parts. */
static DuiRatio
get_progress (const DuiHistory *self,
              const DuiMoment *moment,
              guint place)
{
  const DuiTarget *target
      = dui_panel_get_target (self->panel, place, moment->year, self->tier, moment->end);
  DuiAchieved achieved = { dui_columns_get_value (&self->columns, place, moment->period),
                           DUI_RATIO_MISSING, DUI_RATIO_MISSING };
  DuiTierProgress tier;

  if (!target)
    return DUI_RATIO_MISSING;
  if (self->columns.has_pace)
    return target->value > 0 && !dui_ratio_is_missing (moment->pace)
               ? (DuiRatio){ achieved.completed, target->value }
               : DUI_RATIO_MISSING;
  if (self->columns.growth_only)
    achieved.growth = dui_growth_compute (&self->columns, place, moment->period).value;
  dui_measure_against (&self->columns, moment, &achieved, target, &tier);
  return tier.difference;
}

static DuiRatio
get_value (const DuiHistory *self,
           const DuiMoment *moment,
           guint place,
           gboolean *inferred)
{
  DuiGrowth growth;

  switch (self->by)
    {
    case DUI_RANK_BY_PROGRESS:
      return get_progress (self, moment, place);
    case DUI_RANK_BY_COMPLETED:
      return dui_amount_to_ratio (dui_columns_get_value (&self->columns, place, moment->period),
                                  0);
    case DUI_RANK_BY_MONTH:
      return dui_amount_to_ratio (dui_month_value (&self->columns, place, moment->period), 0);
    case DUI_RANK_BY_GROWTH:
    default:
      if (self->growth == DUI_STREAK_BY_MONTH)
        return dui_growth_of_month (&self->columns, place, moment->period);
      growth = dui_growth_compute (&self->columns, place, moment->period);
      *inferred = growth.inferred;
      return growth.value;
    }
}

static void
rank_row (DuiHistory *self,
          DuiPeriod period,
          DuiHistoryRow *row,
          DuiPlacing *placings)
{
  guint n = self->members.n_items;
  /* A distance to target is positive where it is good, whichever way the indicator goes (R9). */
  DuiDirection direction = self->by == DUI_RANK_BY_PROGRESS ? DUI_DIRECTION_HIGHER
                                                            : self->columns.direction;
  DuiMoment moment;

  dui_moment_init (&moment, &self->columns, period);
  for (guint i = 0; i < n; i++)
    {
      const DuiMember *member = &self->members.items[i];
      gboolean inferred = FALSE;

      self->values[i] = DUI_RATIO_MISSING;
      placings[i].flags = 0;
      if (!dui_member_is_due (member, period))
        continue;
      placings[i].flags = DUI_PLACING_DUE;
      if (!dui_columns_is_reported (&self->columns, member->place, period))
        continue;
      self->values[i] = get_value (self, &moment, member->place, &inferred);
      placings[i].flags |= DUI_PLACING_REPORTED | (inferred ? DUI_PLACING_INFERRED : 0);
    }

  dui_rank_values (self->values, n, direction, self->bottom, self->ranks, self->in_bottom,
                   &row->summary);
  for (guint i = 0; i < n; i++)
    {
      placings[i].rank = self->ranks[i];
      if (self->in_bottom[i])
        placings[i].flags |= DUI_PLACING_BOTTOM;
    }
  row->placings = placings;
}

const DuiHistoryRow *
dui_history_get_row (DuiHistory *self,
                     DuiPeriod period)
{
  gssize inside = dui_panel_index (self->panel, 0, period);
  guint at = inside >= 0 ? (guint) (period - self->panel->first) : self->panel->n_periods;
  DuiHistoryRow *row = &self->rows[at];

  if (!row->placings || inside < 0)
    rank_row (self, period, row, self->placings + (gsize) at * self->members.n_items);
  return row;
}
