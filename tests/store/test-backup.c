/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: whole, few enough, and the way back from each of them. */
#include "fixture.h"

#include "store/backup-thinning.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <utime.h>

#define MARCH (2021 * 12 + 2)

static const DuiOccasion occasion = { NULL, "张三" };

static void
set (DuiBook *book,
     guint n,
     DuiAmount value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_set (book, fixture_member (book, n), MARCH, value, &error));
  g_assert_no_error (error);
}

static void
import (DuiBook *book,
        DuiPeriod period)
{
  const DuiAmount values[] = { 1, 2, 3 };
  g_autoptr (DuiBatch) batch = fixture_batch (book, period, DUI_ROW_NEW, values, 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_import (book, batch, &error));
  g_assert_no_error (error);
}

static guint
n_backups (Fixture *fixture)
{
  g_auto (GStrv) files = dui_book_list_backups (fixture->path);

  return g_strv_length (files);
}

static char *
newest (Fixture *fixture)
{
  g_auto (GStrv) files = dui_book_list_backups (fixture->path);

  g_assert_nonnull (files[0]);
  return g_strdup (files[0]);
}

static char *
figures (Fixture *fixture)
{
  return fixture_query (fixture->path,
                        "SELECT group_concat (period || ' ' || place || ' ' || value) FROM figure");
}

