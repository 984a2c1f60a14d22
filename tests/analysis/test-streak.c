/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streaks, worked out by hand (DESIGN §4 "Streak"; PRACTICE R5, R8, R11, R12). Six places, a bottom
 * set of two, growth in the percents of each table row. */
#include "fixture.h"

#include "analysis/standing.h"
#include "analysis/streak.h"

#define N_PLACES 6

typedef struct
{
  const char *period;
  const char *completed[N_PLACES]; /* over a base of 100 each */
} Row;

static Fixture *
make_fixture (const Row *rows, guint n_rows)
{
  Fixture *fixture = fixture_new (N_PLACES);

  fixture->rules.bottom = 2;
  for (guint i = 0; i < n_rows; i++)
    fixture_add_row (fixture, rows[i].period, rows[i].completed);
  return fixture;
}

static void
append_periods (GString *text, char mark, GArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *period = dui_period_to_string (g_array_index (periods, DuiPeriod, i));

      g_string_append_printf (text, " %c%s", mark, period);
    }
}

/* "place:length +counted … -passed over …; …", checked against the streaks of the standing. */
static char *
describe (Fixture *fixture, const char *period)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  g_autoptr (GPtrArray) streaks = dui_streaks_compute (panel, 0, fixture_period (period));
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      panel, 0, fixture_period (period), DUI_RANK_BY_COMPLETED, DUI_TIER_ASSESSED, 0);
  guint lengths[N_PLACES + 1] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);

      g_string_append_printf (text, "%s%u:%u", i > 0 ? "; " : "", streak->place, streak->length);
      append_periods (text, '+', streak->periods);
      append_periods (text, '-', streak->passed_over);
      g_assert_cmpuint (streak->periods->len, ==, streak->length);
      lengths[streak->place] = streak->length;
    }
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      g_assert_cmpuint (row->streak, ==, lengths[row->place]);
    }
  return g_string_free (text, FALSE);
}

#define assert_streaks(fixture, period, expected)                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *assert_streaks_got = describe (fixture, period);                              \
    g_assert_cmpstr (assert_streaks_got, ==, expected);                                            \
  }                                                                                                \
  G_STMT_END

static const Row autumn[] = {
  { "2021-08", { "109", "101", "108", "107", "106", "102" } },
  { "2021-09", { "101", "109", "108", "107", "106", "102" } },
  { "2021-10", { "101", "109", "108", "107", "102", "106" } },
  { "2021-11", { "101", "109", "108", "107", "106", "102" } },
};

static void
test_plain (void)
{
  g_autoptr (Fixture) fixture = make_fixture (autumn, G_N_ELEMENTS (autumn));

  assert_streaks (fixture, "2021-11", "1:3 +2021-09 +2021-10 +2021-11; 6:1 +2021-11");
  assert_streaks (fixture, "2021-10", "1:2 +2021-09 +2021-10; 5:1 +2021-10");
  assert_streaks (fixture, "2021-09", "6:2 +2021-08 +2021-09; 1:1 +2021-09");
  assert_streaks (fixture, "2021-08", "2:1 +2021-08; 6:1 +2021-08");
  assert_streaks (fixture, "2021-07", "");
  assert_streaks (fixture, "2021-12", "1:3 +2021-09 +2021-10 +2021-11; 6:1 +2021-11");
}

