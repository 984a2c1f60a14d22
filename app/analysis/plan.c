/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/plan.h"

gboolean
dui_plan_get (const DuiPanel *panel,
              int year,
              DuiPlan *plan)
{
  for (guint i = 0; i < panel->n_plans; i++)
    if (panel->plans[i].year == year)
      {
        *plan = panel->plans[i];
        return TRUE;
      }
  dui_plan_set_even (plan, year);
  return FALSE;
}

/* In the middle between the month before (nothing before January) and the month after. */
static gint32
between (const DuiPlan *plan,
         guint month,
         gint32 after)
{
  return (gint32) (((month > 0 ? plan->share[month - 1] : 0) + after) / 2);
}

gboolean
dui_plan_from_last_year (const DuiPanel *panel,
                         guint place,
                         int year,
                         DuiPlan *plan)
{
  DuiCalendar calendar = dui_indicator_get_calendar (panel->indicator);
  DuiAmount whole = dui_panel_get_figure (panel, place, dui_period_new (year - 1, 12)).value;
  gint32 after = DUI_SHARE_ONE;

  if (dui_amount_is_missing (whole) || whole <= 0)
    return FALSE;
  plan->year = year;
  for (guint month = 0; month < 12; month++)
    {
      DuiPeriod period = dui_period_new (year - 1, (int) month + 1);
      DuiAmount value = dui_panel_get_figure (panel, place, period).value;

      plan->share[month] = -1;
      if (!dui_period_is_published (period, calendar))
        continue;
      if (dui_amount_is_missing (value) || value < 0 || value > whole)
        return FALSE;
      plan->share[month]
          = (gint32) (((__int128) value * DUI_SHARE_ONE * 2 + whole) / ((__int128) whole * 2));
    }
  for (guint month = 12; month-- > 0;)
    if (plan->share[month] >= 0)
      {
        if (plan->share[month] > after)
          return FALSE;
        after = plan->share[month];
      }
  for (guint month = 0; month < 12; month++)
    {
      guint next = month;

      while (plan->share[next] < 0)
        next++;
      if (next > month)
        plan->share[month] = between (plan, month, plan->share[next]);
    }
  return TRUE;
}
