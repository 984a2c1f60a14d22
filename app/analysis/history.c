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
static void
get_progress (const DuiHistory *self, const DuiMoment *moment, guint place, DuiRatio *value)
{
  const DuiColumns *columns = &self->columns;
  const DuiTarget *target
      = dui_panel_get_target (self->panel, place, moment->year, self->tier, moment->end);
  DuiProgress progress;
  DuiTierProgress tier;

  *value = DUI_RATIO_MISSING;
  if (!target)
    return;
  progress.completed = dui_columns_get_value (columns, place, moment->period);
  if (columns->has_pace)
    {
      if (target->value > 0 && !dui_ratio_is_missing (moment->pace))
        *value = (DuiRatio){ progress.completed, target->value };
      return;
    }
  dui_growth_compute (columns, place, moment->period, &progress.growth);
  dui_measure_against (columns, moment, &progress, target, &tier);
  *value = tier.difference;
}

/* Sets @value to what is ranked; TRUE for a growth that was inferred. */
static gboolean
get_value (const DuiHistory *self, const DuiMoment *moment, guint place, DuiRatio *value)
{
  const DuiColumns *columns = &self->columns;

  switch (self->by)
    {
    case DUI_RANK_BY_PROGRESS:
      get_progress (self, moment, place, value);
      return FALSE;
    case DUI_RANK_BY_COMPLETED:
      *value = dui_columns_to_ratio (dui_columns_get_value (columns, place, moment->period));
      return FALSE;
    case DUI_RANK_BY_MONTH:
      *value = dui_columns_to_ratio (dui_month_value (columns, moment, place));
      return FALSE;
    case DUI_RANK_BY_GROWTH:
    default:
      if (self->growth == DUI_STREAK_BY_CUMULATIVE)
        return dui_growth_compute (columns, place, moment->period, value);
      dui_month_growth (columns, moment, place, dui_month_value (columns, moment, place), value);
      return FALSE;
    }
}

static void
rank_row (DuiHistory *self, DuiPeriod period, DuiHistoryRow *row, DuiPlacing *placings)
{
  guint n = self->members.n_items;
  /* A distance to target is positive where it is good, whichever way the indicator goes (R9). */
  DuiDirection direction
      = self->by == DUI_RANK_BY_PROGRESS ? DUI_DIRECTION_HIGHER : self->columns.direction;
  DuiMoment moment;

  dui_moment_init (&moment, &self->columns, period);
  for (guint i = 0; i < n; i++)
    {
      const DuiMember *member = &self->members.items[i];
      DuiPlacingFlags flags = 0;

      self->values[i] = DUI_RATIO_MISSING;
      if (dui_member_is_due (member, period))
        flags |= DUI_PLACING_DUE;
      if (flags && dui_columns_is_reported (&self->columns, member->place, period))
        flags |= DUI_PLACING_REPORTED;
      if ((flags & DUI_PLACING_REPORTED)
          && get_value (self, &moment, member->place, &self->values[i]))
        flags |= DUI_PLACING_INFERRED;
      placings[i].flags = flags;
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
dui_history_get_row (DuiHistory *self, DuiPeriod period)
{
  gssize inside = dui_panel_index (self->panel, 0, period);
  guint at = inside >= 0 ? (guint) (period - self->panel->first) : self->panel->n_periods;
  DuiHistoryRow *row = &self->rows[at];

  if (!row->placings || inside < 0)
    rank_row (self, period, row, self->placings + (gsize) at * self->members.n_items);
  return row;
}
