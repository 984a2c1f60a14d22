/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All rules over 990,000 figures: gap, growth, rank and streak for every place and period, beside
 * bare C that reads the same figures from plain tables into arrays of doubles and does the same
 * arithmetic with the library's qsort, without a missing value, a plan, a version of a target, a
 * checksum or an exact comparison.
 *   analysis-bench PLAIN BOOK ROUNDS
 * makes both files and prints a line for each side and round with the milliseconds of load,
 * progress, rank and streak, and of the processor's time; then what the page of a county and that of all places cost, and a
 * digest of the answers, in which both sides have to agree. */
#include "analysis-data.h"

#include "analysis/against.h"
#include "analysis/standing.h"
#include "analysis/streak.h"
#include "book.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct
{
  gint64 n_short; /* figures behind their pace */
  gint64 n_fell;  /* figures with a negative growth */
  gint64 ranks;   /* sum of rank x place */
  gint64 bottoms; /* of three periods or more in the bottom three of their county */
} Digest;

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
compare_ranked (const void *a, const void *b)
{
  double left = ((const Ranked *) a)->key, right = ((const Ranked *) b)->key;

  return (left < right) - (left > right);
}

static sqlite3_stmt *
floor_query (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return statement;
}

static void
floor_load (const char *path)
{
  sqlite3 *db;
  sqlite3_stmt *statement;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  statement = floor_query (db, "SELECT unit, indicator, period, value FROM obs");
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *unit = (const char *) sqlite3_column_text (statement, 0);
      const char *indicator = (const char *) sqlite3_column_text (statement, 1);
      const char *period = (const char *) sqlite3_column_text (statement, 2);
      int year = atoi (period) - FIRST_YEAR;

      done[atoi (indicator + 1)][year * 12 + atoi (period + 5) - 1][atoi (unit + 1)]
          = sqlite3_column_double (statement, 3);
    }
  sqlite3_finalize (statement);
  statement = floor_query (db, "SELECT unit, indicator, year, value FROM target");
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *unit = (const char *) sqlite3_column_text (statement, 0);
      const char *indicator = (const char *) sqlite3_column_text (statement, 1);

      target[atoi (indicator + 1)][sqlite3_column_int (statement, 2) - FIRST_YEAR][atoi (unit + 1)]
          = sqlite3_column_double (statement, 3);
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
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

typedef struct
{
  DuiBook *book;
  DuiPanel *panels[N_INDICATORS];
  guint home;
  guint first_county; /* indices of the catalog */
  guint first_place;
} Ours;

static void
our_open (Ours *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiCatalog) catalog = NULL;

  *self = (Ours){ .book = dui_book_open (path, &error) };
  g_assert_no_error (error);
  catalog = dui_book_get_catalog (self->book, &error);
  g_assert_no_error (error);
  self->home = catalog->home;
  self->first_county = dui_catalog_find_id (catalog, bench_first_county_id);
  self->first_place = dui_catalog_find_id (catalog, bench_first_place_id);
}

static void
panel_loaded (GObject *book, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  DuiPanel **panel = data;

  *panel = dui_book_get_panel_finish (DUI_BOOK (book), result, &error);
  g_assert_no_error (error);
}

/* Asks for all; each is there when its pointer is. */
static void
our_request (Ours *self)
{
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      g_autofree char *code = g_strdup_printf ("bench-%u", i);

      dui_book_get_panel_async (self->book, code, NULL, panel_loaded, &self->panels[i]);
    }
}

static const DuiPanel *
our_wait (Ours *self, guint i)
{
  while (self->panels[i] == NULL)
    g_main_context_iteration (NULL, TRUE);
  return self->panels[i];
}

static void
our_close (Ours *self)
{
  for (guint i = 0; i < N_INDICATORS; i++)
    dui_panel_unref (self->panels[i]);
  dui_book_close (self->book);
  g_object_unref (self->book);
}

static void
our_progress (const DuiPanel *panel, guint first, Digest *digest)
{
  DuiColumns columns;

  dui_columns_init (&columns, panel);
  for (DuiPeriod period = panel->first; period < panel->first + N_PERIODS; period++)
    {
      DuiMoment moment;

      dui_moment_init (&moment, &columns, period);
      for (guint place = first; place < first + N_PLACES; place++)
        {
          DuiProgress progress;

          dui_progress_fill (&columns, &moment, place, &progress);
          digest->n_short += dui_ratio_sign (progress.assessed.schedule_gap) > 0;
          digest->n_fell += dui_ratio_sign (progress.growth) < 0;
        }
    }
}

