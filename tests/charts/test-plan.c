/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan path's picture: points where the shares are, at every size. */
#include "geometry.h"

#include "analysis/plan.h"
#include "charts/charts.h"
#include "county.h"

#include <string.h>

static DuiTextMeasure *measure;
static DuiPanel *panel;

/* 0.5 % each month and the rest in December: the flattest line. */
static const DuiPlan late
    = { 2021, { 5000, 10000, 15000, 20000, 25000, 30000, 35000, 40000, 45000, 50000, 55000, 1000000 } };

static DuiLayout *
lay_out (const DuiPlan *plan,
         double width,
         double height)
{
  const DuiChartSubject subject
      = { .panel = panel, .place = 0, .period = dui_period_new (2021, 12) };
  g_autoptr (DuiChart) chart = dui_plan_chart_new (&subject, plan);
  DuiLayout *layout = dui_chart_layout (chart, width, height, measure);

  geometry_check (layout, measure, "plan");
  return layout;
}

static const DuiItem *
find_curve (const DuiLayout *layout)
{
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    if (dui_layout_get_item (layout, i)->role == DUI_ROLE_CURVE
        && dui_layout_get_item (layout, i)->line.n_points == 13)
      return dui_layout_get_item (layout, i);
  return NULL;
}

static void
test_points (void)
{
  g_autoptr (DuiLayout) layout = lay_out (&late, 500, 300);
  const DuiItem *curve = find_curve (layout);
  double height = curve->line.points[0].y - curve->line.points[12].y;

  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 12);
  g_assert_nonnull (strstr (dui_layout_get_mark (layout, 5)->name,
                            "months 1–6: 3.0% due; by twelfths 50.0%"));
  for (int month = 1; month <= 12; month++)
    g_assert_cmpfloat_with_epsilon (curve->line.points[0].y - curve->line.points[month].y,
                                    height * late.share[month - 1] / DUI_SHARE_ONE, 0.01);
  g_assert_true (geometry_has_text (layout, "3.0% due by the end of June"));
}

static void
test_even (void)
{
  g_autoptr (DuiLayout) layout = NULL;
  DuiPlan even;

  dui_plan_set_even (&even, 2021);
  layout = lay_out (&even, 500, 300);
  g_assert_true (geometry_has_text (layout, "A twelfth"));
  g_assert_false (geometry_has_text (layout, "Twelfths"));
}

static void
test_sizes (void)
{
  static const double sizes[][2] = { { 1, 1 }, { 60, 40 }, { 120, 90 }, { 240, 160 }, { 1600, 900 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    dui_layout_unref (lay_out (&late, sizes[i][0], sizes[i][1]));
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  panel = county_new (&(CountySpec){ COUNTY_NORMAL, 5, "output" }, dui_period_new (2021, 11));
  g_test_add_func ("/charts/plan/points", test_points);
  g_test_add_func ("/charts/plan/even", test_even);
  g_test_add_func ("/charts/plan/sizes", test_sizes);
  result = g_test_run ();
  dui_panel_unref (panel);
  dui_text_measure_free (measure);
  return result;
}
