/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of the field by name, for the command line and the pages (DESIGN §6). */
#pragma once

#include "analysis/standing.h"
#include "plot/chart.h"

G_BEGIN_DECLS

typedef struct
{
  const DuiPanel *panel;
  guint place; /* whose chart: the county, or one township */
  DuiPeriod period;
  DuiTier tier;       /* what gaps and completion are measured against; usually DUI_TIER_ASSESSED */
  const char *issued; /* day of issue for the foot, "2021-12-18"; NULL leaves it out */
  DuiRankBy by;       /* of the matrix of ranks and of the peers */
} DuiChartSubject;

DuiChart *dui_progress_chart_new (const DuiChartSubject *subject);
DuiChart *dui_gap_chart_new (const DuiChartSubject *subject);
DuiChart *dui_growth_chart_new (const DuiChartSubject *subject);
DuiChart *dui_peers_chart_new (const DuiChartSubject *subject);
DuiChart *dui_ranking_chart_new (const DuiChartSubject *subject);
DuiChart *dui_share_chart_new (const DuiChartSubject *subject);
DuiChart *dui_sheet_chart_new (const DuiChartSubject *subject);
DuiChart *dui_spread_chart_new (const DuiChartSubject *subject);

/* @plan, which need not be in the book, for the subject's place. */
DuiChart *dui_plan_chart_new (const DuiChartSubject *subject, const DuiPlan *plan);

/* One of dui_chart_kinds(); NULL for a kind that there is not. */
DuiChart *dui_chart_new_for_kind (const char *kind, const DuiChartSubject *subject);

/* NULL-terminated names of the kinds. */
const char *const *dui_chart_kinds (void);

G_END_DECLS
