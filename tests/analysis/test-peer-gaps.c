/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is above and below, how far, how the gaps have gone, and what would change it (DESIGN §4
 * "Peers", PRACTICE R15), worked out by hand: place 0 is the city, 2 is us unless said. */
#include "fixture.h"

#include "analysis/peers.h"

#define US 2

static DuiPeers *
compute (Fixture *fixture, const char *period, DuiRankBy by)
{
  g_autoptr (DuiPanel) panel = fixture_make_panel (fixture);

  return dui_peers_compute (panel, US, fixture_period (period), by, DUI_TIER_ASSESSED);
}

static void
assert_neighbours (const DuiNeighbours *neighbours,
                   guint above,
                   const char *lead,
                   guint below,
                   const char *chase)
{
  g_assert_cmpuint (neighbours->above, ==, above);
  g_assert_cmpuint (neighbours->below, ==, below);
  fixture_assert_ratio (neighbours->lead, 4, lead);
  fixture_assert_ratio (neighbours->chase, 4, chase);
}

/* Level with 4, the nearest above is 3, and of those below 5 and 6 the first. */
static void
test_nearest (void)
{
  static const char *const november[] = { "112", "107.7", "110", "107.7", "95", "95" };
  g_autoptr (Fixture) fixture = fixture_new (6);
  g_autoptr (DuiPeers) peers = NULL;

  fixture_add_row (fixture, "2021-11", november);
  fixture_add (fixture, 0, "2021-11", "1082", "1000", NULL);
  peers = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  g_assert_cmpuint (peers->us->rank, ==, 3);
  g_assert_cmpuint (peers->level->len, ==, 1);
  g_assert_cmpuint (g_array_index (peers->level, guint, 0), ==, 4);
  assert_neighbours (&peers->neighbours, 3, "2.3000", 5, "12.7000");
  /* More than 110 over a base of 100, and more than 112: one in the last decimal. */
  g_assert_cmpint (peers->to_pass, ==, fixture_amount ("2.3001"));
  g_assert_cmpint (peers->to_first, ==, fixture_amount ("4.3001"));
  fixture_assert_ratio (peers->over_whole, 1, "-0.5");
  g_assert_cmpuint (peers->history->len, ==, 1);
  g_assert_cmpint (peers->lead.same, ==, DUI_TREND_UNKNOWN);
}

static void
test_ends (void)
{
  static const char *const november[] = { "100", "107.7", "101" };
  static const char *const december[] = { "108", "107.7", "109" };
  static const char *const level[] = { "107.7", "107.7", "107.7" };
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (DuiPeers) first = NULL;
  g_autoptr (DuiPeers) last = NULL;
  g_autoptr (DuiPeers) all = NULL;

  fixture_add_row (fixture, "2021-10", level);
  fixture_add_row (fixture, "2021-11", november);
  fixture_add_row (fixture, "2021-12", december);
  first = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  assert_neighbours (&first->neighbours, DUI_NO_PLACE, NULL, 3, "6.7000");
  g_assert_cmpint (first->to_pass, ==, DUI_AMOUNT_MISSING);
  last = compute (fixture, "2021-12", DUI_RANK_BY_GROWTH);
  assert_neighbours (&last->neighbours, 1, "0.3000", DUI_NO_PLACE, NULL);
  g_assert_cmpint (last->to_first, ==, fixture_amount ("1.3001"));
  all = compute (fixture, "2021-10", DUI_RANK_BY_GROWTH);
  assert_neighbours (&all->neighbours, DUI_NO_PLACE, NULL, DUI_NO_PLACE, NULL);
  g_assert_cmpuint (all->level->len, ==, 2);
}

/* C 1000 grew by 8 % at comparable prices: it takes 1000 x 1.10 / 1.08 = 1018.51851… to pass 10 %. */
static void
test_reported (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPeers) peers = NULL;
  DuiWhatIf what_if;

  fixture_add (fixture, 1, "2021-11", "500", "480", "10");
  fixture_add (fixture, US, "2021-11", "1000", "950", "8");
  peers = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  assert_neighbours (&peers->neighbours, 1, "2.0000", DUI_NO_PLACE, NULL);
  g_assert_cmpint (peers->to_pass, ==, fixture_amount ("18.5186"));
  g_assert_true (dui_peers_what_if (peers, 0, &what_if));
  fixture_assert_ratio (dui_ratio_scale (what_if.value, 100, 1), 6, "8.000000");
  g_assert_true (dui_peers_what_if (peers, fixture_amount ("100"), &what_if));
  fixture_assert_ratio (dui_ratio_scale (what_if.value, 100, 1), 6, "18.800000");
}

