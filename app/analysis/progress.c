/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/against.h"
#include "analysis/growth.h"
#include "analysis/months.h"

static void
fill_targets (const DuiColumns *columns,
              const DuiMoment *moment,
              guint place,
              DuiProgress *progress)
{
  const DuiTarget *targets[DUI_N_TIERS];

  dui_panel_get_targets (columns->panel, place, moment->year, moment->end, targets);
  for (guint tier = 0; tier < DUI_N_TIERS; tier++)
    dui_measure_against (columns, moment, progress, targets[tier], &progress->tiers[tier]);
  /* R1: adjusted if the place has one in force, else agreed; never stretch. */
  progress->assessed = progress->tiers[DUI_TIER_ADJUSTED].target
                           ? progress->tiers[DUI_TIER_ADJUSTED]
                           : progress->tiers[DUI_TIER_AGREED];
}

void
dui_progress_fill (const DuiColumns *columns,
                   const DuiMoment *moment,
                   guint place,
                   DuiProgress *progress)
{
  DuiFigureValues figure = dui_panel_get_figure (columns->panel, place, moment->period);
  DuiAmount month = dui_month_value (columns, moment, place);

  progress->completed = figure.value;
  progress->base = figure.base;
  progress->status = figure.status;
  progress->growth_inferred
      = dui_growth_compute (columns, place, moment->period, &progress->growth);
  progress->month = dui_columns_to_ratio (month);
  dui_month_growth (columns, moment, place, month, &progress->month_growth);
  dui_month_recent_mean (columns, moment, place, &progress->recent_mean);
  progress->pace = moment->pace;
  fill_targets (columns, moment, place, progress);
}

void
dui_progress_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiProgress *progress)
{
  DuiColumns columns;
  DuiMoment moment;

  dui_columns_init (&columns, panel);
  dui_moment_init (&moment, &columns, period);
  dui_progress_fill (&columns, &moment, place, progress);
}

gboolean
dui_progress_is_reported (const DuiProgress *progress, DuiIndicator *indicator)
{
  if (progress->status <= DUI_STATUS_ESTIMATE)
    return FALSE;
  if (!dui_amount_is_missing (progress->completed))
    return TRUE;
  return dui_indicator_get_kind (indicator) == DUI_KIND_GROWTH_ONLY
         && !dui_ratio_is_missing (progress->growth);
}
