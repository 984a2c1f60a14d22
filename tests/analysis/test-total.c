/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 乡镇合计 and the forecasts of the year, worked out by hand (DESIGN §4; PRACTICE R3, R6, R8). */
#include "fixture.h"

#include "analysis/forecast.h"
#include "analysis/progress.h"

static DuiTotal *
compute (Fixture *fixture, const char *period)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  DuiTotal *total = dui_total_compute (panel, 0, fixture_period (period));

  for (guint tier = 0; tier < DUI_N_TIERS; tier++)
    g_assert_true (!total->sum.tiers[tier].target
                   || total->sum.tiers[tier].target == &total->targets[tier]);
  return total;
}

/* Three townships, with a park inside one of them that must not be added. */
static Fixture *
make_three (void)
{
  static const char *const completed[][4]
      = { { "10", "20", "30", "5" }, { "16", "32", "44", "8" } };
  static const char *const bases[][4] = { { "10", "16", "24", "5" }, { "15", "25", "40", "9" } };
  static const char *const targets[] = { "50", "60", "70", "20" };
  Fixture *fixture = fixture_new (4);

  g_array_index (fixture->memberships, DuiMembership, 3).in_total = FALSE;
  for (guint i = 0; i < 4; i++)
    {
      fixture_add (fixture, i + 1, "2021-02", completed[0][i], bases[0][i], NULL);
      fixture_add (fixture, i + 1, "2021-03", completed[1][i], bases[1][i], NULL);
      fixture_add_target (fixture, i + 1, 2021, DUI_TIER_AGREED, targets[i], NULL);
    }
  return fixture;
}

static void
test_sum (void)
{
  g_autoptr (Fixture) fixture = make_three ();
  g_autoptr (DuiTotal) total = NULL;

  fixture_add (fixture, 0, "2021-03", "150", "130", NULL);
  fixture_add_target (fixture, 2, 2021, DUI_TIER_ADJUSTED, "80", "2021-03-01");
  total = compute (fixture, "2021-03");
  /* 16 + 32 + 44, whatever the county's own figure is. */
  g_assert_cmpint (total->sum.completed, ==, fixture_amount ("92"));
  g_assert_cmpint (total->sum.base, ==, fixture_amount ("80"));
  g_assert_cmpint (total->rest, ==, fixture_amount ("58"));
  fixture_assert_ratio (total->sum.growth, 4, "0.1500");
  fixture_assert_ratio (total->sum.month, 0, "320000");
  /* 32 over (5 + 9 + 16) */
  fixture_assert_ratio (total->sum.month_growth, 4, "0.0667");
  /* 92 / 3 */
  fixture_assert_ratio (total->sum.recent_mean, 0, "306667");
  g_assert_cmpuint (total->missing->len, ==, 0);
  g_assert_false (total->growth_partial);
  g_assert_cmpint (total->sum.status, ==, DUI_STATUS_PRELIMINARY);
  g_assert_cmpint (total->sum.tiers[DUI_TIER_AGREED].target->value, ==, fixture_amount ("180"));
  fixture_assert_ratio (total->sum.tiers[DUI_TIER_AGREED].difference, 2, "26.11");
  g_assert_cmpint (total->sum.tiers[DUI_TIER_AGREED].gap, ==, fixture_amount ("88"));
  g_assert_cmpint (total->sum.tiers[DUI_TIER_AGREED].card, ==, DUI_CARD_GREEN);
  /* Only one has it adjusted; by R1 the assessed sum is 50 + 80 + 70. */
  g_assert_null (total->sum.tiers[DUI_TIER_ADJUSTED].target);
  g_assert_cmpint (total->sum.assessed.target->value, ==, fixture_amount ("200"));
  fixture_assert_ratio (total->sum.assessed.completion, 2, "0.46");
}

