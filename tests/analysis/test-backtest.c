/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far each method of the forecast was off, worked out by hand (DESIGN §4 "Forecast"). */
#include "fixture.h"

#include "analysis/backtest.h"

/* Four years in April: 40 of 100, 42 of 120, 36 of 120 without a March, and 45. */
static Fixture *
make_years (void)
{
  Fixture *fixture = fixture_new (1);

  fixture_add (fixture, 1, "2018-02", "18", NULL, NULL);
  fixture_add (fixture, 1, "2018-03", "27", NULL, NULL);
  fixture_add (fixture, 1, "2018-04", "40", NULL, NULL);
  fixture_add (fixture, 1, "2018-12", "100", NULL, NULL);
  fixture_add (fixture, 1, "2019-02", "20", NULL, NULL);
  fixture_add (fixture, 1, "2019-03", "30", NULL, NULL);
  fixture_add (fixture, 1, "2019-04", "42", NULL, NULL);
  fixture_add (fixture, 1, "2019-12", "120", NULL, NULL);
  fixture_add (fixture, 1, "2020-02", "15", NULL, NULL);
  fixture_add (fixture, 1, "2020-04", "36", NULL, NULL);
  fixture_add (fixture, 1, "2020-12", "120", NULL, NULL);
  fixture_add (fixture, 1, "2021-04", "45", NULL, NULL);
  return fixture;
}

static void
assert_error (const DuiPastError *error, guint n_years, const char *percent)
{
  g_assert_cmpuint (error->n_years, ==, n_years);
  fixture_assert_ratio (dui_ratio_scale (error->error, 100, 1), 4, percent);
}

static void
test_medians (void)
{
  g_autoptr (Fixture) fixture = make_years ();
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  DuiBacktest backtest;

  dui_backtest_compute (panel, 1, fixture_period ("2021-04"), &backtest);
  /* 120 for 100, 126 and 108 for 120: 20, 5 and 10 %. */
  assert_error (&backtest.pace, 3, "10.0000");
  /* 40 + 8 x 31/3 for 100 and 42 + 8 x 32/3 for 120: 22.6667 and 6.1111 %; 2020 has no March. */
  assert_error (&backtest.recent, 2, "14.3889");
  /* 42 x 100/40 and 36 x 120/42, for 120 both: 12.5 and 14.2857 %; 2018 has no year before. */
  assert_error (&backtest.season, 2, "13.3929");

  dui_backtest_compute (panel, 1, fixture_period ("2020-04"), &backtest);
  assert_error (&backtest.pace, 2, "12.5000");
  assert_error (&backtest.season, 1, "12.5000");
}

/* The first year has nothing before it, December nothing to foresee, and what is only 预计 or not above
 * zero is no end of a year. */
static void
test_none (void)
{
  const DuiFigureValues estimate
      = { 1300000, DUI_AMOUNT_MISSING, DUI_AMOUNT_MISSING, DUI_STATUS_ESTIMATE };
  g_autoptr (Fixture) fixture = make_years ();
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  g_autoptr (DuiPanel) next = NULL, level = NULL;
  DuiBacktest backtest;

  dui_backtest_compute (panel, 1, fixture_period ("2018-04"), &backtest);
  assert_error (&backtest.pace, 0, NULL);
  dui_backtest_compute (panel, 1, fixture_period ("2020-12"), &backtest);
  assert_error (&backtest.pace, 0, NULL);
  assert_error (&backtest.season, 0, NULL);

  fixture_add_values (fixture, 1, fixture_period ("2021-12"), &estimate);
  fixture_add (fixture, 1, "2022-04", "1", NULL, NULL);
  fixture_add (fixture, 1, "2022-12", "0", NULL, NULL);
  next = fixture_make_panel (fixture);
  dui_backtest_compute (next, 1, fixture_period ("2023-04"), &backtest);
  assert_error (&backtest.pace, 3, "10.0000");

  fixture->kind = DUI_KIND_LEVEL;
  level = fixture_make_panel (fixture);
  dui_backtest_compute (level, 1, fixture_period ("2021-04"), &backtest);
  assert_error (&backtest.pace, 0, NULL);
}

/* A year is judged by its own plan. */
static void
test_plan (void)
{
  const DuiPlan plan = { 2020, { 0, 1, 2, 300000, 4, 5, 6, 7, 8, 9, 10, DUI_SHARE_ONE } };
  g_autoptr (Fixture) fixture = make_years ();
  g_autoptr (DuiPanel) panel = NULL;
  DuiBacktest backtest;

  fixture_add_plan (fixture, &plan);
  panel = fixture_make_panel (fixture);
  dui_backtest_compute (panel, 1, fixture_period ("2021-04"), &backtest);
  /* 36 / 0.3 is 120 exactly: 20, 5 and 0 %. */
  assert_error (&backtest.pace, 3, "5.0000");
}

static void
test_range (void)
{
  DuiForecast forecast = { dui_ratio_new (120, 1), DUI_RATIO_MISSING, dui_ratio_new (233, 2) };
  DuiRatio low, high;

  dui_forecast_get_range (&forecast, &low, &high);
  fixture_assert_ratio (low, 1, "116.5");
  fixture_assert_ratio (high, 1, "120.0");
  forecast.pace = forecast.season = DUI_RATIO_MISSING;
  dui_forecast_get_range (&forecast, &low, &high);
  g_assert_true (dui_ratio_is_missing (low) && dui_ratio_is_missing (high));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/backtest/medians", test_medians);
  g_test_add_func ("/analysis/backtest/none", test_none);
  g_test_add_func ("/analysis/backtest/plan", test_plan);
  g_test_add_func ("/analysis/backtest/range", test_range);
  return g_test_run ();
}
