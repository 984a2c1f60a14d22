/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standings, worked out by hand (DESIGN §4; PRACTICE R1, R3, R5, R6, R9, R13). */
#include "fixture.h"

#include "analysis/standing.h"

static DuiStanding *
compute (Fixture *fixture, const char *period, DuiRankBy by)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);

  return dui_standing_compute (panel, 0, fixture_period (period), by, DUI_TIER_ASSESSED, 0);
}

/* "place:rank previous change marks; …" with B for bottom and = for tied. */
static char *
describe (const DuiStanding *standing)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      g_string_append_printf (text, "%s%u:%u %u %+d%s%s", i > 0 ? "; " : "", row->place, row->rank,
                              row->previous_rank, row->change, row->bottom ? "B" : "",
                              row->tied ? "=" : "");
    }
  return g_string_free (text, FALSE);
}

static char *
list (GArray *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (places, guint, i));
  return g_string_free (text, FALSE);
}

#define assert_text(call, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *assert_text_got = call;                                                       \
    g_assert_cmpstr (assert_text_got, ==, expected);                                               \
  }                                                                                                \
  G_STMT_END

static const DuiStandingRow *
find_row (const DuiStanding *standing, guint place)
{
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      if (row->place == place)
        return row;
    }
  return NULL;
}

/* Seven places: 6 did not report, 7 has neither base nor growth. */
static Fixture *
make_seven (void)
{
  Fixture *fixture = fixture_new (7);
  static const char *const october[] = { "110", "108", "106", "104", "102", "100", NULL };
  static const char *const november[] = { "101", "108", "103", "108", "109", NULL, NULL };

  fixture->rules.bottom = 2;
  fixture_add_row (fixture, "2021-10", october);
  fixture_add_row (fixture, "2021-11", november);
  fixture_add (fixture, 7, "2021-11", "55", NULL, NULL);
  return fixture;
}

static void
test_growth (void)
{
  g_autoptr (Fixture) fixture = make_seven ();
  g_autoptr (DuiStanding) standing = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);

  assert_text (describe (standing), "5:1 5 +4; 2:2 2 +0=; 4:2 4 +2=; 3:4 3 -1B; 1:5 1 -4B");
  assert_text (list (standing->unreported), "6");
  assert_text (list (standing->untargeted), "7");
  g_assert_cmpint (standing->previous, ==, fixture_period ("2021-10"));
  g_assert_cmpuint (standing->n_previous, ==, 6);
  g_assert_cmpuint (standing->bottom_size, ==, 2);
  g_assert_cmpint (standing->bottom_state, ==, DUI_BOTTOM_PLAIN);
  g_assert_false (standing->bottom_tied);
  fixture_assert_ratio (find_row (standing, 3)->value, 2, "0.03");
  /* 6 is due and has not reported, and nothing came later. */
  g_assert_true (standing->provisional);
}

static void
test_completed (void)
{
  g_autoptr (Fixture) fixture = make_seven ();
  g_autoptr (DuiStanding) standing = compute (fixture, "2021-11", DUI_RANK_BY_COMPLETED);

  assert_text (describe (standing),
               "5:1 5 +4; 2:2 2 +0=; 4:2 4 +2=; 3:4 3 -1; 1:5 1 -4B; 7:6 0 +0B");
  assert_text (list (standing->untargeted), "");
  fixture_assert_ratio (find_row (standing, 7)->value, 0, "550000");
}

static void
test_month (void)
{
  g_autoptr (Fixture) fixture = make_seven ();
  g_autoptr (DuiStanding) standing = compute (fixture, "2021-11", DUI_RANK_BY_MONTH);

  /* -9, 0, -3, 4, 7; the month before has no month values. */
  assert_text (describe (standing), "5:1 0 +0; 4:2 0 +0; 2:3 0 +0; 3:4 0 +0B; 1:5 0 +0B");
  assert_text (list (standing->untargeted), "7");
  g_assert_cmpuint (standing->n_previous, ==, 0);
}

