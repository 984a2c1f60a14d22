/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the gap chart shows of hand-made counties: order, lengths, lines, words and marks. */
#include <math.h>
#include <string.h>

#include "geometry.h"
#include "hand.h"

static DuiTextMeasure *measure;

static DuiLayout *
lay_out (Hand *hand, double width, double height)
{
  DuiChart *chart = hand_chart (hand, "gap", "2021-11");
  DuiLayout *layout = dui_chart_layout (chart, width, height, measure);

  dui_chart_unref (chart);
  return layout;
}

/* Four townships behind and ahead, one without a target, one that has not reported. */
static Hand *
make_county (void)
{
  static const char *const numbers[][2]
      = { { "154.74", "200" }, { "9.3", "10" }, { "4", "10" }, { "10.5", "10" },
          { "15.48", "20" },   { "3", NULL },   { NULL, "10" } };
  Hand *hand = hand_new (HAND_OUTPUT, 6);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (numbers[i][0])
        hand_set_figure (hand, i, "2021-11", numbers[i][0]);
      if (numbers[i][1])
        hand_set_target (hand, i, DUI_TIER_AGREED, numbers[i][1], NULL);
    }
  return hand;
}

static const DuiItem *
find_text (const DuiLayout *layout, const char *text)
{
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->kind == DUI_ITEM_TEXT && g_str_equal (item->text.text, text))
        return item;
    }
  return NULL;
}

/* The rectangle of @role in the row of @mark, or NULL. */
static const DuiItem *
find_bar (const DuiLayout *layout, DuiRole role, const DuiMark *mark)
{
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->kind == DUI_ITEM_RECT && item->role == role && item->rect.y >= mark->rect.y
          && item->rect.y < mark->rect.y + mark->rect.height)
        return item;
    }
  return NULL;
}

static guint
count_role (const DuiLayout *layout, DuiRole role)
{
  guint n = 0;

  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    n += dui_layout_get_item (layout, i)->role == role;
  return n;
}

static void
test_order_and_marks (void)
{
  static const struct
  {
    guint key;
    const char *name;
  } expected[] = {
    { 0, "Whole county: 77.4% completed, 14.3 points behind, gap 45.26 100M yuan" },
    { 2, "B镇: 40.0% completed, 51.7 points behind, gap 6.00 100M yuan" },
    { 4, "D镇: 77.4% completed, 14.3 points behind, gap 4.52 100M yuan" },
    { 1, "A镇: 93.0% completed, 1.3 points ahead, gap 0.70 100M yuan" },
    { 3, "C镇: 105.0% completed, 13.3 points ahead, 0.50 100M yuan over the target" },
    { 6, "F镇: not reported" },
    { 5, "E镇: no target" },
  };
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiLayout) layout = lay_out (hand, 442, 269);

  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const DuiMark *mark = dui_layout_get_mark (layout, i);

      g_assert_cmpuint (mark->key, ==, expected[i].key);
      g_assert_cmpstr (mark->name, ==, expected[i].name);
      if (i > 0)
        g_assert_cmpfloat (mark->rect.y, >, dui_layout_get_mark (layout, i - 1)->rect.y);
    }
}

/* Completion as length; the pace line at 91.7 and the target at 100 on the same scale. */
static void
test_lengths (void)
{
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiLayout) layout = lay_out (hand, 442, 269);
  const DuiItem *behind = find_bar (layout, DUI_ROLE_VALUE, dui_layout_get_mark (layout, 1));
  const DuiItem *ahead = find_bar (layout, DUI_ROLE_VALUE, dui_layout_get_mark (layout, 4));
  double percent = behind->rect.width / 40;

  g_assert_cmpfloat_with_epsilon (ahead->rect.width, 105 * percent, 0.01);
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->role == DUI_ROLE_REFERENCE)
        g_assert_cmpfloat_with_epsilon (item->rect.x - behind->rect.x, 100 * 11 / 12.0 * percent,
                                        0.01);
    }
  g_assert_cmpuint (count_role (layout, DUI_ROLE_REFERENCE), ==, 1);
}

