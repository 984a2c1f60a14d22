/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/months.h"

static DuiAmount
get_current (const DuiColumns *columns,
             guint place,
             DuiPeriod period)
{
  gssize at = dui_panel_index (columns->panel, place, period);

  if (at < 0 || !columns->has_pace || !dui_period_is_published (period, columns->calendar))
    return DUI_AMOUNT_MISSING;
  return columns->panel->value[at];
}

DuiAmount
dui_month_value (const DuiColumns *columns,
                 guint place,
                 DuiPeriod period)
{
  DuiAmount value = get_current (columns, place, period);
  DuiPeriod previous = dui_period_previous (period, columns->calendar);
  DuiAmount before;

  if (dui_amount_is_missing (value))
    return DUI_AMOUNT_MISSING;
  if (dui_period_year (previous) != dui_period_year (period))
    return columns->calendar == DUI_CALENDAR_MONTHLY ? DUI_AMOUNT_MISSING : value;

  before = dui_columns_get_value (columns, place, previous);
  return dui_amount_is_missing (before) ? DUI_AMOUNT_MISSING : value - before;
}

DuiRatio
dui_month_recent_mean (const DuiColumns *columns,
                       guint place,
                       DuiPeriod period)
{
  DuiAmount value = get_current (columns, place, period);
  int wanted = MIN (3, dui_period_month (period));
  DuiPeriod start = period - wanted; /* the three months begin where this one ends */
  DuiPeriod step = dui_period_previous (period, columns->calendar);
  DuiAmount before = 0;

  if (dui_amount_is_missing (value))
    return DUI_RATIO_MISSING;

  for (; step >= start && dui_period_year (step) == dui_period_year (period);
       step = dui_period_previous (step, columns->calendar))
    {
      before = dui_columns_get_value (columns, place, step);
      if (dui_amount_is_missing (before))
        return DUI_RATIO_MISSING;
    }
  if (dui_period_year (start) != dui_period_year (period))
    return (DuiRatio){ value, wanted };
  /* From April the three months begin after January, which is half of 1–2月. */
  if (!dui_period_is_published (start, columns->calendar))
    return (DuiRatio){ 2 * (DuiWide) value - before, 2 * wanted };
  return (DuiRatio){ (DuiWide) value - before, wanted };
}
