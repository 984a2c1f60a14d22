/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the progress chart shows of hand-made years: the curve, its holes, the steps of the target.
 */
#include <math.h>
#include <string.h>

#include "geometry.h"
#include "hand.h"

static DuiTextMeasure *measure;

static DuiLayout *
lay_out (Hand *hand, const char *month)
{
  DuiChart *chart = hand_chart (hand, "progress", month);
  DuiLayout *layout = dui_chart_layout (chart, 480, 300, measure);

  dui_chart_unref (chart);
  return layout;
}

/* @months like "2 3 4"; in each ten times its number. */
static Hand *
make_year (const char *months)
{
  Hand *hand = hand_new (HAND_OUTPUT, 0);
  g_auto (GStrv) parts = g_strsplit (months, " ", -1);

  for (guint i = 0; parts[i]; i++)
    {
      g_autofree char *month = g_strdup_printf ("2021-%02d", atoi (parts[i]));
      g_autofree char *value = g_strdup_printf ("%d", 10 * atoi (parts[i]));

      hand_set_figure (hand, 0, month, value);
    }
  hand_set_target (hand, 0, DUI_TIER_AGREED, "132", NULL);
  return hand;
}

static guint
find_lines (const DuiLayout *layout, DuiRole role, const DuiItem **found, guint most)
{
  guint n = 0;

  for (guint i = 0; i < dui_layout_get_n_items (layout) && n < most; i++)
    {
      const DuiItem *item = dui_layout_get_item (layout, i);

      if (item->role == role && item->kind == DUI_ITEM_LINE)
        found[n++] = item;
    }
  return n;
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
test_curve (void)
{
  g_autoptr (Hand) hand = make_year ("2 3 4 5 6 7 8 9 10 11");
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-11");
  const DuiItem *curve = NULL;
  const DuiItem *plan = NULL;

  g_assert_cmpuint (find_lines (layout, DUI_ROLE_CURVE, &curve, 1), ==, 1);
  g_assert_cmpuint (find_lines (layout, DUI_ROLE_TARGET, &plan, 1), ==, 1);
  /* From New Year; 1–2月 is one point at 2. */
  g_assert_cmpuint (curve->line.n_points, ==, 11);
  g_assert_cmpfloat_with_epsilon (curve->line.points[1].x - curve->line.points[0].x,
                                  2 * (curve->line.points[2].x - curve->line.points[1].x), 1e-9);
  g_assert_cmpuint (count_role (layout, DUI_ROLE_DOT), ==, 10);
  /* 110 of 132 at 11: the plan asks for 121; both start together. */
  g_assert_cmpfloat (curve->line.points[0].y, ==, plan->line.points[0].y);
  g_assert_cmpfloat_with_epsilon ((curve->line.points[0].y - curve->line.points[10].y) / 110,
                                  (plan->line.points[0].y - plan->line.points[12].y) / 132, 1e-9);
  g_assert_true (geometry_has_text (layout, "11.00 (100M yuan) behind the pace"));
  g_assert_true (geometry_has_text (layout, "gap 22.00 (100M yuan)"));
  g_assert_true (geometry_has_text (layout, "by pace 120.00"));
  g_assert_true (geometry_has_text (layout, "110.00"));
}

static void
test_marks (void)
{
  g_autoptr (Hand) hand = make_year ("2 3 5");
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-05");
  static const char *const names[]
      = { "2021 months 1–2: 20.00 (100M yuan) completed, 22.00 (100M yuan) due, 2.00 (100M yuan) "
          "behind the pace",
          "2021 months 1–3: 30.00 (100M yuan) completed, 33.00 (100M yuan) due, 3.00 (100M yuan) "
          "behind the pace",
          "2021 months 1–4: not reported",
          "2021 months 1–5: 50.00 (100M yuan) completed, 55.00 (100M yuan) due, 5.00 (100M yuan) "
          "behind the pace" };

  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (dui_layout_get_mark (layout, i)->name, ==, names[i]);
      g_assert_cmpuint (dui_layout_get_mark (layout, i)->key, ==,
                        (guint) dui_period_new (2021, 2 + (int) i));
    }
}

