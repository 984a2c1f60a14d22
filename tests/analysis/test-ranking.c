/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bare rule of ranks and bottom sets, worked out by hand and against the slow way (DESIGN §4;
 * PRACTICE R10, R11). */
#include "analysis/standing.h"

#include <string.h>

#define MANY 32

/* Values, ranks and the bottom set as one text each: "5 3 3 -", "1 2 2 -", "..B". */
typedef struct
{
  guint bottom;
  DuiDirection direction;
  const char *values, *ranks, *set;
  DuiBottomState state;
  guint size;
  gboolean tied;
} Case;

#define HIGHER DUI_DIRECTION_HIGHER
#define LOWER DUI_DIRECTION_LOWER

static const Case cases[] = {
  { 3, HIGHER, "9 8 7 6 5 4", "1 2 3 4 5 6", "...BBB", DUI_BOTTOM_PLAIN, 3, FALSE },
  { 3, HIGHER, "4 9 5 8 6 7", "6 1 5 2 4 3", "B.B.B.", DUI_BOTTOM_PLAIN, 3, FALSE },
  { 3, LOWER, "9 8 7 6 5 4", "6 5 4 3 2 1", "BBB...", DUI_BOTTOM_PLAIN, 3, FALSE },
  /* "1224"; negative values and zero; who has none is not ranked. */
  { 1, HIGHER, "5 4 4 3", "1 2 2 4", "...B", DUI_BOTTOM_PLAIN, 1, FALSE },
  { 1, HIGHER, "-2 0 - 3 -2", "3 2 - 1 3", "B...B", DUI_BOTTOM_PLAIN, 1, TRUE },
  { 1, HIGHER, "-2 0 - 3 -2 -", "3 2 - 1 3 -", "B...B.", DUI_BOTTOM_PLAIN, 1, TRUE },
  /* A tie at the edge is in: four of eight, but not five of nine. */
  { 3, HIGHER, "9 8 7 6 5 5 4 3", "1 2 3 4 5 5 7 8", "....BBBB", DUI_BOTTOM_PLAIN, 3, TRUE },
  { 3, HIGHER, "9 8 7 6 5 5 5 4 3", "1 2 3 4 5 5 5 8 9", ".........", DUI_BOTTOM_TOO_MANY_TIED, 3,
    FALSE },
  { 3, HIGHER, "9 8 7 6 5 5 5 5 3 2", "1 2 3 4 5 5 5 5 9 10", "..........",
    DUI_BOTTOM_TOO_MANY_TIED, 3, FALSE },
  /* A tie inside the set and one just above it change nothing. */
  { 3, HIGHER, "9 8 7 6 5 3 3 2", "1 2 3 4 5 6 6 8", ".....BBB", DUI_BOTTOM_PLAIN, 3, FALSE },
  { 3, HIGHER, "9 8 7 5 5 4 3 2", "1 2 3 4 4 6 7 8", ".....BBB", DUI_BOTTOM_PLAIN, 3, FALSE },
  /* R11: nine zeros among 17. */
  { 3, HIGHER, "9 8 7 6 5 4 3 2 0 0 0 0 0 0 0 0 0", "1 2 3 4 5 6 7 8 9 9 9 9 9 9 9 9 9",
    ".................", DUI_BOTTOM_TOO_MANY_TIED, 3, FALSE },
  { 3, HIGHER, "9 8 7 6 5 4 3 2 1 0 0 0 0 0 0 0 0", "1 2 3 4 5 6 7 8 9 10 10 10 10 10 10 10 10",
    ".........BBBBBBBB", DUI_BOTTOM_PLAIN, 3, TRUE },
  /* R11: fewer than 2k ranked, k' = floor(n/2). */
  { 3, HIGHER, "5 4 3 2 1", "1 2 3 4 5", "...BB", DUI_BOTTOM_NARROWED, 2, FALSE },
  { 3, HIGHER, "4 3 2 1", "1 2 3 4", "..BB", DUI_BOTTOM_NARROWED, 2, FALSE },
  { 3, HIGHER, "4 3 - 2 1", "1 2 - 3 4", "...BB", DUI_BOTTOM_NARROWED, 2, FALSE },
  { 3, HIGHER, "5 4 2 2 1", "1 2 3 3 5", ".....", DUI_BOTTOM_TOO_MANY_TIED, 2, FALSE },
  { 3, HIGHER, "4 3 1 1", "1 2 3 3", "..BB", DUI_BOTTOM_NARROWED, 2, FALSE },
  { 2, HIGHER, "3 2 1", "1 2 3", "..B", DUI_BOTTOM_NARROWED, 1, FALSE },
  { 5, HIGHER, "9 8 7 6 5 4", "1 2 3 4 5 6", "...BBB", DUI_BOTTOM_NARROWED, 3, FALSE },
  /* n <= k, all equal, nobody: none. */
  { 3, HIGHER, "3 2 1", "1 2 3", "...", DUI_BOTTOM_NONE, 3, FALSE },
  { 3, HIGHER, "1", "1", ".", DUI_BOTTOM_NONE, 3, FALSE },
  { 1, HIGHER, "1", "1", ".", DUI_BOTTOM_NONE, 1, FALSE },
  { 3, HIGHER, "2 2 2 2 2 2 2", "1 1 1 1 1 1 1", ".......", DUI_BOTTOM_NONE, 3, FALSE },
  { 3, HIGHER, "- - - -", "- - - -", "....", DUI_BOTTOM_NONE, 3, FALSE },
  { 3, HIGHER, "", "", "", DUI_BOTTOM_NONE, 3, FALSE },
  { 0, HIGHER, "3 2 1", "1 2 3", "...", DUI_BOTTOM_NONE, 0, FALSE },
  { 1, HIGHER, "2 1", "1 2", ".B", DUI_BOTTOM_PLAIN, 1, FALSE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) texts = g_strsplit (cases[i].values, " ", -1);
      guint n = g_strv_length (texts);
      g_autoptr (GString) ranked = g_string_new (NULL);
      DuiRatio values[MANY];
      guint ranks[MANY];
      gboolean in_bottom[MANY];
      char set[MANY] = "";
      DuiRankSummary summary;

      for (guint v = 0; v < n; v++)
        values[v] = g_str_equal (texts[v], "-") ? DUI_RATIO_MISSING
                                                : dui_ratio_new (atoi (texts[v]) * 7, 21);
      dui_rank_values (values, n, cases[i].direction, cases[i].bottom, ranks, in_bottom, &summary);
      for (guint v = 0; v < n; v++)
        {
          g_autofree char *rank = g_strdup_printf ("%u", ranks[v]);

          g_string_append_printf (ranked, "%s%s", v > 0 ? " " : "", ranks[v] > 0 ? rank : "-");
          set[v] = in_bottom[v] ? 'B' : '.';
        }
      g_assert_cmpstr (ranked->str, ==, cases[i].ranks);
      g_assert_cmpstr (set, ==, cases[i].set);
      g_assert_cmpint (summary.bottom_state, ==, cases[i].state);
      g_assert_cmpuint (summary.bottom_size, ==, cases[i].size);
      g_assert_cmpint (summary.bottom_tied, ==, cases[i].tied);
    }
}

