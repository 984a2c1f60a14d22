/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets split to the members: cases worked out by hand. */
#include "fixture.h"

#include "analysis/split.h"

#define N 3

typedef struct
{
  const char *name;
  DuiAmount total, step;
  DuiAmount weights[N], parts[N];
} PartsCase;

static const PartsCase parts_cases[] = {
  { "even", 9, 1, { 1, 1, 1 }, { 3, 3, 3 } },
  { "one over", 10, 1, { 1, 1, 1 }, { 4, 3, 3 } },
  { "two over", 11, 1, { 1, 1, 1 }, { 4, 4, 3 } },
  /* 4.5 + 2.25 + 2.25 */
  { "largest remainder", 9, 1, { 2, 1, 1 }, { 5, 2, 2 } },
  /* 1.25 + 1.25 + 7.5: the last takes it */
  { "not the first", 10, 1, { 1, 1, 6 }, { 1, 1, 8 } },
  { "nothing for no weight", 10, 1, { 0, 1, 0 }, { 0, 10, 0 } },
  { "in steps", 1000, 100, { 1, 1, 1 }, { 400, 300, 300 } },
  { "not in steps", 1001, 100, { 1, 1, 1 }, { 334, 334, 333 } },
  { "zero", 0, 1, { 1, 2, 3 }, { 0, 0, 0 } },
  { "as large as amounts get",
    100000000000000000,
    1,
    { 100000000000000000, 100000000000000000, 100000000000000000 },
    { 33333333333333334, 33333333333333333, 33333333333333333 } },
};

static void
test_parts (gconstpointer data)
{
  const PartsCase *c = data;
  DuiAmount parts[N];

  g_assert_true (dui_split_parts (c->total, c->weights, N, c->step, parts));
  for (int i = 0; i < N; i++)
    g_assert_cmpint (parts[i], ==, c->parts[i]);
}

static void
test_no_weight (void)
{
  const DuiAmount weights[N] = { 0, 0, 0 };
  DuiAmount parts[N];

  g_assert_false (dui_split_parts (10, weights, N, 1, parts));
}

/* Whatever is split, the parts sum to it and none is a step or more away from its quota. */
static void
test_sums (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2021);

  for (int run = 0; run < 2000; run++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 60);
      DuiAmount total = g_rand_int_range (random, 0, G_MAXINT32), sum = 0, weights[60], parts[60];
      double all = 0;

      for (guint i = 0; i < n; i++)
        all += (double) (weights[i] = g_rand_int_range (random, i == 0, 100000));
      g_assert_true (dui_split_parts (total, weights, n, 1, parts));
      for (guint i = 0; i < n; i++)
        {
          sum += parts[i];
          g_assert_cmpfloat (ABS ((double) parts[i] - (double) total * (double) weights[i] / all),
                             <, 1.0001);
        }
      g_assert_cmpint (sum, ==, total);
    }
}

/* 120, 60 and, by policy, none; last year 30, 30 and 40. */
static DuiPanel *
make_panel (void)
{
  g_autoptr (Fixture) fixture = fixture_new (3);

  fixture_add (fixture, 1, "2020-12", "30", NULL, NULL);
  fixture_add (fixture, 2, "2020-12", "30", NULL, NULL);
  fixture_add (fixture, 3, "2020-12", "40", NULL, NULL);
  fixture_add_target (fixture, 0, 2021, DUI_TIER_AGREED, "180", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "120", NULL);
  fixture_add_target (fixture, 2, 2021, DUI_TIER_AGREED, "60", NULL);
  /* Of the day itself: not one that held before. */
  fixture_add_target (fixture, 1, 2021, DUI_TIER_ADJUSTED, "5", "2021-08-01");
  return fixture_make_panel (fixture);
}

static void
assert_parts (const DuiSplit *split,
              const char *first,
              const char *second,
              const char *third)
{
  const char *const expected[] = { first, second, third };

  g_assert_cmpuint (split->rows->len, ==, N);
  for (guint i = 0; i < N; i++)
    {
      DuiAmount part = g_array_index (split->rows, DuiSplitRow, i).part;

      if (expected[i])
        g_assert_cmpint (part, ==, fixture_amount (expected[i]));
      else
        g_assert_true (dui_amount_is_missing (part));
    }
}

static DuiSplitResult
split_panel (DuiAmount total,
             int year,
             DuiSplitBy by,
             guint place,
             const char *part,
             DuiSplit **split)
{
  g_autoptr (DuiPanel) panel = make_panel ();
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (DuiSplitGiven));
  const DuiSplitGiven one = { place, part ? fixture_amount (part) : 0 };

  if (part)
    g_array_append_val (given, one);
  return dui_split_compute (panel, 0, year, year * 10000 + 801, total, by, given, split);
}

