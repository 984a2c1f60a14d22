/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts shaped by Pango, once for each text and font: what is measured for the layout is what is
 * drawn afterwards. Private to plot/. */
#pragma once

#include <pango/pangocairo.h>

#include "plot/theme.h"

G_BEGIN_DECLS

/* Every text is shaped at this size and scaled when it is measured or drawn. Nothing is hinted, so
 * that this is exact; and a font is looked up once instead of once for each size, which is what
 * most of the time of a small document goes into. */
#define DUI_FONTS_SIZE 10.0

/* One line at DUI_FONTS_SIZE points, a unit being a point. Belongs to the calling thread's cache:
 * ref it or use it at once. */
PangoLayout *dui_fonts_shape (const char *family, gboolean bold, const char *text);

/* Starts to look the fonts of @family up on a thread; the first thread that shapes a text takes
 * them. */
void dui_fonts_prepare (const char *family);

/* Waits for the thread and frees what it found, when nobody has taken it. */
void dui_fonts_abandon (void);

G_END_DECLS
