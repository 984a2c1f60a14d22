/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every chart, at every size, of every county: nothing overlaps, nothing is cut. */
#include <libintl.h>
#include <locale.h>

#include "county.h"
#include "geometry.h"

static const struct
{
  double width, height;
} sizes[] = {
  { 240, 180 }, { 320, 240 }, { 382, 330 },  { 410, 300 },  { 442, 269 }, { 480, 300 },
  { 595, 842 }, { 842, 595 }, { 842, 1191 }, { 1191, 842 }, { 200, 600 }, { 900, 120 },
};

/* No use, but no harm. */
static const struct
{
  double width, height;
} tiny_sizes[] = { { 120, 90 }, { 60, 40 }, { 10, 10 }, { 1, 1 }, { 2000, 30 }, { 30, 2000 } };

static const guint counts[] = { 0, 1, 3, 17, 60, 300 };
static const char *const indicators[] = { "output", "energy", "growth" };
static const char *const months[] = { "2021-02", "2021-04", "2021-08", "2021-11", "2021-12" };

static void
check_sizes (const char *kind, const DuiChartSubject *subject, const CountySpec *spec)
{
  const DuiTheme *theme = dui_theme_get (DUI_THEME_MONO);
  g_autoptr (DuiTextMeasure) fixed = dui_text_measure_new_fixed (theme);
  g_autoptr (DuiTextMeasure) real = dui_text_measure_new (theme);
  DuiChart *chart = dui_chart_new_for_kind (kind, subject);

  for (guint i = 0; i < G_N_ELEMENTS (sizes) + G_N_ELEMENTS (tiny_sizes); i++)
    {
      gboolean tiny = i >= G_N_ELEMENTS (sizes);
      double width = tiny ? tiny_sizes[i - G_N_ELEMENTS (sizes)].width : sizes[i].width;
      double height = tiny ? tiny_sizes[i - G_N_ELEMENTS (sizes)].height : sizes[i].height;
      /* Real fonts for the sizes in use of a usual county, made-up ones for all. */
      DuiTextMeasure *measure = spec->n_places == 17 && i < 6 ? real : fixed;
      g_autoptr (DuiLayout) layout = dui_chart_layout (chart, width, height, measure);
      g_autofree char *where = g_strdup_printf (
          "%s of %s, %u %s places in month %d, %gx%g", kind, spec->indicator, spec->n_places,
          county_case_name (spec->kind), dui_period_month (subject->period), width, height);

      geometry_check (layout, measure, where);
    }
  dui_chart_unref (chart);
}

/* The quick run looks at the county by the assessed target, in August and November; the long one
 * at every tier, at a township, and in each kind of month. */
static gboolean
is_long_run (void)
{
  const char *scale = g_getenv ("DUI_TEST_SCALE");

  return scale && g_ascii_strtod (scale, NULL) > 1;
}

static void
check_county (const CountySpec *spec, const char *month)
{
  DuiPeriod period;
  g_autoptr (DuiPanel) panel = NULL;

  g_assert_true (dui_period_parse (month, &period, NULL));
  panel = county_new (spec, period);
  for (DuiTier tier = DUI_TIER_AGREED; tier <= DUI_TIER_ASSESSED; tier++)
    {
      DuiChartSubject subject = { panel, 0, period, tier, "2021-12-18" };

      if (tier != DUI_TIER_ASSESSED && (spec->n_places != 17 || !is_long_run ()))
        continue;
      for (const char *const *kind = dui_chart_kinds (); *kind; kind++)
        check_sizes (*kind, &subject, spec);
      /* The county has no peers, its places have. */
      subject.place = (spec->n_places + 1) / 2;
      subject.by = spec->n_places == 17 ? DUI_RANK_BY_COMPLETED : DUI_RANK_BY_GROWTH;
      check_sizes ("peers", &subject, spec);
      subject.by = DUI_RANK_BY_GROWTH;
      if (spec->n_places > 0 && is_long_run ())
        {
          subject.place = spec->n_places;
          for (const char *const *kind = dui_chart_kinds (); *kind; kind++)
            check_sizes (*kind, &subject, spec);
        }
    }
}

static void
test_county (gconstpointer data)
{
  CountySpec spec = { .kind = GPOINTER_TO_UINT (data) };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (indicators); k++)
      for (guint m = 0; m < G_N_ELEMENTS (months); m++)
        {
          spec.n_places = counts[i];
          spec.indicator = indicators[k];
          /* Of large counties the newest month says it all. */
          if (m == 3 || (counts[i] <= 17 && (m == 2 || is_long_run ())))
            check_county (&spec, months[m]);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_setenv ("LANGUAGE", argv[1], TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DUI_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  for (guint kind = 0; kind < COUNTY_N_CASES; kind++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/geometry/%s", county_case_name (kind));
      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_county);
    }
  return g_test_run ();
}
