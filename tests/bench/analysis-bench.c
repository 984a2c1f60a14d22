/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All rules over 990,000 figures (1,500 places in 75 counties x 60 months x 11 indicators): gap,
 * growth, rank and streak for every place and period, beside the same arithmetic in bare C over
 * plain arrays of doubles, with the library's qsort and without a missing value, a plan, a version
 * of a target or an exact comparison. Prints milliseconds, one line each:
 *   floor MS / ours MS for each of ROUNDS, then what single answers cost, then a digest of both
 * sides, which have to agree. */
#include "analysis/against.h"
#include "analysis/growth.h"
#include "analysis/history.h"
#include "analysis/standing.h"
#include "analysis/streak.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_INDICATORS 11
#define N_PLACES 1500
#define N_COUNTIES 75
#define IN_COUNTY (N_PLACES / N_COUNTIES)
#define N_YEARS 5
#define N_PERIODS (N_YEARS * 12)
#define FIRST_YEAR 2021
#define FIRST_PLACE (1 + N_COUNTIES) /* after the city and its counties */

/* Cumulative figures and yearly targets, made once for both sides. */
static gint64 figures[N_INDICATORS][N_PERIODS][N_PLACES];
static gint64 targets[N_INDICATORS][N_YEARS][N_PLACES];

typedef struct
{
  gint64 n_short; /* figures behind their pace */
  gint64 n_fell;  /* figures with a negative growth */
  gint64 ranks;   /* sum of rank x place */
  gint64 bottoms; /* of three periods or more in the bottom three of their county */
} Digest;

static void
make_figures (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (990000);

  for (guint i = 0; i < N_INDICATORS; i++)
    for (guint place = 0; place < N_PLACES; place++)
      {
        gint64 size = g_rand_int_range (random, 200000, 20000000);
        gint64 sum = 0;

        for (guint period = 0; period < N_PERIODS; period++)
          {
            if (period % 12 == 0)
              {
                sum = 0;
                targets[i][period / 12][place] = size * 12 + g_rand_int_range (random, 0, 100000);
                size += size / 20;
              }
            sum += size / 2 + (gint64) (g_rand_double (random) * (double) size);
            figures[i][period][place] = sum;
          }
      }
}

/* The floor. */

static double done[N_INDICATORS][N_PERIODS][N_PLACES];
static double target[N_INDICATORS][N_YEARS][N_PLACES];
static double completion[N_INDICATORS][N_PERIODS][N_PLACES];
static double growth[N_INDICATORS][N_PERIODS][N_PLACES];
static int rank[N_INDICATORS][N_PERIODS][N_PLACES];
static guint8 bottom[N_INDICATORS][N_PERIODS][N_PLACES];

typedef struct
{
  double key;
  int place;
} Ranked;

static int
compare_ranked (const void *a,
                const void *b)
{
  double left = ((const Ranked *) a)->key, right = ((const Ranked *) b)->key;

  return (left < right) - (left > right);
}

static void
floor_load (void)
{
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      for (guint period = 0; period < N_PERIODS; period++)
        for (guint place = 0; place < N_PLACES; place++)
          done[i][period][place] = (double) figures[i][period][place];
      for (guint year = 0; year < N_YEARS; year++)
        for (guint place = 0; place < N_PLACES; place++)
          target[i][year][place] = (double) targets[i][year][place];
    }
}

static void
floor_progress (Digest *digest)
{
  for (guint i = 0; i < N_INDICATORS; i++)
    for (guint period = 0; period < N_PERIODS; period++)
      for (guint place = 0; place < N_PLACES; place++)
        {
          double due = target[i][period / 12][place] * (period % 12 + 1) / 12.0;

          completion[i][period][place] = done[i][period][place] / due;
          digest->n_short += done[i][period][place] < due;
          if (period < 12)
            continue;
          growth[i][period][place] = done[i][period][place] / done[i][period - 12][place] - 1;
          digest->n_fell += growth[i][period][place] < 0;
        }
}

static void
floor_rank (Digest *digest)
{
  static Ranked ranked[N_PLACES];

  for (guint i = 0; i < N_INDICATORS; i++)
    for (guint period = 0; period < N_PERIODS; period++)
      {
        int at = 1;

        for (int place = 0; place < N_PLACES; place++)
          ranked[place] = (Ranked){ completion[i][period][place], place };
        qsort (ranked, N_PLACES, sizeof (Ranked), compare_ranked);
        for (int r = 0; r < N_PLACES; r++)
          {
            if (r > 0 && ranked[r].key != ranked[r - 1].key)
              at = r + 1;
            rank[i][period][ranked[r].place] = at;
            digest->ranks += (gint64) at * ranked[r].place;
          }
      }
}

