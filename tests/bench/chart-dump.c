/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart-dump BOOK KIND WIDTH HEIGHT: the shapes of a chart of the book's default period in the mono
 * theme, one a line, resolved to numbers, for a program that knows cairo and pango only. */
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/reporting.h"
#include "book.h"
#include "charts/charts.h"
#include "plot/text.h"

static void
print_style (const DuiStyle *style)
{
  const DuiColor *colors[] = { &style->fill, &style->stroke };

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    printf (" %g %g %g %g", colors[i]->red, colors[i]->green, colors[i]->blue, colors[i]->alpha);
  printf (" %g %g %g %g", style->width, style->dash[0], style->dash[1], style->hatch);
}

static void
print_item (const DuiItem *item, const DuiTheme *theme)
{
  static const char kinds[] = { 'r', 'l', 's', 't' };

  printf ("%c", kinds[item->kind]);
  print_style (&theme->styles[item->role]);
  printf (" %.3f %.3f %.3f %.3f", item->rect.x, item->rect.y, item->rect.width, item->rect.height);
  switch (item->kind)
    {
    case DUI_ITEM_LINE:
      printf (" %u", item->line.n_points);
      for (guint i = 0; i < item->line.n_points; i++)
        printf (" %.3f %.3f", item->line.points[i].x, item->line.points[i].y);
      break;
    case DUI_ITEM_SYMBOL:
      printf (" %d", item->symbol);
      break;
    case DUI_ITEM_TEXT:
      printf (" %g %d %.3f %s", theme->fonts[item->text.font].size,
              theme->fonts[item->text.font].bold, item->text.ascent, item->text.text);
      break;
    case DUI_ITEM_RECT:
    default:
      break;
    }
  printf ("\n");
}

static void
use_language (void)
{
  setlocale (LC_ALL, "");
  if (g_getenv ("DUI_LOCALEDIR"))
    bindtextdomain ("duibiao", g_getenv ("DUI_LOCALEDIR"));
  bind_textdomain_codeset ("duibiao", "UTF-8");
  textdomain ("duibiao");
}

int
main (int argc, char **argv)
{
  const DuiTheme *theme = dui_theme_get (DUI_THEME_MONO);
  g_autoptr (DuiTextMeasure) measure = dui_text_measure_new (theme);
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiBook) book = argc == 5 ? dui_book_open (argv[1], &error) : NULL;
  g_autoptr (DuiPanel) panel = book ? dui_book_get_panel (book, "output", &error) : NULL;
  g_autoptr (DuiChart) chart = NULL;
  g_autoptr (DuiLayout) layout = NULL;
  DuiChartSubject subject = { panel, 0, 0, DUI_TIER_ASSESSED, NULL };

  use_language ();
  if (!panel)
    {
      fprintf (stderr, "%s\n", error ? error->message : "usage: chart-dump BOOK KIND WIDTH HEIGHT");
      return 1;
    }
  subject.place = panel->catalog->home;
  subject.period = dui_reporting_default_period (panel, subject.place);
  chart = dui_chart_new_for_kind (argv[2], &subject);
  layout = dui_chart_layout (chart, atof (argv[3]), atof (argv[4]), measure);
  for (guint i = 0; i < dui_layout_get_n_items (layout); i++)
    print_item (dui_layout_get_item (layout, i), theme);
  return 0;
}
