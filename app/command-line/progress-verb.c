/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far one place is: its figure, its targets, where the year will end. */
#include "analysis/reporting.h"
#include "analysis/whole.h"
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/progress-table.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

static void
print_target_json (DuiJson *json,
                   DuiIndicator *indicator,
                   const DuiTierProgress *tier)
{
  const DuiTarget *target = tier->target;

  dui_json_begin_object (json, NULL);
  dui_json_text (json, "tier", dui_tier_to_nick (target->tier));
  dui_json_amount (json, "target", indicator, target->value);
  dui_json_take_text (json, "effective",
                      target->effective > 0 ? dui_day_to_string (target->effective) : NULL);
  dui_json_text (json, "document", target->document);
  dui_json_percent (json, "completion", tier->completion);
  dui_json_difference (json, "difference", indicator, tier->difference);
  dui_json_amount (json, "gap", indicator, tier->gap);
  dui_json_average (json, "schedule_gap", indicator, tier->schedule_gap);
  dui_json_average (json, "required_monthly", indicator, tier->required_monthly);
  dui_json_text (json, "card", dui_card_to_nick (tier->card));
  dui_json_end_object (json);
}

static void
print_forecast_json (DuiJson *json,
                     DuiIndicator *indicator,
                     const DuiForecast *forecast,
                     const DuiBacktest *backtest)
{
  DuiRatio low, high;

  dui_forecast_get_range (forecast, &low, &high);
  dui_json_begin_object (json, "forecast");
  dui_json_average (json, "pace", indicator, forecast->pace);
  dui_json_average (json, "recent", indicator, forecast->recent);
  dui_json_average (json, "season", indicator, forecast->season);
  dui_json_end_object (json);
  dui_json_begin_object (json, "forecast_range");
  dui_json_average (json, "low", indicator, low);
  dui_json_average (json, "high", indicator, high);
  dui_json_end_object (json);
  dui_json_begin_object (json, "forecast_errors");
  dui_json_percent (json, "pace", backtest->pace.error);
  dui_json_percent (json, "recent", backtest->recent.error);
  dui_json_percent (json, "season", backtest->season.error);
  dui_json_end_object (json);
  dui_json_begin_object (json, "forecast_years");
  dui_json_count (json, "pace", backtest->pace.n_years);
  dui_json_count (json, "recent", backtest->recent.n_years);
  dui_json_count (json, "season", backtest->season.n_years);
  dui_json_end_object (json);
}

static void
print_json (DuiInvocation *self,
            const DuiProgressAnswer *answer)
{
  const DuiProgress *progress = answer->progress;
  DuiIndicator *indicator = self->panel->indicator;
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_place (json, "place", self->catalog, self->place);
  dui_json_text (json, "indicator", dui_indicator_get_code (indicator));
  dui_json_period (json, "period", self->period);
  dui_json_amount (json, "completed", indicator, progress->completed);
  dui_json_amount (json, "base", indicator, progress->base);
  dui_json_percent (json, "growth", progress->growth);
  dui_json_average (json, "month", indicator, progress->month);
  dui_json_percent (json, "pace", progress->pace);
  dui_json_places (json, "missing", self->catalog, answer->missing);
  dui_json_begin_array (json, "targets");
  for (guint i = 0; i < answer->n_tiers; i++)
    print_target_json (json, indicator, answer->tiers[i]);
  dui_json_end_array (json);
  print_forecast_json (json, indicator, &answer->forecast, &answer->backtest);
  dui_json_flag (json, "provisional", dui_invocation_is_provisional (self));
  dui_json_end_object (json);
}

/* The tier asked for, or every stored tier; those without a target are left out. */
static void
choose_tiers (DuiProgressAnswer *answer,
              DuiTier tier,
              gboolean only)
{
  const DuiProgress *progress = answer->progress;

  for (guint i = 0; i < DUI_N_TIERS; i++)
    {
      const DuiTierProgress *candidate = only ? dui_label_choose_tier (progress, tier)
                                              : &progress->tiers[i];

      if (candidate->target)
        answer->tiers[answer->n_tiers++] = candidate;
      if (only)
        break;
    }
}

static DuiExit
run_progress (DuiInvocation *self,
              int argc,
              char **argv,
              GError **error)
{
  DuiProgressAnswer answer = { NULL };
  g_auto (DuiWhole) whole = { NULL };
  g_autoptr (DuiTotal) total = NULL;
  g_autoptr (GArray) missing = NULL;

  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD, error))
    return DUI_EXIT_DONE;

  dui_whole_init (&whole, self->panel, self->place, self->period);
  answer.progress = whole.progress ? whole.progress : &whole.own;
  answer.is_sum = whole.total != NULL;
  total = dui_total_compute (self->panel, self->place, self->period);
  missing = dui_reporting_missing (self->panel, self->place, self->period);
  answer.total = total;
  answer.missing = answer.is_sum ? total->missing : missing;
  dui_forecast_compute (self->panel, self->place, self->period, &answer.forecast);
  dui_backtest_compute (self->panel, self->place, self->period, &answer.backtest);
  choose_tiers (&answer, self->tier, self->tier_text != NULL);
  if (self->json)
    print_json (self, &answer);
  else
    dui_progress_table_print (self, &answer);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_progress = {
  .name = "progress",
  .summary = N_ ("shows how far a place is from its targets"),
  .notes
  = N_ ("Without --place it is the book's own place; where that has not reported a figure of\n"
        "its own, the sum of its places. Without --tier every tier is shown. An error of the\n"
        "forecast is the median, in percent, of how far the method was from the year's end at\n"
        "the same month of the earlier years in the book."),
  .shape = "  {'place','indicator','period','completed','base','growth','month','pace',\n"
           "   'missing':[place],\n"
           "   'targets':[{'tier','target','effective','document','completion','difference',\n"
           "     'gap','schedule_gap','required_monthly','card'}],\n"
           "   'forecast':{'pace','recent','season'},'forecast_range':{'low','high'},\n"
           "   'forecast_errors':{'pace','recent','season'},\n"
           "   'forecast_years':{'pace','recent','season'},'provisional'}",
  .examples = "  duibiao progress\n"
              "  duibiao progress --place 410922100 --tier agreed --json",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_PLACE | DUI_TAKES_TIER,
  .run = run_progress,
};
