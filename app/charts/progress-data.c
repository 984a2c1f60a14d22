/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/progress-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/target-path.h"
#include "model/format.h"

static void
point_clear (gpointer point)
{
  g_free (((DuiProgressPoint *) point)->mark);
}

static void
path_clear (gpointer pointer)
{
  DuiProgressPath *path = pointer;

  g_array_unref (path->points);
  g_free (path->label);
}

static void
jump_clear (gpointer jump)
{
  g_free (((DuiProgressJump *) jump)->label);
}

static char *
pace_mark (const DuiChartSubject *subject,
           const char *period,
           const DuiProgress *progress,
           const DuiTierProgress *tier)
{
  DuiRatio completed = dui_amount_to_ratio (progress->completed, 0);
  DuiRatio short_of = tier->schedule_gap;
  g_autofree char *amount = dui_format_with_measure (subject->panel->indicator, completed);
  g_autofree char *due = NULL;
  g_autofree char *distance = NULL;

  if (!tier->target || dui_ratio_is_missing (short_of))
    /* Translators: 1 period, 2 amount. */
    return g_strdup_printf (_ ("%1$s: %2$s completed"), period, amount);

  due = dui_format_with_measure (
      subject->panel->indicator,
      dui_ratio_new (short_of.num + (DuiWide) progress->completed * short_of.den, short_of.den));
  distance = dui_format_with_measure (
      subject->panel->indicator,
      (DuiRatio){ short_of.num < 0 ? -short_of.num : short_of.num, short_of.den });
  /* Translators: 1 period, 2 amount, 3 amount due, 4 amount. */
  return g_strdup_printf (dui_ratio_sign (short_of) > 0
                              ? _ ("%1$s: %2$s completed, %3$s due, %4$s behind the pace")
                              : _ ("%1$s: %2$s completed, %3$s due, %4$s ahead of the pace"),
                          period, amount, due, distance);
}

static char *
value_mark (const DuiChartSubject *subject,
            const char *period,
            DuiRatio value,
            const DuiTierProgress *tier)
{
  g_autofree char *amount = dui_format_with_measure (subject->panel->indicator, value);
  g_autofree char *target = NULL;

  if (!tier->target)
    /* Translators: 1 period, 2 value. */
    return g_strdup_printf (_ ("%1$s: %2$s"), period, amount);
  target = dui_format_with_measure (subject->panel->indicator,
                                    dui_amount_to_ratio (tier->target->value, 0));
  /* Translators: 1 period, 2 value, 3 target. */
  return g_strdup_printf (_ ("%1$s: %2$s, target %3$s"), period, amount, target);
}

static void
add_period (DuiProgressData *self,
            const DuiChartSubject *subject,
            DuiPeriod period,
            const DuiProgress *progress)
{
  DuiRatio value = dui_chart_subject_get_value (subject, progress);
  const DuiTierProgress *tier = dui_chart_subject_get_tier (subject, progress);
  g_autofree char *label = dui_period_to_label (period);
  DuiProgressPoint point = { period, dui_chart_subject_shown (subject, value), NULL };

  if (dui_ratio_is_missing (value))
    /* Translators: period. */
    point.mark = g_strdup_printf (_ ("%s: not reported"), label);
  else if (self->has_pace)
    point.mark = pace_mark (subject, label, progress, tier);
  else
    point.mark = value_mark (subject, label, value, tier);
  g_array_append_val (self->points, point);
}

/* The curve is all of one making: the place's own figures, or all sums. */
static void
add_points (DuiProgressData *self, const DuiChartSubject *subject, gboolean sums)
{
  int year = dui_period_year (subject->period);

  for (DuiPeriod period = dui_period_new (year, 1); period <= subject->period; period++)
    {
      if (!dui_period_is_published (period, self->calendar))
        continue;
      if (sums)
        {
          g_autoptr (DuiTotal) total = dui_total_compute (subject->panel, subject->place, period);
          add_period (self, subject, period, &total->sum);
        }
      else
        {
          DuiProgress progress;

          dui_progress_compute (subject->panel, subject->place, period, &progress);
          add_period (self, subject, period, &progress);
        }
    }
}

