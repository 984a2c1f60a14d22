/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever changes the book behind the program's back is found out, whatever they take away first. */
#include "fixture.h"

#define PERIOD dui_period_new (2021, 11)

/* A book in which something was imported, changed, removed and set. */
static void
make_book (Fixture *fixture)
{
  static const DuiAmount values[] = { 10, 20, 30 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 3);
  DuiTarget target = { .place = fixture_member (book, 0),
                       .year = 2021,
                       .tier = DUI_TIER_AGREED,
                       .value = 100,
                       .effective = 20210101 };

  g_assert_true (fixture_import (book, batch, NULL));
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 11, NULL));
  g_assert_true (fixture_set (book, fixture_member (book, 1), PERIOD, DUI_AMOUNT_MISSING, NULL));
  g_assert_true (fixture_set (book, fixture_member (book, 1), PERIOD, 21, NULL));
  g_assert_true (dui_book_set_target (book, "output", &target, &(DuiOccasion){ "原因" }, NULL));
  target.value = 110;
  g_assert_true (dui_book_set_target (book, "output", &target, &(DuiOccasion){ "原因" }, NULL));
  fixture_close (book);
}

/* "what what …" of the findings, or of the error when the book is refused. */
static char *
check (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  GString *text = g_string_new (NULL);
  DuiBook *book = dui_book_open (fixture->path, &error);

  g_assert_no_error (error);
  findings = dui_book_check (book, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const DuiFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s: %s", finding->what, finding->where, finding->text);
      if (!g_strstr_len (text->str, -1, finding->what))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", finding->what);
    }
  fixture_close (book);
  return g_string_free (text, FALSE);
}

static void
test_well (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *found = NULL, *before = NULL, *after = NULL;

  make_book (fixture);
  before = fixture_dump (fixture->path);
  found = check (fixture);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (found, ==, "");
  g_assert_cmpstr (before, ==, after);
}

#define SUM                                                                                        \
  "ifnull (value, 100000000000000003) * 3 + ifnull (base, 100000000000000003) * 5"                 \
  " + ifnull (growth, 100000000000000003) * 7 + indicator * 1000000007 + period * 100000007"       \
  " + place * 10000019 + status * 1000003 + source * 100003 + source_row * 1009"

static const struct
{
  const char *name;
  const char *sql;
  const char *found; /* every kind of finding, in this order */
} tamperings[] = {
  { "value", "PRAGMA ignore_check_constraints = ON; UPDATE figure SET value = 12 WHERE value = 11",
    "integrity checksum log seal" },
  /* With the right sum, as a clever one would: the trigger tells. */
  { "value-and-sum",
    "UPDATE figure SET value = 12, checksum = checksum + 3 WHERE value = 11", "log seal" },
  /* Cleverer still: first the trigger goes. */
  { "without-trigger",
    "DROP TRIGGER figure_updated; UPDATE figure SET value = 12, checksum = checksum + 3"
    " WHERE value = 11",
    "log" },
  { "trigger-put-back",
    "CREATE TEMP TABLE t AS SELECT sql FROM sqlite_schema WHERE name = 'figure_updated';"
    "DROP TRIGGER figure_updated; UPDATE figure SET value = 12, checksum = checksum + 3"
    " WHERE value = 11;",
    "log" },
  { "untouched-import",
    "DROP TRIGGER figure_updated; UPDATE figure SET value = 31, checksum = checksum + 3"
    " WHERE value = 30",
    "log" },
  { "removed", "DROP TRIGGER figure_deleted; DELETE FROM figure WHERE value = 30", "log" },
  { "added",
    "INSERT INTO figure SELECT indicator, period, place + 5, value, base, growth, status, source,"
    " source_row, checksum + 5 * 10000019 FROM figure WHERE value = 30",
    "log" },
  { "target",
    "DROP TRIGGER target_updated; UPDATE target SET value = 111, checksum = checksum + 3", "log" },
  { "place-name",
    "DROP TRIGGER place_name_updated; UPDATE place_name SET name = '城关乡',"
    " echo = place || ' ' || from_period || ' ' || '城关乡' WHERE place = 2",
    "log" },
  { "reason", "DROP TRIGGER command_refuses_update; UPDATE command SET reason = '统计反馈'"
              " WHERE id = 3",
    "log seal" },
  { "who", "DROP TRIGGER command_refuses_update; UPDATE command SET who = '李四' WHERE id = 3",
    "log seal" },
  { "when", "DROP TRIGGER command_refuses_update; UPDATE command SET at = at - 60 WHERE id = 3",
    "log seal" },
  { "file", "DROP TRIGGER source_refuses_update; UPDATE source SET file = 'b.csv'"
            " WHERE file IS NOT NULL",
    "log seal" },
  { "old-value", "DROP TRIGGER change_refuses_update; UPDATE change"
                 " SET old = replace (old, ' value=10 ', ' value=13 ')",
    "log seal" },
  { "change-removed", "DROP TRIGGER change_refuses_delete; DELETE FROM change WHERE id = 1",
    "log seal" },
  { "seal-removed", "DROP TRIGGER seal_refuses_delete; DELETE FROM seal WHERE command = 3",
    "log seal" },
  { "no-command",
    "INSERT INTO plan SELECT 1, 2021, 1, 5, 999, 5 * 3 + 1 * 1000000007 + 2021 * 100000007"
    " + 1 * 10000019 + 999 * 1009",
    "log" },
};

