/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two windows or programs at one book: nobody loses anything, and each sees what the other did. */
#include "fixture.h"

#include "store/holder.h"
#include "store/readable.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sysmacros.h>

#define PERIOD dui_period_new (2021, 11)
#define N_PROGRAMS 4

static char *own_program;

static void
count (DuiBook *book,
       guint *n)
{
  (*n)++;
}

static gboolean
give_up (gpointer data)
{
  g_assert_not_reached ();
}

/* Without being asked: the other looks every two seconds. */
static void
test_changed (Fixture *fixture,
              gconstpointer data)
{
  DuiBook *writer = fixture_create (fixture), *reader = fixture_open (fixture);
  guint place = fixture_member (reader, 0), n_changed = 0;
  guint timer = g_timeout_add_seconds (20, give_up, NULL);
  g_autoptr (DuiPanel) before = dui_book_get_panel (reader, "output", NULL), after = NULL;

  g_signal_connect (reader, "changed", G_CALLBACK (count), &n_changed);
  g_assert_true (fixture_set (writer, place, PERIOD, 5, NULL));
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  after = dui_book_get_panel (reader, "output", NULL);
  g_assert_true (after != before);
  g_assert_cmpint (dui_panel_get_figure (before, place, PERIOD).value, ==, DUI_AMOUNT_MISSING);
  g_assert_cmpint (dui_panel_get_figure (after, place, PERIOD).value, ==, 5);
  g_assert_cmpuint (n_changed, ==, 1);
  g_source_remove (timer);
  fixture_close (writer);
  fixture_close (reader);
}

static void
test_look (Fixture *fixture,
           gconstpointer data)
{
  DuiBook *writer = fixture_create (fixture), *reader = fixture_open (fixture);
  guint place = fixture_member (reader, 0), n_changed = 0;
  gint64 start;

  g_signal_connect (reader, "changed", G_CALLBACK (count), &n_changed);
  g_assert_true (fixture_set (writer, place, PERIOD, 5, NULL));
  start = g_get_monotonic_time ();
  dui_book_look (reader);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 1500000);
  fixture_close (writer);
  fixture_close (reader);
}

/* What is kept is given again while nothing changes. */
static void
test_kept (Fixture *fixture,
           gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (book, NULL);
  g_autoptr (DuiCatalog) again = dui_book_get_catalog (book, NULL), later = NULL;
  g_autoptr (DuiPanel) panel = dui_book_get_panel (book, "output", NULL);
  g_autoptr (DuiPanel) same = dui_book_get_panel (book, "output", NULL);

  g_assert_true (catalog == again);
  g_assert_true (panel == same);
  g_assert_true (panel->catalog == catalog);
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 5, NULL));
  later = dui_book_get_catalog (book, NULL);
  g_assert_true (later != catalog);
  fixture_close (book);
}

static void
got_panel (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  DuiPanel **panel = data;
  g_autoptr (GError) error = NULL;

  *panel = dui_book_get_panel_finish (DUI_BOOK (object), result, &error);
  g_assert_no_error (error);
}

/* Asked for twice before it is there, then once more: the same panel, without waiting. */
static void
test_async (Fixture *fixture,
            gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiPanel) first = NULL, second = NULL, kept = NULL, waited = NULL;

  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 5, NULL));
  dui_book_get_panel_async (book, "output", NULL, got_panel, &first);
  dui_book_get_panel_async (book, "output", NULL, got_panel, &second);
  g_assert_null (first);
  while (!first || !second)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (dui_panel_get_figure (first, fixture_member (book, 0), PERIOD).value, ==, 5);
  dui_book_get_panel_async (book, "output", NULL, got_panel, &kept);
  while (!kept)
    g_main_context_iteration (NULL, TRUE);
  waited = dui_book_get_panel (book, "output", NULL);
  g_assert_true (kept == waited);
  g_assert_true (kept == second);
  fixture_close (book);
}

/* Closed while answers are on their way: they come, and nothing is left hanging. */
static void
test_close_early (Fixture *fixture,
                  gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiPanel) panel = NULL;

  dui_book_get_panel_async (book, "output", NULL, got_panel, &panel);
  dui_book_look (book);
  fixture_close (book);
  while (!panel)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gpointer
let_go (gpointer data)
{
  g_usleep (G_USEC_PER_SEC);
  g_assert_cmpint (sqlite3_exec (data, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  return NULL;
}

/* A command waits for another program's, up to five seconds, then says so. */
static void
test_waiting (Fixture *fixture,
              gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  guint place = fixture_member (book, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiPanel) panel = NULL;
  sqlite3 *other = NULL;
  GThread *thread;
  gint64 start;

  sqlite3_open (fixture->path, &other);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  thread = g_thread_new ("other", let_go, other);
  g_assert_true (fixture_set (book, place, PERIOD, 5, &error));
  g_assert_no_error (error);
  g_thread_join (thread);

  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  start = g_get_monotonic_time ();
  g_assert_false (fixture_set (book, place, PERIOD, 6, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - start, >, 4 * G_USEC_PER_SEC);
  /* Reading goes on meanwhile. */
  panel = dui_book_get_panel (book, "output", NULL);
  g_assert_cmpint (dui_panel_get_figure (panel, place, PERIOD).value, ==, 5);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  g_assert_true (fixture_set (book, place, PERIOD, 6, NULL));
  sqlite3_close (other);
  fixture_close (book);
}

/* This program again, with other arguments: edits its own place @n times. */
static int
edit (const char *path,
      guint place,
      guint n)
{
  g_autoptr (GError) error = NULL;
  DuiBook *book = dui_book_open (path, &error);

  for (guint i = 1; book && i <= n; i++)
    if (!fixture_set (book, place, PERIOD, (DuiAmount) i, &error))
      break;
  if (error)
    g_printerr ("%s\n", error->message);
  if (book)
    fixture_close (book);
  return error ? 1 : 0;
}

/* This program again: holds the book until its standard input ends. */
static int
hold (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK
      || sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
    return 1;
  puts ("held");
  fflush (stdout);
  getchar ();
  return sqlite3_close_v2 (db);
}

/* Who waited in vain is told for whom. */
static void
test_holder (Fixture *fixture,
             gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, own_program, "hold",
      fixture->path, NULL);
  char word[5];

  g_assert_no_error (error);
  g_assert_true (g_input_stream_read_all (g_subprocess_get_stdout_pipe (program), word, 5, NULL,
                                          NULL, &error));
  g_assert_false (fixture_set (book, fixture_member (book, 0), PERIOD, 6, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_BUSY);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, g_subprocess_get_identifier (program)));
  g_assert_nonnull (strstr (error->message, "test-store-two"));
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_output_stream_close (g_subprocess_get_stdin_pipe (program), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (program, NULL, NULL));
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 6, NULL));
  fixture_close (book);
}

