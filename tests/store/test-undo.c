/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: whatever was done comes back exactly, the log stays whole, and nothing that was
 * changed meanwhile is lost. */
#include "fixture.h"

#include <string.h>

#define MARCH (2021 * 12 + 2)

static const DuiOccasion occasion = { "核对", "张三" };

static void
add_rows (GChecksum *checksum,
          sqlite3 *db,
          const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", table);
  sqlite3_stmt *rows;

  g_checksum_update (checksum, (const guchar *) sql, -1);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (rows); i++)
      {
        const char *text = (const char *) sqlite3_column_text (rows, i);

        g_checksum_update (checksum, (const guchar *) (text ? text : "\001"), -1);
        g_checksum_update (checksum, (const guchar *) "", 1);
      }
  sqlite3_finalize (rows);
}

/* Over the rows of all data tables with their sources, without the log. */
static char *
digest (sqlite3 *db)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *tables;

  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' AND name"
                                       " NOT IN ('command', 'source', 'change', 'seal', 'undo',"
                                       " 'attachment') ORDER BY name",
                                       -1, &tables, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    add_rows (checksum, db, (const char *) sqlite3_column_text (tables, 0));
  sqlite3_finalize (tables);
  return g_strdup (g_checksum_get_string (checksum));
}

static sqlite3 *
open_to_read (Fixture *fixture)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

static char *
content (Fixture *fixture)
{
  sqlite3 *db = open_to_read (fixture);
  char *found = digest (db);

  sqlite3_close (db);
  return found;
}

static void
assert_whole (DuiBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = dui_book_check (book, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      DuiFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s", finding->where, finding->text);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
assert_content (Fixture *fixture,
                const char *expected)
{
  g_autofree char *found = content (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static guint
undo (DuiBook *book,
      const char *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiUndoStep) step = dui_book_undo (book, 0, &occasion, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (step->verb, ==, verb);
  return step->n_changes;
}

static guint
redo (DuiBook *book,
      const char *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiUndoStep) step = dui_book_redo (book, 0, &occasion, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (step->verb, ==, verb);
  return step->n_changes;
}

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
set_target (DuiBook *book,
            guint n,
            DuiAmount value)
{
  g_autoptr (GError) error = NULL;
  DuiTarget target = { fixture_member (book, n), 2021, DUI_TIER_AGREED, value, 20210101, "清政1号" };

  g_assert_true (dui_book_set_target (book, "output", &target, &occasion, &error));
  g_assert_no_error (error);
}

static void
set_plan (DuiBook *book,
          gint32 january)
{
  g_autoptr (GError) error = NULL;
  DuiPlan plan = { .year = 2021 };

  for (gint32 i = 0; i < 12; i++)
    plan.share[i] = i == 11 ? DUI_SHARE_ONE : january + i * 1000;
  g_assert_true (dui_book_set_plan (book, "output", &plan, &occasion, &error));
  g_assert_no_error (error);
}

static void
set_bottom (DuiBook *book,
            const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dui_book_set_setting (book, "bottom.size", 0, value, &occasion, &error));
  g_assert_no_error (error);
}

/* The first figures of April, new or over what is there. */
static void
import (DuiBook *book,
        DuiAmount value,
        guint n)
{
  g_autofree DuiAmount *values = g_new (DuiAmount, n);
  g_autoptr (DuiPanel) panel = dui_book_get_panel (book, "output", NULL);
  g_autoptr (DuiBatch) batch = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    values[i] = value + i;
  batch = fixture_batch (book, MARCH + 1, DUI_ROW_NEW, values, n);
  for (guint i = 0; i < n; i++)
    {
      DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, i);
      DuiFigureValues now = dui_panel_get_figure (panel, row->place, MARCH + 1);

      if (now.status != DUI_STATUS_NONE)
        row->verdict = now.value == row->value ? DUI_ROW_SAME : DUI_ROW_CHANGED;
    }
  g_assert_true (fixture_import (book, batch, &error));
  g_assert_no_error (error);
}

static void
test_kinds (Fixture *fixture,
            gconstpointer data)
{
  static const char *const verbs[]
      = { "set figure", "set figure", "set figure", "set target", "set target", "set plan",
          "set setting", "set setting", "import", "import" };
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  DuiBook *book = fixture_create (fixture);

  g_ptr_array_add (states, content (fixture));
  set (book, 0, 10000);
  g_ptr_array_add (states, content (fixture));
  set (book, 0, 20000);
  g_ptr_array_add (states, content (fixture));
  set (book, 0, DUI_AMOUNT_MISSING);
  g_ptr_array_add (states, content (fixture));
  set_target (book, 1, 30000);
  g_ptr_array_add (states, content (fixture));
  set_target (book, 1, 40000);
  g_ptr_array_add (states, content (fixture));
  set_plan (book, 20000);
  g_ptr_array_add (states, content (fixture));
  set_bottom (book, "4");
  g_ptr_array_add (states, content (fixture));
  set_bottom (book, "5");
  g_ptr_array_add (states, content (fixture));
  import (book, 1000, 5);
  g_ptr_array_add (states, content (fixture));
  import (book, 1001, 7);
  g_ptr_array_add (states, content (fixture));

  for (guint round = 0; round < 3; round++)
    {
      for (guint i = G_N_ELEMENTS (verbs); i-- > 0;)
        {
          undo (book, verbs[i]);
          assert_content (fixture, g_ptr_array_index (states, i));
          assert_whole (book);
        }
      for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
        {
          redo (book, verbs[i]);
          assert_content (fixture, g_ptr_array_index (states, i + 1));
          assert_whole (book);
        }
    }
  fixture_close (book);
}

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = dui_book_list_undo (book, &error), after = NULL, again = NULL;
  DuiUndoStep *step;

  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0); /* the making of the book stays */
  set (book, 0, 10000);
  import (book, 1000, 3);
  set_target (book, 1, 5);
  after = dui_book_list_undo (book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 3);
  step = g_ptr_array_index (after, 0);
  g_assert_cmpstr (step->verb, ==, "set target");
  g_assert_nonnull (strstr (step->subject, "马庄桥镇"));
  step = g_ptr_array_index (after, 1);
  g_assert_cmpstr (step->verb, ==, "import");
  g_assert_cmpstr (step->subject, ==, "a.csv");
  step = g_ptr_array_index (after, 2);
  g_assert_cmpstr (step->verb, ==, "set figure");
  g_assert_cmpstr (step->reason, ==, "重复计算");
  g_assert_cmpstr (step->who, ==, "张三");
  g_assert_nonnull (strstr (step->subject, "城关镇"));

  undo (book, "set target");
  again = dui_book_list_redo (book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, 1);
  fixture_close (book);
}