static void
floor_streak (Digest *digest)
{
  for (guint i = 0; i < N_INDICATORS; i++)
    for (guint period = 12; period < N_PERIODS; period++)
      for (guint first = 0; first < N_PLACES; first += IN_COUNTY)
        {
          double worst[3] = { 1e300, 1e300, 1e300 };

          for (guint place = first; place < first + IN_COUNTY; place++)
            {
              double value = growth[i][period][place];
              int at = 3;

              if (value >= worst[2])
                continue;
              while (--at > 0 && value < worst[at - 1])
                worst[at] = worst[at - 1];
              worst[at] = value;
            }
          for (guint place = first; place < first + IN_COUNTY; place++)
            bottom[i][period][place] = growth[i][period][place] <= worst[2];
        }
  for (guint i = 0; i < N_INDICATORS; i++)
    for (guint period = 14; period < N_PERIODS; period++)
      for (guint place = 0; place < N_PLACES; place++)
        digest->bottoms += bottom[i][period][place] & bottom[i][period - 1][place]
                           & bottom[i][period - 2][place];
}

/* Ours. */

static DuiCatalog *
make_catalog (void)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *indicators = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree DuiMembership *memberships = g_new (DuiMembership, 2 * N_PLACES);
  guint n = 0;

  for (gint64 id = 1; id <= FIRST_PLACE + N_PLACES; id++)
    g_ptr_array_add (places, g_object_new (DUI_TYPE_PLACE, "id", id, NULL));
  for (gint64 id = 1; id <= N_INDICATORS; id++)
    g_ptr_array_add (indicators,
                     g_object_new (DUI_TYPE_INDICATOR, "id", id, "calendar",
                                   DUI_CALENDAR_WITH_JANUARY, NULL));
  for (guint place = 0; place < N_PLACES; place++)
    {
      guint index = FIRST_PLACE + place, county = 1 + place / IN_COUNTY;

      memberships[n++] = (DuiMembership){ index, county, 0, G_MAXINT32, TRUE, TRUE };
      memberships[n++] = (DuiMembership){ index, 0, 0, G_MAXINT32, TRUE, FALSE };
    }
  return dui_catalog_new (places, 0, memberships, n, indicators, &dui_rules_default, FALSE, NULL);
}

static DuiPanel *
load_panel (DuiCatalog *catalog,
            guint i)
{
  DuiPeriod first = dui_period_new (FIRST_YEAR, 1);
  DuiPanel *panel = dui_panel_new (catalog, g_ptr_array_index (catalog->indicators, i), first,
                                   first + N_PERIODS - 1);
  g_autofree DuiTarget *versions = g_new (DuiTarget, N_YEARS * N_PLACES);
  guint n = 0;

  for (guint period = 0; period < N_PERIODS; period++)
    for (guint place = 0; place < N_PLACES; place++)
      {
        DuiFigureValues values = { figures[i][period][place],
                                   period < 12 ? DUI_AMOUNT_MISSING
                                               : figures[i][period - 12][place],
                                   DUI_AMOUNT_MISSING, DUI_STATUS_FINAL };

        dui_panel_set_figure (panel, FIRST_PLACE + place, first + (DuiPeriod) period, &values);
      }
  for (guint place = 0; place < N_PLACES; place++)
    for (int year = 0; year < N_YEARS; year++)
      versions[n++] = (DuiTarget){ FIRST_PLACE + place, FIRST_YEAR + year, DUI_TIER_AGREED,
                                   targets[i][year][place],
                                   (FIRST_YEAR + year) * 10000 + 101, NULL };
  dui_panel_set_targets (panel, versions, n);
  return panel;
}

static void
our_progress (const DuiPanel *panel,
              Digest *digest)
{
  DuiColumns columns;

  dui_columns_init (&columns, panel);
  for (DuiPeriod period = panel->first; period < panel->first + N_PERIODS; period++)
    {
      DuiMoment moment;

      dui_moment_init (&moment, &columns, period);
      for (guint place = FIRST_PLACE; place < FIRST_PLACE + N_PLACES; place++)
        {
          DuiProgress progress;

          dui_progress_fill (&columns, &moment, place, &progress);
          digest->n_short += dui_ratio_sign (progress.assessed.schedule_gap) > 0;
          digest->n_fell += dui_ratio_sign (progress.growth) < 0;
        }
    }
}

