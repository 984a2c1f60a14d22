/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes by hand: what they write, what they refuse, and what the log says of them. */
#include "fixture.h"

#include <string.h>

#define PERIOD dui_period_new (2021, 11)

static const DuiOccasion occasion = { "重复计算", "张三" };

static void
test_history (Fixture *fixture,
              gconstpointer data)
{
  static const DuiAmount values[] = { 521 };
  static const struct
  {
    const char *verb;
    DuiAmount old, new;
    const char *file;
    guint row;
  } expected[] = {
    { "set figure", DUI_AMOUNT_MISSING, 9, NULL, 0 },
    { "set figure", 512, DUI_AMOUNT_MISSING, NULL, 0 },
    { "set figure", 521, 512, NULL, 0 },
    { "import", DUI_AMOUNT_MISSING, 521, "a.csv", 2 },
  };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 1);
  guint place = fixture_member (book, 0);
  g_autoptr (GPtrArray) changes = NULL, none = NULL;

  g_assert_true (fixture_import (book, batch, NULL));
  g_assert_true (fixture_set (book, place, PERIOD, 512, NULL));
  g_assert_true (fixture_set (book, place, PERIOD, DUI_AMOUNT_MISSING, NULL));
  g_assert_true (fixture_set (book, place, PERIOD, 9, NULL));
  changes = fixture_history (book, place, PERIOD);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < changes->len; i++)
    {
      const DuiChange *change = g_ptr_array_index (changes, i);

      g_assert_cmpstr (change->verb, ==, expected[i].verb);
      g_assert_cmpstr (change->who, ==, "张三");
      g_assert_cmpuint (strlen (change->at), ==, strlen ("2021-12-03 09:41"));
      g_assert_cmpint (change->old_values.value, ==, expected[i].old);
      g_assert_cmpint (change->new_values.value, ==, expected[i].new);
      g_assert_cmpstr (change->file, ==, expected[i].file);
      g_assert_cmpuint (change->row, ==, expected[i].row);
      g_assert_cmpstr (change->reason, ==, i < 3 ? "重复计算" : NULL);
      g_assert_cmpint (change->sha256 != NULL, ==, i == 3);
    }
  none = fixture_history (book, place, PERIOD - 1);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_close (book);
}

static gboolean
set_values (DuiBook *book,
            DuiPeriod period,
            DuiFigureValues values,
            const char *reason,
            GError **error)
{
  return dui_book_set_figure (book, fixture_member (book, 0), "output", period, &values,
                              &(DuiOccasion){ reason, "张三" }, error);
}

static void
test_figure_refusals (Fixture *fixture,
                      gconstpointer data)
{
  const struct
  {
    DuiPeriod period;
    DuiAmount value;
    const char *reason;
  } cases[] = {
    { PERIOD, 1, NULL },
    { PERIOD, 1, "" },
    { PERIOD, 1, "  \n" },
    { PERIOD, DUI_AMOUNT_MAX + 1, "原因" },
    { PERIOD, -DUI_AMOUNT_MAX - 1, "原因" },
    { dui_period_new (2021, 1), 1, "原因" }, /* January is not published alone */
    { dui_period_new (1948, 12), 1, "原因" },
    { dui_period_new (2200, 2), 1, "原因" },
  };
  DuiBook *book = fixture_create (fixture);
  g_autofree char *before = fixture_dump (fixture->path), *after = NULL;
  g_autoptr (GError) unknown = NULL, nowhere = NULL;
  DuiFigureValues one = { 1, DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, DUI_STATUS_FINAL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiFigureValues values = { cases[i].value, DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING,
                                 DUI_STATUS_PRELIMINARY };
      g_autoptr (GError) error = NULL;

      g_assert_false (set_values (book, cases[i].period, values, cases[i].reason, &error));
      g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
    }
  g_assert_false (dui_book_set_figure (book, 1, "nothing", PERIOD, &one, &occasion, &unknown));
  g_assert_error (unknown, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND);
  g_assert_false (dui_book_set_figure (book, 9999, "output", PERIOD, &one, &occasion, &nowhere));
  g_assert_error (nowhere, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND);
  after = fixture_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
  fixture_close (book);
}

/* What is as it was needs no entry in the log. */
static void
test_no_change (Fixture *fixture,
                gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  DuiTarget target = { .place = fixture_member (book, 1),
                       .year = 2021,
                       .tier = DUI_TIER_AGREED,
                       .value = 5,
                       .effective = 20210101,
                       .document = "清政〔2021〕4号" };
  DuiPlan plan = { .year = 2021 };
  g_autofree char *before = NULL, *after = NULL;

  for (int i = 0; i < 12; i++)
    plan.share[i] = (i + 1) * DUI_SHARE_ONE / 12;
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 5, NULL));
      g_assert_true (fixture_set (book, fixture_member (book, 1), PERIOD, DUI_AMOUNT_MISSING, NULL));
      g_assert_true (dui_book_set_target (book, "output", &target, &occasion, NULL));
      g_assert_true (dui_book_set_plan (book, "output", &plan, &occasion, NULL));
      g_assert_true (dui_book_set_setting (book, "bottom.size", 0, "4", &occasion, NULL));
      after = fixture_dump (fixture->path);
      if (i > 0)
        g_assert_cmpstr (before, ==, after);
      g_free (before);
      before = g_steal_pointer (&after);
    }
  fixture_close (book);
}

