/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-canvas.h"

#include <math.h>

#include "desktop-style.h"
#include "plot/draw.h"

struct _DuiChartCanvas
{
  GtkWidget parent_instance;

  const DuiLayout *layout;
  const DuiTheme *theme;
  cairo_surface_t *picture;
  int picture_scale;
};

G_DEFINE_FINAL_TYPE (DuiChartCanvas, dui_chart_canvas, GTK_TYPE_WIDGET)

double
dui_chart_canvas_get_zoom (void)
{
  return DUI_PIXELS_PER_POINT * dui_desktop_style_get_text_scale ();
}

cairo_surface_t *
dui_chart_canvas_render (const DuiLayout *layout,
                         const DuiTheme *theme,
                         double zoom)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                    (int) ceil (dui_layout_get_width (layout) * zoom),
                                    (int) ceil (dui_layout_get_height (layout) * zoom));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, zoom, zoom);
  dui_draw_paper (cr, theme);
  dui_layout_draw (layout, cr, theme);
  cairo_destroy (cr);
  return surface;
}

/* Drawn into an image, where edges fall on whole pixels, and not into the frame's recording. */
static void
dui_chart_canvas_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  DuiChartCanvas *self = DUI_CHART_CANVAS (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  graphene_rect_t bounds;
  cairo_t *cr;

  if (!self->layout)
    return;
  if (self->picture && self->picture_scale != scale)
    g_clear_pointer (&self->picture, cairo_surface_destroy);
  if (!self->picture)
    {
      self->picture = dui_chart_canvas_render (self->layout, self->theme,
                                               scale * dui_chart_canvas_get_zoom ());
      cairo_surface_set_device_scale (self->picture, scale, scale);
      self->picture_scale = scale;
    }
  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget),
                      gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
dui_chart_canvas_finalize (GObject *object)
{
  g_clear_pointer (&DUI_CHART_CANVAS (object)->picture, cairo_surface_destroy);
  G_OBJECT_CLASS (dui_chart_canvas_parent_class)->finalize (object);
}

static void
dui_chart_canvas_class_init (DuiChartCanvasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_chart_canvas_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = dui_chart_canvas_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dui_chart_canvas_init (DuiChartCanvas *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dui_chart_canvas_new (void)
{
  return g_object_new (DUI_TYPE_CHART_CANVAS, NULL);
}

void
dui_chart_canvas_set_layout (DuiChartCanvas *self,
                             const DuiLayout *layout,
                             const DuiTheme *theme)
{
  self->layout = layout;
  self->theme = theme;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
