/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts shaped by Pango, once for each text and font: what is measured for the layout is what is
 * drawn afterwards. Private to plot/. */
#pragma once

#include <pango/pangocairo.h>

#include "plot/theme.h"

G_BEGIN_DECLS

/* One line at a resolution of 72 dpi, so that a unit is a point, with unhinted metrics, so that it
 * is as wide at every scale. Belongs to the calling thread's cache: ref it or use it at once. */
PangoLayout *dui_fonts_shape (const DuiTheme *theme, DuiFont font, const char *text);

G_END_DECLS
