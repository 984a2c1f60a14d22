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

/* FALSE where a growth could only be 推算 or missing: neither a base nor a growth was given. */
static inline gboolean
dui_growth_is_given (const DuiColumns *columns, guint place, DuiPeriod period)
{
  gssize at = dui_panel_index (columns->panel, place, period);

  return at >= 0
         && (!dui_amount_is_missing (columns->panel->base[at])
             || !dui_amount_is_missing (columns->panel->growth[at]));
}

G_END_DECLS
