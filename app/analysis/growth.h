/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growth on the same period of last year (DESIGN §4 "Growth"; PRACTICE R4, R5). For the files
 * of analysis/ only: others read it from DuiProgress. */
#pragma once

#include "analysis/columns.h"

G_BEGIN_DECLS

/* Sets @growth, a fraction, of the cumulative figure: g or C/B - 1, whichever the indicator ranks,
 * else the other. Without either, last year's C stands in for a base that was not given, and TRUE
 * says that the growth is 推算 (R5); a base that was given but is not positive gives no growth.
 * Missing where the figure is 未报. */
gboolean dui_growth_compute (const DuiColumns *columns, guint place, DuiPeriod period,
                             DuiRatio *growth);

G_END_DECLS
