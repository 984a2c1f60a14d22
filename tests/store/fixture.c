/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("duibiao-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.duibiao", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_chmod (path, 0700);
      folder = g_dir_open (path, 0, NULL);
      while (folder && (name = g_dir_read_name (folder)))
        {
          g_autofree char *inside = g_build_filename (path, name, NULL);

          remove_all (inside);
        }
    }
  g_remove (path);
}

void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

DuiBook *
fixture_create (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DuiBook *book = dui_book_create (fixture->path, "410922", &error);

  g_assert_no_error (error);
  g_assert_nonnull (book);
  return book;
}

DuiBook *
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DuiBook *book = dui_book_open (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (book);
  return book;
}

void
fixture_close (DuiBook *book)
{
  dui_book_close (book);
  g_object_unref (book);
}

guint
fixture_member (DuiBook *book,
                guint n)
{
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (book, NULL);
  g_autoptr (GArray) members = dui_catalog_get_members (catalog, catalog->home, 24250, TRUE);

  g_assert_cmpuint (n, <, members->len);
  return g_array_index (members, guint, n);
}

DuiBatch *
fixture_batch (DuiBook *book,
               DuiPeriod period,
               DuiRowVerdict verdict,
               const DuiAmount *values,
               guint n_values)
{
  DuiBatch *batch = dui_batch_new ("a.csv");

  batch->catalog = dui_book_get_catalog (book, NULL);
  g_assert_nonnull (batch->catalog);
  batch->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "a", 1);
  for (guint i = 0; i < n_values; i++)
    {
      DuiBatchRow row = {
        .place = fixture_member (book, i),
        .verdict = (guint8) verdict,
        .gives = DUI_GIVES_VALUE,
        .period = period,
        .row = i + 2,
        .column = 3,
        .status = DUI_STATUS_PRELIMINARY,
        .value = values[i],
        .base = DUI_AMOUNT_MISSING,
        .growth = DUI_AMOUNT_MISSING,
      };

      g_array_append_val (batch->rows, row);
    }
  return batch;
}

gboolean
fixture_import (DuiBook *book,
                DuiBatch *batch,
                GError **error)
{
  g_autoptr (GPtrArray) batches = g_ptr_array_new ();

  g_ptr_array_add (batches, batch);
  return dui_book_import (book, batches, &(DuiOccasion){ NULL, "张三" }, error);
}

gboolean
fixture_set (DuiBook *book,
             guint place,
             DuiPeriod period,
             DuiAmount value,
             GError **error)
{
  DuiFigureValues values = { value, DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING,
                             DUI_STATUS_PRELIMINARY };

  return dui_book_set_figure (book, place, "output", period, &values,
                              &(DuiOccasion){ "重复计算", "张三" }, error);
}

GPtrArray *
fixture_history (DuiBook *book,
                 guint place,
                 DuiPeriod period)
{
  const DuiHistorySubject subject
      = { DUI_HISTORY_FIGURE, .indicator = "output", .place = place, .period = period };
  g_autoptr (GError) error = NULL;
  GPtrArray *history = dui_book_get_history (book, &subject, &error);

  g_assert_no_error (error);
  return history;
}

static sqlite3 *
open_outside (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 1000);
  return db;
}

void
fixture_execute (const char *path,
                 const char *sql)
{
  sqlite3 *db = open_outside (path);
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static int
add_row (void *data,
         int n_columns,
         char **values,
         char **names)
{
  GString *text = data;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", values[i] ? values[i] : "");
  return 0;
}

static char *
query (sqlite3 *db,
       const char *sql)
{
  GString *text = g_string_new (NULL);
  char *message = NULL;

  sqlite3_exec (db, sql, add_row, text, &message);
  g_assert_cmpstr (message, ==, NULL);
  return g_string_free (text, FALSE);
}

char *
fixture_query (const char *path,
               const char *sql)
{
  sqlite3 *db = open_outside (path);
  char *text = query (db, sql);

  sqlite3_close (db);
  return text;
}

char *
fixture_dump (const char *path)
{
  sqlite3 *db = open_outside (path);
  g_autofree char *names = query (db, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  g_auto (GStrv) tables = g_strsplit (names, "\n", -1);
  GString *dump = g_string_new (NULL);

  for (guint i = 0; tables[i]; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", tables[i]);
      g_autofree char *rows = query (db, sql);

      g_string_append_printf (dump, "== %s\n%s\n", tables[i], rows);
    }
  sqlite3_close (db);
  return g_string_free (dump, FALSE);
}

GBytes *
fixture_bytes (const char *path)
{
  char *content;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_bytes_new_take (content, size);
}

guint
fixture_scaled (guint base)
{
  const char *scale = g_getenv ("DUI_TEST_SCALE");

  return (guint) MAX (1.0, base * (scale ? g_ascii_strtod (scale, NULL) : 1.0));
}
