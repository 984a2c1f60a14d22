/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/score-part.h"
#include "analysis/against.h"

/* Points in millionths of @ratio of all points of a scheme. */
#define TOTAL_DECIMALS 8

/* By what the rule judges: whether it can, before it is asked whether there is a figure. */
static gboolean
can_judge (const DuiSchemePart *rule,
           const DuiColumns *columns,
           const DuiMoment *moment,
           const DuiTarget *target)
{
  if (target == NULL || !dui_period_is_published (moment->period, columns->calendar))
    return FALSE;
  if (columns->has_pace)
    return target->value > 0 && !dui_ratio_is_missing (moment->pace);
  return rule->rule == DUI_SCORE_RANK || rule->rule == DUI_SCORE_ALL_OR_NOTHING;
}

static gboolean
is_met (const DuiColumns *columns,
        const DuiMoment *moment,
        guint place,
        const DuiTarget *target)
{
  DuiProgress progress;
  DuiTierProgress tier;

  dui_progress_fill (columns, moment, place, &progress);
  dui_measure_against (columns, moment, &progress, target, &tier);
  return dui_ratio_sign (tier.difference) >= 0;
}

void
dui_score_part_judge (const DuiSchemePart *rule,
                      DuiHistory *history,
                      guint member,
                      DuiPeriod period,
                      DuiScorePart *part)
{
  const DuiColumns *columns = &history->columns;
  const DuiHistoryRow *row = dui_history_get_row (history, period);
  guint place = history->members.items[member].place;
  const DuiTarget *target;
  DuiMoment moment;

  *part = (DuiScorePart){ .state = DUI_SCORE_UNTARGETED,
                          .weight = DUI_RATIO_MISSING,
                          .reached = DUI_RATIO_MISSING };
  dui_moment_init (&moment, columns, period);
  target = dui_panel_get_target (history->panel, place, moment.year, history->tier, moment.end);
  if (!can_judge (rule, columns, &moment, target))
    return;
  part->state = DUI_SCORE_UNREPORTED;
  /* Whoever has a target and a figure is ranked by progress. */
  if (row->placings[member].rank == 0)
    return;
  part->state = DUI_SCORE_JUDGED;
  part->met = is_met (columns, &moment, place, target);
  if (columns->has_pace)
    part->reached
        = (DuiRatio){ (DuiWide) dui_columns_get_value (columns, place, period) * moment.pace.den,
                      (DuiWide) target->value * moment.pace.num };
  if (rule->rule == DUI_SCORE_RANK)
    {
      part->rank = row->placings[member].rank;
      part->n_ranked = row->summary.n_ranked;
    }
}

/* Of the weight, from 0 to 1. */
static DuiRatio
get_share (DuiScoreRule rule,
           const DuiScorePart *part)
{
  switch (rule)
    {
    case DUI_SCORE_RANK:
      return (DuiRatio){ part->n_ranked - part->rank + 1, part->n_ranked };
    case DUI_SCORE_ALL_OR_NOTHING:
      return (DuiRatio){ part->met ? 1 : 0, 1 };
    case DUI_SCORE_PACE:
    case DUI_SCORE_FULL_ON_COMPLETION:
    default:
      if (dui_ratio_sign (part->reached) <= 0)
        return (DuiRatio){ 0, 1 };
      return part->reached.num < part->reached.den ? part->reached : (DuiRatio){ 1, 1 };
    }
}

/* @judged: the weights that are not redistributed. In millionths of a point. */
static gint64
get_bonus (const DuiSchemePart *rule,
           const DuiScorePart *part,
           gint64 judged)
{
  DuiRatio above = { part->reached.num - part->reached.den, part->reached.den };
  DuiWide bonus = 0;

  if (dui_ratio_is_missing (part->reached) || above.num <= 0)
    return 0;
  if (rule->rule == DUI_SCORE_FULL_ON_COMPLETION)
    bonus = dui_ratio_round ((DuiRatio){ above.num * 100 * rule->bonus, above.den }, 0);
  else if (rule->rule == DUI_SCORE_PACE)
    bonus = dui_ratio_round ((DuiRatio){ above.num * rule->weight, above.den * judged },
                             TOTAL_DECIMALS);
  return (gint64) MIN (bonus, rule->bonus_cap);
}

gint64
dui_score_parts_weigh (const DuiScheme *scheme,
                       DuiScorePart *parts)
{
  gint64 judged = 0, score = 0;

  for (guint i = 0; i < scheme->parts->len; i++)
    if (parts[i].state != DUI_SCORE_UNTARGETED)
      judged += g_array_index (scheme->parts, DuiSchemePart, i).weight;
  for (guint i = 0; i < scheme->parts->len; i++)
    {
      const DuiSchemePart *rule = &g_array_index (scheme->parts, DuiSchemePart, i);
      DuiScorePart *part = &parts[i];
      DuiRatio share;

      if (part->state == DUI_SCORE_UNTARGETED)
        continue;
      part->weight = (DuiRatio){ (DuiWide) rule->weight * 100, judged };
      if (part->state == DUI_SCORE_UNREPORTED)
        continue;
      share = get_share (rule->rule, part);
      part->earned = (gint64) dui_ratio_round (
          (DuiRatio){ share.num * rule->weight, share.den * judged }, TOTAL_DECIMALS);
      part->bonus = get_bonus (rule, part, judged);
      score += part->earned + part->bonus;
    }
  return score;
}