/* A higher status gives way to a lower one only by hand. */
static void
test_status (Fixture *fixture,
             gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  DuiFigureValues values = { 5, 6, 7, DUI_STATUS_FINAL };
  g_autoptr (DuiPanel) panel = NULL;

  g_assert_true (set_values (book, PERIOD, values, "原因", NULL));
  values.status = DUI_STATUS_ESTIMATE;
  g_assert_true (set_values (book, PERIOD, values, "原因", NULL));
  panel = dui_book_get_panel (book, "output", NULL);
  values = dui_panel_get_figure (panel, fixture_member (book, 0), PERIOD);
  g_assert_cmpint (values.status, ==, DUI_STATUS_ESTIMATE);
  g_assert_cmpint (values.value, ==, 5);
  g_assert_cmpint (values.base, ==, 6);
  g_assert_cmpint (values.growth, ==, 7);
  fixture_close (book);
}

static gboolean
set_target (DuiBook *book,
            DuiTier tier,
            DuiDay effective,
            DuiAmount value,
            GError **error)
{
  DuiTarget target = { .place = fixture_member (book, 0),
                       .year = 2021,
                       .tier = tier,
                       .value = value,
                       .effective = effective };

  return dui_book_set_target (book, "output", &target, &occasion, error);
}

/* 调整目标 adds a version, 更正目标 replaces one (PRACTICE R2). */
static void
test_targets (Fixture *fixture,
              gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  guint place = fixture_member (book, 0);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (GError) large = NULL, assessed = NULL;
  g_autofree char *old = NULL;

  g_assert_true (set_target (book, DUI_TIER_AGREED, 20210101, 120, NULL));
  g_assert_true (set_target (book, DUI_TIER_ADJUSTED, 20210801, 155, NULL));
  g_assert_true (set_target (book, DUI_TIER_ADJUSTED, 20210801, 150, NULL));
  g_assert_true (set_target (book, DUI_TIER_STRETCH, 20210101, -7, NULL));
  g_assert_false (set_target (book, DUI_TIER_AGREED, 20210101, DUI_AMOUNT_MAX + 1, &large));
  g_assert_error (large, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
  g_assert_false (set_target (book, DUI_TIER_ASSESSED, 20210101, 1, &assessed));
  g_assert_error (assessed, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);

  panel = dui_book_get_panel (book, "output", NULL);
  g_assert_cmpuint (panel->n_targets, ==, 3);
  g_assert_cmpint (
      dui_panel_get_target (panel, place, 2021, DUI_TIER_ASSESSED, 20210731)->value, ==, 120);
  g_assert_cmpint (
      dui_panel_get_target (panel, place, 2021, DUI_TIER_ASSESSED, 20210831)->value, ==, 150);
  g_assert_cmpint (dui_panel_get_target (panel, place, 2021, DUI_TIER_STRETCH, 20210831)->value, ==,
                   -7);
  fixture_close (book);
  old = fixture_query (fixture->path, "SELECT table_name, old LIKE '% value=155 %' FROM change");
  g_assert_cmpstr (old, ==, "target|1");
}

static void
test_plan (Fixture *fixture,
           gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  DuiPlan plan = { .year = 2021 };
  g_autoptr (DuiPanel) panel = NULL;
  DuiRatio pace;

  for (int i = 0; i < 12; i++)
    plan.share[i] = (i + 1) * (i + 1) * DUI_SHARE_ONE / 144;
  g_assert_true (dui_book_set_plan (book, "investment", &plan, &occasion, NULL));
  panel = dui_book_get_panel (book, "investment", NULL);
  pace = dui_panel_get_pace (panel, dui_period_new (2021, 6));
  g_assert_cmpint (dui_ratio_compare (pace, dui_ratio_new (1, 4)), ==, 0);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      DuiPlan wrong = plan;

      wrong.share[i == 0 ? 11 : 5] = i == 0 ? DUI_SHARE_ONE - 1 : i == 1 ? 0 : DUI_SHARE_ONE + 1;
      g_assert_false (dui_book_set_plan (book, "investment", &wrong, &occasion, &error));
      g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
    }
  g_clear_pointer (&panel, dui_panel_unref);
  dui_plan_set_even (&plan, 2021);
  g_assert_true (dui_book_set_plan (book, "investment", &plan, &occasion, NULL));
  panel = dui_book_get_panel (book, "investment", NULL);
  pace = dui_panel_get_pace (panel, dui_period_new (2021, 7));
  g_assert_cmpint (dui_ratio_compare (pace, dui_ratio_new (7, 12)), ==, 0);
  fixture_close (book);
}

