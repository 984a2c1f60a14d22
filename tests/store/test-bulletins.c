/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bulletins in the book: issued only once, from what was shown, with the settings that ranked them. */
#include "fixture.h"

#define PERIOD dui_period_new (2021, 11)

static const DuiOccasion occasion = { NULL, "张三" };

static GPtrArray *
make_rows (DuiBook *book,
           DuiAmount value)
{
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (book, NULL);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_issued_row_free);
  DuiIssuedRow *row = g_new0 (DuiIssuedRow, 1);

  row->place = fixture_member (book, 0);
  row->name = g_strdup ("“城关”镇");
  row->values = DUI_FIGURE_VALUES_NONE;
  row->values.value = value;
  row->values.status = DUI_STATUS_PRELIMINARY;
  row->target = DUI_AMOUNT_MISSING;
  for (guint i = 0; i < DUI_N_ISSUED_BY; i++)
    row->ranks[i].value = DUI_AMOUNT_MISSING;
  row->ranks[DUI_ISSUED_BY_COMPLETED] = (DuiIssuedRank){ 1, DUI_AMOUNT_MISSING, TRUE, FALSE };
  g_ptr_array_add (rows, row);
  return rows;
}

static gboolean
issue (DuiBook *book,
       DuiAmount value,
       GError **error)
{
  g_autoptr (GPtrArray) rows = make_rows (book, value);
  DuiRules rules = dui_rules_default;
  const DuiBulletinDraft draft = { .period = PERIOD, .number = "1号", .title = "通报", .issued_on = 20211218,
                                   .rows = rows, .rules = &rules };

  rules.bottom = 5;
  return dui_book_issue_bulletin (book, "output", &draft, &occasion, error);
}

static void
test_stale (Fixture *fixture,
            gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 7, NULL));
  g_assert_false (issue (book, 6, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_STALE);
  fixture_close (book);
  count = fixture_query (fixture->path, "SELECT (SELECT count(*) FROM bulletin),"
                                        " (SELECT count(*) FROM bulletin_figure),"
                                        " (SELECT count(*) FROM bulletin_rank)");
  g_assert_cmpstr (g_strstrip (count), ==, "0|0|0");
}

static void
test_as_issued (Fixture *fixture,
                gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiIssuedBulletin) bulletin = NULL;
  g_autoptr (GPtrArray) findings = NULL, steps = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *settings = NULL;
  const DuiIssuedRow *row;

  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 7, NULL));
  g_assert_true (issue (book, 7, NULL));
  g_assert_false (issue (book, 7, &error));
  g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED);
  g_assert_true (fixture_set (book, fixture_member (book, 0), PERIOD, 8, NULL));
  bulletin = dui_book_read_bulletin (book, "output", DUI_PERIOD_NONE, 0, NULL);
  g_assert_nonnull (bulletin);
  g_assert_cmpint (bulletin->period, ==, PERIOD);
  g_assert_cmpstr (bulletin->number, ==, "1号");
  g_assert_true (dui_issued_bulletin_has_ranks (bulletin));
  g_assert_cmpuint (bulletin->rows->len, ==, 1);
  row = g_ptr_array_index (bulletin->rows, 0);
  g_assert_cmpstr (row->name, ==, "“城关”镇");
  g_assert_cmpint (row->values.value, ==, 7);
  g_assert_cmpuint (row->ranks[DUI_ISSUED_BY_COMPLETED].rank, ==, 1);
  g_assert_true (row->ranks[DUI_ISSUED_BY_COMPLETED].bottom);
  findings = dui_book_check (book, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  steps = dui_book_list_undo (book, NULL);
  g_assert_cmpuint (steps->len, ==, 1); /* what came after it */
  fixture_close (book);
  settings = fixture_query (fixture->path,
                            "SELECT settings ->> '$.\"bottom.size\"', seal = (SELECT hash FROM seal"
                            " WHERE command = (SELECT command - 1 FROM source WHERE id ="
                            " bulletin.source)) FROM bulletin");
  g_assert_cmpstr (g_strstrip (settings), ==, "5|1");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/bulletins/stale", test_stale);
  FIXTURE_TEST ("/bulletins/as-issued", test_as_issued);
  return g_test_run ();
}