static void
test_tampering (gconstpointer data)
{
  const guint at = GPOINTER_TO_UINT (data);
  Fixture fixture;
  g_autofree char *found = NULL;

  fixture_set_up (&fixture, NULL);
  make_book (&fixture);
  fixture_execute (fixture.path, tamperings[at].sql);
  if (g_str_equal (tamperings[at].name, "trigger-put-back"))
    {
      /* The schema as it was: only the data tell. */
      Fixture sound;
      g_autofree char *sql = NULL;

      fixture_set_up (&sound, NULL);
      make_book (&sound);
      sql = fixture_query (sound.path,
                           "SELECT sql FROM sqlite_schema WHERE name = 'figure_updated'");
      fixture_tear_down (&sound, NULL);
      fixture_execute (fixture.path, sql);
    }
  found = check (&fixture);
  g_assert_cmpstr (found, ==, tamperings[at].found);
  fixture_tear_down (&fixture, NULL);
}

/* Reading stops at a figure that has changed by itself, and says which. */
static void
test_panel_refuses (Fixture *fixture,
                    gconstpointer data)
{
  static const char *const sqls[] = {
    "UPDATE figure SET value = 12 WHERE value = 11",
    "UPDATE target SET value = 12",
  };

  make_book (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s%u", fixture->path, i);
      g_autofree char *sql
          = g_strconcat ("PRAGMA ignore_check_constraints = ON; ", sqls[i], NULL);
      g_autoptr (GBytes) bytes = fixture_bytes (fixture->path);
      g_autoptr (GError) error = NULL;
      g_autoptr (DuiPanel) sound = NULL;
      DuiBook *book;

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                          (gssize) g_bytes_get_size (bytes), NULL));
      fixture_execute (path, sql);
      book = dui_book_open (path, &error);
      g_assert_no_error (error);
      g_assert_null (dui_book_get_panel (book, "output", &error));
      g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED);
      g_assert_nonnull (g_strstr_len (error->message, -1, "城关镇"));
      sound = dui_book_get_panel (book, "tax", NULL);
      g_assert_cmpint (sound != NULL, ==, i == 0);
      fixture_close (book);
    }
}

/* What is whole in itself and yet not what the program wrote: rows that are gone, that are of another
 * time, or whose sums were made to fit. No page shows them. */
static void
test_reading_refuses (Fixture *fixture,
                      gconstpointer data)
{
  static const char *const sqls[] = {
    "DROP TRIGGER figure_deleted; DELETE FROM figure WHERE value = 30",
    "DROP TRIGGER figure_updated; UPDATE figure SET value = 12, checksum = checksum + 3"
    " WHERE value = 11",
    "INSERT INTO figure SELECT indicator, period + 1, place, value, base, growth, status, source,"
    " source_row, checksum + 100000007 FROM figure WHERE value = 30",
    "DROP TRIGGER target_updated; UPDATE target SET document = '清政〔2021〕13号'",
    "DROP TRIGGER place_name_updated; UPDATE place_name SET name = '城关乡',"
    " echo = place || ' ' || from_period || ' ' || '城关乡' WHERE place = 2",
    "INSERT INTO setting VALUES ('bottom.size', 0, '5', 1, 'bottom.size 0 5')",
    "DELETE FROM tally",
  };

  make_book (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s%u", fixture->path, i);
      g_autoptr (GBytes) bytes = fixture_bytes (fixture->path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      DuiBook *book;

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                          (gssize) g_bytes_get_size (bytes), NULL));
      fixture_execute (path, sqls[i]);
      book = dui_book_open (path, &error);
      g_assert_no_error (error);
      g_assert_null (dui_book_get_panel (book, "output", &error));
      g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED);
      findings = dui_book_check (book, NULL);
      g_assert_cmpuint (findings->len, >, 0);
      fixture_close (book);
    }
}

/* The newest commands cut off with their seals leave a book that is whole, but not the one that was backed
 * up; a book that went back to an older backup says so itself. */
static void
test_cut_off (Fixture *fixture,
              gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *early = NULL, *older = NULL, *found = NULL, *restored = NULL;
  g_autofree char *late = NULL;
  g_autoptr (GBytes) then = NULL;

  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 1, NULL));
  early = dui_book_back_up (book, NULL);
  older = g_build_filename (fixture->folder, "older.duibiao", NULL);
  g_assert_true (dui_book_copy (book, older, NULL));
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 2, NULL));
  late = dui_book_back_up (book, NULL);
  g_assert_nonnull (late);
  then = fixture_bytes (older);
  g_assert_true (dui_book_restore (book, older, &(DuiOccasion){ 0 }, NULL, NULL));
  fixture_close (book);
  restored = check (fixture);
  g_assert_cmpstr (restored, ==, "");
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (then, NULL),
                                      (gssize) g_bytes_get_size (then), NULL));
  found = check (fixture);
  g_assert_cmpstr (found, ==, "log");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/check/well", test_well);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *name = g_strconcat ("/store/check/tampering/", tamperings[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_tampering);
    }
  FIXTURE_TEST ("/store/check/panel-refuses", test_panel_refuses);
  FIXTURE_TEST ("/store/check/reading-refuses", test_reading_refuses);
  FIXTURE_TEST ("/store/check/cut-off", test_cut_off);
  return g_test_run ();
}
