/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/peers.h"
#include "analysis/points.h"
#include "analysis/standing.h"

static const DuiStandingRow *
find_row (const DuiStanding *standing, guint place)
{
  for (guint i = 0; i < standing->rows->len; i++)
    if (g_array_index (standing->rows, DuiStandingRow, i).place == place)
      return &g_array_index (standing->rows, DuiStandingRow, i);
  return NULL;
}

static DuiRatio
measure_lead (const DuiPanel *panel, guint parent, DuiPeriod period, DuiRatio growth)
{
  DuiProgress above;

  dui_progress_compute (panel, parent, period, &above);
  if (!dui_progress_is_reported (&above, panel->indicator) || dui_ratio_is_missing (above.growth))
    return DUI_RATIO_MISSING;
  return dui_points_between (growth, above.growth);
}

gboolean
dui_peer_standing_compute (const DuiPanel *panel,
                           guint place,
                           DuiPeriod period,
                           DuiPeerStanding *self)
{
  guint parent = dui_catalog_get_parent (panel->catalog, place, period);
  g_autoptr (DuiStanding) standing = NULL;
  const DuiStandingRow *row, *worst;

  if (parent == DUI_NO_PLACE)
    return FALSE;
  standing = dui_standing_compute (panel, parent, period, DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0);
  row = find_row (standing, place);
  if (!row || standing->rows->len < 2)
    return FALSE;
  worst = &g_array_index (standing->rows, DuiStandingRow, standing->rows->len - 1);
  *self = (DuiPeerStanding){
    .parent = parent,
    .rank = row->rank,
    .previous_rank = row->previous_rank,
    .change = row->change,
    .previous = standing->previous,
    .n_ranked = standing->rows->len,
    .tied = row->tied,
    .last = row->rank > 1 && row->rank == worst->rank,
    .provisional = standing->provisional,
    .lead = measure_lead (panel, parent, period, row->value),
  };
  return TRUE;
}