/* Where lower is better the gaps are positive all the same, and to pass is to have less. */
static void
test_lower (void)
{
  static const char *const november[] = { "102", "105", "109" };
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (DuiPeers) peers = NULL;
  g_autoptr (DuiPeers) distance = NULL;

  fixture->kind = DUI_KIND_LEVEL;
  fixture->direction = DUI_DIRECTION_LOWER;
  fixture_add_row (fixture, "2021-11", november);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "100", NULL);
  fixture_add_target (fixture, US, 2021, DUI_TIER_AGREED, "99", NULL);
  fixture_add_target (fixture, 3, 2021, DUI_TIER_AGREED, "100", NULL);
  peers = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  assert_neighbours (&peers->neighbours, 1, "3.0000", 3, "4.0000");
  g_assert_cmpint (peers->to_pass, ==, fixture_amount ("-3.0001"));
  /* 2, 6 and 9 above their targets. */
  distance = compute (fixture, "2021-11", DUI_RANK_BY_PROGRESS);
  assert_neighbours (&distance->neighbours, 1, "4.0000", 3, "3.0000");
  g_assert_cmpint (distance->to_pass, ==, fixture_amount ("-4.0001"));
}

static void
test_growth_only (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPeers) peers = NULL;
  DuiWhatIf what_if;

  fixture->kind = DUI_KIND_GROWTH_ONLY;
  fixture_add (fixture, 1, "2021-11", NULL, NULL, "6.2");
  fixture_add (fixture, US, "2021-11", NULL, NULL, "5.5");
  peers = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  assert_neighbours (&peers->neighbours, 1, "0.7000", DUI_NO_PLACE, NULL);
  g_assert_cmpint (peers->to_pass, ==, DUI_AMOUNT_MISSING);
  g_assert_false (dui_peers_what_if (peers, 1, &what_if));
}

/* 60 % against 100 of 200: more than 120, and by totals more than 180. */
static void
test_completion (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPeers) peers = NULL;
  g_autoptr (DuiPeers) totals = NULL;

  fixture_add (fixture, 1, "2021-11", "180", "100", NULL);
  fixture_add (fixture, US, "2021-11", "100", "100", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "300", NULL);
  fixture_add_target (fixture, US, 2021, DUI_TIER_AGREED, "200", NULL);
  peers = compute (fixture, "2021-11", DUI_RANK_BY_PROGRESS);
  assert_neighbours (&peers->neighbours, 1, "10.0000", DUI_NO_PLACE, NULL);
  g_assert_cmpint (peers->to_pass, ==, fixture_amount ("20.0001"));
  totals = compute (fixture, "2021-11", DUI_RANK_BY_COMPLETED);
  assert_neighbours (&totals->neighbours, 1, "800000.0000", DUI_NO_PLACE, NULL);
  g_assert_cmpint (totals->to_pass, ==, fixture_amount ("80.0001"));
}

/* We grow by 5 each time. 1 was behind in August, when 3 was right above us. */
static void
test_trends (void)
{
  static const char *const rows[][4] = {
    { "104", "105", "108", "104" },   /* lead: same -1, whoever 3; chase: same 1, whoever 1 */
    { "106.5", "105", "109", "103.9" }, /* 1.5, 1.5; 1.1 */
    { "106.2", "105", "109", "103.8" }, /* 1.2, 1.2; 1.2 */
    { "107", "105", "109", "104.5" },   /* 2, 2; 0.5 */
  };
  static const char *const periods[] = { "2021-08", "2021-09", "2021-10", "2021-11" };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (DuiPeers) peers = NULL;
  const DuiPeerPeriod *august;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    fixture_add_row (fixture, periods[i], rows[i]);
  peers = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  g_assert_cmpuint (peers->history->len, ==, 4);
  august = &g_array_index (peers->history, DuiPeerPeriod, 0);
  g_assert_cmpint (august->period, ==, fixture_period ("2021-08"));
  g_assert_cmpuint (august->rank, ==, 2);
  assert_neighbours (&august->whoever, 3, "3.0000", 1, "1.0000");
  fixture_assert_ratio (august->same_lead, 1, "-1.0");
  fixture_assert_ratio (august->same_chase, 1, "1.0");
  g_assert_cmpint (peers->lead.same, ==, DUI_TREND_WIDENING);
  g_assert_cmpint (peers->lead.whoever, ==, DUI_TREND_MIXED);
  g_assert_cmpint (peers->chase.same, ==, DUI_TREND_NARROWING);
  g_assert_cmpint (peers->chase.whoever, ==, DUI_TREND_NARROWING);
}

