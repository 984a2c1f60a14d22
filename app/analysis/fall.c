/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/fall.h"
#include "analysis/points.h"

static gboolean
falls (const DuiPanel *panel, const DuiProgress *progress)
{
  return dui_progress_is_reported (progress, panel->indicator) && !progress->growth_inferred
         && dui_ratio_sign (progress->growth) < 0;
}

gboolean
dui_fall_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiFall *fall)
{
  DuiPeriod previous = dui_period_previous (period, dui_indicator_get_calendar (panel->indicator));
  DuiProgress now, before;

  /* Between two years the base is another one. */
  if (dui_period_year (previous) != dui_period_year (period))
    return FALSE;
  dui_progress_compute (panel, place, period, &now);
  dui_progress_compute (panel, place, previous, &before);
  if (!falls (panel, &now) || !falls (panel, &before))
    return FALSE;
  fall->previous = previous;
  fall->narrowed = dui_points_between (now.growth, before.growth);
  return TRUE;
}
