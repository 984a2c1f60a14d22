/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change to the book, logged with its reason: a figure, a target, a plan. */
#include "analysis/plan.h"
#include "command-line/figure-json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/typed.h"
#include "command-line/verbs.h"
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

/* What was typed for a figure; what was not stays as it is. */
typedef struct
{
  char *completed;
  char *base;
  char *growth;
  char *status;
  char *reason;
  gboolean none;
} TypedFigure;

static void
typed_figure_clear (TypedFigure *self)
{
  g_free (self->completed);
  g_free (self->base);
  g_free (self->growth);
  g_free (self->status);
  g_free (self->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TypedFigure, typed_figure_clear)

static gboolean
check_figure (DuiInvocation *self,
              const TypedFigure *typed,
              GError **error)
{
  if (!dui_invocation_require (self, "--place", self->place_text, error)
      || !dui_invocation_require (self, "--reason", typed->reason, error))
    return FALSE;
  if (typed->none && typed->completed)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("--completed and --none contradict each other; give one of them"));
      return FALSE;
    }
  if (typed->none || typed->completed || typed->base || typed->growth || typed->status)
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("there is nothing to set; give --completed, --none, --base, --growth or "
                  "--status"));
  return FALSE;
}

static gboolean
merge_figure (const TypedFigure *typed,
              DuiIndicator *indicator,
              DuiFigureValues *values,
              GError **error)
{
  if (values->status == DUI_STATUS_NONE)
    values->status = DUI_STATUS_PRELIMINARY;
  if (typed->none)
    values->value = DUI_AMOUNT_MISSING;
  return (!typed->completed
          || dui_typed_amount (typed->completed, indicator, &values->value, error))
         && (!typed->base || dui_typed_amount (typed->base, indicator, &values->base, error))
         && (!typed->growth || dui_typed_growth (typed->growth, &values->growth, error))
         && (!typed->status || dui_typed_status (typed->status, &values->status, error));
}

static void
print_figure_json (DuiInvocation *self,
                   const DuiFigureValues *old_values,
                   const DuiFigureValues *new_values)
{
  DuiIndicator *indicator = self->panel->indicator;
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_place (json, "place", self->catalog, self->place);
  dui_json_text (json, "indicator", dui_indicator_get_code (indicator));
  dui_json_period (json, "period", self->period);
  dui_figure_json (json, "old", indicator, old_values);
  dui_figure_json (json, "new", indicator, new_values);
  dui_json_flag (json, "provisional", dui_invocation_is_provisional (self));
  dui_json_end_object (json);
}

static void
print_figure_text (DuiInvocation *self,
                   const DuiFigureValues *old_values,
                   const DuiFigureValues *new_values)
{
  DuiIndicator *indicator = self->panel->indicator;
  g_autofree char *period = dui_period_to_label (self->period);
  g_autofree char *was = dui_label_figure (indicator, old_values);
  g_autofree char *is = dui_label_figure (indicator, new_values);

  /* Translators: 1 place, 2 period, 3 indicator, 4 the old figure, 5 the new one. */
  dui_output_format (_ ("%1$s, %2$s, %3$s: %4$s → %5$s\n"),
                     dui_label_place (self->catalog, self->place), period,
                     dui_indicator_get_display_name (indicator), was, is);
}

/* The panel as it is after the command, so that what is told about it is what the book holds. */
static gboolean
refresh_panel (DuiInvocation *self,
               GError **error)
{
  DuiPanel *panel
      = dui_book_get_panel (self->book, dui_indicator_get_code (self->panel->indicator), error);

  if (!panel)
    return FALSE;
  dui_panel_unref (self->panel);
  self->panel = panel;
  return TRUE;
}