/* R1 and R2: each place by the target in force at the end of each period. */
static void
test_progress (void)
{
  g_autoptr (Fixture) fixture = fixture_new (6);
  g_autoptr (DuiStanding) standing = NULL;
  static const char *const targets[] = { "100", "120", "100", "-50", NULL, "200" };
  static const char *const completed[] = { "60", "72", "70", "50", "50", "130" };

  fixture->rules.bottom = 1;
  for (guint i = 0; i < 6; i++)
    {
      fixture_add (fixture, i + 1, "2021-07", completed[i], NULL, NULL);
      fixture_add (fixture, i + 1, "2021-08", completed[i], NULL, NULL);
      if (targets[i])
        fixture_add_target (fixture, i + 1, 2021, DUI_TIER_AGREED, targets[i], NULL);
    }
  /* No target but the stretch: not ranked. 6 is raised in August, from 65 % to 52 %. */
  fixture_add_target (fixture, 5, 2021, DUI_TIER_STRETCH, "10", NULL);
  fixture_add_target (fixture, 6, 2021, DUI_TIER_ADJUSTED, "250", "2021-08-01");
  standing = compute (fixture, "2021-08", DUI_RANK_BY_PROGRESS);

  /* 60 % twice, written as 60/100 and 72/120, is a tie. */
  assert_text (describe (standing), "3:1 1 +0; 1:2 3 +1=; 2:2 3 +1=; 6:4 2 -2B");
  assert_text (list (standing->untargeted), "4 5");
  fixture_assert_ratio (find_row (standing, 6)->value, 2, "-14.67");
  fixture_assert_ratio (find_row (standing, 6)->tier.completion, 2, "0.52");
  g_assert_cmpint (find_row (standing, 6)->tier.card, ==, DUI_CARD_RED);
  g_assert_false (standing->provisional);
}

static void
test_tier_asked_for (void)
{
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (DuiStanding) standing = NULL;

  for (guint place = 1; place <= 3; place++)
    {
      fixture_add (fixture, place, "2021-08", "60", NULL, NULL);
      fixture_add_target (fixture, place, 2021, DUI_TIER_AGREED, "100", NULL);
    }
  fixture_add_target (fixture, 1, 2021, DUI_TIER_STRETCH, "150", NULL);
  fixture_add_target (fixture, 3, 2021, DUI_TIER_STRETCH, "120", NULL);
  panel = fixture_make_panel (fixture);
  standing = dui_standing_compute (panel, 0, fixture_period ("2021-08"), DUI_RANK_BY_PROGRESS,
                                   DUI_TIER_STRETCH, 1);
  assert_text (describe (standing), "3:1 0 +0; 1:2 0 +0B");
  assert_text (list (standing->untargeted), "2");
  g_assert_cmpint (find_row (standing, 1)->tier.gap, ==, fixture_amount ("90"));
}

/* A plan that has nothing due yet: no pace, so nothing to rank by. */
static void
test_no_pace (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiStanding) standing = NULL;
  const DuiPlan plan = { 2021, { 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, DUI_SHARE_ONE } };

  fixture_add_plan (fixture, &plan);
  for (guint place = 1; place <= 2; place++)
    {
      fixture_add (fixture, place, "2021-02", "5", NULL, NULL);
      fixture_add_target (fixture, place, 2021, DUI_TIER_AGREED, "100", NULL);
    }
  standing = compute (fixture, "2021-02", DUI_RANK_BY_PROGRESS);
  assert_text (describe (standing), "");
  assert_text (list (standing->untargeted), "1 2");
  g_assert_cmpint (standing->bottom_state, ==, DUI_BOTTOM_NONE);
}

/* R9: the best is the one furthest on the good side; growth and level themselves rank downwards. */
static void
test_lower_is_better (void)
{
  static const char *const completed[] = { "0.88", "0.80", "0.90", "0.85" };
  static const char *const targets[] = { "0.85", "0.85", "0.95", NULL };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (DuiStanding) by_distance = NULL, by_level = NULL, by_growth = NULL;

  fixture->kind = DUI_KIND_LEVEL;
  fixture->direction = DUI_DIRECTION_LOWER;
  fixture->rules.bottom = 1;
  for (guint i = 0; i < 4; i++)
    {
      fixture_add (fixture, i + 1, "2021-08", completed[i], "0.85", NULL);
      if (targets[i])
        fixture_add_target (fixture, i + 1, 2021, DUI_TIER_AGREED, targets[i], NULL);
    }
  by_distance = compute (fixture, "2021-08", DUI_RANK_BY_PROGRESS);
  assert_text (describe (by_distance), "2:1 0 +0=; 3:1 0 +0=; 1:3 0 +0B");
  fixture_assert_ratio (find_row (by_distance, 1)->value, 2, "-0.03");
  g_assert_true (dui_ratio_is_missing (find_row (by_distance, 1)->share));
  by_level = compute (fixture, "2021-08", DUI_RANK_BY_COMPLETED);
  assert_text (describe (by_level), "2:1 0 +0; 4:2 0 +0; 1:3 0 +0; 3:4 0 +0B");
  by_growth = compute (fixture, "2021-08", DUI_RANK_BY_GROWTH);
  assert_text (describe (by_growth), "2:1 0 +0; 4:2 0 +0; 1:3 0 +0; 3:4 0 +0B");
}

