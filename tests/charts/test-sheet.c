/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small multiples, of a county made by hand: the order, one scale for all, a missing month, and what
 * finds no room. */
#include "geometry.h"
#include "hand.h"

#include <string.h>

static DuiTextMeasure *measure;

/* A 95 %, B 50 % with October missing, C not reported, D without a target. */
static Hand *
make_county (void)
{
  Hand *hand = hand_new (HAND_OUTPUT, 4);

  hand_set_figure (hand, 1, "2021-10", "18");
  hand_set_figure (hand, 1, "2021-11", "19");
  hand_set_target (hand, 1, DUI_TIER_AGREED, "20", NULL);
  hand_set_figure (hand, 2, "2021-09", "4");
  hand_set_figure (hand, 2, "2021-11", "5");
  hand_set_target (hand, 2, DUI_TIER_AGREED, "10", NULL);
  hand_set_target (hand, 3, DUI_TIER_AGREED, "10", NULL);
  hand_set_figure (hand, 4, "2021-11", "3");
  return hand;
}

static const DuiItem *
find_item (const DuiLayout *layout, DuiRole role, guint index)
{
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    if (dui_layout_get_item (layout, i)->role == role && index-- == 0)
      return dui_layout_get_item (layout, i);
  return NULL;
}

static void
test_cells (void)
{
  static const char *const marks[] = { "B镇: −41.7 points to the pace", "A镇: +3.3 points to the pace",
                                       "D镇: no target", "C镇: n/r" };
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiChart) chart = hand_chart (hand, "sheet", "2021-11");
  g_autoptr (DuiLayout) layout = dui_chart_layout (chart, 500, 300, measure);
  const DuiItem *dot_b, *dot_a;
  const DuiMark *b, *a;

  geometry_check (layout, measure, "by hand");
  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, G_N_ELEMENTS (marks));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_cmpstr (dui_layout_get_mark (layout, i)->name, ==, marks[i]);
  b = dui_layout_get_mark (layout, 0);
  a = dui_layout_get_mark (layout, 1);
  dot_b = find_item (layout, DUI_ROLE_DOT, 0);
  dot_a = find_item (layout, DUI_ROLE_DOT, 1);
  g_assert_cmpfloat_with_epsilon (a->rect.height, b->rect.height, 0.01);
  /* 95 of 100 against 50 of 100, from the same zero. */
  {
    const DuiItem *axis = find_item (layout, DUI_ROLE_AXIS, 0);
    double zero = axis->rect.y, high = find_item (layout, DUI_ROLE_GRID, 0)->rect.y;

    g_assert_cmpfloat_with_epsilon (zero - (dot_b->rect.y + dot_b->rect.height / 2),
                                    0.5 * (zero - high), 0.01);
    g_assert_cmpfloat_with_epsilon (zero - (dot_a->rect.y + dot_a->rect.height / 2),
                                    0.95 * (zero - high), 0.01);
  }
  g_assert_true (geometry_has_text (layout, "1 township behind the pace, B镇 the farthest by 41.7"));
}

/* Of 60 places what does not fit is counted. */
static void
test_no_room (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 60);
  g_autoptr (DuiChart) chart = NULL;
  g_autoptr (DuiLayout) layout = NULL;
  g_autofree char *rest = NULL;

  for (guint i = 1; i <= 60; i++)
    {
      hand_set_figure (hand, i, "2021-11", "5");
      hand_set_target (hand, i, DUI_TIER_AGREED, "10", NULL);
    }
  chart = hand_chart (hand, "sheet", "2021-11");
  layout = dui_chart_layout (chart, 300, 200, measure);
  geometry_check (layout, measure, "no room");
  rest = g_strdup_printf ("%u more places", 60 - dui_layout_get_n_marks (layout));
  g_assert_cmpuint (dui_layout_get_n_marks (layout), <, 60);
  g_assert_true (geometry_has_text (layout, rest));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_test_add_func ("/charts/sheet/cells", test_cells);
  g_test_add_func ("/charts/sheet/no room", test_no_room);
  result = g_test_run ();
  dui_text_measure_free (measure);
  return result;
}
