/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The growth map of a county made by hand: which shade, what is framed and what is missing. */
#include <string.h>

#include "geometry.h"
#include "hand.h"

static DuiTextMeasure *measure;

/* Nine of the ten growths above zero are at most 18, which gives steps of 18 / 4.5 = 4 points. */
static Hand *
make_county (void)
{
  static const char *const growths[2][7] = { { "3.9", "4", "8", "12", "16", "-1", "0.04" },
                                             { "18", "40", "5", "9", NULL, "-0.04", "" } };
  Hand *hand = hand_new (HAND_GROWTH, 7);

  for (guint m = 0; m < 2; m++)
    for (guint i = 0; i < 7; i++)
      if (growths[m][i] && *growths[m][i])
        hand_set_figure (hand, i + 1, m == 0 ? "2021-02" : "2021-03", growths[m][i]);
  return hand;
}

/* What is below the text @text, which has to be there once: the role of its rectangle, or -1. */
static int
find_ground (const DuiLayout *layout, const char *text)
{
  const DuiItem *found = NULL;
  int role = -1;

  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->kind != DUI_ITEM_TEXT || !g_str_equal (item->text.text, text))
        continue;
      g_assert_null (found);
      found = item;
    }
  g_assert_nonnull (found);
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->kind == DUI_ITEM_RECT && item->rect.x <= found->rect.x
          && item->rect.x + item->rect.width >= found->rect.x + found->rect.width
          && item->rect.y <= found->rect.y + found->rect.height / 2
          && item->rect.y + item->rect.height >= found->rect.y + found->rect.height / 2)
        role = item->role;
    }
  return role;
}

static void
test_shades (void)
{
  static const struct
  {
    const char *text;
    int ground;
  } expected[] = {
    { "3.9", -1 },
    { "4.0", DUI_ROLE_SHADE_1 },
    { "5.0", DUI_ROLE_SHADE_1 },
    { "8.0", DUI_ROLE_SHADE_2 },
    { "12.0", DUI_ROLE_SHADE_3 },
    { "16.0", DUI_ROLE_SHADE_4 },
    { "40.0", DUI_ROLE_SHADE_4 },
    { "−1.0", DUI_ROLE_BOX },
    { "n/r", DUI_ROLE_MISSING },
  };
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiChart) chart = NULL;
  g_autoptr (DuiLayout) layout = NULL;

  /* So that only E has not reported. */
  hand_set_figure (hand, 7, "2021-03", "1");
  chart = hand_chart (hand, "growth", "2021-03");
  layout = dui_chart_layout (chart, 600, 400, measure);
  geometry_check (layout, measure, "by hand");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (find_ground (layout, expected[i].text), ==, expected[i].ground);
  g_assert_true (geometry_has_text (layout, "shades of 4 points"));
}

/* By growth of the period shown, the unreported last; −0.04 prints as 0.0 and is not framed. */
static void
test_order (void)
{
  static const guint keys[] = { 2, 1, 4, 3, 6, 5, 7 };
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiChart) chart = hand_chart (hand, "growth", "2021-03");
  g_autoptr (DuiLayout) layout = dui_chart_layout (chart, 600, 400, measure);

  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpuint (dui_layout_get_mark (layout, i)->key, ==, keys[i]);
  g_assert_cmpstr (dui_layout_get_mark (layout, 0)->name, ==, "B镇: growth 40.0%");
  g_assert_cmpstr (dui_layout_get_mark (layout, 5)->name, ==, "E镇: no growth");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_test_add_func ("/charts/growth/shades", test_shades);
  g_test_add_func ("/charts/growth/order", test_order);
  result = g_test_run ();
  dui_text_measure_free (measure);
  return result;
}
