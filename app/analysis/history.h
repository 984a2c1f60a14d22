/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the members of one parent ranked at each period, by one measure: ranks and bottom sets
 * without the figures behind them. Each period is ranked when it is first asked for, and kept:
 * a streak looks back only as far as it reaches, a matrix of ranks goes through all of them.
 * Not for two threads at once. */
#pragma once

#include "analysis/columns.h"
#include "analysis/members.h"
#include "analysis/standing.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_PLACING_DUE = 1 << 0,      /* a ranked member in that period */
  DUI_PLACING_REPORTED = 1 << 1, /* has a figure that is not only 预计 */
  DUI_PLACING_INFERRED = 1 << 2, /* ranked by a growth that was 推算 (PRACTICE R5) */
  DUI_PLACING_BOTTOM = 1 << 3,
} DuiPlacingFlags;

typedef struct
{
  guint rank; /* 0 when not ranked */
  DuiPlacingFlags flags;
} DuiPlacing;

typedef struct
{
  DuiRankSummary summary;
  const DuiPlacing *placings; /* one for each of the history's members */
} DuiHistoryRow;

typedef struct
{
  /*< read only >*/
  const DuiPanel *panel; /* borrowed */
  DuiMembers members;
  DuiRankBy by;
  DuiTier tier;
  guint bottom;
  DuiStreakGrowth growth; /* which growth DUI_RANK_BY_GROWTH means */

  /*< private >*/
  DuiColumns columns;
  DuiHistoryRow *rows; /* of the panel's months, then one for whatever lies outside of them */
  DuiPlacing *placings;
  DuiRatio *values;
  guint *ranks;
  gboolean *in_bottom;
} DuiHistory;

/* @bottom 0 takes the book's rule; @growth is DUI_STREAK_BY_CUMULATIVE but for evidence of months
 * (PRACTICE R12). @panel has to outlive the history. */
DuiHistory *dui_history_new (const DuiPanel *panel, guint parent, DuiRankBy by, DuiTier tier,
                             guint bottom, DuiStreakGrowth growth);
void dui_history_free (DuiHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiHistory, dui_history_free)

/* Owned by the history. A row outside of the panel's months holds until the next one is asked for. */
const DuiHistoryRow *dui_history_get_row (DuiHistory *self, DuiPeriod period);

G_END_DECLS
