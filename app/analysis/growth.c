/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/growth.h"
#include "analysis/months.h"

#define REPORTED_ONE G_GINT64_CONSTANT (10000000000) /* 100 % in DUI_GROWTH_SCALE */

static DuiRatio
over_base (DuiAmount value,
           DuiAmount base)
{
  if (dui_amount_is_missing (value) || dui_amount_is_missing (base) || base <= 0)
    return DUI_RATIO_MISSING;
  return (DuiRatio){ value - base, base };
}

DuiGrowth
dui_growth_compute (const DuiColumns *columns,
                    guint place,
                    DuiPeriod period)
{
  const DuiPanel *panel = columns->panel;
  gssize at = dui_panel_index (panel, place, period);
  DuiGrowth growth = { DUI_RATIO_MISSING, FALSE };
  gboolean has_reported;

  if (at < 0 || (dui_amount_is_missing (panel->value[at]) && !columns->growth_only))
    return growth;

  has_reported = !dui_amount_is_missing (panel->growth[at]);
  if (!has_reported || columns->growth_source == DUI_GROWTH_COMPUTED)
    growth.value = over_base (panel->value[at], panel->base[at]);
  if (has_reported && dui_ratio_is_missing (growth.value))
    growth.value = (DuiRatio){ panel->growth[at], REPORTED_ONE };

  if (dui_ratio_is_missing (growth.value) && dui_amount_is_missing (panel->base[at]))
    {
      DuiAmount last_year = dui_columns_get_value (columns, place, period - 12);

      growth.value = over_base (panel->value[at], last_year);
      growth.inferred = !dui_ratio_is_missing (growth.value);
    }
  return growth;
}

typedef enum
{
  BASE_UNKNOWN,
  BASE_AGREES,
  BASE_DIFFERS,
} BaseOrigin;

static BaseOrigin
find_base_origin (const DuiColumns *columns,
                  guint place,
                  DuiPeriod period,
                  DuiAmount base)
{
  DuiAmount last_year = dui_columns_get_value (columns, place, period - 12);
  DuiWide off;

  if (dui_amount_is_missing (last_year))
    return BASE_UNKNOWN;
  off = (DuiWide) base - last_year;
  return ABS (off) * 2000 <= ABS ((DuiWide) last_year) ? BASE_AGREES : BASE_DIFFERS;
}

DuiRatio
dui_growth_of_month (const DuiColumns *columns,
                     guint place,
                     DuiPeriod period)
{
  const DuiPanel *panel = columns->panel;
  DuiAmount month = dui_month_value (columns, place, period);
  DuiPeriod previous = dui_period_previous (period, columns->calendar);
  DuiAmount base, base_before;
  BaseOrigin origin, origin_before;

  if (dui_amount_is_missing (month))
    return DUI_RATIO_MISSING;
  base = panel->base[dui_panel_index (panel, place, period)];
  if (dui_period_year (previous) != dui_period_year (period))
    return over_base (month, base);

  base_before = panel->base[dui_panel_index (panel, place, previous)];
  if (dui_amount_is_missing (base) || dui_amount_is_missing (base_before))
    return DUI_RATIO_MISSING;
  origin = find_base_origin (columns, place, period, base);
  origin_before = find_base_origin (columns, place, previous, base_before);
  if (origin != BASE_UNKNOWN && origin_before != BASE_UNKNOWN && origin != origin_before)
    return DUI_RATIO_MISSING;
  return over_base (month, base - base_before);
}
