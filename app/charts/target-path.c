/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/target-path.h"

#include <math.h>

double
dui_target_path_position (DuiDay day)
{
  int year = day / 10000;
  int month = day / 100 % 100;

  return month - 1
         + (day % 100 - 1)
               / (double) g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

const DuiTarget *
dui_target_path_get (const DuiChartSubject *subject, DuiTier tier, DuiDay day)
{
  /* What was decided later was not known then (PRACTICE R2). */
  return dui_panel_get_target (subject->panel, subject->place, dui_period_year (subject->period),
                               tier, MIN (day, dui_period_last_day (subject->period)));
}

/* The plan's share at @x, straight between the ends of months; 1 without pace. */
static double
share_at (const DuiChartSubject *subject, double x)
{
  int year = dui_period_year (subject->period);
  int before = (int) floor (x);
  double low, high;

  if (!dui_indicator_has_pace (subject->panel->indicator))
    return 1;
  low = before > 0 ? dui_ratio_to_double (
            dui_panel_get_pace (subject->panel, dui_period_new (year, before)))
                   : 0;
  if (x <= before)
    return low;
  high = dui_ratio_to_double (
      dui_panel_get_pace (subject->panel, dui_period_new (year, before + 1)));
  return low + (high - low) * (x - before);
}

static void
add_point (GArray *points, double x, double y)
{
  DuiPoint point = { x, y };

  g_array_append_val (points, point);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const DuiDay *) a - *(const DuiDay *) b;
}

/* Every first of a month and every day on which a version of @tier begins, in order. */
static GArray *
find_days (const DuiChartSubject *subject, DuiTier tier)
{
  int year = dui_period_year (subject->period);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (DuiDay));

  for (int month = 1; month <= 12; month++)
    {
      DuiDay day = year * 10000 + month * 100 + 1;
      g_array_append_val (days, day);
    }
  for (DuiTier stored = 0; stored < DUI_N_TIERS; stored++)
    {
      guint n_versions = 0;
      const DuiTarget *versions = dui_panel_get_target_versions (subject->panel, subject->place,
                                                                 year, stored, &n_versions);

      if (stored != tier && (tier != DUI_TIER_ASSESSED || stored == DUI_TIER_STRETCH))
        continue;
      for (guint i = 0; i < n_versions; i++)
        if (versions[i].effective / 10000 == year)
          g_array_append_val (days, versions[i].effective);
    }
  g_array_sort (days, compare_days);
  return days;
}

GArray *
dui_target_path_new (const DuiChartSubject *subject, DuiTier tier)
{
  g_autoptr (GArray) days = find_days (subject, tier);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (DuiPoint));
  const DuiTarget *before = NULL;
  double value = NAN;

  for (guint i = 0; i < days->len; i++)
    {
      DuiDay day = g_array_index (days, DuiDay, i);
      const DuiTarget *target = dui_target_path_get (subject, tier, day);
      double x = dui_target_path_position (day);

      if (i > 0 && day == g_array_index (days, DuiDay, i - 1))
        continue;
      if (before)
        add_point (points, x, value * share_at (subject, x));
      if (target && (!before || target->value != before->value))
        {
          value = dui_chart_subject_shown (subject, dui_amount_to_ratio (target->value, 0));
          add_point (points, x, value * share_at (subject, x));
        }
      before = target;
    }
  if (before)
    add_point (points, 12, value * share_at (subject, 12));
  return points;
}

GArray *
dui_target_path_new_constant (const DuiChartSubject *subject, double value)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (DuiPoint));

  for (int month = 0; month <= 12; month++)
    add_point (points, month, value * share_at (subject, month));
  return points;
}
