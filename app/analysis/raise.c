/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/raise.h"
#include "analysis/against.h"

gboolean
dui_raise_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiRaise *raise)
{
  DuiColumns columns;
  DuiMoment moment;
  DuiProgress progress;
  const DuiTarget *old;
  DuiWide old_value, new_value;

  dui_columns_init (&columns, panel);
  if (!columns.has_pace)
    return FALSE;
  dui_moment_init (&moment, &columns, period);
  dui_progress_fill (&columns, &moment, place, &progress);
  old = dui_panel_get_target (panel, place, moment.year, DUI_TIER_ASSESSED,
                              dui_period_last_day (dui_period_previous (period, columns.calendar)));
  if (!old || !progress.assessed.target || old->value == progress.assessed.target->value)
    return FALSE;

  raise->after = progress.assessed;
  dui_measure_against (&columns, &moment, &progress, old, &raise->before);
  raise->effect = DUI_RATIO_MISSING;
  if (dui_ratio_is_missing (raise->before.difference)
      || dui_ratio_is_missing (raise->after.difference))
    return TRUE;
  /* 100 C/T1 - 100 C/T0; tau falls out. */
  old_value = old->value;
  new_value = raise->after.target->value;
  raise->effect = dui_ratio_scale (
      dui_ratio_new (progress.completed * (old_value - new_value), old_value * new_value), 100, 1);
  return TRUE;
}
