/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far each method of the forecast was off in the past: for each place the median error and the
 * number of years behind it, of pace, recent and season. */
#include "driver.h"

#include "analysis/backtest.h"

static void
add_error (JsonBuilder *builder, const DuiPastError *past)
{
  oracle_add_ratio (builder, past->error);
  json_builder_add_int_value (builder, past->n_years);
}

void
oracle_answer_backtest (JsonObject *object, JsonBuilder *builder)
{
  g_autoptr (DuiPanel) panel = oracle_read_panel (object, object);
  DuiPeriod period = oracle_get_period (object, "period");

  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);
  for (guint place = 1; place < panel->n_places; place++)
    {
      DuiBacktest backtest;

      dui_backtest_compute (panel, place, period, &backtest);
      json_builder_begin_array (builder);
      add_error (builder, &backtest.pace);
      add_error (builder, &backtest.recent);
      add_error (builder, &backtest.season);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}
