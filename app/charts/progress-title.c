/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finding of the progress chart as its title (PRACTICE §4). */
#include <glib/gi18n-lib.h>

#include "charts/progress-data.h"
#include "charts/target-path.h"
#include "model/format.h"

static DuiRatio
magnitude (DuiRatio ratio)
{
  if (ratio.num < 0)
    ratio.num = -ratio.num;
  return ratio;
}

/* 前11个月, 全年 */
static char *
span (const DuiChartSubject *subject)
{
  int month = dui_period_month (subject->period);

  if (month == 12)
    return g_strdup (C_ ("title", "The whole year"));
  if (month == 1)
    return g_strdup (C_ ("title", "January"));
  return g_strdup_printf (C_ ("title", "First %d months"), month);
}

/* In the first period after a raise: ahead of the old target, behind the new one (PRACTICE R2). */
static gboolean
fell_behind_by_raise (const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  const DuiTierProgress *agreed = &whole->progress->tiers[DUI_TIER_AGREED];
  const DuiTierProgress *adjusted = &whole->progress->tiers[DUI_TIER_ADJUSTED];
  DuiPeriod previous = dui_period_previous (subject->period,
                                            dui_indicator_get_calendar (subject->panel->indicator));

  return subject->tier == DUI_TIER_ASSESSED && !whole->total && agreed->target && adjusted->target
         && adjusted->target->effective > dui_period_last_day (previous)
         && !dui_ratio_is_missing (agreed->difference) && dui_ratio_sign (agreed->difference) >= 0
         && dui_ratio_sign (adjusted->difference) < 0;
}

static char *
ended_title (const DuiChartSubject *subject,
             const char *when,
             const char *done,
             const DuiTierProgress *tier)
{
  g_autofree char *gap = dui_format_with_measure (subject->panel->indicator,
                                                  dui_amount_to_ratio (ABS (tier->gap), 0));

  if (tier->gap > 0)
    return g_strdup_printf (C_ ("title", "%1$s: %2$s completed, target missed by %3$s"), when, done,
                            gap);
  if (tier->gap == 0)
    return g_strdup_printf (C_ ("title", "%1$s: %2$s completed, target reached"), when, done);
  return g_strdup_printf (C_ ("title", "%1$s: %2$s completed, target exceeded by %3$s"), when, done,
                          gap);
}

static char *
pace_title (const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  const DuiTierProgress *tier = whole->tier;
  g_autofree char *when = span (subject);
  g_autofree char *done = dui_format_with_measure (
      subject->panel->indicator, dui_amount_to_ratio (whole->progress->completed, 0));
  g_autofree char *distance = NULL;

  /* Translators: in all of these 1 is the months, 2 and 3 are amounts. */
  if (!tier->target)
    return g_strdup_printf (C_ ("title", "%1$s: %2$s completed, no target of %3$d yet"), when, done,
                            dui_period_year (subject->period));
  if (dui_period_month (subject->period) == 12)
    return ended_title (subject, when, done, tier);
  if (tier->gap <= 0)
    return g_strdup_printf (C_ ("title", "%1$s: %2$s completed, the year’s target reached early"),
                            when, done);
  if (fell_behind_by_raise (subject, whole))
    return g_strdup_printf (_ ("Behind the pace since the target was raised in month %d"),
                            whole->progress->tiers[DUI_TIER_ADJUSTED].target->effective / 100
                                % 100);
  if (dui_ratio_is_missing (tier->schedule_gap))
    return g_strdup_printf (C_ ("title", "%1$s: %2$s completed"), when, done);
  if (dui_ratio_sign (tier->schedule_gap) == 0)
    return g_strdup_printf (C_ ("title", "%1$s: %2$s completed, on the pace"), when, done);
  distance = dui_format_with_measure (subject->panel->indicator, magnitude (tier->schedule_gap));
  return g_strdup_printf (dui_ratio_sign (tier->schedule_gap) > 0
                              ? C_ ("title", "%1$s: %2$s completed, %3$s behind the pace")
                              : C_ ("title", "%1$s: %2$s completed, %3$s ahead of the pace"),
                          when, done, distance);
}

/* Of an indicator without pace (PRACTICE R9). */
static char *
distance_title (const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  gboolean lower = dui_indicator_get_direction (subject->panel->indicator) == DUI_DIRECTION_LOWER;
  int decimals = dui_indicator_get_decimals (subject->panel->indicator);
  g_autofree char *when = dui_period_to_short_label (subject->period);
  g_autofree char *value = dui_format_with_measure (
      subject->panel->indicator, dui_chart_subject_get_value (subject, whole->progress));
  g_autofree char *distance = NULL;
  DuiRatio shown;

  if (!whole->tier->target)
    return g_strdup_printf (C_ ("title", "%1$s: %2$s, no target of %3$d yet"), when, value,
                            dui_period_year (subject->period));
  shown = dui_format_measured_to_shown (subject->panel->indicator, whole->tier->difference);
  distance = dui_format_magnitude (shown, decimals);
  if (dui_ratio_round (shown, decimals) == 0)
    return g_strdup_printf (C_ ("title", "%1$s: %2$s, on target"), when, value);
  /* Translators: 1 period, 2 value with its measure, 3 number. */
  if (dui_ratio_sign (shown) < 0)
    return g_strdup_printf (lower ? C_ ("title", "%1$s: %2$s, %3$s above the control target")
                                  : C_ ("title", "%1$s: %2$s, %3$s below the target"),
                            when, value, distance);
  return g_strdup_printf (lower ? C_ ("title", "%1$s: %2$s, %3$s below the control target")
                                : C_ ("title", "%1$s: %2$s, %3$s above the target"),
                          when, value, distance);
}

char *
dui_progress_title (const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  if (whole->progress)
    return dui_indicator_has_pace (subject->panel->indicator) ? pace_title (subject, whole)
                                                              : distance_title (subject, whole);
  return dui_chart_subject_get_nothing_title (subject, FALSE);
}