static void
take_path (DuiProgressData *self, DuiRole role, GArray *points, char *label)
{
  DuiProgressPath path = { role, points, label };

  if (points->len > 0)
    g_array_append_val (self->paths, path);
  else
    path_clear (&path);
}

static DuiRole
tier_role (DuiTier tier, DuiTier judged)
{
  if (tier == judged)
    return DUI_ROLE_TARGET;
  return tier == DUI_TIER_STRETCH ? DUI_ROLE_TARGET_FAR : DUI_ROLE_TARGET_OLD;
}

static char *
tier_label (const DuiChartSubject *subject, DuiTier tier, DuiAmount target)
{
  g_autofree char *number = dui_format_amount (subject->panel->indicator, target);

  /* Translators: 1 which target, 2 its number: 签订目标180.00. */
  return g_strdup_printf (C_ ("target", "%1$s %2$s"), dui_tier_to_label (tier), number);
}

/* What was agreed and then adjusted goes on from the adjustment only: before, both are one line. */
static void
cut_before (GArray *points, double x)
{
  guint n = 0;

  while (n + 1 < points->len && g_array_index (points, DuiPoint, n + 1).x <= x)
    n++;
  g_array_remove_range (points, 0, n);
}

static void
add_other_tiers (DuiProgressData *self, const DuiChartSubject *subject, DuiTier judged)
{
  DuiDay end = dui_period_last_day (subject->period);

  for (DuiTier tier = 0; tier < DUI_N_TIERS; tier++)
    {
      const DuiTarget *target = dui_target_path_get (subject, tier, end);
      const DuiTarget *adjusted = dui_target_path_get (subject, DUI_TIER_ADJUSTED, end);
      GArray *points;

      if (!target || tier == judged)
        continue;
      points = dui_target_path_new (subject, tier);
      if (subject->tier == DUI_TIER_ASSESSED && tier == DUI_TIER_AGREED && adjusted)
        cut_before (points, dui_target_path_position (adjusted->effective));
      take_path (self, tier_role (tier, judged), points, tier_label (subject, tier, target->value));
    }
}

static void
add_jump (DuiProgressData *self, const DuiChartSubject *subject, DuiPoint from, DuiPoint to)
{
  int month = (int) floor (from.x) + 1;
  DuiDay day = dui_period_last_day (dui_period_new (dui_period_year (subject->period), month));
  const DuiTarget *target = dui_target_path_get (subject, subject->tier, day);
  DuiProgressJump jump = { from, to, NULL };

  /* Translators: 1 month of the year as a number, 2 document: 8月调整 清政〔2021〕12号. */
  if (target && target->document && *target->document)
    jump.label = g_strdup_printf (_ ("adjusted in month %1$d, %2$s"), month, target->document);
  else
    jump.label = g_strdup_printf (_ ("adjusted in month %d"), month);
  g_array_append_val (self->jumps, jump);
}

static void
find_jumps (DuiProgressData *self, const DuiChartSubject *subject, const GArray *points)
{
  for (guint i = 1; i < points->len; i++)
    {
      DuiPoint from = g_array_index (points, DuiPoint, i - 1);
      DuiPoint to = g_array_index (points, DuiPoint, i);

      if (from.x == to.x && from.y != to.y)
        add_jump (self, subject, from, to);
    }
}

