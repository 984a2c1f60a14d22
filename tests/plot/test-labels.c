/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels that move apart and labels that find a place. */
#include "plot/labels.h"

static void
test_spread_keeps_what_fits (void)
{
  double centres[] = { 10, 30, 50 };

  g_assert_true (dui_labels_spread (centres, 3, 10, 0, 100));
  g_assert_cmpfloat (centres[0], ==, 10);
  g_assert_cmpfloat (centres[1], ==, 30);
  g_assert_cmpfloat (centres[2], ==, 50);
}

static void
test_spread_moves_evenly (void)
{
  double pair[] = { 50, 50 };
  double triple[] = { 40, 50, 52 };

  g_assert_true (dui_labels_spread (pair, 2, 10, 0, 100));
  g_assert_cmpfloat (pair[0], ==, 45);
  g_assert_cmpfloat (pair[1], ==, 55);
  /* Least squares of three that touch: the mean of 40, 50 - 10, 52 - 20. */
  g_assert_true (dui_labels_spread (triple, 3, 10, 0, 100));
  g_assert_cmpfloat_with_epsilon (triple[0], 112 / 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (triple[1], 112 / 3.0 + 10, 1e-9);
}

static void
test_spread_stays_inside (void)
{
  double top[] = { -5, 2, 3 };
  double full[] = { 90, 91, 92, 93, 94, 95, 96, 97, 98, 99 };

  g_assert_true (dui_labels_spread (top, 3, 10, 0, 100));
  g_assert_cmpfloat (top[0], ==, 5);
  g_assert_cmpfloat (top[2], ==, 25);
  g_assert_true (dui_labels_spread (full, 10, 10, 0, 100));
  g_assert_cmpfloat (full[0], ==, 5);
  g_assert_cmpfloat (full[9], ==, 95);
}

static void
test_spread_refuses_too_many (void)
{
  double centres[] = { 1, 2, 3 };

  g_assert_false (dui_labels_spread (centres, 3, 10, 0, 29));
  g_assert_cmpfloat (centres[2], ==, 3);
  g_assert_true (dui_labels_spread (NULL, 0, 10, 0, 29));
}

static void
test_spread_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int round = 0; round < 1000; round++)
    {
      double centres[12];
      guint n = (guint) g_rand_int_range (random, 1, 13);

      for (guint i = 0; i < n; i++)
        centres[i] = (i > 0 ? centres[i - 1] : 0) + g_rand_double_range (random, 0, 15);
      g_assert_true (dui_labels_spread (centres, n, 8, 0, 100));
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (centres[i], >=, 4 - 1e-9);
          g_assert_cmpfloat (centres[i], <=, 96 + 1e-9);
          if (i > 0)
            g_assert_cmpfloat (centres[i] - centres[i - 1], >=, 8 - 1e-9);
        }
    }
}

static void
test_placer_prefers_the_side (void)
{
  g_autoptr (DuiPlacer) placer = dui_placer_new ((DuiRect){ 0, 0, 100, 100 });
  DuiRect rect;
  DuiPoint end;

  g_assert_true (
      dui_placer_place (placer, (DuiPoint){ 50, 50 }, DUI_SIDE_EAST, 20, 10, 60, &rect, &end));
  g_assert_cmpfloat (rect.x, ==, 54);
  g_assert_cmpfloat (rect.y, ==, 45);
  /* The place is taken now: the next label goes to the nearest side that is free. */
  g_assert_true (
      dui_placer_place (placer, (DuiPoint){ 50, 50 }, DUI_SIDE_EAST, 20, 10, 60, &rect, &end));
  g_assert_true (rect.y >= 55 || rect.y + rect.height <= 45 || rect.x + rect.width <= 54);
}

static void
test_placer_avoids_lines_and_edges (void)
{
  g_autoptr (DuiPlacer) placer = dui_placer_new ((DuiRect){ 0, 0, 100, 100 });
  const DuiPoint line[] = { { 0, 100 }, { 100, 0 } };
  DuiRect rect;
  DuiPoint end;

  dui_placer_avoid_line (placer, line, 2);
  g_assert_true (
      dui_placer_place (placer, (DuiPoint){ 98, 2 }, DUI_SIDE_NORTH_EAST, 30, 10, 60, &rect, &end));
  g_assert_cmpfloat (rect.x + rect.width, <=, 100);
  g_assert_cmpfloat (rect.y, >=, 0);
  /* Wholly on one side of the diagonal. */
  g_assert_true (rect.x + rect.y >= 100 || rect.x + rect.width + rect.y + rect.height <= 100);
}

static void
test_placer_gives_up (void)
{
  g_autoptr (DuiPlacer) placer = dui_placer_new ((DuiRect){ 0, 0, 40, 40 });
  DuiRect rect;
  DuiPoint end;

  g_assert_false (
      dui_placer_place (placer, (DuiPoint){ 20, 20 }, DUI_SIDE_NORTH, 50, 10, 60, &rect, &end));
  dui_placer_avoid_rect (placer, (DuiRect){ 0, 0, 40, 40 });
  g_assert_false (
      dui_placer_place (placer, (DuiPoint){ 20, 20 }, DUI_SIDE_NORTH, 5, 5, 60, &rect, &end));
}

static void
test_placer_keeps_near (void)
{
  g_autoptr (DuiPlacer) placer = dui_placer_new ((DuiRect){ 0, 0, 200, 200 });
  DuiRect rect;
  DuiPoint end;

  dui_placer_avoid_rect (placer, (DuiRect){ 80, 80, 40, 40 });
  g_assert_false (dui_placer_place (placer, (DuiPoint){ 100, 100 }, DUI_SIDE_EAST, 10, 10,
                                    DUI_LABEL_NEAR, &rect, &end));
  g_assert_true (
      dui_placer_place (placer, (DuiPoint){ 100, 100 }, DUI_SIDE_EAST, 10, 10, 60, &rect, &end));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/labels/spread-keeps-what-fits", test_spread_keeps_what_fits);
  g_test_add_func ("/plot/labels/spread-moves-evenly", test_spread_moves_evenly);
  g_test_add_func ("/plot/labels/spread-stays-inside", test_spread_stays_inside);
  g_test_add_func ("/plot/labels/spread-refuses-too-many", test_spread_refuses_too_many);
  g_test_add_func ("/plot/labels/spread-random", test_spread_random);
  g_test_add_func ("/plot/labels/placer-prefers-the-side", test_placer_prefers_the_side);
  g_test_add_func ("/plot/labels/placer-avoids-lines-and-edges",
                   test_placer_avoids_lines_and_edges);
  g_test_add_func ("/plot/labels/placer-gives-up", test_placer_gives_up);
  g_test_add_func ("/plot/labels/placer-keeps-near", test_placer_keeps_near);
  return g_test_run ();
}