/* 未报, without growth and 推算 neither break nor lengthen, and are shown. */
static void
test_passed_over (void)
{
  static const Row rows[] = {
    { "2021-07", { "101", "109", "108", "107", "106", "102" } },
    { "2021-08", { NULL, "109", "108", "107", "106", "102" } },
    { "2021-09", { "101", "109", "108", "107", "102", "106" } },
    { "2021-10", { NULL, "109", "108", "107", "106", "102" } },
    { "2021-11", { NULL, "109", "108", "107", "106", "102" } },
    { "2021-12", { "105", "109", "108", "107", "103", "102" } },
  };
  g_autoptr (Fixture) fixture = make_fixture (rows, 5);

  /* Where 1 is missing the two worst of five are 5 and 6. */
  fixture_add (fixture, 1, "2021-10", "50", NULL, NULL);
  fixture_add_issued (fixture, "2021-11");
  assert_streaks (fixture, "2021-11",
                  "5:4 +2021-08 +2021-09 +2021-10 +2021-11; "
                  "1:2 +2021-07 +2021-09 -2021-08 -2021-10 -2021-11; "
                  "6:2 +2021-10 +2021-11");
  /* R5: inferred from last year's C it is ranked, last here, but does not count. */
  fixture_add (fixture, 1, "2020-10", "100", NULL, NULL);
  assert_streaks (fixture, "2021-11",
                  "1:2 +2021-07 +2021-09 -2021-08 -2021-10 -2021-11; "
                  "6:2 +2021-10 +2021-11; 5:1 +2021-11");
  /* Ranked and not in the set: broken, whatever was passed over. */
  fixture_add_row (fixture, "2021-12", rows[5].completed);
  assert_streaks (fixture, "2021-12", "6:3 +2021-10 +2021-11 +2021-12; 5:2 +2021-11 +2021-12");
}

/* R6: a figure that is only 预计 is 未报. */
static void
test_estimate (void)
{
  g_autoptr (Fixture) fixture = make_fixture (autumn, G_N_ELEMENTS (autumn));
  const DuiFigureValues estimate = { 1090000, 1000000, DUI_AMOUNT_MISSING, DUI_STATUS_ESTIMATE };

  fixture_add_values (fixture, 1, fixture_period ("2021-10"), &estimate);
  /* In October the two worst of the other five are 5 and 6. */
  assert_streaks (fixture, "2021-11",
                  "6:4 +2021-08 +2021-09 +2021-10 +2021-11; 1:2 +2021-09 +2021-11 -2021-10");
}

/* A period without a bottom set breaks every streak of those ranked in it. */
static void
test_no_set (void)
{
  static const Row rows[] = {
    { "2021-09", { "101", "109", "108", "107", "106", "102" } },
    { "2021-10", { "101", "109", "101", "101", "101", "102" } },
    { "2021-11", { "101", "109", "108", "107", "106", "102" } },
  };
  g_autoptr (Fixture) fixture = make_fixture (rows, G_N_ELEMENTS (rows));

  assert_streaks (fixture, "2021-11", "1:1 +2021-11; 6:1 +2021-11");
}

static void
test_new_year (void)
{
  static const Row rows[] = {
    { "2021-11", { "101", "109", "108", "107", "106", "102" } },
    { "2021-12", { "101", "109", "108", "107", "106", "102" } },
    { "2022-02", { "101", "109", "108", "107", "106", "102" } },
    { "2022-03", { "101", "109", "108", "107", "102", "106" } },
  };
  g_autoptr (Fixture) fixture = make_fixture (rows, G_N_ELEMENTS (rows));

  /* 1–2月 is one period. */
  assert_streaks (fixture, "2022-03", "1:4 +2021-11 +2021-12 +2022-02 +2022-03; 5:1 +2022-03");
  fixture->rules.streak_over_year = FALSE;
  assert_streaks (fixture, "2022-03", "1:2 +2022-02 +2022-03; 5:1 +2022-03");
  assert_streaks (fixture, "2021-12", "1:2 +2021-11 +2021-12; 6:2 +2021-11 +2021-12");
}

/* An open period opens no streak: the last closed one counts. */
static void
test_open (void)
{
  static const Row december = { "2021-12", { "101", NULL, "108", "107", "102", "106" } };
  g_autoptr (Fixture) fixture = make_fixture (autumn, G_N_ELEMENTS (autumn));

  fixture_add_row (fixture, december.period, december.completed);
  assert_streaks (fixture, "2021-12", "1:3 +2021-09 +2021-10 +2021-11; 6:1 +2021-11");
  fixture_add_issued (fixture, "2021-12");
  /* Two of five ranked: the narrowed set is two again. */
  assert_streaks (fixture, "2021-12", "1:4 +2021-09 +2021-10 +2021-11 +2021-12; 5:1 +2021-12");
}