/* Numbers that are the same as doubles, or fall on the wrong side of each other, and are not. */
static void
test_near (void)
{
  const gint64 large = G_GINT64_CONSTANT (99999999999999989);
  const DuiRatio values[] = {
    { large, large - 1 },     /* 1 + 1/(large - 1) */
    { large - 1, large - 2 }, /* a little more */
    { large - 2, large - 3 }, /* more still */
    { 1, 1 },
    { 3, 3 },
    { large - 2, large - 1 },
    { -large, large - 1 },
    { -(large - 1), large - 2 }, /* further below */
  };
  const guint expected[] = { 3, 2, 1, 4, 4, 6, 7, 8 };
  guint ranks[G_N_ELEMENTS (values)];
  gboolean in_bottom[G_N_ELEMENTS (values)];
  DuiRankSummary summary;

  g_assert_true (dui_ratio_to_double (values[0]) == dui_ratio_to_double (values[3]));
  dui_rank_values (values, G_N_ELEMENTS (values), HIGHER, 3, ranks, in_bottom, &summary);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpuint (ranks[i], ==, expected[i]);
  g_assert_cmpint (summary.bottom_state, ==, DUI_BOTTOM_PLAIN);
  g_assert_true (in_bottom[5] && in_bottom[6] && in_bottom[7]);
}