static void
add_targets (DuiProgressData *self, const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  const DuiTarget *target = whole->tier ? whole->tier->target : NULL;
  GArray *points;

  if (whole->total && target)
    {
      points = dui_target_path_new_constant (
          subject, dui_chart_subject_shown (subject, dui_amount_to_ratio (target->value, 0)));
      take_path (self, DUI_ROLE_TARGET, points, tier_label (subject, subject->tier, target->value));
      return;
    }
  if (whole->total)
    return;
  target = dui_target_path_get (subject, subject->tier, dui_period_last_day (subject->period));
  if (target)
    {
      points = dui_target_path_new (subject, subject->tier);
      find_jumps (self, subject, points);
      take_path (self, DUI_ROLE_TARGET, points, tier_label (subject, target->tier, target->value));
    }
  add_other_tiers (self, subject, target ? target->tier : DUI_TIER_ASSESSED);
}

/* Last year's figure at the same month; the base reported beside this year's where there is none.
 */
static DuiRatio
last_year (const DuiChartSubject *subject, DuiPeriod period)
{
  DuiProgress then, now;
  DuiRatio value;

  dui_progress_compute (subject->panel, subject->place, period - 12, &then);
  value = dui_chart_subject_get_value (subject, &then);
  if (dui_ratio_is_missing (value) && period <= subject->period)
    {
      dui_progress_compute (subject->panel, subject->place, period, &now);
      value = dui_amount_to_ratio (now.base, 0);
    }
  return value;
}

/* 上年158.30, the last that is known. */
static char *
last_year_label (const DuiChartSubject *subject, DuiRatio value)
{
  g_autofree char *number = dui_format_average (subject->panel->indicator, value);

  return g_strdup_printf (_ ("last year %s"), number);
}

static void
add_last_year (DuiProgressData *self, const DuiChartSubject *subject)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (DuiPoint));
  int year = dui_period_year (subject->period);
  DuiRatio last = DUI_RATIO_MISSING;
  DuiPoint zero = { 0, 0 };

  if (self->from_zero)
    g_array_append_val (points, zero);
  for (int month = 1; month <= 12; month++)
    {
      DuiPeriod period = dui_period_new (year, month);
      DuiRatio value = dui_period_is_published (period, self->calendar)
                           ? last_year (subject, period)
                           : DUI_RATIO_MISSING;
      DuiPoint point = { month, dui_chart_subject_shown (subject, value) };

      if (dui_ratio_is_missing (value))
        continue;
      last = value;
      g_array_append_val (points, point);
    }
  if (dui_ratio_is_missing (last))
    g_array_set_size (points, 0);
  take_path (self, DUI_ROLE_PAST, points, last_year_label (subject, last));
}

static int
compare_forecasts (gconstpointer a, gconstpointer b)
{
  double left = ((const DuiProgressForecast *) a)->value;
  double right = ((const DuiProgressForecast *) b)->value;

  return (left > right) - (left < right);
}

/* 按进度168.81（误差2.1%）: never without its method, nor without how far it was off. */
static char *
label_forecast (const DuiChartSubject *subject,
                const char *method,
                DuiRatio value,
                const DuiPastError *past)
{
  g_autofree char *number = dui_format_average (subject->panel->indicator, value);
  g_autofree char *text = dui_chart_fill (method, number, NULL, NULL);
  g_autofree char *error = NULL;

  if (dui_ratio_is_missing (past->error))
    return g_steal_pointer (&text);
  error = dui_format_percent (past->error, 1);
  /* Translators: 1 a forecast with its method, 2 how far it was off in the past, in percent. */
  return g_strdup_printf (_ ("%1$s (off %2$s%%)"), text, error);
}