static void
test_growth_only (void)
{
  static const char *const growths[] = { "7.7", "8.5", NULL, "-1" };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (DuiStanding) by_growth = NULL, by_distance = NULL;

  fixture->kind = DUI_KIND_GROWTH_ONLY;
  fixture->rules.bottom = 1;
  for (guint i = 0; i < 4; i++)
    fixture_add (fixture, i + 1, "2021-08", NULL, NULL, growths[i]);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "7", NULL);
  fixture_add_target (fixture, 2, 2021, DUI_TIER_AGREED, "9", NULL);
  by_growth = compute (fixture, "2021-08", DUI_RANK_BY_GROWTH);
  assert_text (describe (by_growth), "2:1 0 +0; 1:2 0 +0; 4:3 0 +0B");
  assert_text (list (by_growth->unreported), "3");
  by_distance = compute (fixture, "2021-08", DUI_RANK_BY_PROGRESS);
  assert_text (describe (by_distance), "1:1 0 +0; 2:2 0 +0B");
  fixture_assert_ratio (find_row (by_distance, 1)->value, 2, "0.70");
}

/* A growth alone does not report an indicator that is counted in amounts. */
static void
test_growth_alone (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiStanding) standing = NULL;

  fixture_add (fixture, 1, "2021-08", NULL, "100", "7.7");
  fixture_add (fixture, 2, "2021-08", "110", "100", "7.7");
  standing = compute (fixture, "2021-08", DUI_RANK_BY_GROWTH);
  assert_text (describe (standing), "2:1 0 +0");
  assert_text (list (standing->unreported), "1");
}

/* R6: 预计 is not reported. R5: what was inferred is ranked, and marked. */
static void
test_status (void)
{
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (DuiStanding) standing = NULL;
  const DuiFigureValues estimate = { 2000000, 1000000, DUI_AMOUNT_MISSING, DUI_STATUS_ESTIMATE };

  fixture_add_values (fixture, 1, fixture_period ("2021-08"), &estimate);
  fixture_add (fixture, 2, "2020-08", "50", NULL, NULL);
  fixture_add (fixture, 2, "2021-08", "60", NULL, NULL);
  fixture_add (fixture, 3, "2021-08", "110", "100", NULL);
  standing = compute (fixture, "2021-08", DUI_RANK_BY_GROWTH);
  assert_text (describe (standing), "2:1 0 +0; 3:2 0 +0");
  assert_text (list (standing->unreported), "1");
  g_assert_true (find_row (standing, 2)->progress.growth_inferred);
  g_assert_true (standing->provisional);
}

/* 占各乡镇缺口合计的: of what is short, over all that count in the total. */
static void
test_share (void)
{
  static const char *const completed[] = { "70", "90", "120", "60", "50", "55" };
  g_autoptr (Fixture) fixture = fixture_new (6);
  g_autoptr (DuiStanding) standing = NULL;

  for (guint i = 0; i < 6; i++)
    {
      fixture_add (fixture, i + 1, "2021-08", completed[i], "100", NULL);
      if (i != 5)
        fixture_add_target (fixture, i + 1, 2021, DUI_TIER_AGREED, "100", NULL);
    }
  /* 4 counts but does not take part in the ranking; 5 is a park inside a township. */
  g_array_index (fixture->memberships, DuiMembership, 3).ranked = FALSE;
  g_array_index (fixture->memberships, DuiMembership, 4).in_total = FALSE;
  standing = compute (fixture, "2021-08", DUI_RANK_BY_GROWTH);

  /* Gaps 30, 10, -20, 40: 80 in all. */
  fixture_assert_ratio (find_row (standing, 1)->share, 3, "0.375");
  fixture_assert_ratio (find_row (standing, 2)->share, 3, "0.125");
  g_assert_true (dui_ratio_is_missing (find_row (standing, 3)->share));
  g_assert_null (find_row (standing, 4));
  g_assert_true (dui_ratio_is_missing (find_row (standing, 5)->share));
  g_assert_true (dui_ratio_is_missing (find_row (standing, 6)->share));
}

