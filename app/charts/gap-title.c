/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finding of the gap chart as its title: first the whole, then the places (PRACTICE §4). */
#include <glib/gi18n-lib.h>

#include "charts/gap-data.h"
#include "model/format.h"

/* How many places are behind, and how few hold most of what is short. */
typedef struct
{
  guint n_ranked;
  guint n_behind;
  guint n_holders; /* of at least six tenths of the gap; 0 where they are not few */
  guint tenths;    /* of the gap that they hold, rounded down */
} Spread;

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  DuiAmount left = *(const DuiAmount *) a;
  DuiAmount right = *(const DuiAmount *) b;

  return (right > left) - (right < left);
}

/* The fewest places that hold six tenths of the gap; worth a title when they are at most a third.
 */
static void
find_holders (Spread *spread, GArray *gaps)
{
  DuiWide sum = 0;
  DuiWide held = 0;
  guint n = 0;

  g_array_sort (gaps, compare_gaps);
  for (guint i = 0; i < gaps->len; i++)
    sum += g_array_index (gaps, DuiAmount, i);
  while (n < gaps->len && 10 * held < 6 * sum)
    held += g_array_index (gaps, DuiAmount, n++);
  if (n == 0 || 3 * n > spread->n_ranked)
    return;
  spread->n_holders = n;
  spread->tenths = (guint) (held * 10 / sum);
}

static void
spread_init (Spread *spread, const DuiStanding *standing)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (DuiAmount));

  *spread = (Spread){ .n_ranked = standing->rows->len };
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (dui_ratio_sign (row->tier.difference) < 0)
        spread->n_behind++;
      if (!dui_amount_is_missing (row->tier.gap) && row->tier.gap > 0)
        g_array_append_val (gaps, row->tier.gap);
    }
  find_holders (spread, gaps);
}

static char *
holders_clause (const DuiChartSubject *subject, const Spread *spread)
{
  static const char *const tenths[] = { N_ ("60%"), N_ ("70%"), N_ ("80%"), N_ ("90%") };
  g_autofree char *holders = dui_chart_subject_count_members (subject, spread->n_holders);

  if (spread->tenths >= 10)
    return g_strdup_printf (
        ngettext ("%s holds the whole gap", "%s hold the whole gap", spread->n_holders), holders);
  /* Translators: 1 "3 townships", 2 "60%" (六成). */
  return g_strdup_printf (
      ngettext ("%1$s holds %2$s of the gap", "%1$s hold %2$s of the gap", spread->n_holders),
      holders, _ (tenths[spread->tenths - 6]));
}

static char *
count_clause (const DuiChartSubject *subject,
              const Spread *spread,
              gboolean has_pace,
              gboolean ended)
{
  guint n = spread->n_behind;
  g_autofree char *count = dui_chart_subject_count_members (subject, n);

  if (!has_pace)
    return g_strdup_printf (ngettext ("%s misses the target", "%s miss the target", n), count);
  if (ended)
    return g_strdup_printf (ngettext ("%s missed the target", "%s missed the target", n), count);
  return g_strdup_printf (ngettext ("%s behind the pace", "%s behind the pace", n), count);
}

static char *
all_well_clause (const DuiChartSubject *subject, const Spread *spread, gboolean unreported)
{
  guint n = spread->n_ranked;
  g_autofree char *count = dui_chart_subject_count_members (subject, n);

  if (unreported)
    return g_strdup_printf (
        ngettext ("%s that reported on target", "all %s that reported on target", n), count);
  return g_strdup_printf (ngettext ("%s on target", "all %s on target", n), count);
}

/* What is to be said of the places; NULL when none is ranked. */
static char *
places_clause (const DuiChartSubject *subject, const DuiStanding *standing, gboolean whole_behind)
{
  gboolean has_pace = dui_indicator_has_pace (subject->panel->indicator);
  gboolean ended = dui_period_month (subject->period) == 12;
  Spread spread;

  spread_init (&spread, standing);
  if (spread.n_ranked == 0)
    return NULL;
  if (spread.n_behind == 0)
    return all_well_clause (subject, &spread, standing->unreported->len > 0);
  if (has_pace && whole_behind && spread.n_holders > 0)
    return holders_clause (subject, &spread);
  return count_clause (subject, &spread, has_pace, ended);
}

/* At the end of the year the pace is the target (PRACTICE R8). */
static char *
pace_clause (const DuiChartWhole *whole, gboolean ended)
{
  static const char *const texts[2][3] = {
    { N_ ("%1$s %2$s points behind the pace"), N_ ("%1$s on the pace"),
      N_ ("%1$s %2$s points ahead of the pace") },
    { N_ ("%1$s %2$s points short of the year’s target"), N_ ("%1$s reached the year’s target"),
      N_ ("%1$s %2$s points over the year’s target") },
  };
  g_autofree char *points = dui_format_magnitude (whole->tier->difference, 1);

  return dui_chart_fill (_ (texts[ended][dui_format_sign (whole->tier->difference, 1) + 1]),
                         whole->label, points, NULL);
}

/* What lower is better for has a limit, a control target 控制目标 (PRACTICE R9). */
static char *
distance_clause (const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  static const char *const texts[2][3] = {
    { N_ ("%1$s %2$s %3$s below the target"), N_ ("%1$s on the target"),
      N_ ("%1$s %2$s %3$s above the target") },
    { N_ ("%1$s %2$s %3$s above the control target"), N_ ("%1$s on the control target"),
      N_ ("%1$s %2$s %3$s below the control target") },
  };
  DuiIndicator *indicator = subject->panel->indicator;
  gboolean lower = dui_indicator_get_direction (indicator) == DUI_DIRECTION_LOWER;
  int decimals = dui_indicator_get_decimals (indicator);
  DuiRatio shown
      = dui_format_measured_to_shown (subject->panel->indicator, whole->tier->difference);
  g_autofree char *number = dui_format_magnitude (shown, decimals);

  return dui_chart_fill (_ (texts[lower][dui_format_sign (shown, decimals) + 1]), whole->label,
                         number, dui_chart_subject_get_measure (subject, TRUE));
}

/* Where the plan has nothing due yet. */
static char *
completion_clause (const DuiChartWhole *whole)
{
  g_autofree char *percent = NULL;

  if (dui_ratio_is_missing (whole->tier->completion))
    return NULL;
  percent = dui_format_percent (whole->tier->completion, 1);
  return g_strdup_printf (_ ("%1$s completed %2$s%% of the target"), whole->label, percent);
}

static char *
whole_clause (const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  if (!whole->progress)
    return NULL;
  if (dui_ratio_is_missing (whole->tier->difference))
    return completion_clause (whole);
  if (dui_indicator_has_pace (subject->panel->indicator))
    return pace_clause (whole, dui_period_month (subject->period) == 12);
  return distance_clause (subject, whole);
}

char *
dui_gap_title (const DuiChartSubject *subject,
               const DuiChartWhole *whole,
               const DuiStanding *standing)
{
  g_autofree char *first = whole_clause (subject, whole);
  g_autofree char *second = places_clause (
      subject, standing, !whole->progress || dui_ratio_sign (whole->tier->difference) <= 0);

  if (first && second)
    /* Translators: two findings, 全县欠进度14.3个百分点，3个乡镇占缺口六成. */
    return g_strdup_printf (C_ ("two findings", "%1$s; %2$s"), first, second);
  if (first || second)
    return g_strdup (first ? first : second);
  return dui_chart_subject_get_nothing_title (
      subject, whole->progress || standing->untargeted->len > 0);
}
