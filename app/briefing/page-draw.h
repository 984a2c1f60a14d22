/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a page on paper: the only part of briefing/ that draws. */
#pragma once

#include <cairo.h>

#include "briefing/page.h"

G_BEGIN_DECLS

/* In points from the sheet's top left corner, black on whatever is there. In a PDF the parts become
 * its structure (headings, paragraphs, tables). */
void dui_page_draw (const DuiPage *page, cairo_t *cr);

G_END_DECLS
