/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/gap-data.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/format.h"

/* What making a row needs. */
typedef struct
{
  const DuiChartSubject *subject;
  DuiIndicator *indicator;
  gboolean has_pace;
  int decimals;     /* of differences */
  int gap_decimals; /* of gaps */
} Maker;

static const DuiGapRow row_none
    = { .reached = NAN, .target = NAN, .agreed = NAN, .stretch = NAN, .gap = NAN };

static void
row_clear (gpointer pointer)
{
  DuiGapRow *row = pointer;

  g_free (row->name);
  g_free (row->reached_text);
  g_free (row->gap_text);
  g_free (row->absent);
  g_free (row->mark);
}

/* 欠14.3, 超2.1, 持平 */
static char *
pace_text (const Maker *maker, DuiRatio difference)
{
  static const char *const texts[]
      = { NC_ ("pace", "%s behind"), NC_ ("pace", "level"), NC_ ("pace", "%s ahead") };
  g_autofree char *number = dui_format_magnitude (difference, maker->decimals);

  return dui_chart_fill (g_dpgettext2 (GETTEXT_PACKAGE, "pace",
                                       texts[dui_format_sign (difference, maker->decimals) + 1]),
                         number, NULL, NULL);
}

/* Of an indicator without pace: above or below its target, whichever of them is good. */
static char *
distance_text (const Maker *maker, DuiRatio difference)
{
  static const char *const texts[]
      = { NC_ ("distance", "%s below"), NC_ ("distance", "level"), NC_ ("distance", "%s above") };
  DuiRatio shown = dui_format_measured_to_shown (maker->indicator, difference);
  int side = dui_format_sign (shown, maker->decimals);
  g_autofree char *number = dui_format_magnitude (shown, maker->decimals);

  if (dui_indicator_get_direction (maker->indicator) == DUI_DIRECTION_LOWER)
    side = -side;
  return dui_chart_fill (g_dpgettext2 (GETTEXT_PACKAGE, "distance", texts[side + 1]), number, NULL,
                         NULL);
}

/* Without its sign. */
static char *
gap_number (const Maker *maker, DuiAmount gap)
{
  DuiRatio shown = dui_format_raw_to_shown (maker->indicator, dui_amount_to_ratio (gap, 0));

  return dui_format_magnitude (shown, maker->gap_decimals);
}

/* 4.52, 超0.35 */
static char *
gap_text (const Maker *maker, DuiAmount gap)
{
  g_autofree char *number = NULL;

  if (dui_amount_is_missing (gap))
    return NULL;
  number = gap_number (maker, gap);
  return gap < 0 ? dui_chart_fill (C_ ("gap", "%s over"), number, NULL, NULL)
                 : g_steal_pointer (&number);
}

static char *
completion_mark (const Maker *maker,
                 const char *name,
                 const DuiTierProgress *tier,
                 const DuiProgress *progress)
{
  static const char *const verdicts[]
      = { N_ ("%s points behind"), N_ ("on the pace"), N_ ("%s points ahead") };
  const char *measure = dui_chart_subject_get_measure (maker->subject, TRUE);
  g_autofree char *percent = dui_format_percent (tier->completion, 1);
  g_autofree char *amount = gap_number (maker, tier->gap);
  g_autofree char *points = dui_format_magnitude (tier->difference, maker->decimals);
  g_autofree char *verdict = NULL;

  if (dui_ratio_is_missing (tier->difference))
    verdict = g_strdup (_ ("no pace"));
  else
    verdict = dui_chart_fill (_ (verdicts[dui_format_sign (tier->difference, maker->decimals) + 1]),
                              points, NULL, NULL);
  /* Translators: 1 place, 2 completion in percent, 3 against the pace, 4 amount, 5 measure. */
  return g_strdup_printf (tier->gap < 0
                              ? _ ("%1$s: %2$s%% completed, %3$s, %4$s %5$s over the target")
                              : _ ("%1$s: %2$s%% completed, %3$s, gap %4$s %5$s"),
                          name, percent, verdict, amount, measure);
}

static char *
distance_mark (const Maker *maker,
               const char *name,
               const char *value,
               const char *target,
               const char *distance)
{
  /* Translators: 1 place, 2 value, 3 measure, 4 target, 5 how far from it ("0.03 above"). */
  return g_strdup_printf (_ ("%1$s: %2$s %3$s, target %4$s, %5$s"), name, value,
                          dui_chart_subject_get_measure (maker->subject, FALSE), target, distance);
}

/* Where another tier's target stands when the judged one is at 100. */
static double
tier_position (const DuiTierProgress *other, const DuiTierProgress *judged)
{
  if (!other->target || judged->target->value <= 0 || other->target->value == judged->target->value)
    return NAN;
  return 100.0 * (double) other->target->value / (double) judged->target->value;
}

