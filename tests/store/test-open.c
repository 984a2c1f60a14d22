/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are no books, or that can't be written: each its own sentence, and not one byte of them
 * changed. */
#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

/* Opening fails with @code and leaves the file and its folder as they are. */
static char *
assert_refused (Fixture *fixture,
                DuiStoreError code)
{
  g_autoptr (GBytes) before = fixture_bytes (fixture->path);
  g_autoptr (GBytes) after = NULL;
  guint n_before = count_files (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (dui_book_open (fixture->path, &error));
  g_assert_error (error, DUI_STORE_ERROR, (int) code);
  after = fixture_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, n_before);
  return g_strdup (error->message);
}

static void
write_bytes (const char *path,
             gsize at,
             const void *bytes,
             gsize n)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, (long) at, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, n, file), ==, n);
  fclose (file);
}

static void
test_not_books (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) missing = NULL, folder = NULL;
  sqlite3 *db = NULL;

  g_assert_null (dui_book_open (fixture->path, &missing));
  g_assert_error (missing, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND);
  g_hash_table_add (sentences, g_strdup (missing->message));
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);

  g_assert_null (dui_book_open (fixture->folder, &folder));
  g_assert_error (folder, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_A_BOOK);
  g_hash_table_add (sentences, g_strdup (folder->message));

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_hash_table_add (sentences, assert_refused (fixture, DUI_STORE_ERROR_NOT_A_BOOK));

  g_assert_true (g_file_set_contents (fixture->path, "单位,产值\n城关镇,12\n", -1, NULL));
  g_hash_table_add (sentences, assert_refused (fixture, DUI_STORE_ERROR_NOT_A_BOOK));

  g_remove (fixture->path);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)", NULL,
                NULL, NULL);
  sqlite3_close (db);
  g_hash_table_add (sentences, assert_refused (fixture, DUI_STORE_ERROR_NOT_A_BOOK));
  g_assert_cmpuint (g_hash_table_size (sentences), ==, 5);
}

/* Another program's database with its log beside it, as after a crash: the log stays too. */
static void
test_foreign_log (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *live = g_build_filename (fixture->folder, "live", NULL);
  g_autofree char *live_log = g_strconcat (live, "-wal", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *sentence = NULL;
  g_autoptr (GBytes) bytes = NULL, log_bytes = NULL, log_after = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (live, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)", NULL,
                NULL, NULL);
  bytes = fixture_bytes (live);
  log_bytes = fixture_bytes (live_log);
  sqlite3_close (db);
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  g_assert_true (g_file_set_contents (log, g_bytes_get_data (log_bytes, NULL),
                                      (gssize) g_bytes_get_size (log_bytes), NULL));
  sentence = assert_refused (fixture, DUI_STORE_ERROR_NOT_A_BOOK);
  log_after = fixture_bytes (log);
  g_assert_true (g_bytes_equal (log_bytes, log_after));
}

static void
test_newer (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *sentence = NULL;

  fixture_close (fixture_create (fixture));
  fixture_execute (fixture->path, "PRAGMA user_version = 999");
  sentence = assert_refused (fixture, DUI_STORE_ERROR_NEWER);
}

/* The version that counts is in the log, not yet in the main file. */
static void
test_newer_in_log (Fixture *fixture,
                   gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) main_bytes = NULL, log_bytes = NULL, log_after = NULL, main_after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  fixture_close (fixture_create (fixture));
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA user_version = 999", NULL, NULL, NULL);
  main_bytes = fixture_bytes (fixture->path);
  log_bytes = fixture_bytes (log);
  sqlite3_close (db);
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (main_bytes, NULL),
                                      (gssize) g_bytes_get_size (main_bytes), NULL));
  g_assert_true (g_file_set_contents (log, g_bytes_get_data (log_bytes, NULL),
                                      (gssize) g_bytes_get_size (log_bytes), NULL));

  g_assert_null (dui_book_open (fixture->path, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_NEWER);
  main_after = fixture_bytes (fixture->path);
  log_after = fixture_bytes (log);
  g_assert_true (g_bytes_equal (main_bytes, main_after));
  g_assert_true (g_bytes_equal (log_bytes, log_after));
}

