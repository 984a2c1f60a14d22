/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as a file. */
#pragma once

#include "plot/chart.h"
#include "plot/error.h"

G_BEGIN_DECLS

/* PDF, SVG or PNG (two pixels for each CSS pixel: 192 dpi) by the suffix of @path; @width and
 * @height in points. Rendered to memory and checked before the file is touched; the same chart
 * gives the same bytes (of SVG the first of a process: cairo numbers its surfaces). DUI_PLOT_ERROR.
 */
gboolean dui_chart_export (DuiChart *chart,
                           const char *path,
                           double width,
                           double height,
                           const DuiTheme *theme,
                           GError **error);

/* The bytes of such a file: @suffix ".pdf", ".svg" or ".png". */
GBytes *dui_chart_render (DuiChart *chart,
                          const char *suffix,
                          double width,
                          double height,
                          const DuiTheme *theme,
                          GError **error);

G_END_DECLS
