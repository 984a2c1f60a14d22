/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mark of a chart for the keyboard and for screen readers: a list item that is never drawn.
 * GTK 4.8 has no public way to give a widget accessible children that are not widgets. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_CHART_MARK (dui_chart_mark_get_type ())
G_DECLARE_FINAL_TYPE (DuiChartMark, dui_chart_mark, DUI, CHART_MARK, GtkWidget)

GtkWidget *dui_chart_mark_new (void);
void dui_chart_mark_set_name (DuiChartMark *self, const char *name);

G_END_DECLS
