/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/export.h"

#include <glib/gi18n-lib.h>

#include "plot/document.h"
#include "plot/draw.h"
#include "plot/text.h"

/* 192 dpi, enough for print and a whole number of pixels for each of the screen's. */
#define PNG_SCALE (192.0 / 72)

/* 200 inches: what PDF readers take. */
#define MAX_SIZE 14400

static void
draw (const DuiLayout *layout, cairo_surface_t *surface, const DuiTheme *theme)
{
  cairo_t *cr = cairo_create (surface);
  DuiColor paper = theme->paper;

  /* A file has no window below it that would give the theme its ground. */
  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  dui_layout_draw (layout, cr, theme);
  cairo_destroy (cr);
}

static gboolean
render (DuiChart *chart,
        const DuiLayout *layout,
        const char *suffix,
        const DuiTheme *theme,
        GByteArray *bytes,
        GError **error)
{
  double width = dui_layout_get_width (layout);
  double height = dui_layout_get_height (layout);
  cairo_surface_t *surface;

  if (g_str_equal (suffix, ".pdf"))
    surface = dui_document_new_pdf (bytes, width, height, dui_chart_get_title (chart));
  else if (g_str_equal (suffix, ".png"))
    surface = dui_document_new_png (width, height, PNG_SCALE);
  else
    surface = dui_document_new_svg (bytes, width, height);
  draw (layout, surface, theme);
  return dui_document_finish (surface, bytes, error);
}

/* The suffix as we know it, or NULL. */
static const char *
find_suffix (const char *path)
{
  static const char *const suffixes[] = { ".pdf", ".svg", ".png" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return suffixes[i];
  return NULL;
}

gboolean
dui_chart_export (DuiChart *chart,
                  const char *path,
                  double width,
                  double height,
                  const DuiTheme *theme,
                  GError **error)
{
  const char *suffix = find_suffix (path);
  g_autoptr (DuiTextMeasure) measure = dui_text_measure_new (theme);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (DuiLayout) layout = NULL;

  if (!suffix)
    {
      g_set_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_FORMAT,
                   _ ("“%s” is not a picture that can be written; use a name that ends in .pdf, "
                      ".svg or .png."),
                   path);
      return FALSE;
    }
  if (!(width >= 1 && width <= MAX_SIZE && height >= 1 && height <= MAX_SIZE))
    {
      g_set_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_FORMAT,
                   _ ("The size of the picture must be between 1 and %d points."), MAX_SIZE);
      return FALSE;
    }

  layout = dui_chart_layout (chart, width, height, measure);
  return render (chart, layout, suffix, theme, bytes, error)
         && dui_document_save (path, bytes, error);
}

GBytes *
dui_chart_render (DuiChart *chart,
                  const char *suffix,
                  double width,
                  double height,
                  const DuiTheme *theme,
                  GError **error)
{
  g_autoptr (DuiTextMeasure) measure = dui_text_measure_new (theme);
  g_autoptr (DuiLayout) layout = dui_chart_layout (chart, width, height, measure);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  return render (chart, layout, suffix, theme, bytes, error)
             ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
             : NULL;
}
