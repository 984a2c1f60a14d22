/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/spread.h"
#include "analysis/points.h"

gboolean
dui_spread_compute (const DuiStanding *standing, DuiSpread *spread)
{
  DuiRatio *high = &spread->highest_completion, *low = &spread->lowest_completion;
  guint n = 0;

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);
      DuiRatio completion = row->tier.completion;

      if (dui_ratio_is_missing (completion))
        continue;
      if (n == 0 || dui_ratio_compare (completion, *high) > 0)
        {
          spread->highest = row->place;
          *high = completion;
        }
      if (n == 0 || dui_ratio_compare (completion, *low) < 0)
        {
          spread->lowest = row->place;
          *low = completion;
        }
      n++;
    }
  if (n < 2)
    return FALSE;
  spread->points = dui_points_between (*high, *low);
  return TRUE;
}
