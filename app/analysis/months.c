/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/months.h"

static inline DuiAmount
get_current (const DuiColumns *columns, const DuiMoment *moment, guint place)
{
  gssize at = dui_panel_index (columns->panel, place, moment->period);

  return at >= 0 && moment->has_months ? columns->panel->value[at] : DUI_AMOUNT_MISSING;
}

DuiAmount
dui_month_value (const DuiColumns *columns, const DuiMoment *moment, guint place)
{
  DuiAmount value = get_current (columns, moment, place);
  DuiAmount before;

  if (dui_amount_is_missing (value))
    return DUI_AMOUNT_MISSING;
  if (moment->opens_year)
    return columns->calendar == DUI_CALENDAR_MONTHLY ? DUI_AMOUNT_MISSING : value;

  before = dui_columns_get_value (columns, place, moment->previous);
  return dui_amount_is_missing (before) ? DUI_AMOUNT_MISSING : value - before;
}

void
dui_month_recent_mean (const DuiColumns *columns,
                       const DuiMoment *moment,
                       guint place,
                       DuiRatio *mean)
{
  DuiAmount value = get_current (columns, moment, place);
  DuiAmount before = 0;

  *mean = DUI_RATIO_MISSING;
  if (dui_amount_is_missing (value))
    return;

  for (guint i = 0; i < moment->n_needed; i++)
    {
      before = dui_columns_get_value (columns, place, moment->needed[i]);
      if (dui_amount_is_missing (before))
        return;
    }
  if (moment->recent_opens_year)
    *mean = (DuiRatio){ value, moment->n_recent };
  else if (moment->recent_halves)
    *mean = (DuiRatio){ 2 * (DuiWide) value - before, 2 * moment->n_recent };
  else
    *mean = (DuiRatio){ (DuiWide) value - before, moment->n_recent };
}

typedef enum
{
  BASE_UNKNOWN,
  BASE_AGREES,
  BASE_DIFFERS,
} BaseOrigin;

static BaseOrigin
find_base_origin (const DuiColumns *columns, guint place, DuiPeriod period, DuiAmount base)
{
  DuiAmount last_year = dui_columns_get_value (columns, place, period - 12);

  if (dui_amount_is_missing (last_year))
    return BASE_UNKNOWN;
  return ABS ((DuiWide) base - last_year) * 2000 <= ABS ((DuiWide) last_year) ? BASE_AGREES
                                                                              : BASE_DIFFERS;
}

/* The base of the month, from the bases of the two periods it lies between. */
static DuiAmount
get_base (const DuiColumns *columns, const DuiMoment *moment, guint place)
{
  const DuiPanel *panel = columns->panel;
  DuiAmount base = panel->base[dui_panel_index (panel, place, moment->period)];
  DuiAmount before;
  BaseOrigin origin, origin_before;

  if (moment->opens_year || dui_amount_is_missing (base))
    return base;
  before = panel->base[dui_panel_index (panel, place, moment->previous)];
  if (dui_amount_is_missing (before))
    return DUI_AMOUNT_MISSING;
  origin = find_base_origin (columns, place, moment->period, base);
  origin_before = find_base_origin (columns, place, moment->previous, before);
  if (origin != BASE_UNKNOWN && origin_before != BASE_UNKNOWN && origin != origin_before)
    return DUI_AMOUNT_MISSING;
  return base - before;
}

void
dui_month_growth (const DuiColumns *columns,
                  const DuiMoment *moment,
                  guint place,
                  DuiAmount month,
                  DuiRatio *growth)
{
  DuiAmount base
      = dui_amount_is_missing (month) ? DUI_AMOUNT_MISSING : get_base (columns, moment, place);

  if (dui_amount_is_missing (base) || base <= 0)
    *growth = DUI_RATIO_MISSING;
  else
    *growth = (DuiRatio){ (DuiWide) month - base, base };
}
