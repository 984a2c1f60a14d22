/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts as they were judged good, compared as numbers: a chart that moves shows it here. With
 * DUI_GOLDEN_UPDATE set they are written anew, to be looked at (./dev gallery) and committed.
 *
 * test-golden FOLDER */
#include <math.h>
#include <string.h>

#include "county.h"
#include "plot/text.h"

#define WIDTH 442
#define HEIGHT 269
#define TOLERANCE 0.05 /* points */

static const char *folder;
static DuiPanel *panel;

static void
add_line (GString *text, const DuiItem *item)
{
  g_string_append_printf (text, "%d %d %.2f %.2f %.2f %.2f", item->kind, item->role, item->rect.x,
                          item->rect.y, item->rect.width, item->rect.height);
  if (item->kind == DUI_ITEM_TEXT)
    g_string_append_printf (text, " %s", item->text.text);
  g_string_append_c (text, '\n');
}

static char *
describe (const char *kind)
{
  g_autoptr (DuiTextMeasure) measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  DuiChartSubject subject
      = { panel, 0, dui_period_new (2021, 11), DUI_TIER_ASSESSED, "2021-12-18" };
  g_autoptr (DuiChart) chart = NULL;
  g_autoptr (DuiLayout) layout = NULL;
  GString *text = g_string_new (NULL);

  if (g_str_equal (kind, "peers"))
    subject.place = 5;
  chart = dui_chart_new_for_kind (kind, &subject);
  layout = dui_chart_layout (chart, WIDTH, HEIGHT, measure);
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    add_line (text, dui_layout_get_item (layout, i));
  return g_string_free (text, FALSE);
}

/* Numbers within the tolerance, all else to the letter. */
static gboolean
are_alike (const char *old, const char *new)
{
  g_auto (GStrv) left = g_strsplit (old, " ", 7), right = g_strsplit (new, " ", 7);

  if (g_strv_length (left) != g_strv_length (right) || g_strv_length (left) < 6)
    return g_str_equal (old, new);
  for (guint i = 0; left[i]; i++)
    if (i >= 2 && i < 6
            ? fabs (g_ascii_strtod (left[i], NULL) - g_ascii_strtod (right[i], NULL)) > TOLERANCE
            : !g_str_equal (left[i], right[i]))
      return FALSE;
  return TRUE;
}

static void
test_layout (gconstpointer data)
{
  const char *kind = data;
  g_autofree char *name = g_strconcat (kind, ".txt", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *now = describe (kind), *golden = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) old = NULL, new = NULL;

  if (g_getenv ("DUI_GOLDEN_UPDATE"))
    {
      g_file_set_contents (path, now, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  old = g_strsplit (golden, "\n", -1);
  new = g_strsplit (now, "\n", -1);
  g_assert_cmpuint (g_strv_length (new), ==, g_strv_length (old));
  for (guint i = 0; old[i]; i++)
    if (!are_alike (old[i], new[i]))
      {
        g_test_message ("line %u was: %s", i + 1, old[i]);
        g_test_message ("line %u is:  %s", i + 1, new[i]);
        g_test_fail ();
      }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("LANGUAGE", "en", TRUE);
  folder = argv[1];
  panel = county_new (&(CountySpec){ COUNTY_HOLES, 17, "output" }, dui_period_new (2021, 11));
  for (const char *const *kind = dui_chart_kinds (); *kind; kind++)
    {
      g_autofree char *path = g_strconcat ("/charts/golden/", *kind, NULL);

      g_test_add_data_func (path, *kind, test_layout);
    }
  result = g_test_run ();
  dui_panel_unref (panel);
  return result;
}
