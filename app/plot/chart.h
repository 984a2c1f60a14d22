/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a value: data that nobody changes any more, and the function that lays it out. */
#pragma once

#include "plot/layout.h"

G_BEGIN_DECLS

#define DUI_TYPE_CHART (dui_chart_get_type ())

typedef struct _DuiChart DuiChart;

/* Pure: the same data, size, theme metrics and text measure give the same layout. */
typedef DuiLayout *(*DuiChartLayoutFunc) (gconstpointer data,
                                          double width,
                                          double height,
                                          DuiTextMeasure *measure);

GType dui_chart_get_type (void);

/* Takes @data. @title is the finding, @description the sentences a screen reader says. */
DuiChart *dui_chart_new (const char *title,
                         const char *description,
                         gpointer data,
                         GDestroyNotify free_data,
                         DuiChartLayoutFunc layout);
DuiChart *dui_chart_ref (DuiChart *self);
void dui_chart_unref (DuiChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiChart, dui_chart_unref)

const char *dui_chart_get_title (DuiChart *self);
const char *dui_chart_get_description (DuiChart *self);

/* Sizes in points (1/72 inch on paper, CSS pixels x 0.75 on screen are the caller's business: it
 * scales the cairo context). The caller owns the layout. */
DuiLayout *dui_chart_layout (DuiChart *self, double width, double height, DuiTextMeasure *measure);

G_END_DECLS
