/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawn part of a chart view: keeps the picture of a layout, so that what moves above it
 * (pointer, focus, tooltip) costs a copy and not a drawing. */
#pragma once

#include <gtk/gtk.h>

#include "plot/layout.h"

G_BEGIN_DECLS

/* A layout is in points. */
#define DUI_PIXELS_PER_POINT (96.0 / 72.0)

#define DUI_TYPE_CHART_CANVAS (dui_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (DuiChartCanvas, dui_chart_canvas, DUI, CHART_CANVAS, GtkWidget)

GtkWidget *dui_chart_canvas_new (void);

/* @layout is borrowed until the next call. */
void dui_chart_canvas_set_layout (DuiChartCanvas *self, const DuiLayout *layout,
                                  const DuiTheme *theme);

/* CSS pixels for each point of a layout on this desktop: more where text is set larger. */
double dui_chart_canvas_get_zoom (void);

/* @layout as an image of @zoom pixels for each point, on the theme's paper; the caller owns it. */
cairo_surface_t *dui_chart_canvas_render (const DuiLayout *layout, const DuiTheme *theme,
                                          double zoom);

G_END_DECLS