static void
fill_completion (const Maker *maker,
                 const DuiProgress *progress,
                 const DuiTierProgress *tier,
                 DuiGapRow *row)
{
  row->reached = 100 * dui_ratio_to_double (tier->completion);
  row->target = 100;
  row->agreed = tier_position (&progress->tiers[DUI_TIER_AGREED], tier);
  row->stretch = tier_position (&progress->tiers[DUI_TIER_STRETCH], tier);
  row->gap = dui_chart_subject_shown (maker->subject, dui_amount_to_ratio (tier->gap, 0));
  row->gap_text = gap_text (maker, tier->gap);
  row->behind = dui_ratio_sign (tier->difference) < 0;
  if (dui_ratio_is_missing (tier->difference))
    {
      g_autofree char *percent = dui_format_percent (tier->completion, 1);
      row->reached_text = g_strconcat (percent, "%", NULL);
    }
  else
    row->reached_text = pace_text (maker, tier->difference);
  row->mark = completion_mark (maker, row->name, tier, progress);
}

static void
fill_distance (const Maker *maker,
               const DuiProgress *progress,
               const DuiTierProgress *tier,
               DuiGapRow *row)
{
  DuiRatio value = dui_chart_subject_get_value (maker->subject, progress);
  DuiRatio target = dui_amount_to_ratio (tier->target->value, 0);
  g_autofree char *target_text = dui_format_average (maker->indicator, target);

  row->reached = dui_chart_subject_shown (maker->subject, value);
  row->target = dui_chart_subject_shown (maker->subject, target);
  row->gap
      = -dui_ratio_to_double (dui_format_measured_to_shown (maker->indicator, tier->difference));
  row->behind = dui_ratio_sign (tier->difference) < 0;
  row->reached_text = dui_format_average (maker->indicator, value);
  row->gap_text = distance_text (maker, tier->difference);
  row->mark = distance_mark (maker, row->name, row->reached_text, target_text, row->gap_text);
}

/* FALSE where there is nothing to judge by: the row is then absent. */
static gboolean
fill_row (const Maker *maker,
          const DuiProgress *progress,
          const DuiTierProgress *tier,
          DuiGapRow *row)
{
  if (maker->has_pace && !dui_ratio_is_missing (tier->completion))
    fill_completion (maker, progress, tier, row);
  else if (!maker->has_pace && tier->target && !dui_ratio_is_missing (tier->difference))
    fill_distance (maker, progress, tier, row);
  else
    return FALSE;
  return TRUE;
}

static char *
place_name (const Maker *maker, guint place)
{
  return g_strdup (
      dui_place_get_name (dui_catalog_get_place (maker->subject->panel->catalog, place)));
}

static void
add_absent (DuiGapData *self, const Maker *maker, guint place, const char *why)
{
  DuiGapRow row = row_none;

  row.place = place;
  row.name = place_name (maker, place);
  row.absent = g_strdup (why);
  /* Translators: 1 place, 2 why it has no bar. */
  row.mark = g_strdup_printf (_ ("%1$s: %2$s"), row.name, row.absent);
  g_array_append_val (self->absent, row);
}

/* Where the plan has nothing due yet there is no rank, but there is a completion to show. */
static void
add_untargeted (DuiGapData *self, const Maker *maker, guint place)
{
  DuiGapRow row = row_none;
  DuiProgress progress;

  dui_progress_compute (maker->subject->panel, place, maker->subject->period, &progress);
  row.place = place;
  row.name = place_name (maker, place);
  if (fill_row (maker, &progress, dui_chart_subject_get_tier (maker->subject, &progress), &row))
    {
      g_array_append_val (self->rows, row);
      return;
    }
  row_clear (&row);
  add_absent (self, maker, place, _ ("no target"));
}

static void
add_unranked (DuiGapData *self, const Maker *maker, const DuiStanding *standing)
{
  for (guint i = 0; i < standing->unreported->len; i++)
    add_absent (self, maker, g_array_index (standing->unreported, guint, i), _ ("not reported"));
  for (guint i = 0; i < standing->untargeted->len; i++)
    add_untargeted (self, maker, g_array_index (standing->untargeted, guint, i));
}

/* Standing rows come best first; those of one rank stay in their fixed order. */
static void
add_ranked (DuiGapData *self, const Maker *maker, const DuiStanding *standing)
{
  guint end = standing->rows->len;

  while (end > 0)
    {
      guint rank = g_array_index (standing->rows, DuiStandingRow, end - 1).rank;
      guint start = end;

      while (start > 0 && g_array_index (standing->rows, DuiStandingRow, start - 1).rank == rank)
        start--;
      for (guint i = start; i < end; i++)
        {
          const DuiStandingRow *from = &g_array_index (standing->rows, DuiStandingRow, i);
          DuiGapRow row = row_none;

          row.place = from->place;
          row.name = place_name (maker, from->place);
          fill_row (maker, &from->progress, &from->tier, &row);
          g_array_append_val (self->rows, row);
        }
      end = start;
    }
}

