/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books for the tests of the store: each in a folder of its own, looked at with plain SQLite from
 * outside of the program. */
#pragma once

#include <sqlite3.h>

#include "book.h"

G_BEGIN_DECLS

/* A new folder and the name of a book in it that does not exist yet. */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

#define FIXTURE_TEST(path, function)                                                               \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

/* Qingfeng county, without figures; and opened again. They must succeed. */
DuiBook *fixture_create (Fixture *fixture);
DuiBook *fixture_open (Fixture *fixture);
/* Closes and lets go of it, so that nothing has the file open. */
void fixture_close (DuiBook *book);

/* A batch for the book's catalog with rows that are all @verdict, one for each of @values of the
 * first of the home's members: output in @period. */
DuiBatch *fixture_batch (DuiBook *book, DuiPeriod period, DuiRowVerdict verdict,
                         const DuiAmount *values, guint n_values);
/* The catalog's index of the n-th member of the home. */
guint fixture_member (DuiBook *book, guint n);
gboolean fixture_import (DuiBook *book, DuiBatch *batch, GError **error);

/* Value only, preliminary. */
gboolean fixture_set (DuiBook *book, guint place, DuiPeriod period, DuiAmount value,
                      GError **error);

/* Of the figure of output. */
GPtrArray *fixture_history (DuiBook *book, guint place, DuiPeriod period);

/* From outside. Rows as lines, columns separated by '|'; it must succeed. */
char *fixture_query (const char *path, const char *sql);
void fixture_execute (const char *path, const char *sql);
/* Everything in every table, as text. */
char *fixture_dump (const char *path);
GBytes *fixture_bytes (const char *path);

/* @base times DUI_TEST_SCALE. */
guint fixture_scaled (guint base);

G_END_DECLS
