/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/against.h"

const DuiTierProgress dui_tier_progress_none = { .gap = DUI_AMOUNT_MISSING };

/* By r/tau, which is C/(tau*T), against thresholds in millionths. */
static DuiCard
choose_card (const DuiRules *rules,
             DuiRatio pace,
             DuiAmount completed,
             DuiAmount target)
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
  if (target <= 0)
    return;
  tier->difference = (DuiRatio){ 100 * ahead, (DuiWide) target * pace.den };
  tier->card = choose_card (columns->rules, pace, completed, target);
}

static void
measure_completion (const DuiColumns *columns,
                    const DuiMoment *moment,
                    const DuiAchieved *achieved,
                    DuiAmount target,
                    DuiTierProgress *tier)
{
  int months_left = 12 - moment->month;

  if (dui_amount_is_missing (achieved->completed))
    return;
  tier->gap = target - achieved->completed;
  if (target > 0)
    tier->completion = (DuiRatio){ achieved->completed, target };
  if (!dui_ratio_is_missing (moment->pace))
    measure_pace (columns, moment->pace, achieved->completed, target, tier);
  if (months_left > 0 && tier->gap > 0)
    {
      tier->required_monthly = (DuiRatio){ tier->gap, months_left };
      if (dui_ratio_sign (achieved->recent_mean) > 0)
        tier->required_ratio = dui_ratio_new (tier->gap * achieved->recent_mean.den,
                                              months_left * achieved->recent_mean.num);
    }
}

/* R9: positive is good, whichever way the indicator is to go; a gap is always what is short. */
static void
measure_distance (const DuiColumns *columns,
                  const DuiAchieved *achieved,
                  DuiAmount target,
                  DuiTierProgress *tier)
{
  int sign = columns->direction == DUI_DIRECTION_LOWER ? -1 : 1;
  DuiRatio growth = achieved->growth;

  if (columns->growth_only)
    {
      /* The target of a growth rate is in percent, as its measure is. */
      if (!dui_ratio_is_missing (growth))
        tier->difference = (DuiRatio){
          sign * (100 * growth.num * columns->unit - target * growth.den),
          growth.den * columns->unit,
        };
      return;
    }
  if (dui_amount_is_missing (achieved->completed))
    return;
  tier->gap = sign * (target - achieved->completed);
  tier->difference = (DuiRatio){ -tier->gap, columns->unit };
}

void
dui_measure_against (const DuiColumns *columns,
                     const DuiMoment *moment,
                     const DuiAchieved *achieved,
                     const DuiTarget *target,
                     DuiTierProgress *tier)
{
  *tier = dui_tier_progress_none;
  tier->target = target;
  if (!target)
    return;
  if (columns->has_pace)
    measure_completion (columns, moment, achieved, target->value, tier);
  else
    measure_distance (columns, achieved, target->value, tier);
}
