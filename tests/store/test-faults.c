/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every operation on the disk fails once, command by command: afterwards the book is whole, the
 * command is in it altogether or not at all, and what was reported is true. */
#include "fault.h"
#include "fixture.h"

#include <glib/gstdio.h>

#define PERIOD dui_period_new (2021, 11)

static const struct
{
  const char *name;
  int result;
  gboolean for_good;
} faults[] = {
  { "full", SQLITE_FULL, TRUE },
  { "write", SQLITE_IOERR_WRITE, TRUE },
  { "sync-once", SQLITE_IOERR_FSYNC, FALSE },
  /* In full length only. */
  { "full-once", SQLITE_FULL, FALSE },
  { "write-once", SQLITE_IOERR_WRITE, FALSE },
};
#define N_SHORT 3

static guint
count_kinds (void)
{
  return fixture_scaled (100) > 100 ? G_N_ELEMENTS (faults) : N_SHORT;
}

static GBytes *template_book;
static DuiAmount template_value;

typedef gboolean (*Command) (DuiBook *book, GError **error);

static gboolean
import (DuiBook *book,
        GError **error)
{
  DuiAmount values[17];
  g_autoptr (DuiBatch) batch = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 1000 + i;
  batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, G_N_ELEMENTS (values));
  /* Enough for more than a page: ten indicators. The first place has a figure, which changes. */
  n = batch->rows->len;
  for (guint16 indicator = 1; indicator < 10; indicator++)
    for (guint i = 0; i < n; i++)
      {
        DuiBatchRow row = g_array_index (batch->rows, DuiBatchRow, i);

        row.indicator = indicator;
        g_array_append_val (batch->rows, row);
      }
  g_array_index (batch->rows, DuiBatchRow, 0).verdict = DUI_ROW_CHANGED;
  return fixture_import (book, batch, error);
}

static gboolean
set (DuiBook *book,
     GError **error)
{
  return fixture_set (book, fixture_member (book, 0), PERIOD, 2000, error);
}

static gboolean
set_plan (DuiBook *book,
          GError **error)
{
  DuiPlan plan = { .year = 2021 };

  for (int i = 0; i < 12; i++)
    plan.share[i] = (i + 1) * DUI_SHARE_ONE / 12;
  return dui_book_set_plan (book, "output", &plan, &(DuiOccasion){ "原因" }, error);
}

static void
make_template (void)
{
  Fixture fixture;
  DuiBook *book;

  fixture_set_up (&fixture, NULL);
  book = fixture_create (&fixture);
  template_value = 10;
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, template_value, NULL));
  fixture_close (book);
  template_book = fixture_bytes (fixture.path);
  fixture_tear_down (&fixture, NULL);
}

static char *
read_state (const char *path)
{
  return fixture_query (path, "SELECT (SELECT count(*) FROM figure), (SELECT sum(value) FROM figure),"
                              " (SELECT count(*) FROM plan), (SELECT count(*) FROM command),"
                              " (SELECT count(*) FROM seal)");
}

