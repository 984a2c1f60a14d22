/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consecutive published periods in the bottom set by growth (DESIGN §4 "Streak", PRACTICE R12). */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

typedef struct
{
  guint place;
  guint length;
  GArray *periods; /* of DuiPeriod, oldest first: those in the bottom set */
  GArray *passed_over; /* of DuiPeriod between them: 未报 or no growth, neither breaks nor lengthens */
} DuiStreak;

/* One for every member of @parent whose streak at the last closed period not after @period is at
 * least 1, longest first, then fixed order. An array of DuiStreak* that frees them. */
GPtrArray *dui_streaks_compute (const DuiPanel *panel, guint parent, DuiPeriod period);

G_END_DECLS
