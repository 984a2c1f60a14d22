/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two states of a book: figures, targets, and the ranks that follow from them
 * (PRACTICE R22). */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

typedef struct
{
  guint place;
  DuiPeriod period;
  DuiFigureValues then; /* DUI_STATUS_NONE where there was none */
  DuiFigureValues now;  /* DUI_STATUS_NONE where there is none any more */
} DuiFigureChange;

typedef struct
{
  guint place;
  int year;
  DuiTier tier;
  DuiDay effective;
  DuiAmount then; /* missing where there was none */
  DuiAmount now;  /* missing where there is none any more */
  const char *document; /* of the one that is there now, else of the one that was */
} DuiTargetChange;

typedef struct
{
  guint place;
  DuiRankBy by;
  guint then; /* 0 when not ranked */
  guint now;
  gboolean bottom_then, bottom_now;
} DuiRankChange;

typedef struct
{
  GArray *figures; /* of DuiFigureChange, newest period first, then fixed order */
  GArray *targets; /* of DuiTargetChange, by place, year, tier and day */
  GArray *ranks;   /* of DuiRankChange at the period, by growth and then by progress, fixed order */
} DuiChanges;

/* @then and @now are of one indicator and one catalog. */
DuiChanges *dui_changes_compute (const DuiPanel *then, const DuiPanel *now, guint parent,
                                 DuiPeriod period);
void dui_changes_free (DuiChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiChanges, dui_changes_free)

G_END_DECLS