/* The setting: by growth of the month, which 1–2月 does not have. */
static void
test_by_month (void)
{
  g_autoptr (Fixture) fixture = fixture_new (N_PLACES);
  /* Cumulative figures over bases of 100, 200, 300: place 1 is far behind but the best of late. */
  static const char *const completed[][N_PLACES] = { { "50", "130", "130", "130", "130", "130" },
                                                     { "170", "233", "232", "231", "229", "228" },
                                                     { "290", "336", "334", "332", "328", "326" } };
  static const char *const bases[] = { "100", "200", "300" };
  static const char *const periods[] = { "2021-02", "2021-03", "2021-04" };

  fixture->rules.bottom = 2;
  for (guint row = 0; row < 3; row++)
    for (guint place = 1; place <= N_PLACES; place++)
      fixture_add (fixture, place, periods[row], completed[row][place - 1], bases[row], NULL);

  assert_streaks (fixture, "2021-04", "1:2 +2021-03 +2021-04; 6:2 +2021-03 +2021-04");
  fixture->rules.streak_growth = DUI_STREAK_BY_MONTH;
  assert_streaks (fixture, "2021-04", "5:2 +2021-03 +2021-04; 6:2 +2021-03 +2021-04");
  assert_streaks (fixture, "2021-02", "");
}

/* Not ranked for a while: neither counted nor shown as 未报. */
static void
test_unranked_between (void)
{
  g_autoptr (Fixture) fixture = make_fixture (autumn, G_N_ELEMENTS (autumn));
  DuiMembership between = g_array_index (fixture->memberships, DuiMembership, 0);
  DuiMembership after = between;

  g_array_index (fixture->memberships, DuiMembership, 0).to = fixture_period ("2021-09");
  between.from = between.to = fixture_period ("2021-10");
  between.ranked = FALSE;
  after.from = fixture_period ("2021-11");
  g_array_append_val (fixture->memberships, after);
  g_array_append_val (fixture->memberships, between);
  assert_streaks (fixture, "2021-11",
                  "6:4 +2021-08 +2021-09 +2021-10 +2021-11; 1:2 +2021-09 +2021-11");
}

/* Who is no member of the ranking any more has no streak; who was not yet is not passed over. */
static void
test_members_change (void)
{
  g_autoptr (Fixture) fixture = make_fixture (autumn, G_N_ELEMENTS (autumn));
  DuiMembership *first = &g_array_index (fixture->memberships, DuiMembership, 0);
  DuiMembership again = *first;

  first->to = fixture_period ("2021-09");
  first->ranked = FALSE;
  again.from = fixture_period ("2021-10");
  g_array_append_val (fixture->memberships, again);
  assert_streaks (fixture, "2021-11", "1:2 +2021-10 +2021-11; 6:1 +2021-11");

  g_array_index (fixture->memberships, DuiMembership, 0).ranked = TRUE;
  assert_streaks (fixture, "2021-11", "1:3 +2021-09 +2021-10 +2021-11; 6:1 +2021-11");

  g_array_index (fixture->memberships, DuiMembership, N_PLACES).to = fixture_period ("2021-10");
  assert_streaks (fixture, "2021-11", "5:2 +2021-10 +2021-11; 6:1 +2021-11");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/streak/plain", test_plain);
  g_test_add_func ("/analysis/streak/passed-over", test_passed_over);
  g_test_add_func ("/analysis/streak/estimate", test_estimate);
  g_test_add_func ("/analysis/streak/no-set", test_no_set);
  g_test_add_func ("/analysis/streak/new-year", test_new_year);
  g_test_add_func ("/analysis/streak/open", test_open);
  g_test_add_func ("/analysis/streak/by-month", test_by_month);
  g_test_add_func ("/analysis/streak/unranked-between", test_unranked_between);
  g_test_add_func ("/analysis/streak/members-change", test_members_change);
  return g_test_run ();
}
