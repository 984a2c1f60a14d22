/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/lever.h"

/* Nothing is -100 % of any base: only one that was given, or last year's figure, can tell more. */
static gboolean
init_from_nothing (DuiLever *self, const DuiProgress *progress)
{
  if (!dui_amount_is_missing (progress->base) && progress->base > 0)
    *self = (DuiLever){ 1, -progress->base, 1, progress->base };
  else if (progress->growth_inferred)
    *self = (DuiLever){ 1, progress->growth.num, 1, progress->growth.den };
  else
    return FALSE;
  return TRUE;
}

static gboolean
init_growth (DuiLever *self, const DuiProgress *progress)
{
  DuiAmount completed = progress->completed;
  DuiRatio growth = progress->growth;

  if (completed == 0)
    return growth.num == -growth.den && init_from_nothing (self, progress);
  *self = (DuiLever){ 1, growth.num, 1, growth.den };
  if (growth.num == (DuiWide) completed - growth.den) /* C/B - 1, with B below */
    return TRUE;
  *self = (DuiLever){ completed, growth.num, growth.num + growth.den, growth.den };
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
      return init_growth (self, &row->progress);
    case DUI_RANK_BY_PROGRESS:
      if (dui_indicator_has_pace (panel->indicator))
        *self = (DuiLever){ 1, completed, 1, row->tier.target->value };
      else
        *self = (DuiLever){ 1, row->value.num, lower ? -1 : 1, row->value.den };
      return TRUE;
    case DUI_RANK_BY_COMPLETED:
    case DUI_RANK_BY_MONTH:
    default:
      *self = (DuiLever){ 1, row->value.num, row->value.den, row->value.den };
      return TRUE;
    }
}

DuiRatio
dui_lever_value (const DuiLever *self, DuiAmount added)
{
  return (DuiRatio){ self->factor * self->num + self->by * added, self->factor * self->den };
}

/* Sets @whole to the floor of @factor x @part / @den, and @exact to whether that is all of it. The
 * product can take more than 128 bits, so the digits of @factor are gone through one by one. FALSE
 * when the result does not fit. */
static gboolean
multiply (DuiAmount factor, DuiWide part, DuiWide den, DuiWide *whole, gboolean *exact)
{
  DuiWide times = part / den, rest = part % den, quotient = 0, left = 0;

  if (rest < 0)
    {
      rest += den;
      times -= 1;
    }
  for (DuiAmount power = DUI_AMOUNT_MAX; power > 0; power /= 10)
    {
      left = left * 10 + factor / power % 10 * rest;
      quotient = quotient * 10 + left / den;
      left %= den;
    }
  *exact = left == 0;
  return !__builtin_mul_overflow (times, (DuiWide) factor, whole)
         && !__builtin_add_overflow (*whole, quotient, whole);
}

DuiAmount
dui_lever_to_pass (const DuiLever *self, DuiRatio value, DuiDirection direction)
{
  gboolean more = (self->by > 0) == (direction == DUI_DIRECTION_HIGHER);
  DuiRatio part = dui_ratio_new (value.num * self->den - self->num * value.den,
                                 value.den * self->by);
  DuiWide level; /* what makes us level with them, rounded down */
  gboolean exact;

  if (!multiply (self->factor, part.num, part.den, &level, &exact))
    return DUI_AMOUNT_MISSING;
  if (more)
    level += 1;
  else if (exact)
    level -= 1;
  if (level > DUI_AMOUNT_MAX || level < -DUI_AMOUNT_MAX)
    return DUI_AMOUNT_MISSING;
  return (DuiAmount) level;
}
