/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart-floor SHAPES WIDTH HEIGHT OUT.pdf [PAGES]: the shapes that chart-dump printed, drawn with
 * cairo and pango and nothing else: one PangoLayout for all texts, hatches and dashes as they come.
 */
#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  char kind;
  double fill[4], stroke[4], width, dash[2], hatch;
  double x, y, w, h;
  int n, symbol, bold;
  double *points;
  double size, ascent;
  char text[256];
} Shape;

static PangoLayout *layout;

static void
path (cairo_t *cr, const Shape *shape)
{
  double x = shape->x + shape->w / 2, y = shape->y + shape->h / 2;

  switch (shape->kind == 's' ? shape->symbol : -1)
    {
    case 0:
      cairo_arc (cr, x, y, shape->w / 2, 0, 2 * M_PI);
      break;
    case 1:
      cairo_move_to (cr, x, shape->y);
      cairo_line_to (cr, shape->x + shape->w, y);
      cairo_line_to (cr, x, shape->y + shape->h);
      cairo_line_to (cr, shape->x, y);
      cairo_close_path (cr);
      break;
    case 2:
      cairo_move_to (cr, shape->x, shape->y);
      cairo_line_to (cr, shape->x + shape->w, shape->y);
      cairo_line_to (cr, x, shape->y + shape->h);
      cairo_close_path (cr);
      break;
    default:
      cairo_rectangle (cr, shape->x, shape->y, shape->w, shape->h);
    }
}

static void
draw_text (cairo_t *cr, const Shape *shape)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, "Noto Sans CJK SC");
  pango_font_description_set_size (font, (int) (shape->size * PANGO_SCALE));
  if (shape->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, shape->text, -1);
  cairo_set_source_rgba (cr, shape->fill[0], shape->fill[1], shape->fill[2], shape->fill[3]);
  cairo_move_to (cr, shape->x, shape->y + shape->ascent);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  cairo_new_path (cr);
}

static void
draw_hatch (cairo_t *cr, const Shape *shape)
{
  double step = shape->hatch * M_SQRT2;

  for (double c = ceil ((shape->x + shape->y) / step) * step;
       c < shape->x + shape->w + shape->y + shape->h; c += step)
    {
      double from = fmax (shape->x, c - shape->y - shape->h);
      double to = fmin (shape->x + shape->w, c - shape->y);

      cairo_move_to (cr, from, c - from);
      cairo_line_to (cr, to, c - to);
    }
  cairo_stroke (cr);
}

static void
draw_shape (cairo_t *cr, const Shape *shape)
{
  if (shape->kind == 'r' || shape->kind == 's')
    {
      path (cr, shape);
      cairo_set_source_rgba (cr, shape->fill[0], shape->fill[1], shape->fill[2], shape->fill[3]);
      if (shape->fill[3] > 0)
        cairo_fill (cr);
      cairo_new_path (cr);
    }
  if (shape->stroke[3] <= 0)
    return;
  cairo_set_source_rgba (cr, shape->stroke[0], shape->stroke[1], shape->stroke[2],
                         shape->stroke[3]);
  cairo_set_line_width (cr, shape->width);
  cairo_set_dash (cr, shape->dash, shape->dash[0] > 0 ? 2 : 0, 0);
  if (shape->hatch > 0)
    draw_hatch (cr, shape);
  if (shape->kind == 'l')
    for (int i = 0; i < shape->n; i++)
      cairo_line_to (cr, shape->points[2 * i], shape->points[2 * i + 1]);
  else
    path (cr, shape);
  cairo_stroke (cr);
}

/* The next number of @p, which moves on. */
static double
number (char **p)
{
  return strtod (*p, p);
}

static void
read_shape (Shape *shape, char *line)
{
  char *p = line + 1;

  shape->kind = line[0];
  for (int i = 0; i < 4; i++)
    shape->fill[i] = number (&p);
  for (int i = 0; i < 4; i++)
    shape->stroke[i] = number (&p);
  shape->width = number (&p);
  shape->dash[0] = number (&p);
  shape->dash[1] = number (&p);
  shape->hatch = number (&p);
  shape->x = number (&p);
  shape->y = number (&p);
  shape->w = number (&p);
  shape->h = number (&p);
  if (shape->kind == 'l')
    {
      shape->n = (int) number (&p);
      shape->points = calloc (2 * (size_t) shape->n, sizeof (double));
      for (int i = 0; i < 2 * shape->n; i++)
        shape->points[i] = number (&p);
    }
  if (shape->kind == 's')
    shape->symbol = (int) number (&p);
  if (shape->kind == 't')
    {
      shape->size = number (&p);
      shape->bold = (int) number (&p);
      shape->ascent = number (&p);
      snprintf (shape->text, sizeof shape->text, "%s", p + 1);
    }
}

int
main (int argc, char **argv)
{
  static Shape shapes[4000];
  char line[4096];
  int n = 0;
  FILE *file = argc >= 5 ? fopen (argv[1], "r") : NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (!file)
    return 2;
  while (n < 4000 && fgets (line, sizeof line, file))
    {
      line[strcspn (line, "\n")] = 0;
      read_shape (&shapes[n++], line);
    }
  fclose (file);
  surface = cairo_pdf_surface_create (argv[4], atof (argv[2]), atof (argv[3]));
  cr = cairo_create (surface);
  layout = pango_cairo_create_layout (cr);
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  for (int page = 0; page < (argc > 5 ? atoi (argv[5]) : 1); page++)
    {
      for (int i = 0; i < n; i++)
        if (shapes[i].kind == 't')
          draw_text (cr, &shapes[i]);
        else
          draw_shape (cr, &shapes[i]);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  return cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS;
}
