/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales and their ticks, by tables. */
#include <math.h>

#include "plot/scale.h"

static char *
join_labels (const DuiTicks *ticks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->n; i++)
    {
      g_autofree char *label = dui_ticks_get_label (ticks, i);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", label);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_ticks (void)
{
  static const struct
  {
    double low, high;
    guint most;
    const char *labels;
  } cases[] = {
    { 0, 100, 6, "0 20 40 60 80 100" },
    { 0, 100, 5, "0 50 100" },
    { 0, 100, 11, "0 10 20 30 40 50 60 70 80 90 100" },
    { 0, 130, 7, "0 20 40 60 80 100 120" },
    { 0, 1, 11, "0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0" },
    { 0, 0.3, 4, "0.0 0.1 0.2 0.3" },
    { -3, 7, 6, "−2 0 2 4 6" },
    { -0.04, 0.02, 4, "−0.04 −0.02 0.00 0.02" },
    { 0.4149, 0.4377, 5, "0.415 0.420 0.425 0.430 0.435" },
    { 0, 216, 5, "0 50 100 150 200" },
    { 0, 123456789, 4, "0 50000000 100000000" },
    { 99.99, 100.01, 3, "99.99 100.00 100.01" },
    { 1e9, 1e9 + 4, 3, "1000000000 1000000002 1000000004" },
    { 0, 1e-7, 3, "0.00000000 0.00000005 0.00000010" },
    { 17, 18, 1, "" },
    { 5, 5, 3, "4.5 5.0 5.5" },
    { 0, 0, 3, "0.0 0.5 1.0" },
    { NAN, 3, 3, "0.0 0.5 1.0" },
    { 0, INFINITY, 2, "0 1" },
    { 7, -3, 6, "−2 0 2 4 6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiScale scale = dui_scale_linear (cases[i].low, cases[i].high, 0, 1);
      DuiTicks ticks = scale.ticks (&scale, cases[i].most);
      g_autofree char *labels = join_labels (&ticks);

      g_assert_cmpuint (ticks.n, <=, MAX (cases[i].most, 1));
      if (i == 14)
        g_assert_cmpuint (ticks.n, <=, 1);
      else
        g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

/* A step added again and again would miss by the last bits. */
static void
test_ticks_do_not_drift (void)
{
  DuiScale scale = dui_scale_linear (0, 100, 0, 1);
  DuiTicks ticks = scale.ticks (&scale, 1001);

  g_assert_cmpuint (ticks.n, ==, 1001);
  for (guint i = 0; i < ticks.n; i++)
    g_assert_true (dui_ticks_get_value (&ticks, i) == (double) i / 10);
}

static void
test_ticks_stay_inside (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 2000; i++)
    {
      double low
          = g_rand_double_range (random, -1, 1) * pow (10, g_rand_int_range (random, -6, 15));
      double size = pow (10, g_rand_double_range (random, -3, 3)) * fabs (low);
      guint most = (guint) g_rand_int_range (random, 2, 20);
      DuiScale scale = dui_scale_linear (low, low + size, 100, 300);
      DuiTicks ticks = scale.ticks (&scale, most);

      g_assert_cmpuint (ticks.n, <=, most);
      for (guint k = 0; k < ticks.n; k++)
        {
          double at = scale.map (&scale, dui_ticks_get_value (&ticks, k));

          g_assert_cmpfloat (at, >=, 100 - 1e-6);
          g_assert_cmpfloat (at, <=, 300 + 1e-6);
        }
    }
}

static void
test_linear (void)
{
  DuiScale up = dui_scale_linear (-10, 30, 200, 0);

  g_assert_cmpfloat (up.map (&up, -10), ==, 200);
  g_assert_cmpfloat (up.map (&up, 30), ==, 0);
  g_assert_cmpfloat (up.map (&up, 0), ==, 150);
  g_assert_cmpfloat_with_epsilon (up.invert (&up, 150), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (up.invert (&up, up.map (&up, 12.34)), 12.34, 1e-12);
}

static void
test_band (void)
{
  DuiScale bands = dui_scale_band (4, 10, 50);
  DuiScale none = dui_scale_band (0, 10, 50);
  DuiTicks ticks = bands.ticks (&bands, 4);
  g_autofree char *labels = join_labels (&ticks);

  g_assert_cmpstr (labels, ==, "0 1 2 3");
  g_assert_cmpfloat (dui_scale_get_band (&bands), ==, 10);
  g_assert_cmpfloat (bands.map (&bands, 0), ==, 15);
  g_assert_cmpfloat (bands.map (&bands, 3), ==, 45);
  g_assert_cmpfloat (bands.invert (&bands, 15), ==, 0);
  g_assert_cmpfloat (bands.invert (&bands, 49), ==, 3);
  g_assert_cmpfloat (bands.invert (&bands, 2), ==, -1);
  g_assert_cmpfloat (bands.invert (&bands, 99), ==, 4);
  g_assert_cmpfloat (none.map (&none, 0), ==, 30);
}

static void
test_band_ticks (void)
{
  static const struct
  {
    guint n;
    guint most;
    const char *labels;
  } cases[] = { { 1, 1, "0" },
                { 2, 2, "0 1" },
                { 17, 9, "0 2 4 6 8 10 12 14 16" },
                { 300, 7, "0 50 100 150 200 250" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiScale bands = dui_scale_band (cases[i].n, 0, 1);
      DuiTicks ticks = bands.ticks (&bands, cases[i].most);
      g_autofree char *labels = join_labels (&ticks);

      g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

static void
test_months (void)
{
  static const struct
  {
    guint most;
    const char *labels;
  } cases[] = { { 12, "1 2 3 4 5 6 7 8 9 10 11 12" },
                { 11, "2 4 6 8 10 12" },
                { 5, "3 6 9 12" },
                { 3, "6 12" },
                { 1, "12" } };
  DuiScale months = dui_scale_month (0, 240);

  g_assert_cmpfloat (months.map (&months, 0), ==, 0);
  g_assert_cmpfloat (months.map (&months, 11), ==, 220);
  g_assert_cmpfloat (months.invert (&months, 240), ==, 12);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiTicks ticks = months.ticks (&months, cases[i].most);
      g_autofree char *labels = join_labels (&ticks);

      g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/scale/ticks", test_ticks);
  g_test_add_func ("/plot/scale/ticks-do-not-drift", test_ticks_do_not_drift);
  g_test_add_func ("/plot/scale/ticks-stay-inside", test_ticks_stay_inside);
  g_test_add_func ("/plot/scale/linear", test_linear);
  g_test_add_func ("/plot/scale/band", test_band);
  g_test_add_func ("/plot/scale/band-ticks", test_band_ticks);
  g_test_add_func ("/plot/scale/months", test_months);
  return g_test_run ();
}
