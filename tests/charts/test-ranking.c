/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of ranks of a county made by hand: who is black, who is framed, what is joined. */
#include "geometry.h"
#include "hand.h"

static DuiTextMeasure *measure;

#define N_TOWNSHIPS 8

/* A to H by growth 8 to 1; in March H was first, in April C, when @silent, did not report. Ranks of
 * the months: A1 … H8; H1 A2 … G8; A1 B2 D3 E4 F5 G6 H7, or A1 … H8. F and G are in the last three
 * of all, H in February and in April. */
static Hand *
make_county (gboolean silent)
{
  static const char *const months[] = { "2021-02", "2021-03", "2021-04" };
  Hand *hand = hand_new (HAND_GROWTH, N_TOWNSHIPS);

  for (guint m = 0; m < G_N_ELEMENTS (months); m++)
    for (guint place = 1; place <= N_TOWNSHIPS; place++)
      {
        g_autofree char *growth
            = g_strdup_printf ("%u", m == 1 && place == 8 ? 9 : N_TOWNSHIPS + 1 - place);

        if (!(silent && m == 2 && place == 3))
          hand_set_figure (hand, place, months[m], growth);
      }
  return hand;
}

static DuiLayout *
lay_out (Hand *hand, const char *month, double width, double height)
{
  DuiChart *chart = hand_chart (hand, "ranking", month);
  DuiLayout *layout = dui_chart_layout (chart, width, height, measure);

  dui_chart_unref (chart);
  geometry_check (layout, measure, "by hand");
  return layout;
}

/* The texts of @text_role in the row of the mark @index from left to right, as "5 8". */
static char *
read_row (const DuiLayout *layout, guint index, DuiRole text_role)
{
  const DuiRect row = dui_layout_get_mark (layout, index)->rect;
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);
      double middle = item->rect.y + item->rect.height / 2;

      if (item->kind == DUI_ITEM_TEXT && item->role == text_role && middle > row.y
          && middle < row.y + row.height)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", item->text.text);
    }
  return g_string_free (line, FALSE);
}

static void
assert_row (const DuiLayout *layout, guint index, guint place, const char *plain, const char *black)
{
  g_autofree char *texts = read_row (layout, index, DUI_ROLE_TEXT);
  g_autofree char *numbers = read_row (layout, index, DUI_ROLE_TEXT_ON_BLOCK);

  g_assert_cmpuint (dui_layout_get_mark (layout, index)->key, ==, place);
  g_assert_cmpstr (texts, ==, plain);
  g_assert_cmpstr (numbers, ==, black);
}

static guint
count_rects (const DuiLayout *layout, DuiRole role)
{
  guint n = 0;

  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    n += dui_layout_get_item (layout, i)->role == role;
  return n;
}

static void
test_matrix (void)
{
  g_autoptr (Hand) hand = make_county (FALSE);
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-04", 600, 400);

  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, N_TOWNSHIPS);
  assert_row (layout, 0, 1, "A镇 1 2 1 8.0%", "");
  assert_row (layout, 4, 5, "E镇 5 5 4.0%", "6");
  assert_row (layout, 6, 7, "G镇 2.0%", "7 8 7");
  assert_row (layout, 7, 8, "H镇 1 1.0%", "8 8");
  g_assert_cmpuint (count_rects (layout, DUI_ROLE_BLOCK), ==, 9);
  g_assert_cmpuint (count_rects (layout, DUI_ROLE_BOX), ==, 9);
  g_assert_cmpuint (count_rects (layout, DUI_ROLE_MISSING), ==, 0);
}

/* F and G are joined over all three months, H, who was first in between, is not. */
static void
test_streaks (void)
{
  g_autoptr (Hand) hand = make_county (FALSE);
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-04", 600, 400);
  guint n = 0;

  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);
      const DuiRect row = dui_layout_get_mark (layout, 5 + MIN (n, 1))->rect;

      if (item->role != DUI_ROLE_CURVE)
        continue;
      n++;
      g_assert_cmpfloat (item->rect.y, >, row.y);
      g_assert_cmpfloat (item->rect.y, <=, row.y + row.height);
      /* Three cells of 60 points, the widest there are. */
      g_assert_cmpfloat_with_epsilon (item->rect.width, 3 * 60 - 2, 0.01);
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (geometry_has_text (layout, "3×"));
}

static void
test_silent (void)
{
  g_autoptr (Hand) hand = make_county (TRUE);
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-04", 600, 400);

  assert_row (layout, 2, 4, "D镇 4 5 3 5.0%", "");
  assert_row (layout, 7, 3, "C镇 3 4 n/r", "");
  g_assert_cmpuint (count_rects (layout, DUI_ROLE_MISSING), ==, 1);
}

/* Too low for all: the bottom set stays, and the last line before it counts the others. */
static void
test_low (void)
{
  g_autoptr (Hand) hand = make_county (FALSE);
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-04", 300, 112);
  guint n = dui_layout_get_n_marks (layout);

  g_assert_cmpuint (n, <, N_TOWNSHIPS);
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpuint (dui_layout_get_mark (layout, 0)->key, ==, 1);
  g_assert_cmpuint (dui_layout_get_mark (layout, n - 1)->key, ==, 8);
  g_assert_cmpuint (dui_layout_get_mark (layout, n - 2)->key, ==, 7);
  g_assert_true (geometry_has_text (layout, "more do not fit"));
}

/* Nothing before the first ranking: the columns begin there. */
static void
test_columns (void)
{
  g_autoptr (Hand) hand = make_county (FALSE);
  g_autoptr (DuiLayout) one = lay_out (hand, "2021-02", 600, 400);
  g_autoptr (DuiLayout) narrow = lay_out (hand, "2021-04", 110, 300);

  assert_row (one, 0, 1, "A镇 1 8.0%", "");
  g_assert_true (geometry_has_text (one, "2021"));
  g_assert_false (geometry_has_text (one, "2020"));
  /* The values go before a period does. */
  assert_row (narrow, 0, 1, "A镇 1 2 1", "");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_test_add_func ("/charts/ranking/matrix", test_matrix);
  g_test_add_func ("/charts/ranking/streaks", test_streaks);
  g_test_add_func ("/charts/ranking/silent", test_silent);
  g_test_add_func ("/charts/ranking/low", test_low);
  g_test_add_func ("/charts/ranking/columns", test_columns);
  result = g_test_run ();
  dui_text_measure_free (measure);
  return result;
}