static void
add_forecasts (DuiProgressData *self, const DuiChartSubject *subject)
{
  static const char *const labels[]
      = { N_ ("by pace %s"), N_ ("by recent months %s"), N_ ("by season %s") };
  DuiForecast forecast;
  DuiBacktest backtest;

  dui_forecast_compute (subject->panel, subject->place, subject->period, &forecast);
  dui_backtest_compute (subject->panel, subject->place, subject->period, &backtest);

  const DuiRatio values[] = { forecast.pace, forecast.recent, forecast.season };
  const DuiPastError *const past[] = { &backtest.pace, &backtest.recent, &backtest.season };

  for (guint i = 0; i < DUI_N_FORECASTS; i++)
    if (!dui_ratio_is_missing (values[i]))
      self->forecasts[self->n_forecasts++] = (DuiProgressForecast){
        dui_chart_subject_shown (subject, values[i]),
        label_forecast (subject, _ (labels[i]), values[i], past[i])
      };
  qsort (self->forecasts, self->n_forecasts, sizeof *self->forecasts, compare_forecasts);
}

static void
add_distances (DuiProgressData *self, const DuiChartSubject *subject, const DuiTierProgress *tier)
{
  DuiRatio short_of = tier->schedule_gap;
  g_autofree char *due = NULL;
  g_autofree char *gap = NULL;

  if (!tier->target)
    return;
  self->target = dui_chart_subject_shown (subject, dui_amount_to_ratio (tier->target->value, 0));
  if (!self->has_pace || dui_amount_is_missing (tier->gap))
    return;
  gap = dui_format_with_measure (subject->panel->indicator,
                                 dui_amount_to_ratio (ABS (tier->gap), 0));
  self->gap_label = g_strdup_printf (
      tier->gap >= 0 ? C_ ("bracket", "gap %s") : C_ ("bracket", "%s over"), gap);
  if (dui_ratio_is_missing (short_of) || short_of.num == 0
      || dui_period_month (subject->period) == 12)
    return;
  self->due = self->now.y + dui_chart_subject_shown (subject, short_of);
  due = dui_format_with_measure (
      subject->panel->indicator,
      (DuiRatio){ short_of.num < 0 ? -short_of.num : short_of.num, short_of.den });
  self->due_label = g_strdup_printf (short_of.num > 0 ? C_ ("bracket", "%s behind the pace")
                                                      : C_ ("bracket", "%s ahead of the pace"),
                                     due);
}

DuiProgressData *
dui_progress_data_new (const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  DuiProgressData *self = g_new0 (DuiProgressData, 1);

  self->has_pace = dui_indicator_has_pace (subject->panel->indicator);
  self->from_zero = self->has_pace;
  self->calendar = dui_indicator_get_calendar (subject->panel->indicator);
  self->due = self->target = self->now.y = NAN;
  self->now.x = dui_period_month (subject->period);
  self->points = g_array_new (FALSE, FALSE, sizeof (DuiProgressPoint));
  self->paths = g_array_new (FALSE, FALSE, sizeof (DuiProgressPath));
  self->jumps = g_array_new (FALSE, FALSE, sizeof (DuiProgressJump));
  g_array_set_clear_func (self->points, point_clear);
  g_array_set_clear_func (self->paths, path_clear);
  g_array_set_clear_func (self->jumps, jump_clear);
  add_points (self, subject, whole->total != NULL);
  add_targets (self, subject, whole);
  if (!whole->total)
    add_last_year (self, subject);
  add_forecasts (self, subject);
  if (whole->progress)
    {
      DuiRatio value = dui_chart_subject_get_value (subject, whole->progress);

      self->now.y = dui_chart_subject_shown (subject, value);
      self->now_label = dui_format_average (subject->panel->indicator, value);
      self->now_side_label
          = g_strdup_printf (self->has_pace ? _ ("completed %s") : _ ("now %s"), self->now_label);
      add_distances (self, subject, whole->tier);
    }
  return self;
}

void
dui_progress_data_free (DuiProgressData *self)
{
  g_array_unref (self->points);
  g_array_unref (self->paths);
  g_array_unref (self->jumps);
  for (guint i = 0; i < self->n_forecasts; i++)
    g_free (self->forecasts[i].label);
  g_free (self->now_label);
  g_free (self->now_side_label);
  g_free (self->due_label);
  g_free (self->gap_label);
  g_free (self);
}