static void
test_by_share (void)
{
  g_autoptr (DuiSplit) split = NULL;

  g_assert_cmpint (split_panel (fixture_amount ("210"), 2021, DUI_SPLIT_BY_SHARE, 0, NULL, &split),
                   ==, DUI_SPLIT_DONE);
  assert_parts (split, "140", "70", NULL);
  g_assert_cmpint (split->old, ==, fixture_amount ("180"));
  g_assert_cmpint (split->sum, ==, split->total);
  g_assert_cmpint (g_array_index (split->rows, DuiSplitRow, 0).old, ==, fixture_amount ("120"));
}

/* The county has 240 and its members 180: what is elsewhere goes up with them. */
static void
test_elsewhere (void)
{
  g_autoptr (Fixture) fixture = fixture_new (2);
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (DuiSplit) split = NULL;

  fixture_add_target (fixture, 0, 2021, DUI_TIER_AGREED, "240", NULL);
  fixture_add_target (fixture, 1, 2021, DUI_TIER_AGREED, "120", NULL);
  fixture_add_target (fixture, 2, 2021, DUI_TIER_AGREED, "60", NULL);
  panel = fixture_make_panel (fixture);
  g_assert_cmpint (dui_split_compute (panel, 0, 2021, 20210801, fixture_amount ("320"),
                                      DUI_SPLIT_BY_SHARE, NULL, &split),
                   ==, DUI_SPLIT_DONE);
  g_assert_cmpint (g_array_index (split->rows, DuiSplitRow, 0).part, ==, fixture_amount ("160"));
  g_assert_cmpint (g_array_index (split->rows, DuiSplitRow, 1).part, ==, fixture_amount ("80"));
  g_assert_cmpint (split->sum, ==, fixture_amount ("240"));
}

static void
test_by_base (void)
{
  g_autoptr (DuiSplit) split = NULL;

  g_assert_cmpint (split_panel (fixture_amount ("210"), 2021, DUI_SPLIT_BY_BASE, 0, NULL, &split),
                   ==, DUI_SPLIT_DONE);
  assert_parts (split, "105", "105", NULL);
}

/* What the first got by hand is not split; who has none by policy may be given one so. */
static void
test_given (void)
{
  g_autoptr (DuiSplit) split = NULL;

  g_assert_cmpint (split_panel (fixture_amount ("210"), 2021, DUI_SPLIT_BY_SHARE, 3, "30", &split),
                   ==, DUI_SPLIT_DONE);
  assert_parts (split, "120", "60", "30");
}

static void
test_by_hand (void)
{
  g_autoptr (DuiSplit) split = NULL;

  g_assert_cmpint (split_panel (fixture_amount ("210"), 2021, DUI_SPLIT_BY_HAND, 2, "80", &split),
                   ==, DUI_SPLIT_DONE);
  assert_parts (split, NULL, "80", NULL);
  g_assert_cmpint (split->sum, ==, fixture_amount ("80"));
}

static void
test_refused (void)
{
  DuiSplit *split = NULL;

  g_assert_cmpint (split_panel (fixture_amount ("210"), 2021, DUI_SPLIT_BY_SHARE, 1, "211", &split),
                   ==, DUI_SPLIT_TOO_MUCH);
  g_assert_cmpint (split_panel (fixture_amount ("210"), 2021, DUI_SPLIT_BY_SHARE, 0, "1", &split),
                   ==, DUI_SPLIT_NO_MEMBER);
  g_assert_cmpint (split_panel (fixture_amount ("210"), 2022, DUI_SPLIT_BY_SHARE, 0, NULL, &split),
                   ==, DUI_SPLIT_NO_WEIGHTS);
  g_assert_null (split);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/split/parts/", parts_cases[i].name, NULL);

      g_test_add_data_func (path, &parts_cases[i], test_parts);
    }
  g_test_add_func ("/split/no-weight", test_no_weight);
  g_test_add_func ("/split/sums", test_sums);
  g_test_add_func ("/split/by-share", test_by_share);
  g_test_add_func ("/split/elsewhere", test_elsewhere);
  g_test_add_func ("/split/by-base", test_by_base);
  g_test_add_func ("/split/given", test_given);
  g_test_add_func ("/split/by-hand", test_by_hand);
  g_test_add_func ("/split/refused", test_refused);
  return g_test_run ();
}
