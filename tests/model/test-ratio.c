/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact ratios, against long multiplication of 256 bits and by hand. */
#include "model/ratio.h"

#include <math.h>

/* Products of two 127-bit magnitudes, four limbs of 64 bits, lowest first. */
typedef struct
{
  guint64 limb[4];
} Big;

__extension__ typedef unsigned __int128 UWide;

static Big
multiply (UWide a, UWide b)
{
  guint64 x[2] = { (guint64) a, (guint64) (a >> 64) };
  guint64 y[2] = { (guint64) b, (guint64) (b >> 64) };
  Big big = { { 0 } };

  for (int i = 0; i < 2; i++)
    {
      guint64 carry = 0;

      for (int j = 0; j < 2; j++)
        {
          UWide sum = (UWide) x[i] * y[j] + big.limb[i + j] + carry;

          big.limb[i + j] = (guint64) sum;
          carry = (guint64) (sum >> 64);
        }
      big.limb[i + 2] += carry;
    }
  return big;
}

static int
compare_big (Big a, Big b)
{
  for (int i = 3; i >= 0; i--)
    if (a.limb[i] != b.limb[i])
      return a.limb[i] < b.limb[i] ? -1 : 1;
  return 0;
}

static UWide
magnitude (DuiWide value)
{
  return value < 0 ? -(UWide) value : (UWide) value;
}

static int
compare_slowly (DuiRatio a, DuiRatio b)
{
  int left = dui_ratio_sign (a), right = dui_ratio_sign (b);

  if (left != right)
    return left < right ? -1 : 1;
  return (left < 0 ? -1 : 1)
         * compare_big (multiply (magnitude (a.num), (UWide) b.den),
                        multiply (magnitude (b.num), (UWide) a.den));
}

static DuiWide
random_wide (GRand *random, int bits)
{
  UWide value = 0;

  for (int i = 0; i < 4; i++)
    value = value << 32 | g_rand_int (random);
  return (DuiWide) (value >> (128 - bits));
}

static void
test_compare (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 40000; i++)
    {
      int bits = g_rand_int_range (random, 2, 111);
      DuiRatio a = { random_wide (random, bits), random_wide (random, bits) + 1 };
      DuiRatio b = { random_wide (random, bits), random_wide (random, bits) + 1 };

      if (i % 3 == 0) /* the same number written differently, or its neighbour */
        {
          gint64 factor = g_rand_int_range (random, 1, 1000);

          b = (DuiRatio){ a.num * factor + (i % 2), a.den * factor };
        }
      if (i % 5 == 0)
        a.num = -a.num;
      if (i % 7 == 0)
        b.num = -b.num;
      g_assert_cmpint (dui_ratio_compare (a, b), ==, compare_slowly (a, b));
      g_assert_cmpint (dui_ratio_compare (b, a), ==, -dui_ratio_compare (a, b));
      g_assert_cmpint (dui_ratio_compare (a, a), ==, 0);
    }
}

/* Consecutive convergents of the golden ratio: Euclid's worst case, and they alternate. */
static void
test_compare_fibonacci (void)
{
  DuiRatio before = { 1, 1 }, now = { 2, 1 };

  for (int i = 0; i < 150; i++)
    {
      DuiRatio next = { before.num + now.num, before.den + now.den };
      int expected = i % 2 == 0 ? -1 : 1;

      g_assert_cmpint (dui_ratio_compare (next, now), ==, expected);
      g_assert_cmpint (compare_slowly (next, now), ==, expected);
      before = now;
      now = next;
    }
}

static void
test_new (void)
{
  DuiRatio ratio = dui_ratio_new (3, -4);

  g_assert_true (ratio.num == -3 && ratio.den == 4);
  g_assert_true (dui_ratio_is_missing (dui_ratio_new (3, 0)));
  g_assert_true (dui_ratio_is_missing (DUI_RATIO_MISSING));
  g_assert_cmpint (dui_ratio_sign (DUI_RATIO_MISSING), ==, 0);
  g_assert_cmpint (dui_ratio_sign (dui_ratio_new (0, 5)), ==, 0);
  g_assert_cmpint (dui_ratio_sign (dui_ratio_new (-1, 5)), ==, -1);
  g_assert_true (isnan (dui_ratio_to_double (DUI_RATIO_MISSING)));
  g_assert_cmpfloat (dui_ratio_to_double (dui_ratio_new (1, 4)), ==, 0.25);
}

static void
test_scale (void)
{
  DuiWide large = (DuiWide) G_MAXINT64 * G_MAXINT64;
  DuiRatio ratio = dui_ratio_scale (dui_ratio_new (2, 3), -5, 7);

  g_assert_cmpint (dui_ratio_compare (ratio, dui_ratio_new (-10, 21)), ==, 0);
  g_assert_true (dui_ratio_is_missing (dui_ratio_scale (DUI_RATIO_MISSING, 2, 3)));
  g_assert_true (dui_ratio_is_missing (dui_ratio_scale (dui_ratio_new (2, 3), 1, 0)));
  g_assert_cmpint (
      dui_ratio_compare (dui_ratio_scale (dui_ratio_new (2, 3), 1, -2), dui_ratio_new (-1, 3)), ==,
      0);
  /* Beyond 128 bits until it is reduced. */
  ratio = dui_ratio_scale (dui_ratio_new (large, 1000000000000), 1000000, G_MAXINT64);
  g_assert_cmpint (dui_ratio_compare (ratio, dui_ratio_new (G_MAXINT64, 1000000)), ==, 0);
  ratio = dui_ratio_scale (dui_ratio_new (0, large), 1000000, 1000000);
  g_assert_cmpint (dui_ratio_sign (ratio), ==, 0);
}