static void
test_no_version (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *sentence = NULL;

  fixture_close (fixture_create (fixture));
  write_bytes (fixture->path, 60, "\0\0\0\0", 4);
  sentence = assert_refused (fixture, DUI_STORE_ERROR_DAMAGED);
}

static void
test_cut (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;

  fixture_close (fixture_create (fixture));
  whole = fixture_bytes (fixture->path);
  for (gsize keep = 50; keep < g_bytes_get_size (whole); keep += 4096 + 7)
    {
      g_autofree char *sentence = NULL;

      g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (whole, NULL),
                                          (gssize) keep, NULL));
      sentence = assert_refused (fixture, keep < 72 ? DUI_STORE_ERROR_NOT_A_BOOK
                                                    : DUI_STORE_ERROR_DAMAGED);
    }
}

/* Everything that a page of one indicator shows, as text. */
static char *
describe (DuiPanel *panel)
{
  GString *text = g_string_new (NULL);
  gsize n = (gsize) panel->n_places * panel->n_periods;

  for (guint i = 0; i < panel->catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (panel->catalog->indicators, i);

      g_string_append_printf (text, "%s %s %s %d %d %d %d\n", dui_indicator_get_code (indicator),
                              dui_indicator_get_name (indicator),
                              dui_indicator_get_measure (indicator),
                              dui_indicator_get_scale (indicator),
                              dui_indicator_get_shown_shift (indicator),
                              dui_indicator_get_kind (indicator),
                              dui_indicator_get_direction (indicator));
    }
  for (guint i = 0; i < panel->n_places; i++)
    {
      DuiPlace *place = dui_catalog_get_place (panel->catalog, i);

      g_string_append_printf (text, "%s %s\n", dui_place_get_code (place),
                              dui_place_get_name (place));
    }
  for (guint i = 0; i < panel->catalog->n_memberships; i++)
    {
      const DuiMembership *membership = &panel->catalog->memberships[i];

      g_string_append_printf (text, "%u %u %d %d %d %d\n", membership->place, membership->parent,
                              membership->from, membership->to, membership->ranked,
                              membership->in_total);
    }
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                            " %d\n",
                            panel->value[i], panel->base[i], panel->growth[i], panel->status[i]);
  for (guint i = 0; i < panel->n_targets; i++)
    {
      const DuiTarget *target = &panel->targets[i];

      g_string_append_printf (text, "%u %d %d %d %" G_GINT64_FORMAT "\n", target->place,
                              target->year, target->tier, target->effective, target->value);
    }
  return g_string_free (text, FALSE);
}

/* One wrong bit anywhere must never become a wrong or a lost number, and never a crash. */
static void
test_flipped (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *right = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20211206);
  DuiBook *book = dui_book_create_sample (fixture->path, NULL);
  g_autoptr (DuiPanel) sound = dui_book_get_panel (book, "output", NULL);
  guint n_opened = 0;

  right = describe (sound);
  fixture_close (book);
  whole = fixture_bytes (fixture->path);
  for (guint i = 0; i < fixture_scaled (300); i++)
    {
      gsize at = (gsize) g_rand_int_range (random, 100, (gint32) g_bytes_get_size (whole));
      guint8 wrong = ((const guint8 *) g_bytes_get_data (whole, NULL))[at]
                     ^ (guint8) (1 << g_rand_int_range (random, 0, 8));
      g_autoptr (DuiPanel) panel = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents_full (fixture->path, g_bytes_get_data (whole, NULL),
                                               (gssize) g_bytes_get_size (whole),
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      write_bytes (fixture->path, at, &wrong, 1);
      book = dui_book_open (fixture->path, &error);
      panel = book ? dui_book_get_panel (book, "output", &error) : NULL;
      if (panel)
        {
          g_autofree char *text = describe (panel);

          g_assert_cmpstr (text, ==, right);
          n_opened++;
        }
      else
        g_assert_nonnull (error);
      if (book)
        fixture_close (book);
    }
  /* Free pages and the log's own words may change without harm to a number. */
  g_test_message ("%u could be read", n_opened);
  g_assert_cmpuint (n_opened, <, fixture_scaled (300));
}

