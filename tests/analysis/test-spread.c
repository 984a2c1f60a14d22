/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How uneven a ranking is (PRACTICE §5). */
#include "fixture.h"

#include "analysis/spread.h"

static gboolean
compute (Fixture *fixture, DuiSpread *spread)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      panel, 0, fixture_period ("2021-11"), DUI_RANK_BY_PROGRESS, DUI_TIER_ASSESSED, 0);

  return dui_spread_compute (standing, spread);
}

static void
test_published (void)
{
  static const char *const completed[] = { "75", "98.2", "51", "60" };
  g_autoptr (Fixture) fixture = fixture_new (4);
  DuiSpread spread;

  fixture_add_row (fixture, "2021-11", completed);
  for (guint i = 1; i <= 3; i++)
    fixture_add_target (fixture, i, 2021, DUI_TIER_AGREED, "100", NULL);
  g_assert_true (compute (fixture, &spread));
  g_assert_cmpuint (spread.highest, ==, 2);
  g_assert_cmpuint (spread.lowest, ==, 3);
  fixture_assert_ratio (spread.highest_completion, 3, "0.982");
  fixture_assert_ratio (spread.lowest_completion, 3, "0.510");
  fixture_assert_ratio (spread.points, 1, "47.2");
}

static void
test_too_few (void)
{
  static const char *const completed[] = { "75", "98.2", NULL };
  g_autoptr (Fixture) fixture = fixture_new (3);
  DuiSpread spread;

  fixture_add_row (fixture, "2021-11", completed);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "100", NULL);
  fixture_add_target (fixture, 3, 2021, DUI_TIER_AGREED, "100", NULL);
  g_assert_false (compute (fixture, &spread));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/spread/published", test_published);
  g_test_add_func ("/analysis/spread/too-few", test_too_few);
  return g_test_run ();
}
