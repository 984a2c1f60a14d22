/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bulletin of one period freezes, and whether it may be issued (DESIGN §4, §5). */
#pragma once

#include "model/bulletin.h"
#include "model/panel.h"

G_BEGIN_DECLS

/* The members of @parent that are due, in fixed order, as they are now: an array of DuiIssuedRow*
 * that frees them. */
GPtrArray *dui_issue_compute (const DuiPanel *panel, guint parent, DuiPeriod period);

/* The row of @place as it is now: taken from @rows, or without a rank for one that is not in them.
 * The caller frees it. */
DuiIssuedRow *dui_issue_find_now (const DuiPanel *panel, GPtrArray *rows, guint place,
                                  DuiPeriod period);

/* Why @rows can't be issued, as the second half of a sentence: nobody is ranked, or the period is
 * open and has an estimate. NULL when they can. */
const char *dui_issue_find_obstacle (const DuiPanel *panel, guint parent, DuiPeriod period,
                                     GPtrArray *rows);

G_END_DECLS