/* A missing month breaks the line and is marked. */
static void
test_hole (void)
{
  g_autoptr (Hand) hand = make_year ("2 3 5 6");
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-06");
  const DuiItem *curves[3];

  g_assert_cmpuint (find_lines (layout, DUI_ROLE_CURVE, curves, 3), ==, 2);
  g_assert_cmpfloat (curves[0]->rect.x + curves[0]->rect.width, <, curves[1]->rect.x);
  g_assert_true (geometry_has_text (layout, "none"));
}

/* A raise is upright, named with its document; the agreed target goes on dashed from there. */
static void
test_raise (void)
{
  g_autoptr (Hand) hand = make_year ("2 3 4 5 6 7 8");
  g_autoptr (DuiLayout) before = NULL;
  g_autoptr (DuiLayout) after = NULL;
  const DuiItem *plan = NULL;
  const DuiItem *agreed = NULL;
  gboolean upright = FALSE;

  hand_set_target (hand, 0, DUI_TIER_ADJUSTED, "180", "2021-08-01");
  before = lay_out (hand, "2021-07");
  after = lay_out (hand, "2021-08");
  /* In the bulletin of July nobody knows of it (PRACTICE R2). */
  g_assert_false (geometry_has_text (before, "adjusted in"));
  g_assert_true (geometry_has_text (after, "adjusted in month 8, 清政〔2021〕12号"));
  g_assert_cmpuint (find_lines (before, DUI_ROLE_TARGET_OLD, &agreed, 1), ==, 0);
  g_assert_cmpuint (find_lines (after, DUI_ROLE_TARGET_OLD, &agreed, 1), ==, 1);
  g_assert_cmpuint (find_lines (after, DUI_ROLE_TARGET, &plan, 1), ==, 1);
  for (guint i = 1; i < plan->line.n_points; i++)
    if (plan->line.points[i].x == plan->line.points[i - 1].x)
      {
        upright = TRUE;
        g_assert_cmpfloat (agreed->line.points[0].x, ==, plan->line.points[i].x);
        g_assert_cmpfloat (agreed->line.points[0].y, ==, plan->line.points[i - 1].y);
      }
  g_assert_true (upright);
  g_assert_true (geometry_has_text (after, "Adjusted target 180.00"));
  g_assert_true (geometry_has_text (after, "Agreed target 132.00"));
}

/* The forecast is an upright bar outside of the frame, right of December. */
static void
test_forecast_is_no_line (void)
{
  g_autoptr (Hand) hand = make_year ("2 3 4 5 6");
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-06");
  const DuiItem *plan = NULL;
  const DuiItem *lines[16];
  guint n = find_lines (layout, DUI_ROLE_MEASURE, lines, G_N_ELEMENTS (lines));
  double december;
  guint n_outside = 0;

  g_assert_cmpuint (find_lines (layout, DUI_ROLE_TARGET, &plan, 1), ==, 1);
  december = plan->rect.x + plan->rect.width;
  g_assert_true (geometry_has_text (layout, "by recent months 120.00"));
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (lines[i]->rect.width == 0 || lines[i]->rect.height == 0);
      n_outside += lines[i]->rect.x > december;
    }
  /* The bracket of the gap with its ends, the bar of the forecasts with its ticks. */
  g_assert_cmpuint (n_outside, ==, 3 + 3);
}

/* 66 by June of last year would have been 132 by pace; it was 110: off by a fifth. */
static void
test_past_error (void)
{
  g_autoptr (Hand) hand = make_year ("6");
  g_autoptr (DuiLayout) layout = NULL;

  hand_set_figure (hand, 0, "2020-06", "66");
  hand_set_figure (hand, 0, "2020-12", "110");
  layout = lay_out (hand, "2021-06");
  g_assert_true (geometry_has_text (layout, "by pace 120.00 (off 20.0%)"));
  /* 60 x 110 / 66, with no year before that one to try it on. */
  g_assert_true (geometry_has_text (layout, "by season 100.00"));
  g_assert_false (geometry_has_text (layout, "by season 100.00 (off"));
}

