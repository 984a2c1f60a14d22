/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/draw.h"

#include <math.h>

#include "plot/fonts.h"

typedef struct
{
  cairo_t *cr;
  const DuiTheme *theme;
  gboolean snap; /* to device pixels */
} Pen;

static void
set_color (cairo_t *cr, const DuiColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
set_pen (const Pen *pen, const DuiStyle *style)
{
  double width = style->width;
  double unused = 0;

  if (pen->snap)
    {
      /* A line thinner than a pixel would only be a paler one. */
      double pixel = 1;

      cairo_device_to_user_distance (pen->cr, &pixel, &unused);
      width = MAX (width, pixel);
    }
  cairo_set_line_width (pen->cr, width);
  cairo_set_dash (pen->cr, style->dash, style->dash[0] > 0 ? 2 : 0, 0);
  set_color (pen->cr, &style->stroke);
}

static void
snap_point (const Pen *pen, double *x, double *y, double offset)
{
  if (!pen->snap)
    return;
  cairo_user_to_device (pen->cr, x, y);
  *x = floor (*x + 0.5 - offset) + offset;
  *y = floor (*y + 0.5 - offset) + offset;
  cairo_device_to_user (pen->cr, x, y);
}

static DuiRect
snap_rect (const Pen *pen, DuiRect rect, double offset)
{
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;

  snap_point (pen, &rect.x, &rect.y, offset);
  snap_point (pen, &right, &bottom, offset);
  return (DuiRect){ rect.x, rect.y, right - rect.x, bottom - rect.y };
}

/* 45° lines x + y = c cut to the rectangle by arithmetic: a clip or a pattern would make printers
 * render it as a picture. Their places do not depend on the rectangle, so that neighbours match. */
static void
hatch (const Pen *pen, const DuiStyle *style, DuiRect rect)
{
  double step = style->hatch * G_SQRT2;
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;

  for (double k = ceil ((rect.x + rect.y) / step); k * step < right + bottom; k++)
    {
      double c = k * step;
      double from = MAX (rect.x, c - bottom);
      double to = MIN (right, c - rect.y);

      cairo_move_to (pen->cr, from, c - from);
      cairo_line_to (pen->cr, to, c - to);
    }
  cairo_stroke (pen->cr);
}

static void
draw_rect (const Pen *pen, const DuiItem *item)
{
  const DuiStyle *style = &pen->theme->styles[item->role];
  DuiRect rect = snap_rect (pen, item->rect, 0);

  if (style->fill.alpha > 0)
    {
      set_color (pen->cr, &style->fill);
      cairo_rectangle (pen->cr, rect.x, rect.y, rect.width, rect.height);
      cairo_fill (pen->cr);
    }
  if (style->stroke.alpha <= 0)
    return;
  set_pen (pen, style);
  if (style->hatch > 0)
    hatch (pen, style, item->rect);
  rect = snap_rect (pen, item->rect, 0.5);
  cairo_rectangle (pen->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_stroke (pen->cr);
}

static void
draw_line (const Pen *pen, const DuiItem *item)
{
  const DuiPoint *points = item->line.points;
  gboolean upright = item->rect.width == 0 || item->rect.height == 0;

  for (guint i = 0; i < item->line.n_points; i++)
    {
      double x = points[i].x;
      double y = points[i].y;

      if (upright)
        snap_point (pen, &x, &y, 0.5);
      cairo_line_to (pen->cr, x, y);
    }
  set_pen (pen, &pen->theme->styles[item->role]);
  cairo_stroke (pen->cr);
}

static void
symbol_path (cairo_t *cr, DuiSymbol symbol, DuiRect rect)
{
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;
  double x = rect.x + rect.width / 2;
  double y = rect.y + rect.height / 2;

  switch (symbol)
    {
    case DUI_SYMBOL_DOT:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, rect.width / 2, 0, 2 * G_PI);
      break;
    case DUI_SYMBOL_DIAMOND:
      cairo_move_to (cr, x, rect.y);
      cairo_line_to (cr, right, y);
      cairo_line_to (cr, x, bottom);
      cairo_line_to (cr, rect.x, y);
      break;
    case DUI_SYMBOL_TRIANGLE:
      cairo_move_to (cr, rect.x, rect.y);
      cairo_line_to (cr, right, rect.y);
      cairo_line_to (cr, x, bottom);
      break;
    case DUI_SYMBOL_TICK:
      cairo_rectangle (cr, x - rect.width / 10, rect.y, rect.width / 5, rect.height);
      break;
    default:
      g_assert_not_reached ();
    }
  cairo_close_path (cr);
}

static void
draw_symbol (const Pen *pen, const DuiItem *item)
{
  const DuiStyle *style = &pen->theme->styles[item->role];

  symbol_path (pen->cr, item->symbol, item->rect);
  set_color (pen->cr, &style->fill);
  cairo_fill_preserve (pen->cr);
  if (style->stroke.alpha > 0)
    {
      set_pen (pen, style);
      cairo_stroke_preserve (pen->cr);
    }
  cairo_new_path (pen->cr);
}

static void
draw_text (const Pen *pen, const DuiItem *item)
{
  const DuiFontStyle *font = &pen->theme->fonts[item->text.font];
  PangoLayout *shaped = dui_fonts_shape (pen->theme->family, font->bold, item->text.text);
  double scale = font->size / DUI_FONTS_SIZE;

  set_color (pen->cr, &pen->theme->styles[item->role].fill);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, item->rect.x, item->rect.y + item->text.ascent);
  cairo_scale (pen->cr, scale, scale);
  cairo_move_to (pen->cr, 0, 0);
  pango_cairo_show_layout_line (pen->cr, pango_layout_get_line_readonly (shaped, 0));
  cairo_new_path (pen->cr);
  cairo_restore (pen->cr);
}

static void
draw_item (const Pen *pen, const DuiItem *item)
{
  switch (item->kind)
    {
    case DUI_ITEM_RECT:
      draw_rect (pen, item);
      break;
    case DUI_ITEM_LINE:
      draw_line (pen, item);
      break;
    case DUI_ITEM_SYMBOL:
      draw_symbol (pen, item);
      break;
    case DUI_ITEM_TEXT:
      draw_text (pen, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Documents keep exact places; everything else ends up as pixels. */
static gboolean
is_raster (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_group_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_SCRIPT:
      return FALSE;
    default:
      return TRUE;
    }
}

void
dui_layout_draw (const DuiLayout *layout, cairo_t *cr, const DuiTheme *theme)
{
  const Pen pen = { cr, theme, is_raster (cr) };
  guint n_items = dui_layout_get_n_items (layout);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < n_items; i++)
    draw_item (&pen, dui_layout_get_item (layout, i));
  cairo_restore (cr);
}

void
dui_draw_paper (cairo_t *cr, const DuiTheme *theme)
{
  if (theme->paper.alpha <= 0)
    return;
  set_color (cr, &theme->paper);
  cairo_paint (cr);
}