/* R13: who came or went is not compared, but is counted among those ranked then. */
static void
test_members_change (void)
{
  static const char *const september[] = { "101", "102", "103", NULL };
  static const char *const october[] = { "101", "102", NULL, "104" };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (DuiStanding) standing = NULL;
  DuiMembership again;

  g_array_index (fixture->memberships, DuiMembership, 2).to = fixture_period ("2021-09");
  g_array_index (fixture->memberships, DuiMembership, 3).from = fixture_period ("2021-10");
  /* A new version of a membership is the same member. */
  again = g_array_index (fixture->memberships, DuiMembership, 0);
  g_array_index (fixture->memberships, DuiMembership, 0).to = fixture_period ("2021-09");
  again.from = fixture_period ("2021-10");
  g_array_append_val (fixture->memberships, again);
  fixture_add_row (fixture, "2021-09", september);
  fixture_add_row (fixture, "2021-10", october);
  standing = compute (fixture, "2021-10", DUI_RANK_BY_GROWTH);
  assert_text (describe (standing), "4:1 0 +0; 2:2 2 +0; 1:3 3 +0");
  assert_text (list (standing->unreported), "");
  g_assert_cmpuint (standing->n_previous, ==, 3);
  g_assert_false (standing->provisional);
}

/* The published period before 1–2月 is the last of the year before. */
static void
test_new_year (void)
{
  static const char *const december[] = { "103", "102", "101" };
  static const char *const february[] = { "101", "102", "103" };
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (DuiStanding) standing = NULL, empty = NULL;

  fixture_add_row (fixture, "2021-12", december);
  fixture_add_row (fixture, "2022-02", february);
  standing = compute (fixture, "2022-02", DUI_RANK_BY_GROWTH);
  assert_text (describe (standing), "3:1 3 +2; 2:2 2 +0; 1:3 1 -2");

  /* Far from anything that was reported. */
  empty = compute (fixture, "2031-05", DUI_RANK_BY_GROWTH);
  assert_text (describe (empty), "");
  assert_text (list (empty->unreported), "1 2 3");
  g_assert_true (empty->provisional);
}

/* Before the first sheet: a panel without a single month. */
static void
test_empty_book (void)
{
  g_autoptr (Fixture) fixture = fixture_new (3);

  for (DuiRankBy by = DUI_RANK_BY_GROWTH; by <= DUI_RANK_BY_MONTH; by++)
    {
      g_autoptr (DuiStanding) standing = compute (fixture, "2021-11", by);

      assert_text (describe (standing), "");
      assert_text (list (standing->unreported), "1 2 3");
      g_assert_cmpint (standing->bottom_state, ==, DUI_BOTTOM_NONE);
      g_assert_true (standing->provisional);
    }
}

static void
test_nicks (void)
{
  DuiRankBy by;

  for (guint i = DUI_RANK_BY_GROWTH; i <= DUI_RANK_BY_MONTH; i++)
    {
      g_assert_true (dui_rank_by_from_nick (dui_rank_by_to_nick (i), &by));
      g_assert_cmpint (by, ==, i);
    }
  g_assert_false (dui_rank_by_from_nick ("weight", &by));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/standing/growth", test_growth);
  g_test_add_func ("/analysis/standing/completed", test_completed);
  g_test_add_func ("/analysis/standing/month", test_month);
  g_test_add_func ("/analysis/standing/progress", test_progress);
  g_test_add_func ("/analysis/standing/tier-asked-for", test_tier_asked_for);
  g_test_add_func ("/analysis/standing/no-pace", test_no_pace);
  g_test_add_func ("/analysis/standing/lower-is-better", test_lower_is_better);
  g_test_add_func ("/analysis/standing/growth-only", test_growth_only);
  g_test_add_func ("/analysis/standing/growth-alone", test_growth_alone);
  g_test_add_func ("/analysis/standing/status", test_status);
  g_test_add_func ("/analysis/standing/share", test_share);
  g_test_add_func ("/analysis/standing/members-change", test_members_change);
  g_test_add_func ("/analysis/standing/new-year", test_new_year);
  g_test_add_func ("/analysis/standing/empty-book", test_empty_book);
  g_test_add_func ("/analysis/standing/nicks", test_nicks);
  return g_test_run ();
}
