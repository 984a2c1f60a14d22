/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/against.h"
#include "analysis/members.h"
#include "analysis/months.h"

typedef struct
{
  const DuiColumns *columns;
  const DuiMoment *moment;
  DuiTotal *total;
  guint n_summed;
  DuiWide completed;
  DuiWide month;
  DuiWide recent_sixths; /* of the means: their denominators are 1, 2, 3 and 6 */
  DuiWide grown, base;   /* C and B of the places that have both */
  DuiWide month_grown, month_base;
  gboolean no_month, no_recent, no_month_growth;
  DuiWide targets[DUI_N_TIERS + 1];
  gboolean no_target[DUI_N_TIERS + 1];
} Sum;

static void
add_growth (Sum *sum, DuiAmount value, DuiAmount base)
{
  if (dui_amount_is_missing (base))
    {
      sum->total->growth_partial = TRUE;
      return;
    }
  sum->grown += value;
  sum->base += base;
}

static void
add_months (Sum *sum, guint place)
{
  DuiAmount month = dui_month_value (sum->columns, sum->moment, place);
  DuiRatio recent, growth;

  dui_month_recent_mean (sum->columns, sum->moment, place, &recent);
  dui_month_growth (sum->columns, sum->moment, place, month, &growth);
  if (dui_amount_is_missing (month))
    sum->no_month = TRUE;
  else
    sum->month += month;
  if (dui_ratio_is_missing (recent))
    sum->no_recent = TRUE;
  else
    sum->recent_sixths += recent.num * (6 / recent.den);
  if (dui_ratio_is_missing (growth))
    sum->no_month_growth = TRUE;
  else
    {
      sum->month_grown += growth.num;
      sum->month_base += growth.den;
    }
}

static void
add_targets (Sum *sum, guint place)
{
  for (guint tier = 0; tier <= DUI_N_TIERS; tier++)
    {
      const DuiTarget *target = dui_panel_get_target (sum->columns->panel, place, sum->moment->year,
                                                      tier, sum->moment->end);

      if (target)
        sum->targets[tier] += target->value;
      else
        sum->no_target[tier] = TRUE;
    }
}

static void
add_place (Sum *sum, guint place)
{
  DuiFigureValues figure = dui_panel_get_figure (sum->columns->panel, place, sum->moment->period);
  DuiProgress *progress = &sum->total->sum;

  sum->completed += figure.value;
  if (sum->n_summed == 0 || figure.status < progress->status)
    progress->status = figure.status;
  sum->n_summed++;
  add_growth (sum, figure.value, figure.base);
  add_months (sum, place);
  add_targets (sum, place);
}

/* A sum beyond what an amount may be is no amount. */
static DuiAmount
to_amount (DuiWide sum)
{
  return ABS (sum) <= DUI_AMOUNT_MAX ? (DuiAmount) sum : DUI_AMOUNT_MISSING;
}

/* What the members promised together; NULL where one of them promised nothing. */
static const DuiTarget *
sum_targets (Sum *sum, guint parent, DuiTier tier)
{
  DuiTarget *target = &sum->total->targets[tier];

  if (sum->no_target[tier])
    return NULL;
  *target = (DuiTarget){ parent, sum->moment->year, tier, to_amount (sum->targets[tier]), 0, NULL };
  return dui_amount_is_missing (target->value) ? NULL : target;
}

/* A sum that stands in for the parent's own figure is held to the parent's own target, which wins
 * (DESIGN §4); beside that figure, to what the members promised. */
static void
finish_targets (Sum *sum, guint parent)
{
  DuiProgress *progress = &sum->total->sum;
  gboolean stands_in = !dui_columns_is_reported (sum->columns, parent, sum->moment->period);

  for (guint tier = 0; tier <= DUI_N_TIERS; tier++)
    {
      const DuiTarget *target = NULL;

      if (stands_in)
        target = dui_panel_get_target (sum->columns->panel, parent, sum->moment->year, tier,
                                       sum->moment->end);
      if (!target)
        target = sum_targets (sum, parent, tier);
      if (target)
        dui_measure_against (sum->columns, sum->moment, progress, target,
                             tier == DUI_TIER_ASSESSED ? &progress->assessed
                                                       : &progress->tiers[tier]);
    }
}

static void
finish (Sum *sum, guint parent)
{
  DuiProgress *progress = &sum->total->sum;

  progress->pace = sum->moment->pace;
  if (sum->n_summed == 0)
    return;
  progress->completed = to_amount (sum->completed);
  if (sum->base > 0)
    {
      progress->base = to_amount (sum->base);
      progress->growth = (DuiRatio){ sum->grown - sum->base, sum->base };
    }
  if (!sum->no_month)
    progress->month = (DuiRatio){ sum->month, 1 };
  if (!sum->no_recent)
    progress->recent_mean = (DuiRatio){ sum->recent_sixths, 6 };
  if (!sum->no_month_growth)
    progress->month_growth = (DuiRatio){ sum->month_grown, sum->month_base };
  finish_targets (sum, parent);
}

/* Nobody can tell what the county itself adds while a township is missing. */
static DuiAmount
compute_rest (const Sum *sum, guint parent)
{
  const DuiTotal *total = sum->total;
  DuiPeriod period = sum->moment->period;

  if (total->missing->len > 0 || dui_amount_is_missing (total->sum.completed)
      || !dui_columns_is_reported (sum->columns, parent, period))
    return DUI_AMOUNT_MISSING;
  return dui_columns_get_value (sum->columns, parent, period) - total->sum.completed;
}

DuiTotal *
dui_total_compute (const DuiPanel *panel, guint parent, DuiPeriod period)
{
  g_autoptr (DuiTotal) total = g_new0 (DuiTotal, 1);
  g_auto (DuiMembers) members = { NULL };
  DuiColumns columns;
  DuiMoment moment;
  Sum sum = { &columns, &moment, total };

  dui_columns_init (&columns, panel);
  dui_moment_init (&moment, &columns, period);
  dui_members_init (&members, panel->catalog, parent);
  total->missing = g_array_new (FALSE, FALSE, sizeof (guint));
  total->sum.completed = total->sum.base = DUI_AMOUNT_MISSING;
  for (guint tier = 0; tier < DUI_N_TIERS; tier++)
    dui_tier_progress_clear (&total->sum.tiers[tier]);
  dui_tier_progress_clear (&total->sum.assessed);

  for (guint i = 0; i < members.n_items; i++)
    {
      const DuiMember *member = &members.items[i];

      if (!dui_member_is_in_total (member, period))
        continue;
      if (!dui_columns_is_reported (&columns, member->place, period))
        {
          g_array_append_val (total->missing, member->place);
          total->growth_partial = TRUE;
        }
      else if (columns.has_pace)
        add_place (&sum, member->place);
    }
  finish (&sum, parent);
  total->rest = compute_rest (&sum, parent);
  return g_steal_pointer (&total);
}

void
dui_total_free (DuiTotal *total)
{
  g_array_unref (total->missing);
  g_free (total);
}