static void
test_mean (void)
{
  DuiWide large = G_GINT64_CONSTANT (100000000000000000);
  DuiRatio third = dui_ratio_new (large, 3 * large), half = dui_ratio_new (large * large, 2 * large * large);
  g_autofree char *text = NULL;

  g_assert_cmpint (dui_ratio_compare (dui_ratio_mean (dui_ratio_new (1, 3), dui_ratio_new (-1, 2)),
                                      dui_ratio_new (-1, 12)),
                   ==, 0);
  /* Beyond 128 bits until they are reduced. */
  g_assert_cmpint (dui_ratio_compare (dui_ratio_mean (third, half), dui_ratio_new (5, 12)), ==, 0);
  /* Beyond them for good: (n - 1) / n and (n - 2) / (n - 3), with n = 10^34. */
  g_assert_cmpint (dui_ratio_compare (
                       dui_ratio_mean (dui_ratio_new (large * large - 1, large * large),
                                       dui_ratio_new (large * large - 2, large * large - 3)),
                       dui_ratio_new (1, 1)),
                   ==, 0);
  /* And large: (10^37 + 1) / (n - 1) and (2 * 10^37 + 1) / (n + 1), with n = 10^12. */
  text = dui_ratio_to_string (
      dui_ratio_mean (dui_ratio_new (large * large * 1000 + 1, G_GINT64_CONSTANT (999999999999)),
                      dui_ratio_new (large * large * 2000 + 1, G_GINT64_CONSTANT (1000000000001))),
      6);
  g_assert_cmpstr (text, ==, "14999999999995000000000015.000000");
}

static void
test_to_string (void)
{
  static const struct
  {
    gint64 num, den;
    int decimals;
    const char *text;
  } cases[] = {
    { 0, 1, 0, "0" },
    { 0, 7, 2, "0.00" },
    { 1, 3, 0, "0" },
    { 2, 3, 0, "1" },
    { 1, 2, 0, "1" },
    { -1, 2, 0, "-1" },
    { 1, 20, 1, "0.1" },
    { -1, 20, 1, "-0.1" },
    { -1, 21, 1, "0.0" },
    { -1, 1000000, 2, "0.00" },
    { 15474, 20000, 4, "0.7737" },
    { 2, 3, 6, "0.666667" },
    { 199, 200, 1, "1.0" },
    { -199, 200, 1, "-1.0" },
    { 1999, 2000, 2, "1.00" },
    { 43250, 1000, 1, "43.3" },
    { -14296, 1000, 1, "-14.3" },
    { 100, 1, 3, "100.000" },
    { 5, 1000, 2, "0.01" },
    { 4999, 1000000, 2, "0.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = dui_ratio_to_string (dui_ratio_new (cases[i].num, cases[i].den), cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_null (dui_ratio_to_string (DUI_RATIO_MISSING, 2));
}

/* A forecast from a last year of nearly nothing: more digits than one number of 128 bits has. */
static void
test_to_string_large (void)
{
  DuiWide amount = 99999999999999999;
  g_autofree char *whole = dui_ratio_to_string ((DuiRatio){ -amount * (amount + 1), 1 }, 6);
  g_autofree char *carried
      = dui_ratio_to_string ((DuiRatio){ amount * (amount + 1) * 10 - 1, 10 }, 0);
  g_autofree char *thirds = dui_ratio_to_string ((DuiRatio){ amount * amount * 10 + 1, 3 }, 9);

  g_assert_cmpstr (whole, ==, "-9999999999999999900000000000000000.000000");
  g_assert_cmpstr (carried, ==, "9999999999999999900000000000000000");
  g_assert_cmpstr (thirds, ==, "33333333333333332666666666666666670.333333333");
}

/* Rounding against what it means: twice the distance to the result is at most one last place, and
 * a tie lies further from zero. */
static void
test_round (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  static const gint64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

  for (guint i = 0; i < 40000; i++)
    {
      int decimals = g_rand_int_range (random, 0, 7);
      DuiWide num = random_wide (random, 60) - ((DuiWide) 1 << 59);
      DuiWide den = random_wide (random, g_rand_int_range (random, 1, 40)) + 1;
      DuiWide rounded = dui_ratio_round ((DuiRatio){ num, den }, decimals);
      DuiWide off = 2 * (num * powers[decimals] - rounded * den);

      g_assert_true (off <= den && off >= -den);
      if (off == den) /* the value lies above the result: towards zero unless it is negative */
        g_assert_true (num < 0);
      if (off == -den)
        g_assert_true (num > 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/ratio/compare", test_compare);
  g_test_add_func ("/model/ratio/compare-fibonacci", test_compare_fibonacci);
  g_test_add_func ("/model/ratio/new", test_new);
  g_test_add_func ("/model/ratio/scale", test_scale);
  g_test_add_func ("/model/ratio/mean", test_mean);
  g_test_add_func ("/model/ratio/to-string", test_to_string);
  g_test_add_func ("/model/ratio/to-string-large", test_to_string_large);
  g_test_add_func ("/model/ratio/round", test_round);
  return g_test_run ();
}
