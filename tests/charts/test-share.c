/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds the gap, of a county made by hand. */
#include "geometry.h"
#include "hand.h"

static DuiTextMeasure *measure;

/* Gaps of A to F: 1, 5, none (over), 2, 2, none reported; of G no target. The pace of November is
 * 11/12: only A is not behind. Together 10. */
static Hand *
make_county (void)
{
  static const char *const numbers[][2]
      = { { "19", "20" }, { "5", "10" }, { "11", "10" }, { "8", "10" },
          { "8", "10" },  { NULL, "10" }, { "3", NULL } };
  Hand *hand = hand_new (HAND_OUTPUT, G_N_ELEMENTS (numbers));

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (numbers[i][0])
        hand_set_figure (hand, i + 1, "2021-11", numbers[i][0]);
      if (numbers[i][1])
        hand_set_target (hand, i + 1, DUI_TIER_AGREED, numbers[i][1], NULL);
    }
  return hand;
}

static DuiLayout *
lay_out (Hand *hand, double width, double height)
{
  g_autoptr (DuiChart) chart = hand_chart (hand, "share", "2021-11");
  DuiLayout *layout = dui_chart_layout (chart, width, height, measure);

  geometry_check (layout, measure, "by hand");
  return layout;
}

/* The @index-th item of @role. */
static const DuiItem *
find_item (const DuiLayout *layout, DuiRole role, guint index)
{
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    if (dui_layout_get_item (layout, i)->role == role && index-- == 0)
      return dui_layout_get_item (layout, i);
  return NULL;
}

static void
test_bars (void)
{
  static const char *const marks[]
      = { "B镇: gap 5.00 (50.0%), 50.0% with those above", "D镇: gap 2.00 (20.0%), 70.0% with those above",
          "E镇: gap 2.00 (20.0%), 90.0% with those above",
          "A镇: gap 1.00 (10.0%), 100.0% with those above" };
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiLayout) layout = lay_out (hand, 500, 300);
  double longest = find_item (layout, DUI_ROLE_BEHIND, 0)->rect.width;

  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, G_N_ELEMENTS (marks));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_cmpstr (dui_layout_get_mark (layout, i)->name, ==, marks[i]);
  g_assert_cmpfloat_with_epsilon (find_item (layout, DUI_ROLE_BEHIND, 1)->rect.width,
                                  0.4 * longest, 0.01);
  g_assert_cmpfloat_with_epsilon (find_item (layout, DUI_ROLE_SHORT, 0)->rect.width,
                                  0.2 * longest, 0.01);
  g_assert_null (find_item (layout, DUI_ROLE_SHORT, 1));
}

/* The curve ends at the line of 100 %, and its steps are the shares. */
static void
test_curve (void)
{
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiLayout) layout = lay_out (hand, 500, 300);
  const DuiItem *curve = find_item (layout, DUI_ROLE_REFERENCE, 0);
  double zero = find_item (layout, DUI_ROLE_AXIS, 1)->rect.x;
  double whole = find_item (layout, DUI_ROLE_GRID, 1)->rect.x - zero;
  static const double sums[] = { 0.5, 0.7, 0.9, 1 };

  g_assert_cmpuint (curve->line.n_points, ==, G_N_ELEMENTS (sums));
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_assert_cmpfloat_with_epsilon (curve->line.points[i].x - zero, sums[i] * whole, 0.01);
}

/* The smallest together: D is still shown, E and A are the others. */
static void
test_low (void)
{
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiLayout) layout = lay_out (hand, 500, 92);

  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 3);
  g_assert_cmpstr (dui_layout_get_mark (layout, 2)->name, ==,
                   "The others: gap 3.00 (30.0%), 100.0% with those above");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_test_add_func ("/charts/share/bars", test_bars);
  g_test_add_func ("/charts/share/curve", test_curve);
  g_test_add_func ("/charts/share/low", test_low);
  result = g_test_run ();
  dui_text_measure_free (measure);
  return result;
}