/* A setting holds from a period on, as far as the book has come. */
static void
test_settings (Fixture *fixture,
               gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiCatalog) first = NULL, second = NULL, third = NULL;
  g_autoptr (GError) unknown = NULL, wrong = NULL;

  g_assert_true (dui_book_set_setting (book, "bottom.size", 0, "5", &occasion, NULL));
  g_assert_true (dui_book_set_setting (book, "office", 0, "清丰县工业和信息化局", &occasion, NULL));
  first = dui_book_get_catalog (book, NULL);
  g_assert_cmpuint (first->rules.bottom, ==, 5);
  g_assert_cmpstr (first->office, ==, "清丰县工业和信息化局");
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 5, NULL));
  g_assert_true (dui_book_set_setting (book, "bottom.size", PERIOD + 1, "2", &occasion, NULL));
  second = dui_book_get_catalog (book, NULL);
  g_assert_cmpuint (second->rules.bottom, ==, 5);
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD + 1, 6, NULL));
  third = dui_book_get_catalog (book, NULL);
  g_assert_cmpuint (third->rules.bottom, ==, 2);

  g_assert_false (dui_book_set_setting (book, "no.such", 0, "1", &occasion, &unknown));
  g_assert_error (unknown, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
  g_assert_false (dui_book_set_setting (book, "bottom.size", 0, "0", &occasion, &wrong));
  g_assert_error (wrong, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
  fixture_close (book);
}

/* Nobody, with whatever tool, edits the log. */
static void
test_log_is_final (Fixture *fixture,
                   gconstpointer data)
{
  static const char *const tables[] = { "command", "source", "change", "seal" };
  DuiBook *book = fixture_create (fixture);
  sqlite3 *db = NULL;

  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 5, NULL));
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 6, NULL));
  fixture_close (book);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *erase = g_strdup_printf ("DELETE FROM %s", tables[i]);
      g_autofree char *touch = g_strdup_printf ("UPDATE %s SET command = command", tables[i]);

      g_assert_cmpint (sqlite3_exec (db, erase, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
      if (i > 0)
        g_assert_cmpint (sqlite3_exec (db, touch, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
    }
  g_assert_cmpint (sqlite3_exec (db, "UPDATE command SET who = '李四'", NULL, NULL, NULL), ==,
                   SQLITE_CONSTRAINT);
  sqlite3_close (db);
}

/* What undo will need is kept for edits, and only for as many as are promised. */
static void
test_undo_is_kept (Fixture *fixture,
                   gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *first = NULL, *kept = NULL;

  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 1, NULL));
  first = fixture_query (fixture->path, "SELECT count(*), min(length(changeset)) > 0 FROM undo");
  g_assert_cmpstr (first, ==, "1|1");
  for (DuiAmount value = 2; value <= 105; value++)
    g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, value, NULL));
  fixture_close (book);
  kept = fixture_query (fixture->path,
                        "SELECT count(*), max(undo.command) = (SELECT max(id) FROM command)"
                        " FROM undo");
  g_assert_cmpstr (kept, ==, "100|1");
}

/* The changeset really takes the command back. */
static void
test_undo_applies (Fixture *fixture,
                   gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autofree char *before = NULL, *after = NULL;
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  void *inverse = NULL;
  int size = 0;

  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 1, NULL));
  before = fixture_query (fixture->path, "SELECT * FROM figure");
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 2, NULL));
  fixture_close (book);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT changeset FROM undo ORDER BY command DESC", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3changeset_invert (sqlite3_column_bytes (statement, 0),
                                            sqlite3_column_blob (statement, 0), &size, &inverse),
                   ==, SQLITE_OK);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3changeset_apply (db, size, inverse, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_free (inverse);
  sqlite3_close (db);
  after = fixture_query (fixture->path, "SELECT * FROM figure");
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/edits/history", test_history);
  FIXTURE_TEST ("/store/edits/figure-refusals", test_figure_refusals);
  FIXTURE_TEST ("/store/edits/no-change", test_no_change);
  FIXTURE_TEST ("/store/edits/status", test_status);
  FIXTURE_TEST ("/store/edits/targets", test_targets);
  FIXTURE_TEST ("/store/edits/plan", test_plan);
  FIXTURE_TEST ("/store/edits/settings", test_settings);
  FIXTURE_TEST ("/store/edits/log-is-final", test_log_is_final);
  FIXTURE_TEST ("/store/edits/undo-is-kept", test_undo_is_kept);
  FIXTURE_TEST ("/store/edits/undo-applies", test_undo_applies);
  return g_test_run ();
}
