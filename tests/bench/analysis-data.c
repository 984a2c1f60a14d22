/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis-data.h"

#include "book.h"
#include "store/checksum.h"

#include <sqlite3.h>

gint64 bench_figures[N_INDICATORS][N_PERIODS][N_PLACES];
gint64 bench_targets[N_INDICATORS][N_YEARS][N_PLACES];

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

static void
fill_places (sqlite3 *db)
{
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d - 1)"
      " INSERT INTO place (id, kind, position, source) SELECT %d + i, 'other', 1000 + i, 1 FROM n"
      " UNION ALL SELECT %d + i, 'other', 5000 + i, 1 FROM n WHERE i < %d;"
      "INSERT INTO place_name SELECT id, 0, 'place ' || id, 1 FROM place WHERE id >= %d;"
      "INSERT INTO membership SELECT id, %d + (id - %d) / %d, 0, NULL, 1, 1, 1 FROM place"
      " WHERE id >= %d;"
      "INSERT INTO membership SELECT id, (SELECT home FROM book), 0, NULL, 1, 0, 1 FROM place"
      " WHERE id >= %d",
      N_PLACES, FIRST_PLACE_ID, FIRST_COUNTY_ID, N_COUNTIES, FIRST_COUNTY_ID, FIRST_COUNTY_ID,
      FIRST_PLACE_ID, IN_COUNTY, FIRST_PLACE_ID, FIRST_PLACE_ID);

  /* Its own places would only be in the way of the home's ranking. */
  run (db, "DELETE FROM membership WHERE parent = (SELECT home FROM book)");
  run (db, sql);
}

static void
fill_indicator (sqlite3 *db, guint i)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO indicator VALUES (%u, 'bench-%u', 'bench %u', '万元', '亿元', 4, 4, 2,"
      " 'cumulative', 'higher', 'january', 'reported', 1, %u, 1, 1)",
      FIRST_INDICATOR_ID + i, i, i, 1000 + i);

  run (db, sql);
}

static void
fill_figures (sqlite3 *db, guint i)
{
  sqlite3_stmt *statement
      = prepare (db, "INSERT INTO figure VALUES (?1, ?2, ?3, ?4, ?5, NULL, 3, 1, 0, ?6)");

  for (guint period = 0; period < N_PERIODS; period++)
    for (guint place = 0; place < N_PLACES; place++)
      {
        DuiFigureRow row
            = { FIRST_INDICATOR_ID + i,
                FIRST_YEAR * 12 + period,
                FIRST_PLACE_ID + place,
                bench_figures[i][period][place],
                period < 12 ? DUI_AMOUNT_MISSING : bench_figures[i][period - 12][place],
                DUI_AMOUNT_MISSING,
                3,
                1,
                0 };

        sqlite3_bind_int64 (statement, 1, row.indicator);
        sqlite3_bind_int64 (statement, 2, row.period);
        sqlite3_bind_int64 (statement, 3, row.place);
        sqlite3_bind_int64 (statement, 4, row.value);
        if (period < 12)
          sqlite3_bind_null (statement, 5);
        else
          sqlite3_bind_int64 (statement, 5, row.base);
        sqlite3_bind_int64 (statement, 6, dui_checksum_figure (&row));
        step (statement);
      }
  sqlite3_finalize (statement);
}

static void
fill_targets (sqlite3 *db, guint i)
{
  sqlite3_stmt *statement
      = prepare (db, "INSERT INTO target VALUES (?1, ?2, ?3, 0, ?4, ?5, NULL, 1, ?6)");

  for (guint place = 0; place < N_PLACES; place++)
    for (int year = 0; year < N_YEARS; year++)
      {
        int effective = (FIRST_YEAR + year) * 10000 + 101;

        sqlite3_bind_int64 (statement, 1, FIRST_INDICATOR_ID + i);
        sqlite3_bind_int64 (statement, 2, FIRST_PLACE_ID + place);
        sqlite3_bind_int (statement, 3, FIRST_YEAR + year);
        sqlite3_bind_int (statement, 4, effective);
        sqlite3_bind_int64 (statement, 5, bench_targets[i][year][place]);
        sqlite3_bind_int64 (statement, 6,
                            dui_checksum_target (FIRST_INDICATOR_ID + i, FIRST_PLACE_ID + place,
                                                 FIRST_YEAR + year, 0, effective,
                                                 bench_targets[i][year][place], 1));
        step (statement);
      }
  sqlite3_finalize (statement);
}

void
bench_make_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiBook) book = dui_book_create (path, "410922", &error);
  sqlite3 *db;

  if (!book)
    g_error ("%s", error->message);
  dui_book_close (book);
  db = open_for_filling (path);
  fill_places (db);
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      fill_indicator (db, i);
      fill_figures (db, i);
      fill_targets (db, i);
    }
  run (db, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (db);
}
