/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/neighbours.h"

#define FINE 18 /* decimals of a difference whose exact parts would not fit */

const DuiStandingRow *
dui_neighbours_row (const DuiStanding *standing, guint place)
{
  for (guint i = 0; i < standing->rows->len; i++)
    if (g_array_index (standing->rows, DuiStandingRow, i).place == place)
      return &g_array_index (standing->rows, DuiStandingRow, i);
  return NULL;
}

DuiRatio
dui_neighbours_value (const DuiStanding *standing, const DuiStandingRow *row)
{
  return standing->by == DUI_RANK_BY_PROGRESS && !dui_ratio_is_missing (row->tier.completion)
             ? row->tier.completion
             : row->value;
}

DuiDirection
dui_neighbours_direction (const DuiPanel *panel, DuiRankBy by)
{
  return by == DUI_RANK_BY_PROGRESS ? DUI_DIRECTION_HIGHER
                                    : dui_indicator_get_direction (panel->indicator);
}

static gboolean
subtract (DuiRatio a, DuiRatio b, DuiWide factor, DuiRatio *difference)
{
  DuiWide left, right, num, den;

  if (__builtin_mul_overflow (a.num, b.den, &left) || __builtin_mul_overflow (b.num, a.den, &right)
      || __builtin_sub_overflow (left, right, &num) || __builtin_mul_overflow (a.den, b.den, &den)
      || __builtin_mul_overflow (num, factor, &num) || den >= DUI_RATIO_PART_MAX)
    return FALSE;
  *difference = (DuiRatio){ num, den };
  return TRUE;
}

DuiRatio
dui_neighbours_gap (const DuiPanel *panel,
                    const DuiStanding *standing,
                    DuiRatio ahead,
                    DuiRatio behind)
{
  gboolean is_fraction = standing->by == DUI_RANK_BY_GROWTH
                         || (standing->by == DUI_RANK_BY_PROGRESS
                             && dui_indicator_has_pace (panel->indicator));
  gboolean lower = dui_neighbours_direction (panel, standing->by) == DUI_DIRECTION_LOWER;
  DuiWide factor = is_fraction ? 100 : 1;
  DuiRatio gap = DUI_RATIO_MISSING;

  if (dui_ratio_is_missing (ahead) || dui_ratio_is_missing (behind))
    return DUI_RATIO_MISSING;
  factor = lower ? -factor : factor;
  if (subtract (ahead, behind, factor, &gap))
    return gap;
  return (DuiRatio){ factor * (dui_ratio_round (ahead, FINE) - dui_ratio_round (behind, FINE)),
                     G_GINT64_CONSTANT (1000000000000000000) };
}

static gboolean
comes_before (DuiCatalog *catalog, guint a, guint b)
{
  const char *left = dui_place_get_code (dui_catalog_get_place (catalog, a));
  const char *right = dui_place_get_code (dui_catalog_get_place (catalog, b));

  if (!left || !right)
    return left != NULL;
  return g_strcmp0 (left, right) < 0;
}

/* Whether @value is nearer than what was found so far, seen from the same side. */
static gboolean
is_nearer (const DuiPanel *panel, guint place, DuiRatio value, guint found, DuiRatio best, int side)
{
  int order;

  if (found == DUI_NO_PLACE)
    return TRUE;
  order = side * dui_ratio_compare (value, best);
  return order < 0 || (order == 0 && comes_before (panel->catalog, place, found));
}

void
dui_neighbours_find (DuiNeighbours *self,
                     const DuiPanel *panel,
                     const DuiStanding *standing,
                     guint place,
                     DuiRatio value)
{
  int better = dui_neighbours_direction (panel, standing->by) == DUI_DIRECTION_LOWER ? -1 : 1;
  DuiRatio above = DUI_RATIO_MISSING, below = DUI_RATIO_MISSING;

  *self = (DuiNeighbours){ DUI_NO_PLACE, DUI_NO_PLACE, DUI_RATIO_MISSING, DUI_RATIO_MISSING };
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);
      DuiRatio other = dui_neighbours_value (standing, row);
      int order = better * dui_ratio_compare (other, value);

      if (row->place == place)
        continue;
      if (order > 0 && is_nearer (panel, row->place, other, self->above, above, better))
        {
          self->above = row->place;
          above = other;
        }
      else if (order < 0 && is_nearer (panel, row->place, other, self->below, below, -better))
        {
          self->below = row->place;
          below = other;
        }
    }
  self->lead = dui_neighbours_gap (panel, standing, above, value);
  self->chase = dui_neighbours_gap (panel, standing, value, below);
}
