/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan paths: even twelfths and the months of the year before, worked out by hand. */
#include "fixture.h"

#include "analysis/plan.h"

static void
add_year (Fixture *fixture,
          const char *const completed[12])
{
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *period = g_strdup_printf ("2020-%02d", month);

      if (completed[month - 1])
        fixture_add (fixture, 0, period, completed[month - 1], NULL, NULL);
    }
}

static void
test_even (void)
{
  static const gint32 shares[12] = { 83333,  166667, 250000, 333333, 416667, 500000,
                                     583333, 666667, 750000, 833333, 916667, 1000000 };
  g_autoptr (Fixture) fixture = fixture_new (1);
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  DuiPlan plan;

  g_assert_false (dui_plan_get (panel, 2021, &plan));
  g_assert_cmpmem (plan.share, sizeof plan.share, shares, sizeof shares);
  g_assert_true (dui_plan_is_even (&plan));
  plan.share[0]--;
  g_assert_false (dui_plan_is_even (&plan));
}

static void
test_stored (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  DuiPlan stored = { .year = 2021 }, plan;
  g_autoptr (DuiPanel) panel = NULL;

  for (int i = 0; i < 12; i++)
    stored.share[i] = i < 11 ? i * 10000 : DUI_SHARE_ONE;
  fixture_add_plan (fixture, &stored);
  panel = fixture_make_panel (fixture);
  g_assert_true (dui_plan_get (panel, 2021, &plan));
  g_assert_cmpint (plan.share[10], ==, 100000);
  g_assert_false (dui_plan_get (panel, 2022, &plan));
}

/* Of 300 in the year: 1/300 is 0.003333, 200/300 is 0.666667. January is not published alone. */
static void
test_last_year (void)
{
  static const char *const completed[12] = { NULL, "1",   "30",  "60",  "90",  "120",
                                             "150", "200", "225", "225", "275", "300" };
  static const gint32 shares[12] = { 1666,   3333,   100000, 200000, 300000, 400000,
                                     500000, 666667, 750000, 750000, 916667, 1000000 };
  g_autoptr (Fixture) fixture = fixture_new (1);
  g_autoptr (DuiPanel) panel = NULL;
  DuiPlan plan;

  add_year (fixture, completed);
  panel = fixture_make_panel (fixture);
  g_assert_true (dui_plan_from_last_year (panel, 0, 2021, &plan));
  g_assert_cmpint (plan.year, ==, 2021);
  for (int i = 0; i < 12; i++)
    g_assert_cmpint (plan.share[i], ==, shares[i]);
  g_assert_false (dui_plan_from_last_year (panel, 1, 2021, &plan));
  g_assert_false (dui_plan_from_last_year (panel, 0, 2020, &plan));
}

static void
test_no_path (gconstpointer data)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  g_autoptr (DuiPanel) panel = NULL;
  DuiPlan plan;

  add_year (fixture, data);
  panel = fixture_make_panel (fixture);
  g_assert_false (dui_plan_from_last_year (panel, 0, 2021, &plan));
}

int
main (int argc,
      char **argv)
{
  static const char *const missing[12] = { NULL, "10", "20", NULL, "40", "50",
                                           "60", "70", "80", "90", "95", "100" };
  static const char *const fell[12]
      = { NULL, "10", "20", "30", "40", "35", "60", "70", "80", "90", "95", "100" };
  static const char *const beyond[12]
      = { NULL, "10", "20", "30", "40", "50", "60", "70", "80", "90", "105", "100" };
  static const char *const nothing[12]
      = { NULL, "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0" };
  static const char *const quarter[12] = { NULL, "10" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/plan/even", test_even);
  g_test_add_func ("/analysis/plan/stored", test_stored);
  g_test_add_func ("/analysis/plan/last year", test_last_year);
  g_test_add_data_func ("/analysis/plan/a month missing", missing, test_no_path);
  g_test_add_data_func ("/analysis/plan/a month fell", fell, test_no_path);
  g_test_add_data_func ("/analysis/plan/more than the year", beyond, test_no_path);
  g_test_add_data_func ("/analysis/plan/nothing done", nothing, test_no_path);
  g_test_add_data_func ("/analysis/plan/year not over", quarter, test_no_path);
  return g_test_run ();
}
