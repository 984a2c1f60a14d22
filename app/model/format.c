/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/format.h"

#include <stdlib.h>

#define MINUS "\xe2\x88\x92"
#define DASH "\xe2\x80\x94"
#define COLUMN_DECIMALS_MAX 6

static char *
with_real_minus (char *text)
{
  char *shown;

  if (!text)
    return g_strdup (DASH);
  if (text[0] != '-')
    return text;
  shown = g_strconcat (MINUS, text + 1, NULL);
  g_free (text);
  return shown;
}

char *
dui_format_number (DuiRatio ratio,
                   int decimals)
{
  return with_real_minus (dui_ratio_to_string (ratio, decimals));
}

char *
dui_format_percent (DuiRatio fraction,
                    int decimals)
{
  return dui_format_number (dui_ratio_scale (fraction, 100, 1), decimals);
}

static DuiRatio
to_shown_measure (DuiIndicator *indicator,
                  DuiRatio raw)
{
  int down = dui_indicator_get_scale (indicator) + dui_indicator_get_shown_shift (indicator);

  return down >= 0 ? dui_ratio_scale (raw, 1, dui_power_of_ten (down))
                   : dui_ratio_scale (raw, dui_power_of_ten (-down), 1);
}

char *
dui_format_amount (DuiIndicator *indicator,
                   DuiAmount amount)
{
  return dui_format_average (indicator, dui_amount_to_ratio (amount, 0));
}

char *
dui_format_average (DuiIndicator *indicator,
                    DuiRatio raw)
{
  return dui_format_number (to_shown_measure (indicator, raw),
                            dui_indicator_get_decimals (indicator));
}

char *
dui_format_magnitude (DuiRatio ratio,
                      int decimals)
{
  if (ratio.num < 0)
    ratio.num = -ratio.num;
  return dui_format_number (ratio, decimals);
}

static int
compare_ratios (gconstpointer a,
                gconstpointer b)
{
  return dui_ratio_compare (*(const DuiRatio *) a, *(const DuiRatio *) b);
}

static gboolean
prints_apart (const DuiRatio *sorted,
              guint n_values,
              int decimals)
{
  for (guint i = 1; i < n_values; i++)
    if (dui_ratio_round (sorted[i - 1], decimals) == dui_ratio_round (sorted[i], decimals)
        && dui_ratio_compare (sorted[i - 1], sorted[i]) != 0)
      return FALSE;
  return TRUE;
}

int
dui_format_column_decimals (const DuiRatio *values,
                            guint n_values,
                            int decimals)
{
  g_autofree DuiRatio *sorted = g_new (DuiRatio, n_values);
  guint n_sorted = 0;

  for (guint i = 0; i < n_values; i++)
    if (!dui_ratio_is_missing (values[i]))
      sorted[n_sorted++] = values[i];
  if (n_sorted > 1)
    qsort (sorted, n_sorted, sizeof (DuiRatio), compare_ratios);
  while (decimals < COLUMN_DECIMALS_MAX && !prints_apart (sorted, n_sorted, decimals))
    decimals++;
  return decimals;
}