static void
test_last_year (void)
{
  g_autoptr (Hand) hand = make_year ("2 3");
  g_autoptr (DuiLayout) layout = NULL;
  const DuiItem *past = NULL;

  hand_set_figure (hand, 0, "2020-02", "18");
  hand_set_figure (hand, 0, "2020-12", "99");
  layout = lay_out (hand, "2021-03");
  g_assert_cmpuint (find_lines (layout, DUI_ROLE_PAST, &past, 1), ==, 1);
  g_assert_cmpuint (past->line.n_points, ==, 3);
  g_assert_true (geometry_has_text (layout, "last year 99.00"));
}

/* Without pace: the level by month, the target level, no zero. */
static void
test_level (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_ENERGY, 0);
  g_autoptr (DuiLayout) layout = NULL;
  const DuiItem *curve = NULL;
  const DuiItem *target = NULL;

  hand_set_figure (hand, 0, "2021-02", "0.87");
  hand_set_figure (hand, 0, "2021-03", "0.88");
  hand_set_target (hand, 0, DUI_TIER_AGREED, "0.85", NULL);
  layout = lay_out (hand, "2021-03");
  g_assert_cmpuint (find_lines (layout, DUI_ROLE_CURVE, &curve, 1), ==, 1);
  g_assert_cmpuint (curve->line.n_points, ==, 2);
  g_assert_cmpuint (find_lines (layout, DUI_ROLE_TARGET, &target, 1), ==, 1);
  g_assert_cmpfloat (target->rect.height, ==, 0);
  g_assert_cmpfloat (target->rect.y, >, curve->rect.y + curve->rect.height);
  g_assert_false (geometry_has_text (layout, "gap "));
  g_assert_cmpstr (
      dui_layout_get_mark (layout, 1)->name, ==,
      "2021 months 1–3: 0.88 (t coal eq./10k yuan), target 0.85 (t coal eq./10k yuan)");
}

static void
test_nothing (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 3);
  g_autoptr (DuiLayout) layout = lay_out (hand, "2021-11");

  g_assert_cmpuint (count_role (layout, DUI_ROLE_CURVE), ==, 0);
  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 10);
}

/* On the largest sheet the lines of the grid are still few enough to count; below a text they make
 * way. */
static void
test_grid (void)
{
  g_autoptr (Hand) hand = hand_new (HAND_OUTPUT, 3);
  g_autoptr (DuiChart) chart = NULL;
  g_autoptr (DuiLayout) layout = NULL;

  hand_set_figure (hand, 0, "2021-11", "154.74");
  hand_set_target (hand, 0, DUI_TIER_AGREED, "200", NULL);
  chart = hand_chart (hand, "progress", "2021-11");
  layout = dui_chart_layout (chart, 842, 1191, measure);
  g_assert_cmpuint (count_role (layout, DUI_ROLE_GRID), >=, 5);
  g_assert_cmpuint (count_role (layout, DUI_ROLE_GRID), <=, 13);
  g_assert_cmpuint (count_role (layout, DUI_ROLE_GAP_MARK), >=, 1);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_test_add_func ("/charts/progress/curve", test_curve);
  g_test_add_func ("/charts/progress/marks", test_marks);
  g_test_add_func ("/charts/progress/hole", test_hole);
  g_test_add_func ("/charts/progress/raise", test_raise);
  g_test_add_func ("/charts/progress/forecast-is-no-line", test_forecast_is_no_line);
  g_test_add_func ("/charts/progress/past-error", test_past_error);
  g_test_add_func ("/charts/progress/last-year", test_last_year);
  g_test_add_func ("/charts/progress/level", test_level);
  g_test_add_func ("/charts/progress/grid", test_grid);
  g_test_add_func ("/charts/progress/nothing", test_nothing);
  result = g_test_run ();
  dui_text_measure_free (measure);
  return result;
}
