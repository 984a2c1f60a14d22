/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How uneven, of a county made by hand: where dots stand, who is named, what the title says. */
#include "geometry.h"
#include "hand.h"

#include <string.h>

static DuiTextMeasure *measure;

/* Completions: A 95 %, B and C 50 %, D 80 %, E not reported, F without a target. */
static Hand *
make_county (void)
{
  static const char *const numbers[][2] = { { "19", "20" }, { "5", "10" }, { "5", "10" },
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

static void
test_dots (void)
{
  static const char *const marks[] = { "B镇: 50.0%", "C镇: 50.0%", "D镇: 80.0%", "A镇: 95.0%" };
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiChart) chart = hand_chart (hand, "spread", "2021-11");
  g_autoptr (DuiLayout) layout = dui_chart_layout (chart, 500, 300, measure);
  const DuiMark *at[4];

  geometry_check (layout, measure, "by hand");
  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      at[i] = dui_layout_get_mark (layout, i);
      g_assert_cmpstr (at[i]->name, ==, marks[i]);
    }
  /* Alike: one above the other; on one scale: (80 - 50) / (95 - 50) of the way. */
  g_assert_cmpfloat_with_epsilon (at[0]->rect.x, at[1]->rect.x, 0.01);
  g_assert_cmpfloat (at[1]->rect.y, <, at[0]->rect.y);
  g_assert_cmpfloat_with_epsilon ((at[2]->rect.x - at[0]->rect.x) / (at[3]->rect.x - at[0]->rect.x),
                                  30.0 / 45, 0.001);
  g_assert_true (geometry_has_text (layout, "A镇 95.0"));
  g_assert_true (geometry_has_text (layout, "pace 91.7%"));
  g_assert_true (geometry_has_text (layout, "From 50.0% to 95.0%: 45.0 points apart"));
}

/* Dots that touch neither overlap nor vanish: those that find no room are counted. */
static void
test_crowd (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 200);
  g_autoptr (DuiChart) chart = NULL;
  g_autoptr (DuiLayout) layout = NULL;
  guint n = 0;

  for (guint i = 1; i <= 200; i++)
    {
      hand_set_figure (hand, i, "2021-11", "5");
      hand_set_target (hand, i, DUI_TIER_AGREED, "10", NULL);
    }
  chart = hand_chart (hand, "spread", "2021-11");
  layout = dui_chart_layout (chart, 400, 200, measure);
  geometry_check (layout, measure, "crowd");
  for (guint i = 0; i < dui_layout_get_n_marks (layout); i++)
    {
      const char *others = strstr (dui_layout_get_mark (layout, i)->name, "and ");

      n += 1 + (others ? (guint) g_ascii_strtoull (others + strlen ("and "), NULL, 10) : 0);
    }
  g_assert_cmpuint (n, ==, 200);
  g_assert_true (geometry_has_text (layout, "All alike: 50.0%"));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_test_add_func ("/charts/spread/dots", test_dots);
  g_test_add_func ("/charts/spread/crowd", test_crowd);
  result = g_test_run ();
  dui_text_measure_free (measure);
  return result;
}
