/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and digits of the overview's four cards: completed, gap, progress, growth. */
#pragma once

#include "analysis/progress.h"
#include "widgets/headline-card.h"

G_BEGIN_DECLS

#define DUI_N_CARDS 4

/* What is said of @place: its own figure, or the sum of its members where it has none (PRACTICE
 * R3). @tier is the one the large numbers are measured against. A card that the indicator has nothing
 * for is left empty: without a title. The caller clears every card. */
void dui_overview_cards_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiTier tier,
                                 DuiHeadline cards[DUI_N_CARDS]);

G_END_DECLS
