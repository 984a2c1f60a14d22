/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consecutive published periods in the bottom set by growth (DESIGN §4 "Streak", PRACTICE R12). */
#pragma once

#include "analysis/history.h"

G_BEGIN_DECLS

typedef struct
{
  guint place;
  guint length;
  GArray *periods; /* of DuiPeriod, oldest first: those in the bottom set */
  GArray *passed_over; /* of DuiPeriod since the first of them in which the place was due but 未报,
                          without growth or with one that was 推算: neither breaks nor lengthens */
} DuiStreak;

/* Without periods; owned by the array it is added to. */
DuiStreak *dui_streak_new (guint place);
/* An array of DuiStreak* that frees them; longest first, then fixed order. */
GPtrArray *dui_streaks_new (void);
void dui_streaks_sort (GPtrArray *streaks);
/* That of @place; NULL for none. */
const DuiStreak *dui_streaks_find (GPtrArray *streaks, guint place);

/* One for every member of @parent whose streak at the last closed period not after @period is at
 * least 1, longest first, then fixed order. An array of DuiStreak* that frees them. */
GPtrArray *dui_streaks_compute (const DuiPanel *panel, guint parent, DuiPeriod period);

/* The rankings that streaks are counted in: by growth, cumulative or of the month as the book's
 * rules say, with the book's bottom. */
DuiHistory *dui_streak_history_new (const DuiPanel *panel, guint parent);

/* Whether @history has those rankings too. */
gboolean dui_streak_is_counted_in (const DuiHistory *history);

/* Sets lengths[i] to the streak of the history's member i at the closed period @last. They are
 * counted together, from @last backwards, so that only periods are ranked that one of them needs. */
void dui_streak_count (DuiHistory *history, DuiPeriod last, guint *lengths);

G_END_DECLS