/* Nothing at all is changed; @names (nullable) is in the message. */
static void
assert_refused (Fixture *fixture,
                DuiBook *book,
                gboolean again,
                gint64 command,
                DuiStoreError code,
                const char *names)
{
  g_autofree char *before = fixture_dump (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  DuiUndoStep *step = again ? dui_book_redo (book, command, &occasion, &error)
                            : dui_book_undo (book, command, &occasion, &error);

  g_assert_null (step);
  g_assert_error (error, DUI_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  if (names)
    g_assert_nonnull (strstr (error->message, names));
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refusals (Fixture *fixture,
               gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *before = content (fixture);
  g_autofree char *commands = NULL;

  assert_refused (fixture, book, FALSE, 0, DUI_STORE_ERROR_REFUSED, NULL);
  assert_refused (fixture, book, TRUE, 0, DUI_STORE_ERROR_REFUSED, NULL);

  /* Something else was done since the list was shown. */
  set (book, 0, 10000);
  set (book, 1, 10000);
  assert_refused (fixture, book, FALSE, 2, DUI_STORE_ERROR_STALE, NULL);
  undo (book, "set figure");
  undo (book, "set figure");
  assert_content (fixture, before);

  /* A new command ends what could be redone. */
  set (book, 2, 10000);
  assert_refused (fixture, book, TRUE, 0, DUI_STORE_ERROR_REFUSED, NULL);
  commands = fixture_query (fixture->path, "SELECT group_concat (verb || ifnull (subject, ''))"
                                           " FROM command");
  g_assert_cmpstr (commands, ==, "init,set figure,set figure,undo3,undo2,set figure");
  fixture_close (book);
}

/* Somebody changed the row with another program: nothing happens, and the row is named. */
static void
test_conflict (Fixture *fixture,
               gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);

  set (book, 0, 10000);
  fixture_execute (fixture->path,
                   "UPDATE figure SET growth = 1, checksum = checksum - 700000000000000021 + 7");
  assert_refused (fixture, book, FALSE, 0, DUI_STORE_ERROR_STALE, "城关镇");
  fixture_close (book);
}

static void
test_import_conflict (Fixture *fixture,
                      gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (book, NULL);
  DuiPlace *place = dui_catalog_get_place (catalog, fixture_member (book, 2));

  import (book, 1000, 5);
  fixture_execute (fixture->path, "UPDATE figure SET growth = 1, checksum = checksum"
                                  " - 700000000000000021 + 7 WHERE value = 1002");
  assert_refused (fixture, book, FALSE, 0, DUI_STORE_ERROR_STALE, dui_place_get_name (place));
  fixture_close (book);
}

/* A figure where the import had one, entered after it was undone with another program. */
static void
test_redo_conflict (Fixture *fixture,
                    gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);

  set (book, 0, 10000);
  import (book, 1000, 5);
  undo (book, "import");
  fixture_execute (fixture->path,
                   "INSERT INTO figure SELECT indicator, period + 1, place, value, base, growth,"
                   " status, source, source_row, checksum + 100000007 FROM figure");
  assert_refused (fixture, book, TRUE, 0, DUI_STORE_ERROR_STALE, NULL);
  fixture_close (book);
}

/* Places that an import made go with it, unless something came to depend on them. */
static void
test_import_places (Fixture *fixture,
                    gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  const DuiAmount values[] = { 100, 200 };
  g_autoptr (DuiBatch) batch = fixture_batch (book, MARCH, DUI_ROW_NEW, values, 2);
  g_autofree char *before = content (fixture), *after = NULL;
  g_autoptr (DuiCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (batch->new_places, g_strdup ("产业集聚区"));
  g_array_index (batch->rows, DuiBatchRow, 1).place = batch->catalog->places->len;
  g_assert_true (fixture_import (book, batch, &error));
  g_assert_no_error (error);
  after = content (fixture);
  for (guint i = 0; i < 3; i++)
    {
      undo (book, "import");
      assert_content (fixture, before);
      assert_whole (book);
      redo (book, "import");
      assert_content (fixture, after);
      assert_whole (book);
    }
  fixture_close (book);
}

static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  static const char *const verbs[] = { "redo", "undo", "redo", "undo", "set figure", "set figure" };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (GPtrArray) history = NULL;

  set (book, 0, 10000);
  set (book, 0, 20000);
  undo (book, "set figure");
  redo (book, "set figure");
  undo (book, "set figure");
  redo (book, "set figure");
  history = fixture_history (book, fixture_member (book, 0), MARCH);
  g_assert_cmpuint (history->len, ==, G_N_ELEMENTS (verbs));
  for (guint i = 0; i < history->len; i++)
    {
      DuiChange *change = g_ptr_array_index (history, i);

      g_assert_cmpstr (change->verb, ==, verbs[i]);
      g_assert_cmpint (change->new_values.value, ==, i % 2 == 0 ? 20000 : 10000);
    }
  fixture_close (book);
}

/* An inserted figure that was undone and redone has three entries, not two insertions. */
static void
test_history_of_insertion (Fixture *fixture,
                           gconstpointer data)
{
  static const char *const verbs[] = { "redo", "undo", "set figure" };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (GPtrArray) history = NULL;

  set (book, 0, 10000);
  undo (book, "set figure");
  redo (book, "set figure");
  history = fixture_history (book, fixture_member (book, 0), MARCH);
  g_assert_cmpuint (history->len, ==, G_N_ELEMENTS (verbs));
  for (guint i = 0; i < history->len; i++)
    g_assert_cmpstr (((DuiChange *) g_ptr_array_index (history, i))->verb, ==, verbs[i]);
  fixture_close (book);
}

static void
test_limit (Fixture *fixture,
            gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *kept = NULL;
  g_autoptr (GPtrArray) list = NULL;

  for (DuiAmount i = 1; i <= 103; i++)
    set (book, 0, i);
  kept = fixture_query (fixture->path, "SELECT count(*) FROM undo");
  g_assert_cmpstr (kept, ==, "100");
  list = dui_book_list_undo (book, NULL);
  g_assert_cmpuint (list->len, ==, 100);
  fixture_close (book);
}

/* Random sequences ---------------------------------------------------------------------------------- */

#define STEPS 12

typedef struct
{
  DuiBook *book;
  sqlite3 *db;       /* looks from outside */
  GPtrArray *states; /* content after each command that stands, and of those undone behind them */
  guint at;
} Sequence;

static void
edit (Sequence *self)
{
  DuiBook *book = self->book;
  guint n = (guint) g_test_rand_int_range (0, 4);
  gint32 value = g_test_rand_int_range (1, 5);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      set (book, n, DUI_AMOUNT_MISSING);
      break;
    case 1:
      set_target (book, n, value);
      break;
    case 2:
      set_plan (book, value * 1000);
      break;
    case 3:
      set_bottom (book, value > 2 ? "2" : "3");
      break;
    case 4:
      import (book, value, n + 1);
      break;
    default:
      set (book, n, value);
    }
}

