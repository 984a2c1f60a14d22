/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/against.h"

/* One after the other: as one structure they would be cleared by a slow string instruction, which
 * was half of the time of all progress. */
void
dui_tier_progress_clear (DuiTierProgress *tier)
{
  tier->target = NULL;
  tier->completion = DUI_RATIO_MISSING;
  tier->difference = DUI_RATIO_MISSING;
  tier->gap = DUI_AMOUNT_MISSING;
  tier->schedule_gap = DUI_RATIO_MISSING;
  tier->required_monthly = DUI_RATIO_MISSING;
  tier->required_ratio = DUI_RATIO_MISSING;
  tier->card = DUI_CARD_NONE;
}

/* By r/tau, which is C/(tau*T), against thresholds in millionths. */
static DuiCard
choose_card (const DuiRules *rules, DuiRatio pace, DuiAmount completed, DuiAmount target)
{
  DuiWide reached = (DuiWide) completed * pace.den * 1000000;
  DuiWide due = (DuiWide) target * pace.num;

  if (reached >= due * rules->card_green)
    return DUI_CARD_GREEN;
  return reached >= due * rules->card_yellow ? DUI_CARD_YELLOW : DUI_CARD_RED;
}

static void
measure_pace (const DuiColumns *columns,
              DuiRatio pace,
              DuiAmount completed,
              DuiAmount target,
              DuiTierProgress *tier)
{
  DuiWide ahead = (DuiWide) completed * pace.den - (DuiWide) target * pace.num;

  tier->schedule_gap = (DuiRatio){ -ahead, pace.den };
  tier->difference = (DuiRatio){ 100 * ahead, (DuiWide) target * pace.den };
  tier->card = choose_card (columns->rules, pace, completed, target);
}

static void
measure_completion (const DuiColumns *columns,
                    const DuiMoment *moment,
                    const DuiProgress *progress,
                    DuiAmount target,
                    DuiTierProgress *tier)
{
  int months_left = 12 - moment->month;

  if (dui_amount_is_missing (progress->completed))
    return;
  tier->gap = target - progress->completed;
  /* What is to be reached is nothing or less: there is no part of it, and none of it is due. */
  if (target > 0)
    tier->completion = (DuiRatio){ progress->completed, target };
  if (target > 0 && !dui_ratio_is_missing (moment->pace))
    measure_pace (columns, moment->pace, progress->completed, target, tier);
  if (months_left > 0 && tier->gap > 0)
    {
      tier->required_monthly = (DuiRatio){ tier->gap, months_left };
      if (dui_ratio_sign (progress->recent_mean) > 0)
        tier->required_ratio = (DuiRatio){ tier->gap * progress->recent_mean.den,
                                           months_left * progress->recent_mean.num };
    }
}

/* R9: positive is good, whichever way the indicator is to go; a gap is always what is short. */
static void
measure_distance (const DuiColumns *columns,
                  const DuiProgress *progress,
                  DuiAmount target,
                  DuiTierProgress *tier)
{
  int sign = columns->direction == DUI_DIRECTION_LOWER ? -1 : 1;

  if (columns->growth_only)
    {
      const DuiRatio *growth = &progress->growth;

      /* The target of a growth rate is in percent, as its measure is. */
      if (!dui_ratio_is_missing (*growth))
        tier->difference = (DuiRatio){
          sign * (100 * growth->num * columns->unit - target * growth->den),
          growth->den * columns->unit,
        };
      return;
    }
  if (dui_amount_is_missing (progress->completed))
    return;
  tier->gap = sign * (target - progress->completed);
  tier->difference = (DuiRatio){ -tier->gap, columns->unit };
}

void
dui_measure_against (const DuiColumns *columns,
                     const DuiMoment *moment,
                     const DuiProgress *progress,
                     const DuiTarget *target,
                     DuiTierProgress *tier)
{
  dui_tier_progress_clear (tier);
  if (!target)
    return;
  tier->target = target;
  if (columns->has_pace)
    measure_completion (columns, moment, progress, target->value, tier);
  else
    measure_distance (columns, progress, target->value, tier);
}
