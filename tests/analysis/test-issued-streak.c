/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official streak, worked out by hand: what the bulletins said, whatever the book says (R12). */
#include "fixture.h"

#include "analysis/candidates.h"
#include "analysis/issued-streak.h"

/* Of places 1 to 4 in that order: "b" in the bottom set, "r" ranked above it, "-" not ranked. NULL: a
 * bulletin without ranks. */
typedef struct
{
  const char *period;
  const char *places;
} Issue;

static void
add_bulletin (GPtrArray *bulletins,
              const Issue *issue)
{
  DuiIssuedBulletin *bulletin = g_new0 (DuiIssuedBulletin, 1);

  bulletin->period = fixture_period (issue->period);
  bulletin->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_issued_row_free);
  for (guint i = 0; i < 4; i++)
    {
      DuiIssuedRow *row = g_new0 (DuiIssuedRow, 1);

      row->place = i + 1;
      row->ranks[DUI_ISSUED_BY_GROWTH].value = 1200000000; /* 12 % */
      if (issue->places && issue->places[i] != '-')
        {
          row->ranks[DUI_ISSUED_BY_GROWTH].rank = i + 1;
          row->ranks[DUI_ISSUED_BY_GROWTH].bottom = issue->places[i] == 'b';
        }
      g_ptr_array_add (bulletin->rows, row);
    }
  g_ptr_array_add (bulletins, bulletin);
}

static GPtrArray *
make_bulletins (const Issue *issues,
                guint n_issues)
{
  GPtrArray *bulletins
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_issued_bulletin_free);

  for (guint i = 0; i < n_issues; i++)
    add_bulletin (bulletins, &issues[i]);
  return bulletins;
}

static void
append_periods (GString *text,
                char mark,
                GArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *period = dui_period_to_string (g_array_index (periods, DuiPeriod, i));

      g_string_append_printf (text, " %c%s", mark, period);
    }
}

static void
assert_streaks (Fixture *fixture,
                GPtrArray *bulletins,
                const char *period,
                const char *expected)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  g_autoptr (GPtrArray) streaks
      = dui_issued_streaks_compute (panel, bulletins, fixture_period (period));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);

      g_string_append_printf (text, "%s%u:%u", i > 0 ? "; " : "", streak->place, streak->length);
      append_periods (text, '+', streak->periods);
      append_periods (text, '-', streak->passed_over);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_counts (void)
{
  static const Issue issues[] = { { "2021-08", "bbrr" }, { "2021-09", "brbr" },
                                  { "2021-10", "brbr" }, { "2021-11", "bbrr" } };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (GPtrArray) bulletins = make_bulletins (issues, G_N_ELEMENTS (issues));

  assert_streaks (fixture, bulletins, "2021-11",
                  "1:4 +2021-08 +2021-09 +2021-10 +2021-11; 2:1 +2021-11");
  assert_streaks (fixture, bulletins, "2021-10",
                  "1:3 +2021-08 +2021-09 +2021-10; 3:2 +2021-09 +2021-10");
  assert_streaks (fixture, bulletins, "2021-07", "");
}

/* September was not issued, October without ranks; place 2 was not ranked in August. */
static void
test_holes (void)
{
  static const Issue issues[] = { { "2021-07", "bbrr" },
                                  { "2021-08", "b-rr" },
                                  { "2021-10", NULL },
                                  { "2021-11", "bbrr" } };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (GPtrArray) bulletins = make_bulletins (issues, G_N_ELEMENTS (issues));

  assert_streaks (fixture, bulletins, "2021-12",
                  "1:3 +2021-07 +2021-08 +2021-11 -2021-09 -2021-10; "
                  "2:2 +2021-07 +2021-11 -2021-08 -2021-09 -2021-10");
}

/* January is not published alone. */
static void
test_over_year (void)
{
  static const Issue issues[] = { { "2020-12", "brrr" }, { "2021-02", "brrr" } };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (GPtrArray) bulletins = make_bulletins (issues, G_N_ELEMENTS (issues));

  assert_streaks (fixture, bulletins, "2021-02", "1:2 +2020-12 +2021-02");
  fixture->rules.streak_over_year = FALSE;
  assert_streaks (fixture, bulletins, "2021-02", "1:1 +2021-02");
}

/* The bulletins put place 1 there three times; the book as it is now puts place 4 there. Both get a
 * review, each with the evidence of the list it is on. */
static void
test_candidates (void)
{
  static const Issue issues[] = { { "2021-09", "brrr" }, { "2021-10", "brrr" }, { "2021-11", "brrr" } };
  static const char *const completed[] = { "140", "130", "120", "110" };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (GPtrArray) bulletins = make_bulletins (issues, G_N_ELEMENTS (issues));
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (DuiPanel) panel = NULL;
  const DuiCase *review;

  fixture->rules.bottom = 1;
  fixture->rules.streak_length = 3;
  for (guint i = 0; i < G_N_ELEMENTS (issues); i++)
    fixture_add_row (fixture, issues[i].period, completed);
  panel = fixture_make_panel (fixture);
  cases = dui_candidates_compute (panel, 0, fixture_period ("2021-11"), bulletins);
  g_assert_cmpuint (cases->len, ==, 2);
  review = g_ptr_array_index (cases, 0);
  g_assert_cmpuint (review->place, ==, 1);
  g_assert_cmpuint (review->evidence->len, ==, 3);
  g_assert_cmpint (g_array_index (review->evidence, DuiCasePeriod, 0).growth, ==, 1200000000);
  g_assert_cmpuint (g_array_index (review->evidence, DuiCasePeriod, 0).rank, ==, 1);
  review = g_ptr_array_index (cases, 1);
  g_assert_cmpuint (review->place, ==, 4);
  g_assert_cmpuint (g_array_index (review->evidence, DuiCasePeriod, 2).n_ranked, ==, 4);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/issued-streak/counts", test_counts);
  g_test_add_func ("/analysis/issued-streak/holes", test_holes);
  g_test_add_func ("/analysis/issued-streak/over year", test_over_year);
  g_test_add_func ("/analysis/issued-streak/candidates", test_candidates);
  return g_test_run ();
}
