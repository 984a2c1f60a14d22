/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/figure-json.h"

void
dui_figure_json_members (DuiJson *json,
                         DuiIndicator *indicator,
                         const DuiFigureValues *values)
{
  dui_json_amount (json, "completed", indicator, values->value);
  dui_json_amount (json, "base", indicator, values->base);
  dui_json_percent (json, "growth", dui_amount_to_ratio (values->growth, DUI_GROWTH_SCALE));
  dui_json_text (json, "status", dui_figure_status_to_nick (values->status));
}

void
dui_figure_json (DuiJson *json,
                 const char *key,
                 DuiIndicator *indicator,
                 const DuiFigureValues *values)
{
  if (values->status == DUI_STATUS_NONE)
    {
      dui_json_null (json, key);
      return;
    }
  dui_json_begin_object (json, key);
  dui_figure_json_members (json, indicator, values);
  dui_json_end_object (json);
}