/* The rule as it is written, one pair after the other, with exact comparisons only. */
static void
rank_slowly (const DuiRatio *values,
             guint n_values,
             int sign,
             guint bottom,
             guint *ranks,
             gboolean *in_bottom)
{
  guint n = 0, n_first = 0, k = bottom, size = 0;

  for (guint i = 0; i < n_values; i++)
    {
      ranks[i] = dui_ratio_is_missing (values[i]) ? 0 : 1;
      in_bottom[i] = FALSE;
      n += ranks[i];
      for (guint j = 0; ranks[i] > 0 && j < n_values; j++)
        if (!dui_ratio_is_missing (values[j])
            && sign * dui_ratio_compare (values[j], values[i]) < 0)
          ranks[i]++;
      n_first += ranks[i] == 1;
    }
  if (n <= bottom || n_first == n)
    return;
  if (n < 2 * bottom)
    k = n / 2;
  for (guint i = 0; i < n_values; i++)
    {
      guint n_worse = 0;

      for (guint j = 0; j < n_values; j++)
        n_worse += ranks[j] > ranks[i];
      in_bottom[i] = ranks[i] > 0 && n_worse < k;
      size += in_bottom[i];
    }
  if (2 * size > n)
    memset (in_bottom, 0, n_values * sizeof (gboolean));
}

static DuiRatio
random_value (GRand *random, int shape)
{
  gint64 den = G_GINT64_CONSTANT (1000000000000);

  switch (shape)
    {
    case 0: /* few values, many ties, written differently */
      den = g_rand_int_range (random, 1, 4);
      return dui_ratio_new (g_rand_int_range (random, -3, 4) * den, den);
    case 1: /* amounts */
      return dui_ratio_new (g_rand_int_range (random, 0, 2000000),
                            g_rand_int_range (random, 1, 2000000));
    case 2: /* near one */
      den += g_rand_int_range (random, 0, 4);
      return dui_ratio_new (den + g_rand_int_range (random, -3, 4), den);
    case 3: /* amounts that doubles cannot hold, near one: their keys may stand the wrong way */
      den = G_GINT64_CONSTANT (50000000000000000) + g_rand_int (random);
      return dui_ratio_new (den + g_rand_int_range (random, -40, 41), den);
    default: /* parts beyond 64 bits, near one */
      den += g_rand_int_range (random, 0, 3);
      return dui_ratio_new ((DuiWide) den * den * 1000000 + g_rand_int_range (random, -2, 3),
                            (DuiWide) den * den * 1000000);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20211101);
  const char *scale = g_getenv ("DUI_TEST_SCALE");
  guint rounds = (guint) (4000 * (scale ? g_ascii_strtod (scale, NULL) : 1.0));

  for (guint round = 0; round < rounds; round++)
    {
      guint n = (guint) g_rand_int_range (random, 0, round % 20 == 0 ? 200 : 24);
      guint bottom = (guint) g_rand_int_range (random, 1, 6);
      DuiDirection direction = g_rand_boolean (random) ? HIGHER : LOWER;
      int shape = g_rand_int_range (random, 0, 5);
      DuiRatio values[200];
      guint ranks[200], slow_ranks[200];
      gboolean in_bottom[200], slow_bottom[200];
      DuiRankSummary summary;

      for (guint i = 0; i < n; i++)
        values[i] = g_rand_int_range (random, 0, 10) == 0 ? DUI_RATIO_MISSING
                                                          : random_value (random, shape);
      dui_rank_values (values, n, direction, bottom, ranks, in_bottom, &summary);
      rank_slowly (values, n, direction == LOWER ? 1 : -1, bottom, slow_ranks, slow_bottom);
      g_assert_cmpmem (ranks, n * sizeof *ranks, slow_ranks, n * sizeof *slow_ranks);
      g_assert_cmpmem (in_bottom, n * sizeof *in_bottom, slow_bottom, n * sizeof *slow_bottom);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/ranking/cases", test_cases);
  g_test_add_func ("/analysis/ranking/near", test_near);
  g_test_add_func ("/analysis/ranking/random", test_random);
  return g_test_run ();
}
