/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since, in lines of a table (analysis/changes.h). */
#pragma once

#include "analysis/changes.h"
#include "model/case.h"

G_BEGIN_DECLS

/* One thing that changed; "—" for what was not there. Owned texts. */
typedef struct
{
  guint place;
  char *what; /* 2021年1—11月完成数, 增幅位次 */
  char *then;
  char *now;
} DuiChangeLine;

void dui_change_line_free (DuiChangeLine *self);

/* Ranks first, then targets, what happened to cases from @day on, and figures: an array of
 * DuiChangeLine* that frees them. @cases (of DuiCase) may be of other indicators too. */
GPtrArray *dui_change_words_list (const DuiPanel *panel, const DuiChanges *changes,
                                  DuiPeriod period, GPtrArray *cases, DuiDay day);

G_END_DECLS