static void
put_template (Fixture *fixture)
{
  g_assert_true (g_file_set_contents_full (
      fixture->path, g_bytes_get_data (template_book, NULL),
      (gssize) g_bytes_get_size (template_book), G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* What the file holds after @command went through without faults. */
static char *
expect (Fixture *fixture,
        Command command)
{
  DuiBook *book;
  g_autoptr (GError) error = NULL;

  put_template (fixture);
  book = fixture_open (fixture);
  g_assert_true (command (book, &error));
  g_assert_no_error (error);
  fixture_close (book);
  return read_state (fixture->path);
}

static void
assert_sound (Fixture *fixture)
{
  DuiBook *book = fixture_open (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = dui_book_check (book, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  fixture_close (book);
}

/* What would be there if the program were killed now: the file and its log without the memory that
 * programs share. */
static char *
read_after_crash (Fixture *fixture)
{
  static const char *const beside[] = { "", "-wal" };
  g_autofree char *path = g_strconcat (fixture->path, ".crashed", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *from = g_strconcat (fixture->path, beside[i], NULL);
      g_autofree char *to = g_strconcat (path, beside[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from);
      g_autoptr (GFile) target = g_file_new_for_path (to);

      g_remove (to);
      g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
    }
  return read_state (path);
}

static void
assert_told (const char *state,
             gboolean done,
             const GError *error,
             const char *before,
             const char *after)
{
  if (g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_UNKNOWN_OUTCOME))
    g_assert_true (g_str_equal (state, before) || g_str_equal (state, after));
  else
    g_assert_cmpstr (state, ==, done ? after : before);
}

/* One run with the @n-th operation failing. FALSE when there were not so many. */
static gboolean
run_faulty (Fixture *fixture,
            Command command,
            guint fault,
            guint n,
            const char *before,
            const char *after)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *state = NULL, *crashed = NULL;
  gboolean done, faulted;
  DuiBook *book;

  put_template (fixture);
  book = fixture_open (fixture);
  fault_arm (n, faults[fault].result, faults[fault].for_good);
  done = command (book, &error);
  faulted = fault_count () > 0;
  fault_arm (0, 0, FALSE);
  crashed = read_after_crash (fixture);
  fixture_close (book);
  state = read_state (fixture->path);

  g_assert_cmpint (done, ==, error == NULL);
  assert_told (state, done, error, before, after);
  assert_told (crashed, done, error, before, after);
  if (!done && faults[fault].result == SQLITE_FULL)
    g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_FULL);
  assert_sound (fixture);
  return faulted;
}

static void
run_all (Fixture *fixture,
         Command command)
{
  g_autofree char *after = expect (fixture, command);
  g_autofree char *before = NULL;
  guint n_faults = 0;

  put_template (fixture);
  before = read_state (fixture->path);
  g_assert_cmpstr (before, !=, after);
  for (guint fault = 0; fault < count_kinds (); fault++)
    for (guint n = 1; run_faulty (fixture, command, fault, n, before, after); n++)
      n_faults++;
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 20);
}

static void
test_import (Fixture *fixture,
             gconstpointer data)
{
  run_all (fixture, import);
}

static void
test_set (Fixture *fixture,
          gconstpointer data)
{
  run_all (fixture, set);
}

static void
test_set_plan (Fixture *fixture,
               gconstpointer data)
{
  run_all (fixture, set_plan);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

/* A book is there whole or not at all, and nothing is left over. */
static void
test_create (Fixture *fixture,
             gconstpointer data)
{
  guint n_faults = 0;

  for (guint fault = 0; fault < count_kinds (); fault++)
    for (guint n = 1;; n += 1 + n / 16)
      {
        g_autoptr (GError) error = NULL;
        DuiBook *book;
        gboolean faulted;

        fault_arm (n, faults[fault].result, faults[fault].for_good);
        book = dui_book_create (fixture->path, "410922", &error);
        faulted = fault_count () > 0;
        fault_arm (0, 0, FALSE);
        if (book == NULL)
          {
            if (g_file_test (fixture->path, G_FILE_TEST_EXISTS))
              assert_sound (fixture); /* made, but not opened again */
            else
              g_assert_cmpuint (count_files (fixture->folder), ==, 0);
          }
        else
          {
            fixture_close (book);
            assert_sound (fixture);
          }
        g_remove (fixture->path);
        n_faults += faulted;
        if (!faulted)
          break;
      }
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 20);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fault_install ();
  make_template ();
  FIXTURE_TEST ("/store/faults/import", test_import);
  FIXTURE_TEST ("/store/faults/set", test_set);
  FIXTURE_TEST ("/store/faults/set-plan", test_set_plan);
  FIXTURE_TEST ("/store/faults/create", test_create);
  result = g_test_run ();
  g_bytes_unref (template_book);
  return result;
}
