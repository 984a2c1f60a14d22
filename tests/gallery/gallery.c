/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gallery FILE.pdf: every chart of a usual county and of hard ones, a page for each, in every theme. */
#include <cairo-pdf.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>

#include "county.h"
#include "hand.h"
#include "plot/document.h"
#include "plot/draw.h"
#include "plot/text.h"

#define PAGE_WIDTH 841.890
#define PAGE_HEIGHT 595.276
#define MARGIN 18.0
#define HEAD 16.0
#define COLUMNS 3
#define ROWS 2
#define GUTTER 8.0

typedef struct
{
  cairo_t *cr;
  DuiTextMeasure *measures[DUI_N_THEMES];
} Gallery;

static const struct
{
  const char *name;
  CountySpec spec;
} counties[] = {
  { "usual", { COUNTY_NORMAL, 17, "output" } },
  { "one place", { COUNTY_NORMAL, 1, "output" } },
  { "no place", { COUNTY_NORMAL, 0, "output" } },
  { "60 places", { COUNTY_NORMAL, 60, "output" } },
  { "300 places", { COUNTY_NORMAL, 300, "output" } },
  { "all ahead", { COUNTY_GOOD, 17, "output" } },
  { "all equal", { COUNTY_EQUAL, 17, "output" } },
  { "below zero", { COUNTY_NEGATIVE, 17, "output" } },
  { "one giant", { COUNTY_GIANT, 17, "output" } },
  { "completions of 900 %", { COUNTY_OVER, 17, "output" } },
  { "holes", { COUNTY_HOLES, 17, "output" } },
  { "all missing", { COUNTY_SILENT, 17, "output" } },
  { "no targets", { COUNTY_UNTARGETED, 17, "output" } },
  { "targets of zero", { COUNTY_ZERO, 17, "output" } },
  { "no figure of the whole", { COUNTY_SUMS, 17, "output" } },
  { "names of thirty characters", { COUNTY_LONG, 17, "output" } },
  { "long names in Latin letters", { COUNTY_ENGLISH, 17, "output" } },
  { "lower is better", { COUNTY_NORMAL, 17, "energy" } },
  { "growth alone", { COUNTY_NORMAL, 17, "growth" } },
  { "growth alone, holes", { COUNTY_HOLES, 17, "growth" } },
};

/* What is above @theme's charts: the ground of a theme that lies on the window's. */
static void
paint_ground (Gallery *self, const DuiTheme *theme, const DuiRect *cell)
{
  DuiColor ground = theme->styles[DUI_ROLE_GAP_MARK].fill;

  cairo_set_source_rgb (self->cr, ground.red, ground.green, ground.blue);
  cairo_rectangle (self->cr, cell->x, cell->y, cell->width, cell->height);
  cairo_fill (self->cr);
}