static DuiExit
run_set_figure (DuiInvocation *self,
                int argc,
                char **argv,
                GError **error)
{
  g_auto (TypedFigure) typed = { 0 };
  const GOptionEntry entries[] = {
    { "completed", 0, 0, G_OPTION_ARG_STRING, &typed.completed,
      N_ ("the cumulative figure, in the indicator's measure or with its own: 12.5亿元"),
      N_ ("X") },
    { "none", 0, 0, G_OPTION_ARG_NONE, &typed.none, N_ ("there is no cumulative figure"), NULL },
    { "base", 0, 0, G_OPTION_ARG_STRING, &typed.base, N_ ("the same period of last year"),
      N_ ("X") },
    { "growth", 0, 0, G_OPTION_ARG_STRING, &typed.growth, N_ ("the growth as reported, in percent"),
      N_ ("P") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &typed.status,
      N_ ("预计, 初步 or 审定 (estimate, preliminary, final)"), N_ ("STATUS") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &typed.reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  DuiOccasion occasion = { 0 };
  DuiFigureValues old_values, new_values;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error) || !check_figure (self, &typed, error)
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD | DUI_NEEDS_WRITING, error))
    return DUI_EXIT_DONE;
  new_values = old_values = dui_panel_get_figure (self->panel, self->place, self->period);
  occasion.reason = typed.reason;
  if (!merge_figure (&typed, self->panel->indicator, &new_values, error)
      || !dui_book_set_figure (self->book, self->place,
                               dui_indicator_get_code (self->panel->indicator), self->period,
                               &new_values, &occasion, error)
      || !refresh_panel (self, error))
    return DUI_EXIT_DONE;
  new_values = dui_panel_get_figure (self->panel, self->place, self->period);
  if (self->json)
    print_figure_json (self, &old_values, &new_values);
  else
    print_figure_text (self, &old_values, &new_values);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_set_figure = {
  .name = "set figure",
  .summary = N_ ("changes one figure"),
  .notes
  = N_ ("What is not given stays as it is; a new figure is preliminary unless said otherwise."),
  .shape = "  {'place','indicator','period',\n"
           "   'old':{'completed','base','growth','status'},'new':{…},'provisional'}",
  .examples
  = "  duibiao set figure --place 410922100 --period 2021-11 --completed 12.5亿元 --reason 漏报\n"
    "  duibiao set figure --place 410922100 --period 2021-11 --none --reason 未报送",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_PLACE,
  .run = run_set_figure,
};

static gboolean
check_stored_tier (DuiInvocation *self,
                   GError **error)
{
  if (self->tier != DUI_TIER_ASSESSED)
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("the assessed target is not stored; set agreed, adjusted or stretch"));
  return FALSE;
}

static gboolean
read_target (DuiInvocation *self,
             const char *year,
             const char *value,
             const char *effective,
             DuiTarget *target,
             GError **error)
{
  if (!dui_typed_year (year, &target->year, error)
      || !dui_typed_amount (value, self->panel->indicator, &target->value, error))
    return FALSE;
  target->place = self->place;
  target->tier = self->tier;
  target->effective = target->year * 10000 + 101;
  return !effective || dui_day_parse (effective, &target->effective, error);
}

static void
print_target (DuiInvocation *self,
              const DuiTarget *target)
{
  DuiIndicator *indicator = self->panel->indicator;
  g_autofree char *effective = dui_day_to_string (target->effective);
  g_autofree char *value = dui_format_amount (indicator, target->value);

  if (self->json)
    {
      g_autoptr (DuiJson) json = dui_json_new ();

      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", self->catalog, target->place);
      dui_json_text (json, "indicator", dui_indicator_get_code (indicator));
      dui_json_count (json, "year", target->year);
      dui_json_text (json, "tier", dui_tier_to_nick (target->tier));
      dui_json_amount (json, "target", indicator, target->value);
      dui_json_text (json, "effective", effective);
      dui_json_text (json, "document", target->document);
      dui_json_end_object (json);
      return;
    }
  /* Translators: 1 place, 2 year, 3 indicator, 4 tier, 5 number, 6 measure, 7 day. */
  dui_output_format (_ ("%1$s, %2$d, %3$s, %4$s: %5$s %6$s from %7$s\n"),
                     dui_label_place (self->catalog, target->place), target->year,
                     dui_indicator_get_display_name (indicator), dui_tier_to_label (target->tier),
                     value, dui_measure_display (dui_indicator_get_shown_measure (indicator)),
                     effective);
}