static void
assert_reads_only (Fixture *fixture,
                   DuiAmount expected)
{
  DuiBook *book = fixture_open (fixture);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (dui_book_get_read_only_reason (book));
  panel = dui_book_get_panel (book, "output", &error);
  g_assert_no_error (error);
  g_assert_cmpint (dui_panel_get_figure (panel, fixture_member (book, 0), 24262).value, ==,
                   expected);
  g_assert_false (fixture_set (book, fixture_member (book, 0), 24262, 9, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, dui_book_get_read_only_reason (book));
  fixture_close (book);
}

static void
test_read_only_file (Fixture *fixture,
                     gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (GBytes) before = NULL, after = NULL;

  g_assert_true (fixture_set (book, fixture_member (book, 0), 24262, 5, NULL));
  fixture_close (book);
  before = fixture_bytes (fixture->path);
  g_chmod (fixture->path, 0400);
  assert_reads_only (fixture, 5);
  after = fixture_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_read_only_folder (Fixture *fixture,
                       gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);

  g_assert_true (fixture_set (book, fixture_member (book, 0), 24262, 5, NULL));
  fixture_close (book);
  g_chmod (fixture->folder, 0500);
  assert_reads_only (fixture, 5);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_chmod (fixture->folder, 0700);
}

/* A read-only folder with a log that was not folded in: what is in the log must be seen. */
static void
test_read_only_log (Fixture *fixture,
                    gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) main_bytes = NULL, log_bytes = NULL, log_after = NULL;
  DuiBook *book = fixture_create (fixture);

  g_assert_true (fixture_set (book, fixture_member (book, 0), 24262, 77, NULL));
  main_bytes = fixture_bytes (fixture->path);
  log_bytes = fixture_bytes (log);
  fixture_close (book);
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (main_bytes, NULL),
                                      (gssize) g_bytes_get_size (main_bytes), NULL));
  g_assert_true (g_file_set_contents (log, g_bytes_get_data (log_bytes, NULL),
                                      (gssize) g_bytes_get_size (log_bytes), NULL));
  g_chmod (fixture->folder, 0500);
  assert_reads_only (fixture, 77);
  log_after = fixture_bytes (log);
  g_assert_true (g_bytes_equal (log_bytes, log_after));
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  g_chmod (fixture->folder, 0700);
}

static void
test_closed (Fixture *fixture,
             gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (GError) error = NULL;

  dui_book_close (book);
  dui_book_close (book);
  g_assert_null (dui_book_get_catalog (book, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_FAILED);
  g_object_unref (book);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/open/not-books", test_not_books);
  FIXTURE_TEST ("/store/open/foreign-log", test_foreign_log);
  FIXTURE_TEST ("/store/open/newer", test_newer);
  FIXTURE_TEST ("/store/open/newer-in-log", test_newer_in_log);
  FIXTURE_TEST ("/store/open/no-version", test_no_version);
  FIXTURE_TEST ("/store/open/cut", test_cut);
  FIXTURE_TEST ("/store/open/flipped", test_flipped);
  FIXTURE_TEST ("/store/open/read-only-file", test_read_only_file);
  FIXTURE_TEST ("/store/open/read-only-folder", test_read_only_folder);
  FIXTURE_TEST ("/store/open/read-only-log", test_read_only_log);
  FIXTURE_TEST ("/store/open/closed", test_closed);
  return g_test_run ();
}