static void
write_head (Gallery *self, const char *text)
{
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_select_font_face (self->cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                          CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (self->cr, 9);
  cairo_move_to (self->cr, MARGIN, MARGIN + 8);
  cairo_show_text (self->cr, text);
}

static void
add_page (Gallery *self, DuiChart *chart, const char *what)
{
  double width = (PAGE_WIDTH - 2 * MARGIN + GUTTER) / COLUMNS - GUTTER;
  double height = (PAGE_HEIGHT - 2 * MARGIN - HEAD + GUTTER) / ROWS - GUTTER;

  write_head (self, what);
  for (guint i = 0; i < DUI_N_THEMES; i++)
    {
      const DuiTheme *theme = dui_theme_get ((DuiThemeKind) i);
      DuiRect cell = { MARGIN + (i % COLUMNS) * (width + GUTTER),
                       MARGIN + HEAD + (i / COLUMNS) * (height + GUTTER), width, height };
      g_autoptr (DuiLayout) layout = dui_chart_layout (chart, width, height, self->measures[i]);

      paint_ground (self, theme, &cell);
      cairo_save (self->cr);
      cairo_translate (self->cr, cell.x, cell.y);
      dui_layout_draw (layout, self->cr, theme);
      cairo_restore (self->cr);
    }
  cairo_show_page (self->cr);
  dui_chart_unref (chart);
}

static void
add_panel (Gallery *self, const DuiPanel *panel, DuiPeriod period, const char *name)
{
  for (const char *const *kind = dui_chart_kinds (); *kind; kind++)
    {
      DuiChartSubject subject = { panel, 0, period, DUI_TIER_ASSESSED, "2021-12-18" };
      g_autofree char *what = g_strdup_printf ("%s: %s", *kind, name);

      /* The county has no peers, its places have. */
      if (g_str_equal (*kind, "peers"))
        subject.place = panel->n_places / 2;
      add_page (self, dui_chart_new_for_kind (*kind, &subject), what);
    }
}

static void
add_hand (Gallery *self, Hand *hand, const char *name)
{
  for (const char *const *kind = dui_chart_kinds (); *kind; kind++)
    {
      g_autofree char *what = g_strdup_printf ("%s: %s", *kind, name);

      add_page (self, hand_chart (hand, *kind, "2021-11"), what);
    }
}

/* Growth of 9,000 %, beside usual ones; and a book of one period alone. */
static void
add_by_hand (Gallery *self)
{
  static const char *const growths[] = { "7.7", "9000", "12.5", "-3.2", "0", "8.1" };
  static const char *const outputs[] = { "154.74", "19", "5", "11", "8", "7.5" };
  g_autoptr (Hand) growth = hand_new (HAND_GROWTH, G_N_ELEMENTS (growths) - 1);
  g_autoptr (Hand) single = hand_new (HAND_OUTPUT, G_N_ELEMENTS (outputs) - 1);

  for (guint i = 0; i < G_N_ELEMENTS (growths); i++)
    hand_set_figure (growth, i, "2021-11", growths[i]);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      hand_set_figure (single, i, "2021-11", outputs[i]);
      hand_set_target (single, i, DUI_TIER_AGREED, i == 0 ? "200" : "10", NULL);
    }
  add_hand (self, growth, "growth of 9,000 %");
  add_hand (self, single, "one period");
}

/* Ten years of a usual county: each year a tenth more than the one before. */
static void
add_long_history (Gallery *self)
{
  const DuiPeriod first = dui_period_new (2012, 1), last = dui_period_new (2021, 12);
  g_autoptr (DuiPanel) usual = county_new (&counties[0].spec, dui_period_new (2021, 12));
  g_autoptr (DuiPanel) panel = dui_panel_new (usual->catalog, usual->indicator, first, last);

  for (DuiPeriod period = first; period <= last; period++)
    for (guint place = 0; place < usual->n_places; place++)
      {
        DuiPeriod like = dui_period_new (2021, dui_period_month (period));
        DuiFigureValues values = dui_panel_get_figure (usual, place, like);
        int years = 2021 - dui_period_year (period);

        if (!dui_amount_is_missing (values.value))
          values.value -= values.value / 12 * years;
        if (!dui_amount_is_missing (values.base))
          values.base -= values.base / 12 * years;
        dui_panel_set_figure (panel, place, period, &values);
      }
  dui_panel_set_targets (panel, usual->targets, usual->n_targets);
  add_panel (self, panel, last, "120 periods");
}

static void
fill (Gallery *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (counties); i++)
    {
      DuiPeriod period = dui_period_new (2021, 11);
      g_autoptr (DuiPanel) panel = county_new (&counties[i].spec, period);

      add_panel (self, panel, period, counties[i].name);
    }
  add_by_hand (self);
  add_long_history (self);
}

int
main (int argc, char **argv)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  Gallery self;

  setlocale (LC_ALL, "");
  if (g_getenv ("DUI_LOCALEDIR"))
    bindtextdomain ("duibiao", g_getenv ("DUI_LOCALEDIR"));
  bind_textdomain_codeset ("duibiao", "UTF-8");
  textdomain ("duibiao");
  if (argc != 2)
    {
      fprintf (stderr, "usage: gallery FILE.pdf\n");
      return 2;
    }
  surface = dui_document_new_pdf (bytes, PAGE_WIDTH, PAGE_HEIGHT, "Gallery");
  self.cr = cairo_create (surface);
  for (guint i = 0; i < DUI_N_THEMES; i++)
    self.measures[i] = dui_text_measure_new (dui_theme_get ((DuiThemeKind) i));
  fill (&self);
  for (guint i = 0; i < DUI_N_THEMES; i++)
    dui_text_measure_free (self.measures[i]);
  cairo_destroy (self.cr);
  if (dui_document_finish (surface, bytes, &error) && dui_document_save (argv[1], bytes, &error))
    return 0;
  fprintf (stderr, "%s\n", error->message);
  return 1;
}