static gint64
newest_command (Sequence *self)
{
  sqlite3_stmt *newest;
  gint64 command;

  sqlite3_prepare_v2 (self->db, "SELECT max(id) FROM command", -1, &newest, NULL);
  g_assert_cmpint (sqlite3_step (newest), ==, SQLITE_ROW);
  command = sqlite3_column_int64 (newest, 0);
  sqlite3_finalize (newest);
  return command;
}

static void
do_something (Sequence *self)
{
  gint64 before = newest_command (self);

  edit (self);
  if (newest_command (self) == before) /* nothing was changed, and nothing logged */
    return;
  g_ptr_array_set_size (self->states, (int) self->at + 1);
  g_ptr_array_add (self->states, digest (self->db));
  self->at++;
}

static void
move (Sequence *self,
      gboolean back)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiUndoStep) step = NULL;
  g_autofree char *found = NULL;

  if (back ? self->at == 0 : self->at + 1 == self->states->len)
    return;
  step = back ? dui_book_undo (self->book, 0, &occasion, &error)
              : dui_book_redo (self->book, 0, &occasion, &error);
  g_assert_no_error (error);
  self->at += back ? -1 : 1;
  found = digest (self->db);
  g_assert_cmpstr (found, ==, g_ptr_array_index (self->states, self->at));
}

