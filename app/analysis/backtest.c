/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/backtest.h"
#include "analysis/columns.h"

#define N_METHODS 3

static DuiRatio
measure_error (DuiRatio forecast, DuiAmount final)
{
  DuiWide off = forecast.num - final * forecast.den;

  return dui_ratio_new (off < 0 ? -off : off, final * forecast.den);
}

static void
add_year (GArray *errors[N_METHODS],
          const DuiColumns *columns,
          guint place,
          DuiPeriod period)
{
  DuiAmount then = dui_columns_get_value (columns, place, period);
  DuiAmount final
      = dui_columns_get_value (columns, place, dui_period_new (dui_period_year (period), 12));
  DuiForecast forecast;

  if (dui_amount_is_missing (then) || dui_amount_is_missing (final) || final <= 0)
    return;
  dui_forecast_compute (columns->panel, place, period, &forecast);

  const DuiRatio methods[N_METHODS] = { forecast.pace, forecast.recent, forecast.season };

  for (guint i = 0; i < N_METHODS; i++)
    if (!dui_ratio_is_missing (methods[i]))
      {
        DuiRatio error = measure_error (methods[i], final);

        g_array_append_val (errors[i], error);
      }
}

static int
compare_ratios (gconstpointer a, gconstpointer b)
{
  return dui_ratio_compare (*(const DuiRatio *) a, *(const DuiRatio *) b);
}

static DuiPastError
find_median (GArray *errors)
{
  guint n = errors->len;
  const DuiRatio *sorted = (const DuiRatio *) errors->data;

  if (n == 0)
    return (DuiPastError){ DUI_RATIO_MISSING, 0 };
  g_array_sort (errors, compare_ratios);
  if (n % 2 == 1)
    return (DuiPastError){ sorted[n / 2], n };
  return (DuiPastError){ dui_ratio_mean (sorted[n / 2 - 1], sorted[n / 2]), n };
}

void
dui_backtest_compute (const DuiPanel *panel,
                      guint place,
                      DuiPeriod period,
                      DuiBacktest *backtest)
{
  GArray *errors[N_METHODS];
  DuiPastError *results[N_METHODS] = { &backtest->pace, &backtest->recent, &backtest->season };
  DuiColumns columns;

  dui_columns_init (&columns, panel);
  for (guint i = 0; i < N_METHODS; i++)
    errors[i] = g_array_new (FALSE, FALSE, sizeof (DuiRatio));
  for (DuiPeriod then = period - 12; then >= panel->first; then -= 12)
    add_year (errors, &columns, place, then);
  for (guint i = 0; i < N_METHODS; i++)
    {
      *results[i] = find_median (errors[i]);
      g_array_unref (errors[i]);
    }
}
