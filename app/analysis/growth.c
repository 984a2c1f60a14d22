/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/growth.h"

#define REPORTED_ONE G_GINT64_CONSTANT (10000000000) /* 100 % in DUI_GROWTH_SCALE */

static inline gboolean
is_base (DuiAmount base)
{
  return !dui_amount_is_missing (base) && base > 0;
}

gboolean
dui_growth_compute (const DuiColumns *columns, guint place, DuiPeriod period, DuiRatio *growth)
{
  const DuiPanel *panel = columns->panel;
  gssize at = dui_panel_index (panel, place, period);
  DuiAmount value, base, reported;
  gboolean inferred, computable;

  *growth = DUI_RATIO_MISSING;
  if (at < 0)
    return FALSE;
  value = panel->value[at];
  base = panel->base[at];
  reported = panel->growth[at];
  if (dui_amount_is_missing (value) && !columns->growth_only)
    return FALSE;

  computable = !dui_amount_is_missing (value) && is_base (base);
  if (!dui_amount_is_missing (reported)
      && (columns->growth_source == DUI_GROWTH_REPORTED || !computable))
    {
      *growth = (DuiRatio){ reported, REPORTED_ONE };
      return FALSE;
    }
  inferred = !computable && !dui_amount_is_missing (value) && dui_amount_is_missing (base);
  if (inferred)
    base = dui_columns_get_value (columns, place, period - 12);
  if (dui_amount_is_missing (value) || !is_base (base))
    return FALSE;
  *growth = (DuiRatio){ (DuiWide) value - base, base };
  return inferred;
}
