/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official streak (PRACTICE R12): counted in the bulletins as they were issued, whatever the book
 * says today. */
#pragma once

#include "analysis/streak.h"
#include "model/bulletin.h"

G_BEGIN_DECLS

/* A bulletin that froze figures without ranks, as one from before this program, is ranked by growth from
 * the figures that it froze, with the book's rules. */
void dui_issued_streak_complete (GPtrArray *bulletins, const DuiPanel *panel, guint parent);

/* One for every place in the bottom set by growth of the newest bulletin not after @period, longest
 * first, then fixed order: an array of DuiStreak* that frees them. @bulletins of DuiIssuedBulletin with
 * rows, of the panel's indicator: the newest of each period, oldest first. A period without a bulletin
 * that ranks, or whose bulletin does not rank the place, is passed over. */
GPtrArray *dui_issued_streaks_compute (const DuiPanel *panel, GPtrArray *bulletins,
                                       DuiPeriod period);

/* The bulletin of @period among them that ranks; NULL for none. */
const DuiIssuedBulletin *dui_issued_streak_find_bulletin (GPtrArray *bulletins, DuiPeriod period);

/* The row of @place; NULL for none. */
const DuiIssuedRow *dui_issued_streak_find_row (const DuiIssuedBulletin *bulletin, guint place);

G_END_DECLS