/* Behind the pace in the warning ink, short but on the pace in the plain one, excess to the left.
 */
static void
test_gap_bars (void)
{
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiLayout) layout = lay_out (hand, 442, 269);
  const DuiItem *largest = find_bar (layout, DUI_ROLE_BEHIND, dui_layout_get_mark (layout, 1));
  const DuiItem *second = find_bar (layout, DUI_ROLE_BEHIND, dui_layout_get_mark (layout, 2));
  const DuiItem *plain = find_bar (layout, DUI_ROLE_SHORT, dui_layout_get_mark (layout, 3));
  const DuiItem *over = find_bar (layout, DUI_ROLE_AHEAD, dui_layout_get_mark (layout, 4));

  g_assert_cmpfloat_with_epsilon (second->rect.width / largest->rect.width, 4.52 / 6, 0.001);
  g_assert_cmpfloat_with_epsilon (plain->rect.width / largest->rect.width, 0.7 / 6, 0.001);
  g_assert_cmpfloat_with_epsilon (over->rect.width / largest->rect.width, 0.5 / 6, 0.001);
  g_assert_cmpfloat_with_epsilon (over->rect.x + over->rect.width, largest->rect.x, 0.001);
  /* The county's own gap is a number, no bar: the others would be no lengths beside it. */
  g_assert_null (find_bar (layout, DUI_ROLE_BEHIND, dui_layout_get_mark (layout, 0)));
  g_assert_nonnull (find_text (layout, "45.26"));
}

static void
test_words (void)
{
  static const char *const words[]
      = { "14.3 behind", "51.7 behind",  "13.3 ahead", "0.50 over",
          "Pace 91.7%",  "not reported", "no target",  "Gap (100M yuan)" };
  g_autoptr (Hand) hand = make_county ();
  g_autoptr (DuiLayout) layout = lay_out (hand, 442, 269);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (find_text (layout, words[i]));
    }
  g_assert_cmpuint (count_role (layout, DUI_ROLE_MISSING), ==, 2);
  g_assert_true (geometry_has_text (layout, "Issued 2021-12-18"));
  g_assert_true (geometry_has_text (layout, "清丰县"));
}

/* PRACTICE R10: 12.54 and 12.46 both print as 12.5, so all gain a decimal. */
static void
test_decimals (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 2);
  g_autoptr (DuiLayout) layout = NULL;

  hand_set_figure (hand, 1, "2021-11", "79.13");
  hand_set_figure (hand, 2, "2021-11", "79.21");
  hand_set_target (hand, 1, DUI_TIER_AGREED, "100", NULL);
  hand_set_target (hand, 2, DUI_TIER_AGREED, "100", NULL);
  layout = lay_out (hand, 442, 269);
  g_assert_nonnull (find_text (layout, "12.54 behind"));
  g_assert_nonnull (find_text (layout, "12.46 behind"));
}

/* A gap of 32万元 is not none: all numbers of the column gain decimals. */
static void
test_small_gap (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 2);
  g_autoptr (DuiLayout) layout = NULL;

  hand_set_figure (hand, 1, "2021-11", "0.5968");
  hand_set_figure (hand, 2, "2021-11", "5");
  hand_set_target (hand, 1, DUI_TIER_AGREED, "0.6", NULL);
  hand_set_target (hand, 2, DUI_TIER_AGREED, "10", NULL);
  layout = lay_out (hand, 442, 269);
  g_assert_nonnull (find_text (layout, "0.003"));
  g_assert_nonnull (find_text (layout, "5.000"));
}

