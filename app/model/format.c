/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"
#define DASH "\xe2\x80\x94"

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
move_point (DuiRatio ratio,
            int down)
{
  return down >= 0 ? dui_ratio_scale (ratio, 1, dui_power_of_ten (down))
                   : dui_ratio_scale (ratio, dui_power_of_ten (-down), 1);
}

DuiRatio
dui_format_raw_to_shown (DuiIndicator *indicator,
                         DuiRatio raw)
{
  return move_point (raw, dui_indicator_get_scale (indicator)
                              + dui_indicator_get_shown_shift (indicator));
}

DuiRatio
dui_format_measured_to_shown (DuiIndicator *indicator,
                              DuiRatio value)
{
  return move_point (value, dui_indicator_get_shown_shift (indicator));
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
  return dui_format_number (dui_format_raw_to_shown (indicator, raw),
                            dui_indicator_get_decimals (indicator));
}

static gboolean
is_zero_text (const char *text)
{
  return strspn (text, "0.") == strlen (text);
}

DuiRatio
dui_format_difference_to_shown (DuiIndicator *indicator, DuiRatio difference)
{
  DuiRatio shown;

  if (dui_indicator_has_pace (indicator))
    return difference;
  shown = dui_format_measured_to_shown (indicator, difference);
  if (dui_indicator_get_direction (indicator) == DUI_DIRECTION_LOWER)
    shown.num = -shown.num;
  return shown;
}

char *
dui_format_with_measure (DuiIndicator *indicator,
                         DuiRatio raw)
{
  const char *measure = dui_indicator_get_shown_measure (indicator);
  g_autofree char *number = dui_format_average (indicator, raw);

  if (is_zero_text (number) && raw.num != 0)
    {
      measure = dui_indicator_get_measure (indicator);
      g_free (number);
      number = dui_format_number (move_point (raw, dui_indicator_get_scale (indicator)),
                                  dui_indicator_get_decimals (indicator));
    }
  /* Translators: 1 number, 2 its measure: 154.74亿元. */
  return g_strdup_printf (C_("amount", "%1$s (%2$s)"), number, dui_measure_display (measure));
}

char *
dui_format_magnitude (DuiRatio ratio,
                      int decimals)
{
  if (ratio.num < 0)
    ratio.num = -ratio.num;
  return dui_format_number (ratio, decimals);
}

int
dui_format_sign (DuiRatio ratio, int decimals)
{
  DuiWide digits = dui_ratio_round (ratio, decimals);

  return (digits > 0) - (digits < 0);
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
  return prints_apart (sorted, n_sorted, decimals) ? decimals : decimals + 1;
}
