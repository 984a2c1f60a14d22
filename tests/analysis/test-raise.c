/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first period after a target was raised (PRACTICE R2). */
#include "fixture.h"

#include "analysis/raise.h"

static gboolean
compute (Fixture *fixture, const char *period, DuiRaise *raise)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  gboolean raised = dui_raise_compute (panel, 1, fixture_period (period), raise);

  /* The targets go with the panel. */
  raise->before.target = raise->after.target = NULL;
  return raised;
}

static Fixture *
make_raised (void)
{
  Fixture *fixture = fixture_new (1);

  fixture_add (fixture, 1, "2021-07", "72", "60", NULL);
  fixture_add (fixture, 1, "2021-08", "82", "70", NULL);
  fixture_add (fixture, 1, "2021-09", "92", "80", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "120", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_ADJUSTED, "150", "2021-08-01");
  return fixture;
}

static void
test_both (void)
{
  g_autoptr (Fixture) fixture = make_raised ();
  DuiRaise raise;

  g_assert_true (compute (fixture, "2021-08", &raise));
  fixture_assert_ratio (raise.before.difference, 1, "1.7");
  fixture_assert_ratio (raise.after.difference, 1, "-12.0");
  fixture_assert_ratio (raise.effect, 1, "-13.7");
}

static void
test_once (void)
{
  g_autoptr (Fixture) fixture = make_raised ();
  DuiRaise raise;

  g_assert_false (compute (fixture, "2021-07", &raise));
  g_assert_false (compute (fixture, "2021-09", &raise));
}

/* A second version of the adjusted target, and a period in which nothing was reported. */
static void
test_again (void)
{
  g_autoptr (Fixture) fixture = make_raised ();
  DuiRaise raise;

  fixture_add_target (fixture, 1, 2021, DUI_TIER_ADJUSTED, "100", "2021-10-15");
  g_assert_true (compute (fixture, "2021-10", &raise));
  g_assert_true (dui_ratio_is_missing (raise.effect));
  fixture_add (fixture, 1, "2021-10", "90", NULL, NULL);
  g_assert_true (compute (fixture, "2021-10", &raise));
  fixture_assert_ratio (raise.effect, 1, "30.0");
}

/* The new year's first target is not a raise of last year's. */
static void
test_new_year (void)
{
  g_autoptr (Fixture) fixture = make_raised ();
  DuiRaise raise;

  fixture_add (fixture, 1, "2022-02", "10", "9", NULL);
  fixture_add_target (fixture, 1, 2022, DUI_TIER_AGREED, "200", NULL);
  g_assert_false (compute (fixture, "2022-02", &raise));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/raise/both", test_both);
  g_test_add_func ("/analysis/raise/once", test_once);
  g_test_add_func ("/analysis/raise/again", test_again);
  g_test_add_func ("/analysis/raise/new-year", test_new_year);
  return g_test_run ();
}
