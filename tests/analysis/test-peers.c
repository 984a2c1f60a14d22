/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a place stands among its peers, and whether its fall narrows (PRACTICE §5, R20): place 0 is
 * the city, 1 to 4 are its counties. */
#include "fixture.h"

#include "analysis/fall.h"
#include "analysis/peers.h"
#include "analysis/standing.h"

static const char *const november[] = { "107.7", "112", "95", "107.7" };
static const char *const october[] = { "108", "107", "109", "101" };

static gboolean
compute (Fixture *fixture, guint place, DuiPeerStanding *standing)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);

  return dui_peer_standing_compute (panel, place, fixture_period ("2021-11"), standing);
}

static void
assert_standing (Fixture *fixture,
                 guint place,
                 guint rank,
                 int change,
                 gboolean tied,
                 gboolean last,
                 const char *lead)
{
  DuiPeerStanding standing;

  g_assert_true (compute (fixture, place, &standing));
  g_assert_cmpuint (standing.parent, ==, 0);
  g_assert_cmpuint (standing.rank, ==, rank);
  g_assert_cmpint (standing.change, ==, change);
  g_assert_cmpint (standing.tied, ==, tied);
  g_assert_cmpint (standing.last, ==, last);
  fixture_assert_ratio (standing.lead, 1, lead);
}

/* November 12, 7.7, 7.7, -5; October 9, 8, 7, 1; the city itself 8.2. */
static void
test_standing (void)
{
  g_autoptr (Fixture) fixture = fixture_new (4);

  fixture_add_row (fixture, "2021-10", october);
  fixture_add_row (fixture, "2021-11", november);
  fixture_add (fixture, 0, "2021-11", "1082", "1000", NULL);
  assert_standing (fixture, 1, 2, 0, TRUE, FALSE, "-0.5");
  assert_standing (fixture, 2, 1, 2, FALSE, FALSE, "3.8");
  assert_standing (fixture, 3, 4, -3, FALSE, TRUE, "-13.2");
  assert_standing (fixture, 4, 2, 2, TRUE, FALSE, "-0.5");
}

/* The same numbers as the ranking that everybody sees. */
static void
test_same_function (void)
{
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (DuiStanding) ranking = NULL;

  fixture_add_row (fixture, "2021-10", october);
  fixture_add_row (fixture, "2021-11", november);
  panel = fixture_make_panel (fixture);
  ranking = dui_standing_compute (panel, 0, fixture_period ("2021-11"), DUI_RANK_BY_GROWTH,
                                  DUI_TIER_ASSESSED, 0);
  g_assert_cmpuint (ranking->rows->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const DuiStandingRow *row = &g_array_index (ranking->rows, DuiStandingRow, i);
      DuiPeerStanding standing;

      g_assert_true (compute (fixture, row->place, &standing));
      g_assert_cmpuint (standing.rank, ==, row->rank);
      g_assert_cmpuint (standing.previous_rank, ==, row->previous_rank);
      g_assert_cmpint (standing.change, ==, row->change);
      g_assert_cmpint (standing.tied, ==, row->tied);
      g_assert_cmpuint (standing.n_ranked, ==, ranking->rows->len);
    }
}

/* The city's growth is its own, reported and not only 预计: the sum of its counties is no stand-in.
 */
static void
test_city (void)
{
  DuiFigureValues values = { fixture_amount ("1082"), fixture_amount ("1000"), DUI_AMOUNT_MISSING,
                             DUI_STATUS_ESTIMATE };
  g_autoptr (Fixture) fixture = fixture_new (4);

  fixture_add_row (fixture, "2021-11", november);
  assert_standing (fixture, 1, 2, 0, TRUE, FALSE, NULL);
  fixture_add_values (fixture, 0, fixture_period ("2021-11"), &values);
  assert_standing (fixture, 1, 2, 0, TRUE, FALSE, NULL);
}

/* All alike: everybody is first, nobody last. */
static void
test_equal (void)
{
  static const char *const alike[] = { "105", "105", "105" };
  g_autoptr (Fixture) fixture = fixture_new (3);

  fixture_add_row (fixture, "2021-11", alike);
  assert_standing (fixture, 3, 1, 0, TRUE, FALSE, NULL);
}