/* As many as keep different ranks apart (PRACTICE R10). */
static int
difference_decimals (const DuiChartSubject *subject, const DuiStanding *standing)
{
  g_autofree DuiRatio *values = g_new (DuiRatio, standing->rows->len + 1);
  DuiIndicator *indicator = subject->panel->indicator;
  gboolean has_pace = dui_indicator_has_pace (indicator);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      values[i] = g_array_index (standing->rows, DuiStandingRow, i).value;
      if (!has_pace)
        values[i] = dui_format_measured_to_shown (subject->panel->indicator, values[i]);
    }
  return dui_format_column_decimals (values, standing->rows->len,
                                     has_pace ? 1 : dui_indicator_get_decimals (indicator));
}

/* The indicator's, or up to two more where a small gap would print as none. */
static int
gap_decimals (DuiIndicator *indicator, const DuiStanding *standing)
{
  int least = dui_indicator_get_decimals (indicator);
  int decimals = least;

  for (guint i = 0; i < standing->rows->len; i++)
    {
      DuiAmount gap = g_array_index (standing->rows, DuiStandingRow, i).tier.gap;
      DuiRatio shown = dui_format_raw_to_shown (indicator, dui_amount_to_ratio (gap, 0));

      if (dui_amount_is_missing (gap) || gap == 0)
        continue;
      while (decimals < least + 2 && dui_format_sign (shown, decimals) == 0)
        decimals++;
    }
  return decimals;
}

static void
add_whole (DuiGapData *self, const Maker *maker, const DuiChartWhole *whole)
{
  DuiGapRow row = row_none;

  if (!whole->progress)
    return;
  row.place = maker->subject->place;
  row.name = g_strdup (whole->label);
  if (fill_row (maker, whole->progress, whole->tier, &row))
    self->whole = g_memdup2 (&row, sizeof row);
  else
    row_clear (&row);
}

static void
add_titles (DuiGapData *self, const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  const char *measure = dui_chart_subject_get_measure (subject, FALSE);
  DuiRatio pace = dui_panel_get_pace (subject->panel, subject->period);

  if (!self->has_pace)
    {
      self->reached_title = g_strdup_printf (_ ("Actual (%s)"), measure);
      self->gap_title = g_strdup_printf (_ ("Distance to target (%s)"),
                                         dui_chart_subject_get_measure (subject, TRUE));
      return;
    }
  self->reached_title = g_strdup (_ ("Completed (%)"));
  self->gap_title = g_strdup_printf (_ ("Gap (%s)"), measure);
  if (dui_ratio_sign (pace) > 0)
    {
      g_autofree char *percent = dui_format_percent (pace, 1);

      self->pace = 100 * dui_ratio_to_double (pace);
      self->pace_text = g_strdup_printf (_ ("Pace %s%%"), percent);
    }
}

static void
find_tiers (DuiGapData *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DuiGapRow *row = &g_array_index (self->rows, DuiGapRow, i);

      self->any_agreed = self->any_agreed || isfinite (row->agreed);
      self->any_stretch = self->any_stretch || isfinite (row->stretch);
    }
  if (self->whole)
    {
      self->any_agreed = self->any_agreed || isfinite (self->whole->agreed);
      self->any_stretch = self->any_stretch || isfinite (self->whole->stretch);
    }
}

DuiGapData *
dui_gap_data_new (const DuiChartSubject *subject,
                  const DuiChartWhole *whole,
                  const DuiStanding *standing)
{
  DuiGapData *self = g_new0 (DuiGapData, 1);
  Maker maker
      = { subject, subject->panel->indicator, dui_indicator_has_pace (subject->panel->indicator),
          difference_decimals (subject, standing),
          gap_decimals (subject->panel->indicator, standing) };

  self->has_pace = maker.has_pace;
  self->pace = NAN;
  self->provisional = standing->provisional;
  self->rows = g_array_new (FALSE, FALSE, sizeof (DuiGapRow));
  self->absent = g_array_new (FALSE, FALSE, sizeof (DuiGapRow));
  g_array_set_clear_func (self->rows, row_clear);
  g_array_set_clear_func (self->absent, row_clear);
  add_titles (self, subject, whole);
  add_whole (self, &maker, whole);
  add_ranked (self, &maker, standing);
  /* Where only the whole has a target it is all there is to show (PRACTICE R21). */
  if (!self->whole || dui_chart_subject_members_have_targets (subject))
    add_unranked (self, &maker, standing);
  find_tiers (self);
  return self;
}

void
dui_gap_data_free (DuiGapData *self)
{
  if (self->whole)
    row_clear (self->whole);
  g_free (self->whole);
  g_array_unref (self->rows);
  g_array_unref (self->absent);
  g_free (self->pace_text);
  g_free (self->reached_title);
  g_free (self->gap_title);
  g_free (self);
}