static void
test_break (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 2);
  g_autoptr (DuiLayout) layout = NULL;
  const DuiItem *cut, *plain;

  hand_set_figure (hand, 1, "2021-11", "90");
  hand_set_figure (hand, 2, "2021-11", "5");
  hand_set_target (hand, 1, DUI_TIER_AGREED, "10", NULL);
  hand_set_target (hand, 2, DUI_TIER_AGREED, "10", NULL);
  layout = lay_out (hand, 442, 269);
  /* No county figure: the sum stands first, then the one behind, then the one at 900 %. */
  plain = find_bar (layout, DUI_ROLE_VALUE, dui_layout_get_mark (layout, 1));
  cut = find_bar (layout, DUI_ROLE_VALUE, dui_layout_get_mark (layout, 2));
  g_assert_cmpfloat_with_epsilon (cut->rect.width / plain->rect.width, 130 / 50.0, 0.001);
  g_assert_cmpuint (count_role (layout, DUI_ROLE_GAP_MARK), >=, 2);
  g_assert_nonnull (find_text (layout, "808.3 ahead"));
}

static void
test_tiers (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 1);
  g_autoptr (DuiLayout) layout = NULL;

  hand_set_figure (hand, 1, "2021-11", "9");
  hand_set_target (hand, 1, DUI_TIER_AGREED, "10", NULL);
  hand_set_target (hand, 1, DUI_TIER_ADJUSTED, "12", "2021-08-01");
  hand_set_target (hand, 1, DUI_TIER_STRETCH, "13", NULL);
  layout = lay_out (hand, 442, 269);
  /* Judged by the adjusted one. The key, the sum and the row. */
  g_assert_nonnull (find_text (layout, "16.7 behind"));
  g_assert_nonnull (find_text (layout, "agreed"));
  g_assert_nonnull (find_text (layout, "stretch"));
  g_assert_cmpuint (count_role (layout, DUI_ROLE_HOLLOW), ==, 6);
}

/* What does not fit at the smallest text is counted; nothing is set smaller. */
static void
test_too_many (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 60);
  g_autoptr (DuiLayout) layout = NULL;
  guint n_shown;
  g_autofree char *rest = NULL;

  for (guint i = 0; i <= 60; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", 100 - i);

      hand_set_figure (hand, i, "2021-11", value);
      hand_set_target (hand, i, DUI_TIER_AGREED, "200", NULL);
    }
  layout = lay_out (hand, 320, 240);
  n_shown = dui_layout_get_n_marks (layout);
  g_assert_cmpuint (n_shown, >, 12);
  g_assert_cmpuint (n_shown, <, 30);
  rest = g_strdup_printf ("… %u more do not fit here", 61 - n_shown);
  g_assert_nonnull (find_text (layout, rest));
  /* The one farthest behind is there, right below the county. */
  g_assert_cmpuint (dui_layout_get_mark (layout, 0)->key, ==, 0);
  g_assert_cmpuint (dui_layout_get_mark (layout, 1)->key, ==, 60);
}

/* Where they fit in columns all are shown. */
static void
test_columns (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 60);
  g_autoptr (DuiLayout) layout = NULL;

  for (guint i = 0; i <= 60; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", 100 - i);

      hand_set_figure (hand, i, "2021-11", value);
      hand_set_target (hand, i, DUI_TIER_AGREED, "200", NULL);
    }
  layout = lay_out (hand, 700, 420);
  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 61);
  g_assert_cmpuint (count_role (layout, DUI_ROLE_REFERENCE), ==, 2);
  g_assert_cmpfloat (dui_layout_get_mark (layout, 60)->rect.x, >, 350);
}