/* 缺报: 2 did not report, 3 has no base and did not report the period before. */
static void
test_missing (void)
{
  g_autoptr (Fixture) fixture = make_three ();
  g_autoptr (DuiTotal) total = NULL;
  const DuiFigureValues estimate = { 320000, 250000, DUI_AMOUNT_MISSING, DUI_STATUS_ESTIMATE };
  const DuiFigureValues final = { 160000, 150000, DUI_AMOUNT_MISSING, DUI_STATUS_FINAL };

  fixture_add_values (fixture, 1, fixture_period ("2021-03"), &final);
  fixture_add_values (fixture, 2, fixture_period ("2021-03"), &estimate);
  fixture_add (fixture, 3, "2021-03", "44", NULL, NULL);
  fixture_add (fixture, 3, "2021-02", NULL, NULL, NULL);
  total = compute (fixture, "2021-03");
  g_assert_cmpint (total->sum.completed, ==, fixture_amount ("60"));
  g_assert_cmpuint (total->missing->len, ==, 1);
  g_assert_cmpuint (g_array_index (total->missing, guint, 0), ==, 2);
  g_assert_true (dui_amount_is_missing (total->rest));
  /* Only 1 has both C and B. */
  fixture_assert_ratio (total->sum.growth, 4, "0.0667");
  g_assert_cmpint (total->sum.base, ==, fixture_amount ("15"));
  g_assert_true (total->growth_partial);
  g_assert_true (dui_ratio_is_missing (total->sum.month));
  g_assert_true (dui_ratio_is_missing (total->sum.month_growth));
  g_assert_true (dui_ratio_is_missing (total->sum.recent_mean));
  /* The targets of those that were summed, like with like. */
  g_assert_cmpint (total->sum.assessed.target->value, ==, fixture_amount ("120"));
  fixture_assert_ratio (total->sum.assessed.completion, 2, "0.50");
  g_assert_cmpint (total->sum.status, ==, DUI_STATUS_PRELIMINARY);
}

/* One reason is enough for a growth that does not speak for all. */
static void
test_partial (void)
{
  g_autoptr (Fixture) unreported = make_three (), baseless = make_three ();
  g_autoptr (DuiTotal) without_figure = NULL, without_base = NULL;

  fixture_add (unreported, 2, "2021-03", NULL, "25", NULL);
  without_figure = compute (unreported, "2021-03");
  g_assert_true (without_figure->growth_partial);
  fixture_add (baseless, 2, "2021-03", "32", NULL, NULL);
  without_base = compute (baseless, "2021-03");
  g_assert_true (without_base->growth_partial);
  g_assert_cmpuint (without_base->missing->len, ==, 0);
}

static void
test_no_target (void)
{
  g_autoptr (Fixture) fixture = make_three ();
  g_autoptr (DuiTotal) total = NULL;

  g_array_remove_index (fixture->targets, 1);
  total = compute (fixture, "2021-03");
  g_assert_cmpint (total->sum.completed, ==, fixture_amount ("92"));
  g_assert_null (total->sum.assessed.target);
  g_assert_true (dui_amount_is_missing (total->sum.assessed.gap));
}

static void
test_nobody (void)
{
  g_autoptr (Fixture) fixture = make_three ();
  g_autoptr (DuiTotal) total = compute (fixture, "2021-04");

  g_assert_true (dui_amount_is_missing (total->sum.completed));
  g_assert_true (dui_ratio_is_missing (total->sum.growth));
  g_assert_true (dui_ratio_is_missing (total->sum.month));
  g_assert_null (total->sum.assessed.target);
  g_assert_cmpuint (total->missing->len, ==, 3);
}

/* No sums of levels, of growth rates and of what is to go down. */
static void
test_no_sum (void)
{
  g_autoptr (Fixture) fixture = make_three ();
  g_autoptr (DuiTotal) total = NULL;

  fixture->kind = DUI_KIND_LEVEL;
  total = compute (fixture, "2021-03");
  g_assert_true (dui_amount_is_missing (total->sum.completed));
  g_assert_true (dui_ratio_is_missing (total->sum.growth));
  g_assert_null (total->sum.assessed.target);
  g_assert_cmpuint (total->missing->len, ==, 0);
}