/* R15: us 9 a month, them 10. The amounts part month by month, and nothing has changed. */
static void
test_mechanical (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPeers) peers = NULL;

  for (int month = 8; month <= 11; month++)
    {
      g_autofree char *period = g_strdup_printf ("2021-%02d", month);
      g_autofree char *theirs = g_strdup_printf ("%d", 10 * month);
      g_autofree char *ours = g_strdup_printf ("%d", 9 * month);

      fixture_add (fixture, 1, period, theirs, NULL, NULL);
      fixture_add (fixture, US, period, ours, NULL, NULL);
    }
  peers = compute (fixture, "2021-11", DUI_RANK_BY_COMPLETED);
  assert_neighbours (&peers->neighbours, 1, "110000.0000", DUI_NO_PLACE, NULL);
  g_assert_cmpint (peers->lead.same, ==, DUI_TREND_MIXED);
}

/* Completion begins anew with the year; growth goes on. A period without us is a hole. */
static void
test_new_year (void)
{
  static const char *const periods[] = { "2020-11", "2020-12", "2021-02", "2021-03" };
  static const char *const theirs[] = { "120", "121", "122", "123" };
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPeers) growth = NULL;
  g_autoptr (DuiPeers) completion = NULL;
  g_autoptr (DuiPeers) hole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      fixture_add (fixture, 1, periods[i], theirs[i], "100", NULL);
      fixture_add (fixture, US, periods[i], "110", "100", NULL);
    }
  for (guint place = 1; place <= 2; place++)
    {
      fixture_add_target (fixture, place, 2020, DUI_TIER_AGREED, "200", NULL);
      fixture_add_target (fixture, place, 2021, DUI_TIER_AGREED, "200", NULL);
    }
  growth = compute (fixture, "2021-03", DUI_RANK_BY_GROWTH);
  g_assert_cmpint (growth->lead.whoever, ==, DUI_TREND_WIDENING);
  completion = compute (fixture, "2021-03", DUI_RANK_BY_PROGRESS);
  g_assert_cmpint (completion->lead.whoever, ==, DUI_TREND_UNKNOWN);
  fixture_add (fixture, 1, "2021-05", "124", "100", NULL);
  fixture_add (fixture, US, "2021-05", "110", "100", NULL);
  hole = compute (fixture, "2021-05", DUI_RANK_BY_GROWTH);
  g_assert_cmpint (hole->lead.whoever, ==, DUI_TREND_UNKNOWN);
  g_assert_cmpuint (g_array_index (hole->history, DuiPeerPeriod, 4).rank, ==, 0);
}

static void
test_what_if (void)
{
  static const char *const november[] = { "112", "107.7", "110", "95" };
  static const struct
  {
    const char *added;
    guint rank;
    gboolean tied;
    guint above;
    guint below;
  } cases[] = {
    { "0", 3, FALSE, 3, 4 },     { "2.3", 2, TRUE, 1, 4 },   { "2.3001", 2, FALSE, 1, 3 },
    { "4.3", 1, TRUE, DUI_NO_PLACE, 3 }, { "50", 1, FALSE, DUI_NO_PLACE, 1 },
    { "-12.7", 3, TRUE, 3, DUI_NO_PLACE }, { "-20", 4, FALSE, 4, DUI_NO_PLACE },
  };
  g_autoptr (Fixture) fixture = fixture_new (4);
  g_autoptr (DuiPeers) peers = NULL;

  fixture_add_row (fixture, "2021-11", november);
  peers = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiWhatIf what_if;

      g_assert_true (dui_peers_what_if (peers, fixture_amount (cases[i].added), &what_if));
      g_assert_cmpuint (what_if.rank, ==, cases[i].rank);
      g_assert_cmpint (what_if.tied, ==, cases[i].tied);
      g_assert_cmpuint (what_if.neighbours.above, ==, cases[i].above);
      g_assert_cmpuint (what_if.neighbours.below, ==, cases[i].below);
    }
}

