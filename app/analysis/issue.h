/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bulletin of one period freezes, and whether it may be issued (DESIGN §4, §5). */
#pragma once

#include "model/bulletin.h"
#include "model/panel.h"

G_BEGIN_DECLS

/* The members of @parent that are due, in fixed order, as they are now: an array of DuiIssuedRow*
 * that frees them. */
GPtrArray *dui_issue_compute (const DuiPanel *panel, guint parent, DuiPeriod period);

/* A place of which something is not as it was issued. */
typedef struct
{
  const DuiIssuedRow *issued; /* the bulletin's; NULL for a place that was not in it */
  const DuiIssuedRow *now;    /* never NULL; without ranks for one that is not due any more */
} DuiIssueChange;

/* What of @bulletin, in its order, is not what it would be now, then the places that are new since: an
 * array of DuiIssueChange* that frees them. @bulletin must outlive it. */
GPtrArray *dui_issue_compare (const DuiPanel *panel, guint parent,
                              const DuiIssuedBulletin *bulletin);

/* Why @rows can't be issued, as the second half of a sentence: nobody is ranked, or the period is
 * open and has an estimate. NULL when they can. */
const char *dui_issue_find_obstacle (const DuiPanel *panel, guint parent, DuiPeriod period,
                                     GPtrArray *rows);

/* What else it would be issued with, a sentence each: who has not reported, that the period is open,
 * whose figures are estimates, who has no target: an array of char* that frees them. */
GPtrArray *dui_issue_list_doubts (const DuiPanel *panel, guint parent, DuiPeriod period,
                                  GPtrArray *rows);

G_END_DECLS