/* C_2 = 20, C_3 = 30, C_4 = 42; last year 36 of 120 by April. */
static void
test_forecast (void)
{
  static const struct
  {
    int month;
    const char *pace, *recent, *season;
  } cases[] = {
    /* 42 x 3; 42 + 8 x 10.6667; 42 x 120 / 36 */
    { 4, "126.00", "127.33", "140.00" },
    { 3, "120.00", "120.00", NULL },
    { 2, "120.00", "120.00", "160.00" },
    { 5, "", "", "" },
    { 12, NULL, NULL, NULL },
  };
  g_autoptr (Fixture) fixture = fixture_new (1);
  g_autoptr (DuiPanel) panel = NULL;

  fixture_add (fixture, 1, "2020-02", "15", NULL, NULL);
  fixture_add (fixture, 1, "2020-04", "36", NULL, NULL);
  fixture_add (fixture, 1, "2020-12", "120", NULL, NULL);
  fixture_add (fixture, 1, "2021-02", "20", NULL, NULL);
  fixture_add (fixture, 1, "2021-03", "30", NULL, NULL);
  fixture_add (fixture, 1, "2021-04", "42", NULL, NULL);
  fixture_add (fixture, 1, "2021-12", "130", NULL, NULL);
  panel = fixture_make_panel (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean none = g_strcmp0 (cases[i].pace, "") == 0;
      DuiForecast forecast;

      dui_forecast_compute (panel, 1, dui_period_new (2021, cases[i].month), &forecast);
      fixture_assert_ratio (dui_ratio_scale (forecast.pace, 1, 10000), 2,
                            none ? NULL : cases[i].pace);
      fixture_assert_ratio (dui_ratio_scale (forecast.recent, 1, 10000), 2,
                            none ? NULL : cases[i].recent);
      fixture_assert_ratio (dui_ratio_scale (forecast.season, 1, 10000), 2,
                            none ? NULL : cases[i].season);
    }
}

static void
test_forecast_missing (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  g_autoptr (DuiPanel) panel = NULL, whole = NULL, level = NULL;
  const DuiPlan plan = { 2021, { 0, 0, 0, 250000, 1, 1, 1, 1, 1, 1, 1, DUI_SHARE_ONE } };
  const DuiFigureValues estimate = { 1200000, 1, DUI_AMOUNT_MISSING, DUI_STATUS_ESTIMATE };
  DuiForecast forecast;

  fixture_add_plan (fixture, &plan);
  fixture_add (fixture, 1, "2020-02", "-1", NULL, NULL);
  fixture_add (fixture, 1, "2020-04", "36", NULL, NULL);
  fixture_add_values (fixture, 1, fixture_period ("2020-12"), &estimate);
  fixture_add (fixture, 1, "2021-02", "20", NULL, NULL);
  fixture_add (fixture, 1, "2021-04", "42", NULL, NULL);
  panel = fixture_make_panel (fixture);

  /* March is missing, and last year's total is only 预计. */
  dui_forecast_compute (panel, 1, fixture_period ("2021-04"), &forecast);
  fixture_assert_ratio (forecast.pace, 0, "1680000");
  g_assert_true (dui_ratio_is_missing (forecast.recent));
  g_assert_true (dui_ratio_is_missing (forecast.season));
  /* Nothing due yet by the plan, and less than nothing done by February of last year. */
  fixture_add (fixture, 1, "2020-12", "120", NULL, NULL);
  whole = fixture_make_panel (fixture);
  dui_forecast_compute (whole, 1, fixture_period ("2021-02"), &forecast);
  g_assert_true (dui_ratio_is_missing (forecast.pace));
  g_assert_true (dui_ratio_is_missing (forecast.season));
  dui_forecast_compute (whole, 1, fixture_period ("2021-04"), &forecast);
  fixture_assert_ratio (forecast.season, 0, "1400000");

  fixture->kind = DUI_KIND_LEVEL;
  level = fixture_make_panel (fixture);
  dui_forecast_compute (level, 1, fixture_period ("2021-04"), &forecast);
  g_assert_true (dui_ratio_is_missing (forecast.pace));
  g_assert_true (dui_ratio_is_missing (forecast.season));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/total/sum", test_sum);
  g_test_add_func ("/analysis/total/missing", test_missing);
  g_test_add_func ("/analysis/total/partial", test_partial);
  g_test_add_func ("/analysis/total/no-target", test_no_target);
  g_test_add_func ("/analysis/total/nobody", test_nobody);
  g_test_add_func ("/analysis/total/no-sum", test_no_sum);
  g_test_add_func ("/analysis/forecast/methods", test_forecast);
  g_test_add_func ("/analysis/forecast/missing", test_forecast_missing);
  return g_test_run ();
}