static DuiExit
run_set_target (DuiInvocation *self,
                int argc,
                char **argv,
                GError **error)
{
  g_autofree char *year = NULL, *value = NULL, *effective = NULL, *document = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &year, N_ ("the year of the target"), N_ ("YYYY") },
    { "value", 0, 0, G_OPTION_ARG_STRING, &value,
      N_ ("the target, in the indicator's measure or with its own: 12.5亿元"), N_ ("X") },
    { "effective", 0, 0, G_OPTION_ARG_STRING, &effective,
      N_ ("the day from which it holds (default: 1 January)"), N_ ("YYYY-MM-DD") },
    { "document", 0, 0, G_OPTION_ARG_STRING, &document, N_ ("the number of the document"),
      N_ ("TEXT") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  DuiOccasion occasion = { 0 };
  DuiTarget target = { 0 };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_require (self, "--place", self->place_text, error)
      || !dui_invocation_require (self, "--year", year, error)
      || !dui_invocation_require (self, "--tier", self->tier_text, error)
      || !dui_invocation_require (self, "--value", value, error)
      || !dui_invocation_require (self, "--reason", reason, error)
      || !dui_invocation_open (self, DUI_NEEDS_PANEL | DUI_NEEDS_WRITING, error)
      || !check_stored_tier (self, error)
      || !read_target (self, year, value, effective, &target, error))
    return DUI_EXIT_DONE;
  target.document = document;
  occasion.reason = reason;
  if (dui_book_set_target (self->book, dui_indicator_get_code (self->panel->indicator), &target,
                           &occasion, error))
    print_target (self, &target);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_set_target = {
  .name = "set target",
  .summary = N_ ("adds a version of a target"),
  .notes = N_ ("The same place, year, tier and day replaces that version; another day adds one."),
  .shape = "  {'place','indicator','year','tier','target','effective','document'}",
  .examples = "  duibiao set target --place 410922100 --year 2021 --tier adjusted --value 15亿元 \\\n"
              "    --effective 2021-08-01 --document 清政〔2021〕12号 --reason 县政府调整",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PLACE | DUI_TAKES_TIER,
  .run = run_set_target,
};

static gboolean
read_shares (DuiInvocation *self,
             const char *text,
             DuiPlan *plan,
             GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  if (g_str_equal (text, "even"))
    {
      dui_plan_set_even (plan, plan->year);
      return TRUE;
    }
  if (g_str_equal (text, "last-year"))
    {
      if (dui_plan_from_last_year (self->panel, self->panel->catalog->home, plan->year, plan))
        return TRUE;
      g_set_error_literal (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                           _ ("the year before has no figure for every month, or one that fell; "
                              "give the shares"));
      return FALSE;
    }

  if (g_strv_length (parts) != G_N_ELEMENTS (plan->share))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("a plan has twelve shares with commas between them, not %u; give the "
                      "cumulative percentage at the end of each month"),
                   g_strv_length (parts));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (plan->share); i++)
    if (!dui_typed_share (g_strstrip (parts[i]), &plan->share[i], error))
      return FALSE;
  return TRUE;
}

static void
print_plan (DuiInvocation *self,
            const DuiPlan *plan)
{
  DuiIndicator *indicator = self->panel->indicator;
  g_autoptr (DuiJson) json = NULL;

  if (!self->json)
    {
      dui_output_format (_ ("%1$s: the plan of %2$d is set\n"),
                         dui_indicator_get_display_name (indicator), plan->year);
      return;
    }
  json = dui_json_new ();
  dui_json_begin_object (json, NULL);
  dui_json_text (json, "indicator", dui_indicator_get_code (indicator));
  dui_json_count (json, "year", plan->year);
  dui_json_begin_array (json, "shares");
  for (guint i = 0; i < G_N_ELEMENTS (plan->share); i++)
    dui_json_percent (json, NULL, dui_ratio_new (plan->share[i], DUI_SHARE_ONE));
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static DuiExit
run_set_plan (DuiInvocation *self,
              int argc,
              char **argv,
              GError **error)
{
  g_autofree char *year = NULL, *shares = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &year, N_ ("the year of the plan"), N_ ("YYYY") },
    { "shares", 0, 0, G_OPTION_ARG_STRING, &shares,
      N_ ("twelve cumulative percentages, one at the end of each month; even, or last-year: as its "
          "months were"), N_ ("P1,…,P12") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  DuiOccasion occasion = { 0 };
  DuiPlan plan = { 0 };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_require (self, "--year", year, error)
      || !dui_invocation_require (self, "--shares", shares, error)
      || !dui_invocation_require (self, "--reason", reason, error)
      || !dui_typed_year (year, &plan.year, error)
      || !dui_invocation_open (self, DUI_NEEDS_PANEL | DUI_NEEDS_WRITING, error)
      || !read_shares (self, shares, &plan, error))
    return DUI_EXIT_DONE;
  occasion.reason = reason;
  if (dui_book_set_plan (self->book, dui_indicator_get_code (self->panel->indicator), &plan,
                         &occasion, error))
    print_plan (self, &plan);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_set_plan = {
  .name = "set plan",
  .summary = N_ ("sets the plan path of an indicator"),
  .notes = N_ ("A year without a plan is judged by twelfths."),
  .shape = "  {'indicator','year','shares':[percent]}",
  .examples = "  duibiao set plan --indicator investment --year 2021 \\\n"
              "    --shares 3,8,17,26,36,47,57,67,77,86,94,100 --reason 年初计划",
  .takes = DUI_TAKES_INDICATOR,
  .run = run_set_plan,
};
