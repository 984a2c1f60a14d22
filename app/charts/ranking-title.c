/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finding of the matrix of ranks as its title (PRACTICE §4). */
#include <glib/gi18n-lib.h>

#include "analysis/streak.h"
#include "charts/ranking-data.h"

static const char *
place_name (const DuiChartSubject *subject, guint place)
{
  return dui_place_get_name (dui_catalog_get_place (subject->panel->catalog, place));
}

static char *
bottom_words (guint bottom)
{
  if (bottom == 3)
    return g_strdup (C_ ("bottom set", "the last three"));
  return g_strdup_printf (C_ ("bottom set", "the last %u"), bottom);
}

static char *
unreported_title (const DuiChartSubject *subject, const GArray *unreported)
{
  g_autofree char *count = NULL;

  if (unreported->len == 1)
    /* Translators: a place. */
    return g_strdup_printf (_ ("%s has not reported; the ranks are not settled"),
                            place_name (subject, g_array_index (unreported, guint, 0)));
  count = dui_chart_subject_count_members (subject, unreported->len);
  /* Translators: "3 townships". */
  return g_strdup_printf (_ ("%s have not reported; the ranks are not settled"), count);
}

/* @streaks longest first. */
static char *
streak_title (const DuiChartSubject *subject, GPtrArray *streaks)
{
  DuiPlace *parent = dui_catalog_get_place (subject->panel->catalog, subject->place);
  g_autofree char *bottom = bottom_words (subject->panel->catalog->rules.bottom);
  guint length = streaks->len > 0 ? ((DuiStreak *) streaks->pdata[0])->length : 0;
  g_autofree char *who = NULL;
  guint n = 0;

  if (length < 2)
    /* Translators: 1 "townships", 2 the bottom set ("the last three"). */
    return g_strdup_printf (_ ("No %1$s in %2$s for a second period running"),
                            dui_place_get_members_label (parent), bottom);
  while (n < streaks->len && ((DuiStreak *) streaks->pdata[n])->length == length)
    n++;
  who = n == 1 ? g_strdup (place_name (subject, ((DuiStreak *) streaks->pdata[0])->place))
               : dui_chart_subject_count_members (subject, n);
  /* Translators: 1 a place or "2 townships", 2 the bottom set, 3 a number of periods. */
  return g_strdup_printf (_ ("%1$s in %2$s by growth for %3$u periods running"), who, bottom,
                          length);
}

/* The first and the last of a ranking in which no streaks are counted. */
static char *
ends_title (const DuiChartSubject *subject, const DuiStanding *standing)
{
  const GArray *rows = standing->rows;
  const DuiStandingRow *last = &g_array_index (rows, DuiStandingRow, rows->len - 1);
  const char *first_name
      = place_name (subject, g_array_index (rows, DuiStandingRow, 0).place);

  if (last->rank == 1)
    return rows->len == 1 ? g_strdup_printf (_ ("Only %s is ranked"), first_name)
                          : g_strdup (_ ("All are equal"));
  /* Translators: two places. */
  return g_strdup_printf (_ ("%1$s is first, %2$s last"), first_name,
                          place_name (subject, last->place));
}

char *
dui_ranking_title (const DuiChartSubject *subject, const DuiStanding *standing, GPtrArray *streaks)
{
  const DuiRules *rules = &subject->panel->catalog->rules;

  if (standing->rows->len == 0)
    return standing->untargeted->len > 0
               ? g_strdup (_ ("There is nothing to rank by"))
               : dui_chart_subject_get_nothing_title (subject, FALSE);
  if (standing->provisional && standing->unreported->len > 0)
    return unreported_title (subject, standing->unreported);
  if (standing->by == DUI_RANK_BY_GROWTH && rules->streak_growth == DUI_STREAK_BY_CUMULATIVE
      && standing->bottom_state != DUI_BOTTOM_NONE)
    return streak_title (subject, streaks);
  return ends_title (subject, standing);
}