static void
test_provisional (void)
{
  static const char *const three[] = { "105", NULL, "104", "103" };
  g_autoptr (Fixture) fixture = fixture_new (4);
  DuiPeerStanding standing;

  fixture_add_row (fixture, "2021-11", three);
  g_assert_true (compute (fixture, 1, &standing));
  g_assert_true (standing.provisional);
  g_assert_cmpuint (standing.n_ranked, ==, 3);
  g_assert_cmpuint (standing.previous_rank, ==, 0);
  /* What has not reported stands nowhere; nor does the city, which has nothing above it. */
  g_assert_false (compute (fixture, 2, &standing));
  g_assert_false (compute (fixture, 0, &standing));
}

static void
test_alone (void)
{
  static const char *const one[] = { "105", NULL };
  g_autoptr (Fixture) fixture = fixture_new (2);
  DuiPeerStanding standing;

  fixture_add_row (fixture, "2021-11", one);
  fixture_add (fixture, 0, "2021-11", "1082", "1000", NULL);
  g_assert_false (compute (fixture, 1, &standing));
}

/* Where lower is better the largest fall is the first. */
static void
test_lower (void)
{
  g_autoptr (Fixture) fixture = fixture_new (4);

  fixture->kind = DUI_KIND_LEVEL;
  fixture->direction = DUI_DIRECTION_LOWER;
  fixture_add_row (fixture, "2021-11", november);
  fixture_add (fixture, 0, "2021-11", "97", "100", NULL);
  assert_standing (fixture, 3, 1, 0, FALSE, FALSE, "-2.0");
  assert_standing (fixture, 2, 4, 0, FALSE, TRUE, "15.0");
}

static void
test_fall (void)
{
  static const struct
  {
    const char *before; /* C of the periods, over a base of 1000; NULL for none */
    const char *now;
    const char *narrowed; /* NULL where there is nothing to compare */
  } falls[] = {
    { "960", "968", "0.8" }, { "968", "960", "-0.8" }, { "968", "968", "0.0" },
    { "1010", "968", NULL }, { "960", "1000", NULL },  { "960", "1010", NULL },
    { NULL, "968", NULL },   { "960", NULL, NULL },    { "999.9", "999.8", "0.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (falls); i++)
    {
      g_autoptr (Fixture) fixture = fixture_new (1);
      g_autoptr (DuiPanel) panel = NULL;
      DuiFall fall;
      gboolean falling;

      if (falls[i].before)
        fixture_add (fixture, 1, "2021-10", falls[i].before, "1000", NULL);
      if (falls[i].now)
        fixture_add (fixture, 1, "2021-11", falls[i].now, "1000", NULL);
      fixture_add (fixture, 1, "2021-09", "900", "1000", NULL);
      panel = fixture_make_panel (fixture);
      falling = dui_fall_compute (panel, 1, fixture_period ("2021-11"), &fall);
      g_assert_cmpint (falling, ==, falls[i].narrowed != NULL);
      if (!falling)
        continue;
      g_assert_cmpint (fall.previous, ==, fixture_period ("2021-10"));
      fixture_assert_ratio (fall.narrowed, 1, falls[i].narrowed);
    }
}

/* The fall of a year's first period is not compared with the whole last year, and nothing with a
 * growth that was inferred (R5). */
static void
test_no_fall (void)
{
  g_autoptr (Fixture) fixture = fixture_new (1);
  g_autoptr (DuiPanel) panel = NULL;
  DuiFall fall;

  fixture_add (fixture, 1, "2020-03", "1000", NULL, "-1");
  fixture_add (fixture, 1, "2020-12", "1000", "1010", NULL);
  fixture_add (fixture, 1, "2021-02", "1000", "1010", NULL);
  fixture_add (fixture, 1, "2021-03", "990", NULL, NULL);
  panel = fixture_make_panel (fixture);
  g_assert_false (dui_fall_compute (panel, 1, fixture_period ("2021-02"), &fall));
  g_assert_false (dui_fall_compute (panel, 1, fixture_period ("2021-03"), &fall));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/peers/standing", test_standing);
  g_test_add_func ("/analysis/peers/same-function", test_same_function);
  g_test_add_func ("/analysis/peers/city", test_city);
  g_test_add_func ("/analysis/peers/equal", test_equal);
  g_test_add_func ("/analysis/peers/provisional", test_provisional);
  g_test_add_func ("/analysis/peers/alone", test_alone);
  g_test_add_func ("/analysis/peers/lower", test_lower);
  g_test_add_func ("/analysis/peers/fall", test_fall);
  g_test_add_func ("/analysis/peers/no-fall", test_no_fall);
  return g_test_run ();
}