static void
test_distance (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_ENERGY, 2);
  g_autoptr (DuiLayout) layout = NULL;

  hand_set_figure (hand, 1, "2021-11", "0.88");
  hand_set_figure (hand, 2, "2021-11", "0.80");
  hand_set_target (hand, 1, DUI_TIER_AGREED, "0.85", NULL);
  hand_set_target (hand, 2, DUI_TIER_AGREED, "0.85", NULL);
  layout = lay_out (hand, 442, 269);
  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 2);
  g_assert_cmpstr (dui_layout_get_mark (layout, 0)->name, ==,
                   "A镇: 0.88 t coal eq./10k yuan, target 0.85, 0.03 above");
  g_assert_nonnull (find_text (layout, "0.03 above"));
  g_assert_nonnull (find_text (layout, "0.05 below"));
  /* Above the limit is what lacks, below it is excess. */
  g_assert_nonnull (find_bar (layout, DUI_ROLE_BEHIND, dui_layout_get_mark (layout, 0)));
  g_assert_nonnull (find_bar (layout, DUI_ROLE_AHEAD, dui_layout_get_mark (layout, 1)));
  /* A tick for each target, and one in the key: beside the words of the bars, as what stands above
   * the column of values is read as its heading. */
  g_assert_cmpuint (count_role (layout, DUI_ROLE_REFERENCE), ==, 2);
  g_assert_nonnull (find_text (layout, "target"));
  g_assert_cmpfloat (find_text (layout, "target")->rect.x
                         + find_text (layout, "target")->rect.width,
                     <, find_text (layout, "0.88")->rect.x);
}

/* Where only the county has a target it is all that is shown (PRACTICE R21), its gap as a length;
 * among the places it is a number only. */
static void
test_whole_alone (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 3);
  g_autoptr (DuiLayout) alone = NULL;
  g_autoptr (DuiLayout) among = NULL;

  hand_set_figure (hand, 0, "2021-11", "154.74");
  hand_set_target (hand, 0, DUI_TIER_AGREED, "200", NULL);
  hand_set_figure (hand, 1, "2021-11", "9");
  alone = lay_out (hand, 442, 269);
  g_assert_cmpuint (dui_layout_get_n_marks (alone), ==, 1);
  g_assert_null (find_text (alone, "no target"));
  g_assert_nonnull (find_bar (alone, DUI_ROLE_BEHIND, dui_layout_get_mark (alone, 0)));
  hand_set_target (hand, 1, DUI_TIER_AGREED, "10", NULL);
  among = lay_out (hand, 442, 269);
  g_assert_cmpuint (dui_layout_get_n_marks (among), ==, 4);
  g_assert_nonnull (find_text (among, "not reported"));
  g_assert_null (find_bar (among, DUI_ROLE_BEHIND, dui_layout_get_mark (among, 0)));
}

static gboolean
subtitle_has (Hand *hand, const char *text)
{
  g_autoptr (DuiLayout) layout = lay_out (hand, 442, 269);

  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->kind == DUI_ITEM_TEXT && strstr (item->text.text, text))
        return TRUE;
    }
  return FALSE;
}

/* A tier is named only where some target of it is in force (PRACTICE R23). */
static void
test_no_tier (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 3);

  hand_set_figure (hand, 1, "2021-11", "9");
  g_assert_false (subtitle_has (hand, dui_tier_to_label (DUI_TIER_ASSESSED)));
  hand_set_target (hand, 2, DUI_TIER_AGREED, "10", NULL);
  g_assert_true (subtitle_has (hand, dui_tier_to_label (DUI_TIER_ASSESSED)));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_test_add_func ("/charts/gap/order-and-marks", test_order_and_marks);
  g_test_add_func ("/charts/gap/lengths", test_lengths);
  g_test_add_func ("/charts/gap/gap-bars", test_gap_bars);
  g_test_add_func ("/charts/gap/words", test_words);
  g_test_add_func ("/charts/gap/decimals", test_decimals);
  g_test_add_func ("/charts/gap/small-gap", test_small_gap);
  g_test_add_func ("/charts/gap/break", test_break);
  g_test_add_func ("/charts/gap/tiers", test_tiers);
  g_test_add_func ("/charts/gap/too-many", test_too_many);
  g_test_add_func ("/charts/gap/columns", test_columns);
  g_test_add_func ("/charts/gap/distance", test_distance);
  g_test_add_func ("/charts/gap/whole-alone", test_whole_alone);
  g_test_add_func ("/charts/gap/no-tier", test_no_tier);
  result = g_test_run ();
  dui_text_measure_free (measure);
  return result;
}