/* 4.3001 to the first are 53 steps of 0.08, so 43 of 0.1: then ten more. */
static void
test_steps (void)
{
  static const char *const november[] = { "112", "107.7", "110" };
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (DuiPeers) peers = NULL;
  DuiWhatIf what_if;
  DuiAmount step;
  guint n_steps;

  fixture_add_row (fixture, "2021-11", november);
  peers = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  g_assert_true (dui_peers_find_steps (peers, &step, &n_steps));
  g_assert_cmpint (step, ==, fixture_amount ("0.1"));
  g_assert_cmpuint (n_steps, ==, 54);
  g_assert_true (dui_peers_what_if (peers, step * 43, &what_if));
  g_assert_true (what_if.rank == 1 && what_if.tied);
  g_assert_true (dui_peers_what_if (peers, step * 44, &what_if));
  g_assert_true (what_if.rank == 1 && !what_if.tied);
}

/* Not ranked, or without a place above. */
static void
test_absent (void)
{
  static const char *const november[] = { "112", NULL, "110" };
  g_autoptr (Fixture) fixture = fixture_new (3);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (DuiPeers) peers = NULL;

  fixture_add_row (fixture, "2021-11", november);
  peers = compute (fixture, "2021-11", DUI_RANK_BY_GROWTH);
  g_assert_null (peers->us);
  assert_neighbours (&peers->neighbours, DUI_NO_PLACE, NULL, DUI_NO_PLACE, NULL);
  panel = fixture_make_panel (fixture);
  g_assert_null (dui_peers_compute (panel, 0, fixture_period ("2021-11"), DUI_RANK_BY_GROWTH,
                                    DUI_TIER_ASSESSED));
}

/* What is said to be enough is enough, and one in the last decimal less is not. */
static void
test_enough (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20211218);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (Fixture) fixture = fixture_new (6);
      g_autoptr (DuiPeers) peers = NULL;
      DuiRankBy by = g_rand_int_range (random, 0, 3);
      DuiWhatIf what_if;

      fixture->growth_source = g_rand_int_range (random, 0, 2);
      for (guint place = 1; place <= 6; place++)
        {
          DuiFigureValues values = {
            g_rand_int_range (random, 1, 100000), g_rand_int_range (random, 1, 100000),
            g_rand_boolean (random) ? DUI_AMOUNT_MISSING
                                    : g_rand_int_range (random, -900, 900) * (DuiAmount) 10000000,
            DUI_STATUS_PRELIMINARY
          };
          DuiTarget target = { place, 2021, DUI_TIER_AGREED, g_rand_int_range (random, 1, 100000),
                               20210101, NULL };

          fixture_add_values (fixture, place, fixture_period ("2021-11"), &values);
          g_array_append_val (fixture->targets, target);
        }
      peers = compute (fixture, "2021-11", by);
      if (peers->neighbours.above == DUI_NO_PLACE)
        continue;
      g_assert_true (dui_peers_what_if (peers, peers->to_pass, &what_if));
      g_assert_cmpuint (what_if.rank, <, peers->us->rank);
      g_assert_true (dui_peers_what_if (peers, peers->to_pass - 1, &what_if));
      g_assert_cmpint (dui_ratio_compare (what_if.value,
                                          dui_neighbours_value (peers->standing,
                                                                dui_neighbours_row (
                                                                    peers->standing,
                                                                    peers->neighbours.above))),
                       <=, 0);
      g_assert_true (dui_peers_what_if (peers, peers->to_first, &what_if));
      g_assert_cmpuint (what_if.rank, ==, 1);
      g_assert_false (what_if.tied);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/peer-gaps/nearest", test_nearest);
  g_test_add_func ("/analysis/peer-gaps/ends", test_ends);
  g_test_add_func ("/analysis/peer-gaps/reported", test_reported);
  g_test_add_func ("/analysis/peer-gaps/lower", test_lower);
  g_test_add_func ("/analysis/peer-gaps/growth-only", test_growth_only);
  g_test_add_func ("/analysis/peer-gaps/completion", test_completion);
  g_test_add_func ("/analysis/peer-gaps/trends", test_trends);
  g_test_add_func ("/analysis/peer-gaps/mechanical", test_mechanical);
  g_test_add_func ("/analysis/peer-gaps/new-year", test_new_year);
  g_test_add_func ("/analysis/peer-gaps/what-if", test_what_if);
  g_test_add_func ("/analysis/peer-gaps/steps", test_steps);
  g_test_add_func ("/analysis/peer-gaps/absent", test_absent);
  g_test_add_func ("/analysis/peer-gaps/enough", test_enough);
  return g_test_run ();
}
