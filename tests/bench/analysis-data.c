/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis-data.h"

#include "store/command.h"
#include "store/figures.h"
#include "store/mapper.h"
#include "store/places.h"
#include "store/starter.h"
#include "store/store.h"
#include "store/tally.h"
#include "store/targets.h"

#include <sqlite3.h>

gint64 bench_figures[N_INDICATORS][N_PERIODS][N_PLACES];
gint64 bench_targets[N_INDICATORS][N_YEARS][N_PLACES];
gint64 bench_first_county_id;
gint64 bench_first_place_id;

#define FIRST_POSITION 1000 /* in the fixed order, after the places that every book has */

void
bench_make_figures (void)
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
                bench_targets[i][period / 12][place]
                    = size * 12 + g_rand_int_range (random, 0, 100000);
                size += size / 20;
              }
            sum += size / 2 + (gint64) (g_rand_double (random) * (double) size);
            bench_figures[i][period][place] = sum;
          }
      }
}

static void
run (sqlite3 *db, const char *sql)
{
  g_autofree char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
}

static sqlite3 *
open_for_filling (const char *path)
{
  sqlite3 *db;

  if (sqlite3_open (path, &db) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  run (db, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN");
  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return statement;
}

static void
step (sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

static void
bind_keys (sqlite3_stmt *statement, guint place, guint i)
{
  g_autofree char *unit = g_strdup_printf ("U%04u", place);
  g_autofree char *indicator = g_strdup_printf ("I%02u", i);

  sqlite3_bind_text (statement, 1, unit, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (statement, 2, indicator, -1, SQLITE_TRANSIENT);
}

void
bench_make_plain (const char *path)
{
  sqlite3 *db = open_for_filling (path);
  sqlite3_stmt *figure, *target;

  run (db, "CREATE TABLE obs (unit TEXT, indicator TEXT, period TEXT, value REAL,"
           " PRIMARY KEY (unit, indicator, period)) WITHOUT ROWID;"
           "CREATE TABLE target (unit TEXT, indicator TEXT, year INT, value REAL,"
           " PRIMARY KEY (unit, indicator, year)) WITHOUT ROWID");
  figure = prepare (db, "INSERT INTO obs VALUES (?1, ?2, printf ('%d-%02d', ?3, ?4), ?5)");
  target = prepare (db, "INSERT INTO target VALUES (?1, ?2, ?3, ?4)");
  for (guint place = 0; place < N_PLACES; place++)
    for (guint i = 0; i < N_INDICATORS; i++)
      {
        bind_keys (figure, place, i);
        for (guint period = 0; period < N_PERIODS; period++)
          {
            sqlite3_bind_int (figure, 3, FIRST_YEAR + (int) period / 12);
            sqlite3_bind_int (figure, 4, (int) period % 12 + 1);
            sqlite3_bind_double (figure, 5, (double) bench_figures[i][period][place]);
            step (figure);
          }
        bind_keys (target, place, i);
        for (guint year = 0; year < N_YEARS; year++)
          {
            sqlite3_bind_int (target, 3, FIRST_YEAR + (int) year);
            sqlite3_bind_double (target, 4, (double) bench_targets[i][year][place]);
            step (target);
          }
      }
  sqlite3_finalize (figure);
  sqlite3_finalize (target);
  run (db, "COMMIT");
  sqlite3_close (db);
}

/* What is being written, by the functions that the program itself writes with. */
typedef struct
{
  DuiConnection *connection;
  gint64 source;
  GError **error;
} Writer;

#define ACTION "bench"

static gint64
add_place (Writer *self, int position)
{
  g_autoptr (DuiPlace) place
      = g_object_new (DUI_TYPE_PLACE, "name", "place", "order", position, NULL);

  return dui_places_insert (self->connection, place, self->source, ACTION, self->error);
}

static gboolean
add_places (Writer *self)
{
  gint64 home = 1, counties[N_COUNTIES];

  for (int county = 0; county < N_COUNTIES; county++)
    {
      counties[county] = add_place (self, FIRST_POSITION + N_PLACES + county);
      if (counties[county] == 0)
        return FALSE;
    }
  bench_first_county_id = counties[0];
  for (int i = 0; i < N_PLACES; i++)
    {
      gint64 place = add_place (self, FIRST_POSITION + i);

      if (i == 0)
        bench_first_place_id = place;
      if (place == 0
          || !dui_places_join (self->connection, place, counties[i / IN_COUNTY], TRUE, TRUE,
                               self->source, ACTION, self->error)
          || !dui_places_join (self->connection, place, home, TRUE, FALSE, self->source, ACTION,
                               self->error))
        return FALSE;
    }
  return TRUE;
}

static gint64
add_indicator (Writer *self, guint i)
{
  g_autofree char *code = g_strdup_printf ("bench-%u", i);
  g_autoptr (DuiIndicator) indicator = g_object_new (
      DUI_TYPE_INDICATOR, "code", code, "name", code, "measure", "万元", "shown-measure", "亿元",
      "shown-shift", 4, "calendar", DUI_CALENDAR_WITH_JANUARY, "order", (int) (100 + i), NULL);
  gint64 id;

  return dui_mapping_insert (&dui_mapping_indicator, self->connection, G_OBJECT (indicator),
                             self->source, ACTION, &id, self->error)
             ? id
             : 0;
}

static gboolean
add_figures (Writer *self, gint64 indicator, guint i)
{
  g_autoptr (DuiStatement) statement
      = dui_figures_prepare_insert (self->connection, ACTION, self->error);

  for (guint period = 0; statement && period < N_PERIODS; period++)
    {
      DuiTally tally = { 0 };

      for (guint place = 0; place < N_PLACES; place++)
        {
          const DuiFigureRow row
              = { indicator,
                  FIRST_YEAR * 12 + period,
                  bench_first_place_id + place,
                  bench_figures[i][period][place],
                  period < 12 ? DUI_AMOUNT_MISSING : bench_figures[i][period - 12][place],
                  DUI_AMOUNT_MISSING,
                  DUI_STATUS_FINAL,
                  self->source,
                  0 };

          if (!dui_figures_write (statement, &row, self->error))
            return FALSE;
          dui_tally_count (&tally, dui_checksum_figure (&row));
        }
      if (!dui_tally_add (self->connection, indicator, FIRST_YEAR * 12 + period, &tally, ACTION,
                          self->error))
        return FALSE;
    }
  return statement != NULL;
}

static gboolean
add_targets (Writer *self, gint64 indicator, guint i)
{
  for (guint place = 0; place < N_PLACES; place++)
    for (int year = 0; year < N_YEARS; year++)
      {
        const DuiTarget target = { 0,
                                   FIRST_YEAR + year,
                                   DUI_TIER_AGREED,
                                   bench_targets[i][year][place],
                                   (FIRST_YEAR + year) * 10000 + 101,
                                   NULL };

        if (!dui_targets_write (self->connection, indicator, bench_first_place_id + place, &target,
                                self->source, ACTION, self->error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_everything (Writer *self)
{
  if (!add_places (self))
    return FALSE;
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      gint64 indicator = add_indicator (self, i);

      if (indicator == 0 || !add_figures (self, indicator, i) || !add_targets (self, indicator, i))
        return FALSE;
    }
  return TRUE;
}

static gpointer
fill_book (DuiConnection *connection, gpointer input, GError **error)
{
  g_autoptr (DuiCommand) command = NULL;
  Writer writer = { connection, 0, error };

  if (!dui_starter_fill (connection, "410922", NULL, FALSE, error))
    return NULL;
  command = dui_command_begin (connection, "init", &(DuiOccasion){ 0 }, TRUE, ACTION, error);
  if (!command)
    return NULL;
  writer.source = dui_command_get_source (command, error);
  if (writer.source == 0 || !add_everything (&writer) || !dui_command_finish (command, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

void
bench_make_book (const char *path)
{
  g_autoptr (GError) error = NULL;

  if (!dui_store_build (path, fill_book, NULL, &error))
    g_error ("%s", error->message);
}