static void
our_rank (const DuiPanel *panel, guint home, guint first, Digest *digest)
{
  g_autoptr (DuiHistory) history = dui_history_new (panel, home, DUI_RANK_BY_PROGRESS,
                                                    DUI_TIER_ASSESSED, 0, DUI_STREAK_BY_CUMULATIVE);
  const DuiMembers *members = &history->members;

  /* The home's own townships, which have no figures, are its members too. */
  for (DuiPeriod period = panel->first; period < panel->first + N_PERIODS; period++)
    {
      const DuiHistoryRow *row = dui_history_get_row (history, period);

      for (guint i = 0; i < members->n_items; i++)
        if (members->items[i].place >= first)
          digest->ranks += (gint64) row->placings[i].rank * (members->items[i].place - first);
    }
}

static void
our_streak (const DuiPanel *panel, guint first_county, Digest *digest)
{
  for (guint county = first_county; county < first_county + N_COUNTIES; county++)
    {
      g_autoptr (DuiHistory) history = dui_streak_history_new (panel, county);
      guint lengths[IN_COUNTY];

      for (DuiPeriod period = panel->first; period < panel->first + N_PERIODS; period++)
        {
          dui_streak_count (history, period, lengths);
          for (guint member = 0; member < IN_COUNTY; member++)
            digest->bottoms += lengths[member] >= 3;
        }
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
run_floor (const char *path, Digest *digest)
{
  gint64 clock = g_get_monotonic_time ();

  floor_load (path);
  printf ("floor %.1f", lap (&clock));
  floor_progress (digest);
  printf (" %.1f", lap (&clock));
  floor_rank (digest);
  printf (" %.1f", lap (&clock));
  floor_streak (digest);
  printf (" %.1f", lap (&clock));
}

/* The store thread reads one indicator while the rules go over the one before: "load" is what was
 * waited for. */
static void
run_ours (const char *path, Digest *digest)
{
  double load = 0, progress = 0, rank = 0, streak = 0;
  gint64 clock = g_get_monotonic_time ();
  Ours self;

  our_open (&self, path);
  our_request (&self);
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      const DuiPanel *panel = our_wait (&self, i);

      load += lap (&clock);
      our_progress (panel, self.first_place, digest);
      progress += lap (&clock);
      our_rank (panel, self.home, self.first_place, digest);
      rank += lap (&clock);
      our_streak (panel, self.first_county, digest);
      streak += lap (&clock);
    }
  printf ("ours %.1f %.1f %.1f %.1f", load, progress, rank, streak);
  our_close (&self);
}

static void
time_side (void (*run) (const char *path, Digest *digest), const char *path, Digest *digest)
{
  clock_t from = clock ();

  *digest = (Digest){ 0 };
  run (path, digest);
  printf (" %.1f\n", (double) (clock () - from) * 1000 / CLOCKS_PER_SEC);
}

static void
show_page (const DuiPanel *panel, guint parent, DuiPeriod period)
{
  dui_standing_free (
      dui_standing_compute (panel, parent, period, DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0));
}

/* A county's page over ten indicators, and the page of all places at ten periods. */
static void
run_pages (const char *path)
{
  gint64 clock;
  DuiPeriod last;
  Ours self;

  our_open (&self, path);
  our_request (&self);
  our_wait (&self, N_INDICATORS - 1);
  last = self.panels[0]->first + N_PERIODS - 1;
  clock = g_get_monotonic_time ();
  for (guint i = 0; i < 10; i++)
    show_page (self.panels[i], self.first_county, last);
  printf ("county %.2f\n", lap (&clock));
  for (guint i = 0; i < 10; i++)
    show_page (self.panels[0], self.home, last - (DuiPeriod) i);
  printf ("whole %.2f\n", lap (&clock) / 10);
  our_close (&self);
}

int
main (int argc, char **argv)
{
  const char *plain = argv[1], *book = argv[2];
  Digest floor_digest = { 0 }, our_digest = { 0 };

  g_assert_true (argc == 4);
  bench_make_figures ();
  bench_make_plain (plain);
  bench_make_book (book);

  for (int round = 0; round < atoi (argv[3]); round++)
    {
      time_side (run_floor, plain, &floor_digest);
      time_side (run_ours, book, &our_digest);
    }
  run_pages (book);
  printf ("digest %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
          "\n",
          our_digest.n_short, our_digest.n_fell, our_digest.ranks, our_digest.bottoms);
  return memcmp (&floor_digest, &our_digest, sizeof (Digest)) == 0 ? 0 : 1;
}
