/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/lever.h"

static gboolean
init_growth (DuiLever *self, DuiAmount completed, DuiRatio growth)
{
  *self = (DuiLever){ growth.num, 1, growth.den };
  if (growth.num == (DuiWide) completed - growth.den) /* C/B - 1, with B below */
    return TRUE;
  *self = (DuiLever){ completed * growth.num, growth.num + growth.den, completed * growth.den };
  return completed > 0 && self->by > 0;
}

gboolean
dui_lever_init (DuiLever *self, const DuiPanel *panel, DuiRankBy by, const DuiStandingRow *row)
{
  DuiAmount completed = row->progress.completed;
  gboolean lower = dui_indicator_get_direction (panel->indicator) == DUI_DIRECTION_LOWER;

  if (dui_amount_is_missing (completed)
      || dui_indicator_get_kind (panel->indicator) == DUI_KIND_GROWTH_ONLY)
    return FALSE;
  switch (by)
    {
    case DUI_RANK_BY_GROWTH:
      return init_growth (self, completed, row->value);
    case DUI_RANK_BY_PROGRESS:
      if (dui_indicator_has_pace (panel->indicator))
        *self = (DuiLever){ completed, 1, row->tier.target->value };
      else
        *self = (DuiLever){ row->value.num, lower ? -1 : 1, row->value.den };
      return TRUE;
    case DUI_RANK_BY_COMPLETED:
    case DUI_RANK_BY_MONTH:
    default:
      *self = (DuiLever){ row->value.num, row->value.den, row->value.den };
      return TRUE;
    }
}

DuiRatio
dui_lever_value (const DuiLever *self, DuiAmount added)
{
  return (DuiRatio){ self->num + self->by * added, self->den };
}

DuiAmount
dui_lever_to_pass (const DuiLever *self, DuiRatio value, DuiDirection direction)
{
  gboolean more = (self->by > 0) == (direction == DUI_DIRECTION_HIGHER);
  DuiWide theirs, ours, num, den, whole;
  DuiRatio level;

  if (__builtin_mul_overflow (value.num, self->den, &theirs)
      || __builtin_mul_overflow (self->num, value.den, &ours)
      || __builtin_sub_overflow (theirs, ours, &num)
      || __builtin_mul_overflow (value.den, self->by, &den))
    return DUI_AMOUNT_MISSING;
  level = dui_ratio_new (num, den); /* what makes us level with them */
  whole = level.num / level.den;
  if (more)
    whole += level.num >= 0 || level.num % level.den == 0 ? 1 : 0;
  else
    whole -= level.num <= 0 || level.num % level.den == 0 ? 1 : 0;
  if (whole > DUI_AMOUNT_MAX || whole < -DUI_AMOUNT_MAX)
    return DUI_AMOUNT_MISSING;
  return (DuiAmount) whole;
}
