/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on the screen. Its marks can be pointed at, walked over with the arrow keys and heard;
 * the exact values of one stand in a tooltip above the chart. Ctrl+C copies it as a picture.
 *
 * Signals:
 *   "selected" (guint key)   the user has chosen a mark
 *   "activated" (guint key)  double click, Enter */
#pragma once

#include <gtk/gtk.h>

#include "plot/chart.h"

G_BEGIN_DECLS

#define DUI_CHART_VIEW_NO_KEY G_MAXUINT

#define DUI_TYPE_CHART_VIEW (dui_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (DuiChartView, dui_chart_view, DUI, CHART_VIEW, GtkWidget)

GtkWidget *dui_chart_view_new (void);

/* Takes a reference; NULL empties the view. */
void dui_chart_view_set_chart (DuiChartView *self, DuiChart *chart);

/* Marks those with @key without emitting "selected"; DUI_CHART_VIEW_NO_KEY for none. */
void dui_chart_view_set_selected (DuiChartView *self, guint key);
guint dui_chart_view_get_selected (DuiChartView *self);

/* As it is drawn now; NULL before the first allocation. Borrowed until the next one. */
const DuiLayout *dui_chart_view_get_layout (DuiChartView *self);

G_END_DECLS
