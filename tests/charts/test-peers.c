/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of a township among the others of a county made by hand: lengths of the gaps, bars of the
 * periods, names where they change. */
#include <string.h>

#include "geometry.h"
#include "hand.h"

static DuiTextMeasure *measure;

/* Township 2 is between 1 and 3; in 1–2月 it was 3 that was ahead. */
static Hand *
make_county (void)
{
  static const char *const growths[2][3] = { { "9", "6", "8" }, { "9", "7", "4" } };
  Hand *hand = hand_new (HAND_GROWTH, 3);

  for (guint m = 0; m < 2; m++)
    for (guint i = 0; i < 3; i++)
      hand_set_figure (hand, i + 1, m == 0 ? "2021-02" : "2021-03", growths[m][i]);
  return hand;
}

/* The rectangles of @role, in order of x. */
static GArray *
find_rects (const DuiLayout *layout, DuiRole role)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (DuiRect));

  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->kind == DUI_ITEM_RECT && item->role == role)
        g_array_append_val (rects, item->rect);
    }
  return rects;
}

static void
test_lengths (void)
{
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiChart) chart = hand_chart_of (hand, "peers", "2021-03", 2, DUI_TIER_ASSESSED);
  g_autoptr (DuiLayout) layout = dui_chart_layout (chart, 480, 420, measure);
  g_autoptr (GArray) lead = find_rects (layout, DUI_ROLE_SHORT);
  g_autoptr (GArray) chase = find_rects (layout, DUI_ROLE_AHEAD);
  const DuiRect *first = &g_array_index (lead, DuiRect, 0);

  geometry_check (layout, measure, "peers");
  /* The length on the axis: 2 ahead, 3 behind; then the bars of the periods: 2 and 2, none and 3. */
  g_assert_cmpuint (lead->len, ==, 3);
  g_assert_cmpuint (chase->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (first->width * 3, g_array_index (chase, DuiRect, 0).width * 2,
                                  0.1);
  g_assert_cmpfloat_with_epsilon (g_array_index (lead, DuiRect, 1).height,
                                  g_array_index (lead, DuiRect, 2).height, 0.01);
  g_assert_cmpfloat_with_epsilon (g_array_index (lead, DuiRect, 2).height * 3,
                                  g_array_index (chase, DuiRect, 1).height * 2, 0.1);
  g_assert_true (geometry_has_text (layout, "2.0 points"));
  g_assert_true (geometry_has_text (layout, "3.0 points"));
  /* Three places, two periods. */
  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 5);
}

static void
test_none (void)
{
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiChart) chart = hand_chart (hand, "peers", "2021-03");
  g_autoptr (DuiLayout) layout = dui_chart_layout (chart, 480, 420, measure);

  g_assert_cmpstr (dui_chart_get_title (chart), ==, "No figures of the peers");
  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 0);
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_test_add_func ("/charts/peers/lengths", test_lengths);
  g_test_add_func ("/charts/peers/none", test_none);
  failed = g_test_run ();
  dui_text_measure_free (measure);
  return failed;
}
