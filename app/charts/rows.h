/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of text below each other at a pitch that depends on how many there are. Private to charts/. */
#pragma once

#include "plot/text.h"

G_BEGIN_DECLS

/* The largest font with which lines of @pitch are @leading apart, in points. */
DuiFont dui_chart_rows_choose_font (DuiTextMeasure *measure, double pitch, double leading);

G_END_DECLS