static void
our_rank (const DuiPanel *panel,
          Digest *digest)
{
  g_autoptr (DuiHistory) history
      = dui_history_new (panel, 0, DUI_RANK_BY_PROGRESS, DUI_TIER_ASSESSED, 0,
                         DUI_STREAK_BY_CUMULATIVE);

  for (DuiPeriod period = panel->first; period < panel->first + N_PERIODS; period++)
    {
      const DuiHistoryRow *row = dui_history_get_row (history, period);

      for (guint member = 0; member < N_PLACES; member++)
        digest->ranks += (gint64) row->placings[member].rank * member;
    }
}

static void
our_streak (const DuiPanel *panel,
            Digest *digest)
{
  for (guint county = 1; county <= N_COUNTIES; county++)
    {
      g_autoptr (DuiHistory) history = dui_streak_history_new (panel, county);

      for (DuiPeriod period = panel->first; period < panel->first + N_PERIODS; period++)
        for (guint member = 0; member < IN_COUNTY; member++)
          digest->bottoms += dui_streak_count (history, member, period, NULL, NULL) >= 3;
    }
}

static double
lap (gint64 *from)
{
  gint64 now = g_get_monotonic_time ();
  double ms = (double) (now - *from) / 1000;

  *from = now;
  return ms;
}

static void
run_floor (Digest *digest)
{
  gint64 clock = g_get_monotonic_time ();
  double load, progress, ranks, streaks;

  floor_load ();
  load = lap (&clock);
  floor_progress (digest);
  progress = lap (&clock);
  floor_rank (digest);
  ranks = lap (&clock);
  floor_streak (digest);
  streaks = lap (&clock);
  printf ("floor %.1f %.1f %.1f %.1f\n", load, progress, ranks, streaks);
}

static void
run_ours (DuiCatalog *catalog,
          Digest *digest)
{
  DuiPanel *panels[N_INDICATORS];
  gint64 clock = g_get_monotonic_time ();
  double load, progress, ranks, streaks;

  for (guint i = 0; i < N_INDICATORS; i++)
    panels[i] = load_panel (catalog, i);
  load = lap (&clock);
  for (guint i = 0; i < N_INDICATORS; i++)
    our_progress (panels[i], digest);
  progress = lap (&clock);
  for (guint i = 0; i < N_INDICATORS; i++)
    our_rank (panels[i], digest);
  ranks = lap (&clock);
  for (guint i = 0; i < N_INDICATORS; i++)
    our_streak (panels[i], digest);
  streaks = lap (&clock);
  printf ("ours %.1f %.1f %.1f %.1f\n", load, progress, ranks, streaks);
  for (guint i = 0; i < N_INDICATORS; i++)
    dui_panel_unref (panels[i]);
}

/* What a page asks for: one standing, with its previous ranks and streaks. */
static void
run_pages (DuiCatalog *catalog)
{
  g_autoptr (DuiPanel) panel = load_panel (catalog, 0);
  gint64 clock = g_get_monotonic_time ();
  DuiPeriod last = panel->first + N_PERIODS - 1;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (DuiStanding) standing
          = dui_standing_compute (panel, 1 + i, last, DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0);
    }
  printf ("county %.2f\n", lap (&clock));
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (DuiStanding) standing
          = dui_standing_compute (panel, 0, last - (DuiPeriod) i, DUI_RANK_BY_GROWTH,
                                  DUI_TIER_ASSESSED, 0);
    }
  printf ("whole %.2f\n", lap (&clock) / 10);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (DuiCatalog) catalog = make_catalog ();
  int rounds = argc > 1 ? atoi (argv[1]) : 1;
  Digest floor_digest, our_digest;

  make_figures ();
  for (int round = 0; round < rounds; round++)
    {
      floor_digest = our_digest = (Digest){ 0 };
      run_floor (&floor_digest);
      run_ours (catalog, &our_digest);
    }
  run_pages (catalog);
  printf ("digest %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
          " %" G_GINT64_FORMAT "\n",
          our_digest.n_short, our_digest.n_fell, our_digest.ranks, our_digest.bottoms);
  return memcmp (&floor_digest, &our_digest, sizeof (Digest)) == 0 ? 0 : 1;
}
