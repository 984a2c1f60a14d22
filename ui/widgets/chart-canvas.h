/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawn part of a chart view: keeps the picture of a layout, so that what moves above it
 * (pointer, focus, tooltip) costs a copy and not a drawing. */
#pragma once

#include <gtk/gtk.h>

#include "plot/layout.h"

G_BEGIN_DECLS

/* A layout is in points, a widget in CSS pixels. */
#define DUI_POINTS_PER_PIXEL 0.75

#define DUI_TYPE_CHART_CANVAS (dui_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (DuiChartCanvas, dui_chart_canvas, DUI, CHART_CANVAS, GtkWidget)

GtkWidget *dui_chart_canvas_new (void);

/* @layout is borrowed until the next call. */
void dui_chart_canvas_set_layout (DuiChartCanvas *self, const DuiLayout *layout,
                                  const DuiTheme *theme);

/* @layout as an image of @scale pixels for each CSS pixel, on the theme's paper; the caller owns
 * it. */
cairo_surface_t *dui_chart_canvas_render (const DuiLayout *layout, const DuiTheme *theme,
                                          double scale);

G_END_DECLS