static void
run_sequence (DuiBook *book,
              sqlite3 *db)
{
  Sequence self = { book, db, g_ptr_array_new_with_free_func (g_free) };

  g_ptr_array_add (self.states, digest (db));
  for (guint i = 0; i < STEPS; i++)
    {
      int choice = g_test_rand_int_range (0, 10);

      if (choice < 5)
        do_something (&self);
      else
        move (&self, choice < 8);
    }
  while (self.at > 0)
    move (&self, TRUE);
  if (self.states->len > 1)
    move (&self, FALSE);
  g_ptr_array_unref (self.states);
  assert_whole (book);
}

/* A new book now and then: each gets slower as its log grows. */
static void
test_random (void)
{
  for (guint left = fixture_scaled (250); left > 0;)
    {
      Fixture fixture;
      DuiBook *book;
      sqlite3 *db;

      fixture_set_up (&fixture, NULL);
      book = fixture_create (&fixture);
      db = open_to_read (&fixture);
      for (guint i = 0; i < 25 && left > 0; i++, left--)
        run_sequence (book, db);
      sqlite3_close (db);
      fixture_close (book);
      fixture_tear_down (&fixture, NULL);
    }
}

/* Speed --------------------------------------------------------------------------------------------- */

static void
test_large_import (Fixture *fixture,
                   gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *before = content (fixture), *after = NULL;
  const DuiAmount none = 0;
  g_autoptr (DuiBatch) batch = fixture_batch (book, MARCH, DUI_ROW_NEW, &none, 1);
  DuiBatchRow row = g_array_index (batch->rows, DuiBatchRow, 0);
  g_autoptr (GError) error = NULL;
  double best = G_MAXDOUBLE;

  g_array_set_size (batch->rows, 0);
  for (guint i = 0; i < 12000; i++)
    {
      row.place = fixture_member (book, i % 16);
      /* Ten published months a year. */
      row.period = dui_period_new (1960 + (int) i / 160, 3 + (int) (i / 16) % 10);
      row.value = i;
      row.row = i + 2;
      g_array_append_val (batch->rows, row);
    }
  g_assert_true (fixture_import (book, batch, &error));
  g_assert_no_error (error);
  after = content (fixture);
  for (guint i = 0; i < 3; i++)
    {
      g_test_timer_start ();
      g_assert_cmpuint (undo (book, "import"), ==, 12000);
      best = MIN (best, g_test_timer_elapsed ());
      assert_content (fixture, before);
      g_assert_cmpuint (redo (book, "import"), ==, 12000);
      assert_content (fixture, after);
    }
  g_test_minimized_result (best, "12,000 figures undone in %.0f ms", best * 1000);
  assert_whole (book);
  fixture_close (book);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/undo/kinds", test_kinds);
  FIXTURE_TEST ("/store/undo/list", test_list);
  FIXTURE_TEST ("/store/undo/refusals", test_refusals);
  FIXTURE_TEST ("/store/undo/conflict", test_conflict);
  FIXTURE_TEST ("/store/undo/import-conflict", test_import_conflict);
  FIXTURE_TEST ("/store/undo/redo-conflict", test_redo_conflict);
  FIXTURE_TEST ("/store/undo/import-places", test_import_places);
  FIXTURE_TEST ("/store/undo/history", test_history);
  FIXTURE_TEST ("/store/undo/history-of-insertion", test_history_of_insertion);
  FIXTURE_TEST ("/store/undo/limit", test_limit);
  g_test_add_func ("/store/undo/random", test_random);
  FIXTURE_TEST ("/store/undo/large-import", test_large_import);
  return g_test_run ();
}
