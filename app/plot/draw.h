/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a layout on a cairo context: the only part of plot/ that draws. */
#pragma once

#include <cairo.h>

#include "plot/layout.h"

G_BEGIN_DECLS

/* In points from the current origin; whoever wants pixels scales @cr before. On raster surfaces
 * upright edges are moved to whole pixels. The paper is not painted: dui_draw_paper() does. */
void dui_layout_draw (const DuiLayout *layout, cairo_t *cr, const DuiTheme *theme);

void dui_draw_paper (cairo_t *cr, const DuiTheme *theme);

G_END_DECLS