static void
test_locks (void)
{
  static const char locks[] = "1: POSIX  ADVISORY  READ 100 08:01:77 120 120\n"
                              "2: FLOCK  ADVISORY  WRITE 101 08:01:78 0 EOF\n"
                              "3: POSIX  ADVISORY  WRITE 102 08:01:77 121 127\n"
                              "4: POSIX  ADVISORY  WRITE 103 08:01:77 100 EOF\n"
                              "4: -> POSIX  ADVISORY  WRITE 104 08:01:77 120 120\n"
                              "5: POSIX  ADVISORY  WRITE 105 fd:1f:77 120 120\n"
                              "nonsense\n";

  g_assert_cmpint (dui_holder_read_locks (locks, 8, 1, 77, 120, 1), ==, 103);
  g_assert_cmpint (dui_holder_read_locks (locks, 8, 1, 77, 121, 1), ==, 102);
  g_assert_cmpint (dui_holder_read_locks (locks, 8, 1, 77, 120, 103), ==, 0);
  g_assert_cmpint (dui_holder_read_locks (locks, 0xfd, 0x1f, 77, 120, 1), ==, 105);
  g_assert_cmpint (dui_holder_read_locks (locks, 8, 1, 79, 120, 1), ==, 0);
  g_assert_cmpint (dui_holder_read_locks ("", 8, 1, 77, 120, 1), ==, 0);
}

static void
test_network (void)
{
  static const guint32 others[] = { 0x6969, 0xff534d42, 0xfe534d42, 0x01021997, 0x73757245 };
  static const guint32 own[] = { 0xef53, 0x01021994, 0x58465342, 0x9123683e, 0x794c7630, 0x9660 };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (dui_readable_is_network (others[i], makedev (0, 50)));
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_assert_false (dui_readable_is_network (own[i], makedev (0, 50)));
  /* sshfs, and a stick of NTFS. */
  g_assert_true (dui_readable_is_network (0x65735546, makedev (0, 50)));
  g_assert_false (dui_readable_is_network (0x65735546, makedev (8, 17)));
}

static void
test_competing (Fixture *fixture,
                gconstpointer data)
{
  const guint n = fixture_scaled (60);
  DuiBook *book = fixture_create (fixture);
  g_autoptr (GPtrArray) programs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *counts = NULL, *expected = NULL, *text = NULL;

  text = g_strdup_printf ("%u", n);
  for (guint i = 0; i < N_PROGRAMS; i++)
    {
      g_autofree char *place = g_strdup_printf ("%u", fixture_member (book, i));
      g_autoptr (GError) error = NULL;
      GSubprocess *program = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, own_program, "edit",
                                               fixture->path, place, text, NULL);

      g_assert_no_error (error);
      g_ptr_array_add (programs, program);
    }
  for (guint i = 0; i < programs->len; i++)
    {
      g_assert_true (g_subprocess_wait (g_ptr_array_index (programs, i), NULL, NULL));
      g_assert_cmpint (g_subprocess_get_exit_status (g_ptr_array_index (programs, i)), ==, 0);
    }
  findings = dui_book_check (book, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  fixture_close (book);
  counts = fixture_query (fixture->path, "SELECT count(*), (SELECT count(*) FROM seal),"
                                         " (SELECT sum(value) FROM figure) FROM command");
  expected = g_strdup_printf ("%1$u|%1$u|%2$u", N_PROGRAMS * n + 1, N_PROGRAMS * n);
  g_assert_cmpstr (counts, ==, expected);
}

int
main (int argc,
      char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "edit"))
    return edit (argv[2], (guint) atoi (argv[3]), (guint) atoi (argv[4]));
  if (argc == 3 && g_str_equal (argv[1], "hold"))
    return hold (argv[2]);
  own_program = argv[0];
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/two/changed", test_changed);
  FIXTURE_TEST ("/store/two/look", test_look);
  FIXTURE_TEST ("/store/two/kept", test_kept);
  FIXTURE_TEST ("/store/two/async", test_async);
  FIXTURE_TEST ("/store/two/close-early", test_close_early);
  FIXTURE_TEST ("/store/two/waiting", test_waiting);
  FIXTURE_TEST ("/store/two/holder", test_holder);
  g_test_add_func ("/store/two/locks", test_locks);
  g_test_add_func ("/store/two/network", test_network);
  FIXTURE_TEST ("/store/two/competing", test_competing);
  return g_test_run ();
}
