/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/forecast.h"
#include "analysis/months.h"

/* C x last year's total / last year's cumulative at the same month, both as the book has them. */
static DuiRatio
by_season (const DuiColumns *columns, guint place, const DuiMoment *moment, DuiAmount completed)
{
  DuiAmount then = dui_columns_get_value (columns, place, moment->period - 12);
  DuiAmount total = dui_columns_get_value (columns, place, dui_period_new (moment->year - 1, 12));

  if (dui_amount_is_missing (then) || dui_amount_is_missing (total) || then <= 0)
    return DUI_RATIO_MISSING;
  return (DuiRatio){ (DuiWide) completed * total, then };
}

void
dui_forecast_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiForecast *forecast)
{
  DuiColumns columns;
  DuiMoment moment;
  DuiAmount completed = dui_panel_get_figure (panel, place, period).value;
  DuiRatio recent;

  dui_columns_init (&columns, panel);
  dui_moment_init (&moment, &columns, period);
  *forecast = (DuiForecast){ DUI_RATIO_MISSING, DUI_RATIO_MISSING, DUI_RATIO_MISSING };
  if (!columns.has_pace || moment.month == 12 || dui_amount_is_missing (completed))
    return;

  if (!dui_ratio_is_missing (moment.pace))
    forecast->pace = dui_ratio_new (completed * moment.pace.den, moment.pace.num);
  dui_month_recent_mean (&columns, &moment, place, &recent);
  if (!dui_ratio_is_missing (recent))
    forecast->recent
        = (DuiRatio){ completed * recent.den + (12 - moment.month) * recent.num, recent.den };
  forecast->season = by_season (&columns, place, &moment, completed);
}

void
dui_forecast_get_range (const DuiForecast *self, DuiRatio *low, DuiRatio *high)
{
  const DuiRatio methods[] = { self->pace, self->recent, self->season };

  *low = *high = DUI_RATIO_MISSING;
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      if (dui_ratio_is_missing (methods[i]))
        continue;
      if (dui_ratio_is_missing (*low) || dui_ratio_compare (methods[i], *low) < 0)
        *low = methods[i];
      if (dui_ratio_is_missing (*high) || dui_ratio_compare (methods[i], *high) > 0)
        *high = methods[i];
    }
}
