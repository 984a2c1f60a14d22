/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the bulletin (PRACTICE §6 附件1): the place, the sum of its members, and the
 * members by rank; below them those that are not ranked. */
#pragma once

#include "analysis/standing.h"
#include "briefing/table.h"

G_BEGIN_DECLS

typedef struct
{
  DuiTable *table;
  char *measure;    /* 单位：亿元、% */
  GPtrArray *notes; /* of char*, in order, without numbers */
} DuiStandingTable;

/* The rankings by pace (or distance to target) and by growth; the table is ordered by the first one
 * in which anybody is ranked. */
DuiStandingTable *dui_standing_table_new (const DuiPanel *panel,
                                          guint parent,
                                          DuiPeriod period,
                                          const DuiStanding *by_progress,
                                          const DuiStanding *by_growth);
void dui_standing_table_free (DuiStandingTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiStandingTable, dui_standing_table_free)

G_END_DECLS
