/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has to explain, and who is to be looked at (DESIGN §4 "Explanation", "Streak", PRACTICE R12). Two
 * lists that are never mixed: the bottom set by progress explains, a streak in the bottom set by
 * growth opens a review with its evidence. */
#pragma once

#include "analysis/streak.h"
#include "model/case.h"

G_BEGIN_DECLS

/* An array of DuiCase* that frees them, without events: explanations by rank, then reviews, longest
 * streak first. Empty while @period is open (暂排 opens nothing), and without explanations for an
 * indicator that has no targets. The evidence of a period that has a bulletin among @bulletins (as for
 * dui_issued_streaks_compute()) is what that said; growth and rank of the month alone, which no bulletin
 * says, are those of now. A review is opened by the streak as issued or by the one of now. */
GPtrArray *dui_candidates_compute (const DuiPanel *panel, guint parent, DuiPeriod period,
                                   GPtrArray *bulletins);

G_END_DECLS
