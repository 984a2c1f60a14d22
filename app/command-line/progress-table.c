/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/progress-table.h"

#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

#define DECIMALS 1

static void
take_pair (DuiTextTable *table,
           const char *name,
           char *value)
{
  dui_text_table_add (table, name);
  dui_text_table_take (table, value);
}

/* What carries its own % sign when it is there: "7.7%". */
static char *
format_rate (DuiRatio fraction)
{
  g_autofree char *number = dui_format_percent (fraction, DECIMALS);

  return dui_ratio_is_missing (fraction) ? g_steal_pointer (&number)
                                         : g_strconcat (number, "%", NULL);
}

static void
print_heading (DuiInvocation *self,
               const DuiProgressAnswer *answer)
{
  DuiPlace *place = dui_catalog_get_place (self->catalog, self->place);
  DuiIndicator *indicator = self->panel->indicator;
  g_autofree char *period = dui_period_to_label (self->period);
  const char *whose = answer->is_sum ? dui_place_get_total_label (place)
                                     : dui_place_get_name (place);

  /* Translators: 1 place or sum, 2 period, 3 indicator, 4 measure. */
  dui_output_format (_ ("%1$s, %2$s, %3$s (%4$s)\n"), whose, period,
                     dui_indicator_get_display_name (indicator),
                     dui_measure_display (dui_indicator_get_shown_measure (indicator)));
}

static void
print_figures (DuiInvocation *self,
               const DuiProgressAnswer *answer)
{
  DuiIndicator *indicator = self->panel->indicator;
  const DuiProgress *progress = answer->progress;
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, NULL, DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, NULL, DUI_ALIGN_RIGHT);
  if (dui_indicator_get_kind (indicator) != DUI_KIND_GROWTH_ONLY)
    {
      take_pair (table, _ ("Completed"), dui_format_amount (indicator, progress->completed));
      take_pair (table, _ ("Same period of last year"),
                 dui_format_amount (indicator, progress->base));
    }
  take_pair (table, _ ("Growth"), format_rate (progress->growth));
  if (dui_indicator_has_pace (indicator))
    {
      take_pair (table, _ ("This month"), dui_format_average (indicator, progress->month));
      take_pair (table, _ ("Growth of the month"), format_rate (progress->month_growth));
      /* What is due of a target that nobody knows is nothing to tell (PRACTICE R23). */
      if (progress->assessed.target)
        take_pair (table, _ ("Pace"), format_rate (progress->pace));
    }
  dui_text_table_print (table);
}

static void
add_target_columns (DuiTextTable *table,
                    gboolean has_pace)
{
  dui_text_table_add_column (table, _ ("Tier"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Target"), DUI_ALIGN_RIGHT);
  if (has_pace)
    {
      dui_text_table_add_column (table, _ ("Completion %"), DUI_ALIGN_RIGHT);
      dui_text_table_add_column (table, _ ("Against pace"), DUI_ALIGN_RIGHT);
      dui_text_table_add_column (table, _ ("Gap"), DUI_ALIGN_RIGHT);
      dui_text_table_add_column (table, _ ("Schedule gap"), DUI_ALIGN_RIGHT);
      dui_text_table_add_column (table, _ ("Needed a month"), DUI_ALIGN_RIGHT);
      dui_text_table_add_column (table, _ ("Card"), DUI_ALIGN_LEFT);
    }
  else
    dui_text_table_add_column (table, _ ("Against target"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("From"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Document"), DUI_ALIGN_LEFT);
}

static void
add_target (DuiTextTable *table,
            DuiIndicator *indicator,
            const DuiTierProgress *tier)
{
  gboolean has_pace = dui_indicator_has_pace (indicator);

  dui_text_table_add (table, dui_tier_to_label (tier->target->tier));
  dui_text_table_take (table, dui_format_amount (indicator, tier->target->value));
  if (has_pace)
    dui_text_table_take (table, dui_format_percent (tier->completion, DECIMALS));
  dui_text_table_take (
      table, dui_format_number (dui_format_difference_to_shown (indicator, tier->difference),
                                dui_label_difference_decimals (indicator)));
  if (has_pace)
    {
      dui_text_table_take (table, dui_format_amount (indicator, tier->gap));
      dui_text_table_take (table, dui_format_average (indicator, tier->schedule_gap));
      dui_text_table_take (table, dui_format_average (indicator, tier->required_monthly));
      dui_text_table_add (table, dui_card_to_label (tier->card));
    }
  dui_text_table_take (table, tier->target->effective > 0
                                  ? dui_day_to_string (tier->target->effective)
                                  : NULL);
  dui_text_table_add (table, tier->target->document);
}

static void
print_targets (DuiIndicator *indicator,
               const DuiProgressAnswer *answer)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  add_target_columns (table, dui_indicator_has_pace (indicator));
  for (guint i = 0; i < answer->n_tiers; i++)
    add_target (table, indicator, answer->tiers[i]);
  dui_output_text ("\n");
  dui_text_table_print (table);
}

static void
add_method (DuiTextTable *table,
            DuiIndicator *indicator,
            const char *name,
            DuiRatio forecast,
            const DuiPastError *past)
{
  if (dui_ratio_is_missing (forecast))
    return;
  dui_text_table_add (table, name);
  dui_text_table_take (table, dui_format_average (indicator, forecast));
  dui_text_table_take (table, dui_format_percent (past->error, DECIMALS));
  dui_text_table_take (table, g_strdup_printf ("%u", past->n_years));
}

static void
print_forecast (DuiIndicator *indicator,
                const DuiForecast *forecast,
                const DuiBacktest *backtest)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  DuiRatio low, high;

  dui_forecast_get_range (forecast, &low, &high);
  if (dui_ratio_is_missing (low))
    return;
  low_text = dui_format_average (indicator, low);
  high_text = dui_format_average (indicator, high);
  dui_output_format (_ ("\nForecast for the year: %1$s to %2$s, by method\n"), low_text, high_text);
  dui_text_table_add_column (table, _ ("Method"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Year's end"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Past error %"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Years"), DUI_ALIGN_RIGHT);
  add_method (table, indicator, _ ("by pace"), forecast->pace, &backtest->pace);
  add_method (table, indicator, _ ("by recent months"), forecast->recent, &backtest->recent);
  add_method (table, indicator, _ ("by season"), forecast->season, &backtest->season);
  dui_text_table_print (table);
}

void
dui_progress_table_print (DuiInvocation *self,
                          const DuiProgressAnswer *answer)
{
  DuiIndicator *indicator = self->panel->indicator;

  print_heading (self, answer);
  print_figures (self, answer);
  if (answer->n_tiers > 0)
    print_targets (indicator, answer);
  print_forecast (indicator, &answer->forecast, &answer->backtest);
  if (answer->missing->len > 0)
    {
      g_autofree char *names = dui_label_places (self->catalog, answer->missing);

      dui_output_format (_ ("Not reported: %s\n"), names);
    }
  if (answer->is_sum && answer->total->growth_partial)
    dui_output_text (_ ("The growth is of the places with both figures only.\n"));
  if (answer->progress->growth_inferred)
    dui_output_text (_ ("The growth is inferred from last year's figure.\n"));
  if (dui_invocation_is_provisional (self))
    dui_output_text (_ ("Provisional: the period is still open.\n"));
}