static void
assert_whole (DuiBook *book)
{
  g_autoptr (GPtrArray) findings = dui_book_check (book, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* Nothing is backed up twice, and an empty book not at all. */
static void
test_when (Fixture *fixture,
           gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);

  g_assert_true (dui_book_back_up_changes (book, NULL));
  import (book, MARCH);
  g_assert_cmpuint (n_backups (fixture), ==, 0);
  import (book, MARCH + 1);
  g_assert_cmpuint (n_backups (fixture), ==, 1);
  g_assert_true (dui_book_back_up_changes (book, NULL));
  g_assert_true (dui_book_back_up_changes (book, NULL));
  import (book, MARCH + 2);
  /* The earlier one of the same day has gone. */
  g_assert_cmpuint (n_backups (fixture), ==, 1);
  fixture_close (book);
}

static void
test_made (Fixture *fixture,
           gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *path = NULL, *folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf status;
  DuiBook *copy;

  umask (0);
  set (book, 0, 100);
  path = dui_book_back_up (book, &error);
  g_assert_no_error (error);
  folder = g_path_get_dirname (path);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  bytes = fixture_bytes (path);
  g_assert_cmpint (((const char *) g_bytes_get_data (bytes, NULL))[18], ==, 1); /* no log */
  copy = dui_book_open (path, &error);
  g_assert_no_error (error);
  assert_whole (copy);
  fixture_close (copy);
  fixture_close (book);
}

static void
test_restore (Fixture *fixture,
              gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *backup = NULL, *then = NULL, *now = NULL, *kept = NULL, *found = NULL;
  g_autofree char *again = NULL, *verb = NULL;
  g_autoptr (DuiBackupLook) look = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  set (book, 0, 100);
  set (book, 1, 200);
  then = figures (fixture);
  backup = dui_book_back_up (book, &error);
  g_assert_no_error (error);
  set (book, 0, 111);
  set (book, 1, DUI_AMOUNT_MISSING);
  set (book, 2, 300);
  set (book, 3, 300);
  now = figures (fixture);

  look = dui_book_look_inside (book, backup, &error);
  g_assert_no_error (error);
  g_assert_cmpint (look->n_figures, ==, 2);
  g_assert_true (look->compared);
  g_assert_cmpint (look->n_changed, ==, 1);
  g_assert_cmpint (look->n_only_now, ==, 2);
  g_assert_cmpint (look->n_only_then, ==, 1);
  g_assert_cmpint (look->n_commands, ==, 4);

  g_assert_true (dui_book_restore (book, backup, &occasion, &kept, &error));
  g_assert_no_error (error);
  found = figures (fixture);
  g_assert_cmpstr (found, ==, then);
  assert_whole (book);
  verb = fixture_query (fixture->path, "SELECT verb FROM command ORDER BY id DESC LIMIT 1");
  g_assert_cmpstr (verb, ==, "restore");
  list = dui_book_list_undo (book, NULL);
  g_assert_cmpuint (list->len, ==, 0);

  /* And back to what it was. */
  g_assert_nonnull (kept);
  g_clear_pointer (&found, g_free);
  g_assert_true (dui_book_restore (book, kept, &occasion, &again, &error));
  g_assert_no_error (error);
  found = figures (fixture);
  g_assert_cmpstr (found, ==, now);
  assert_whole (book);
  fixture_close (book);
}

static void
test_other_book (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.duibiao", NULL);
  DuiBook *book = fixture_create (fixture);
  DuiBook *second = dui_book_create (other, "410922", NULL);
  g_autofree char *before = NULL, *after = NULL, *kept = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (second);
  before = fixture_dump (fixture->path);
  g_assert_false (dui_book_restore (book, other, &occasion, &kept, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
  fixture_close (book);
}

/* What can't be opened is kept as it is, and the backup takes its place. */
static void
test_damaged (Fixture *fixture,
              gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *backup = NULL, *then = NULL, *kept = NULL, *found = NULL;
  g_autofree char *damaged = g_strconcat (fixture->path, ".damaged", NULL);
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  set (book, 0, 100);
  then = figures (fixture);
  fixture_close (g_steal_pointer (&book));
  book = fixture_open (fixture);
  g_assert_true (dui_book_back_up_changes (book, &error));
  fixture_close (g_steal_pointer (&book));
  backup = newest (fixture);

  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  memset (content + 4096, 0xa5, 60000);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) size, NULL));
  before = fixture_bytes (fixture->path);
  g_assert_null (dui_book_open (fixture->path, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (dui_book_rescue (fixture->path, backup, &occasion, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, damaged);
  after = fixture_bytes (damaged);
  g_assert_true (g_bytes_equal (before, after));
  book = fixture_open (fixture);
  found = figures (fixture);
  g_assert_cmpstr (found, ==, then);
  assert_whole (book);
  fixture_close (book);
}

/* A backup that is not whole is neither shown nor restored. */
static void
test_damaged_backup (Fixture *fixture,
                     gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *backup = NULL, *before = NULL, *after = NULL, *kept = NULL, *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  set (book, 0, 100);
  backup = dui_book_back_up (book, &error);
  g_assert_true (g_file_get_contents (backup, &content, &size, NULL));
  memset (content + 8192, 0xa5, 40000);
  g_assert_true (g_file_set_contents (backup, content, (gssize) size, NULL));
  set (book, 0, 200);
  before = fixture_dump (fixture->path);
  g_assert_null (dui_book_look_inside (book, backup, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (dui_book_restore (book, backup, &occasion, &kept, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
  fixture_close (book);
}

static void
test_copy (Fixture *fixture,
           gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *stick = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *path = g_build_filename (stick, "copy.duibiao", NULL);
  g_autoptr (GError) error = NULL;
  DuiBook *copy;

  set (book, 0, 100);
  g_mkdir (stick, 0700);
  g_assert_true (dui_book_copy (book, path, &error));
  g_assert_no_error (error);
  g_assert_false (dui_book_copy (book, path, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_chmod (path, 0400);
  g_chmod (stick, 0500);
  copy = dui_book_open (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (dui_book_get_read_only_reason (copy));
  assert_whole (copy);
  fixture_close (copy);
  fixture_close (book);
}

/* Thinning ------------------------------------------------------------------------------------------ */

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare (*(GDateTime *const *) b, *(GDateTime *const *) a);
}

static void
thin (GPtrArray *times)
{
  g_autofree gboolean *keep = g_new (gboolean, times->len);

  g_ptr_array_sort (times, compare_times);
  dui_backup_thin ((GDateTime *const *) times->pdata, times->len, keep);
  g_assert_true (keep[0]);
  for (guint i = times->len; i-- > 0;)
    if (!keep[i])
      g_ptr_array_remove_index (times, i);
}

/* How many of @times are @from to @to days before @now. */
static guint
n_between (GPtrArray *times,
           GDateTime *now,
           int from,
           int to)
{
  guint n = 0;

  for (guint i = 0; i < times->len; i++)
    {
      int days = (int) (g_date_time_difference (now, g_ptr_array_index (times, i))
                        / G_TIME_SPAN_DAY);

      n += days >= from && days <= to;
    }
  return n;
}

/* An office that works every day for 400 days, with 1 to 3 backups a day, thinned after each. */
static void
test_thinning (void)
{
  g_autoptr (GDateTime) first = g_date_time_new_local (2021, 1, 1, 8, 0, 0);
  g_autoptr (GPtrArray) times
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);

  for (int day = 0; day < 400; day++)
    {
      g_autoptr (GDateTime) morning = g_date_time_add_days (first, day);
      int n = g_test_rand_int_range (1, 4);

      for (int i = 0; i < n; i++)
        {
          g_ptr_array_add (times, g_date_time_add_hours (morning, 2 * i + 1));
          thin (times);
        }
      g_assert_cmpuint (times->len, <=, 12 + 10 + 9);
      g_assert_cmpuint (n_between (times, morning, -1, 11), >=, (guint) MIN (day + 1, 12));
      for (int week = 1; week <= 9 && (week + 1) * 7 <= day; week++)
        g_assert_cmpuint (n_between (times, morning, week * 7 - 7, week * 7 + 6), >=, 1);
      for (int month = 1; month <= 8 && (month + 1) * 31 <= day; month++)
        g_assert_cmpuint (n_between (times, morning, month * 30 - 31, month * 31), >=, 1);
    }
  g_assert_cmpuint (times->len, >=, 12 + 8 + 6);
}

/* After long holidays the old ones are still there: spans without a backup do not count. */
static void
test_thinning_gaps (void)
{
  g_autoptr (GPtrArray) times
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);

  for (int year = 2010; year < 2030; year++)
    g_ptr_array_add (times, g_date_time_new_local (year, 5, 3, 8, 0, 0));
  thin (times);
  g_assert_cmpuint (times->len, ==, 12);
}

/* What a program that was killed left behind. */
static void
test_abandoned (Fixture *fixture,
                gconstpointer data)
{
  const struct utimbuf yesterday = { time (NULL) - 90000, time (NULL) - 90000 };
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *old = g_build_filename (folder, ".book.duibiao 2021-01-01.duibiao.0aBcDe", NULL);
  g_autofree char *log = g_strconcat (old, "-journal", NULL);
  g_autofree char *young = g_build_filename (folder, ".book.duibiao 2021-01-02.duibiao.0aBcDe", NULL);
  g_autofree char *foreign = g_build_filename (folder, ".notes.0aBcDe", NULL);
  const char *const all[] = { old, log, young, foreign };
  DuiBook *book = fixture_create (fixture);
  g_autofree char *made = NULL;

  g_mkdir (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_assert_true (g_file_set_contents (all[i], "x", 1, NULL));
      if (all[i] != young)
        g_assert_cmpint (g_utime (all[i], (struct utimbuf *) &yesterday), ==, 0);
    }
  made = dui_book_back_up (book, NULL);
  g_assert_nonnull (made);
  fixture_close (book);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/backup/when", test_when);
  FIXTURE_TEST ("/store/backup/made", test_made);
  FIXTURE_TEST ("/store/backup/restore", test_restore);
  FIXTURE_TEST ("/store/backup/other-book", test_other_book);
  FIXTURE_TEST ("/store/backup/damaged", test_damaged);
  FIXTURE_TEST ("/store/backup/damaged-backup", test_damaged_backup);
  FIXTURE_TEST ("/store/backup/copy", test_copy);
  FIXTURE_TEST ("/store/backup/abandoned", test_abandoned);
  g_test_add_func ("/store/backup/thinning", test_thinning);
  g_test_add_func ("/store/backup/thinning-gaps", test_thinning_gaps);
  return g_test_run ();
}
