/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/charts.h"

static const struct
{
  const char *kind;
  DuiChart *(*make) (const DuiChartSubject *subject);
} kinds[] = {
  { "gap", dui_gap_chart_new },
  { "growth", dui_growth_chart_new },
  { "peers", dui_peers_chart_new },
  { "progress", dui_progress_chart_new },
  { "ranking", dui_ranking_chart_new },
  { "share", dui_share_chart_new },
  { "sheet", dui_sheet_chart_new },
  { "spread", dui_spread_chart_new },
};

DuiChart *
dui_chart_new_for_kind (const char *kind, const DuiChartSubject *subject)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, kind))
      return kinds[i].make (subject);
  return NULL;
}

const char *const *
dui_chart_kinds (void)
{
  static const char *names[G_N_ELEMENTS (kinds) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    names[i] = kinds[i].kind;
  return names;
}
