/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since a day or a bulletin. */
#include "analysis/changes.h"
#include "briefing/change-words.h"
#include "command-line/figure-json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

/* From when on, as it was asked for. */
typedef struct
{
  DuiDay day;
  gint64 command; /* the last one before */
} Since;

typedef struct
{
  DuiInvocation *invocation;
  Since since;
  DuiPanel *then, *now;
  DuiChanges *changes;
  GPtrArray *cases;
} View;

static void
view_clear (View *self)
{
  g_clear_pointer (&self->then, dui_panel_unref);
  g_clear_pointer (&self->now, dui_panel_unref);
  g_clear_pointer (&self->changes, dui_changes_free);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static void
print_ranks_json (const View *self,
                  DuiJson *json)
{
  dui_json_begin_array (json, "ranks");
  for (guint i = 0; i < self->changes->ranks->len; i++)
    {
      const DuiRankChange *change = &g_array_index (self->changes->ranks, DuiRankChange, i);

      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", self->now->catalog, change->place);
      dui_json_text (json, "by", dui_rank_by_to_nick (change->by));
      dui_json_rank (json, "then", change->then);
      dui_json_rank (json, "now", change->now);
      dui_json_flag (json, "bottom_then", change->bottom_then);
      dui_json_flag (json, "bottom_now", change->bottom_now);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_targets_json (const View *self,
                    DuiJson *json)
{
  dui_json_begin_array (json, "targets");
  for (guint i = 0; i < self->changes->targets->len; i++)
    {
      const DuiTargetChange *change = &g_array_index (self->changes->targets, DuiTargetChange, i);

      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", self->now->catalog, change->place);
      dui_json_count (json, "year", change->year);
      dui_json_text (json, "tier", dui_tier_to_nick (change->tier));
      dui_json_day (json, "effective", change->effective);
      dui_json_amount (json, "then", self->now->indicator, change->then);
      dui_json_amount (json, "now", self->now->indicator, change->now);
      dui_json_text (json, "document", change->document);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_figures_json (const View *self,
                    DuiJson *json)
{
  dui_json_begin_array (json, "figures");
  for (guint i = 0; i < self->changes->figures->len; i++)
    {
      const DuiFigureChange *change = &g_array_index (self->changes->figures, DuiFigureChange, i);

      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", self->now->catalog, change->place);
      dui_json_period (json, "period", change->period);
      dui_figure_json (json, "then", self->now->indicator, &change->then);
      dui_figure_json (json, "now", self->now->indicator, &change->now);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_cases_json (const View *self,
                  DuiJson *json)
{
  dui_json_begin_array (json, "cases");
  for (guint i = 0; i < self->cases->len; i++)
    {
      const DuiCase *one = g_ptr_array_index (self->cases, i);

      for (guint k = 0; k < one->events->len; k++)
        {
          const DuiCaseEvent *event = g_ptr_array_index (one->events, k);

          if (event->happened_on < self->since.day
              || !g_str_equal (one->indicator, dui_indicator_get_code (self->now->indicator)))
            continue;
          dui_json_begin_object (json, NULL);
          dui_json_count (json, "case", one->id);
          dui_json_place (json, "place", self->now->catalog, one->place);
          dui_json_period (json, "period", one->period);
          dui_json_text (json, "kind", dui_case_kind_to_nick (one->kind));
          dui_json_text (json, "event", dui_case_event_to_nick (event->kind));
          dui_json_day (json, "date", event->happened_on);
          dui_json_end_object (json);
        }
    }
  dui_json_end_array (json);
}

static void
print_json (const View *self)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_day (json, "since", self->since.day);
  dui_json_text (json, "indicator", dui_indicator_get_code (self->now->indicator));
  dui_json_period (json, "period", self->invocation->period);
  dui_json_flag (json, "provisional", dui_invocation_is_provisional (self->invocation));
  print_ranks_json (self, json);
  print_targets_json (self, json);
  print_cases_json (self, json);
  print_figures_json (self, json);
  dui_json_end_object (json);
}

static void
print_text (const View *self)
{
  g_autoptr (GPtrArray) lines = dui_change_words_list (
      self->now, self->changes, self->invocation->period, self->cases, self->since.day);
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  if (lines->len == 0)
    {
      dui_output_text (_ ("Nothing has changed.\n"));
      return;
    }
  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("What"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Then"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Now"), DUI_ALIGN_RIGHT);
  for (guint i = 0; i < lines->len; i++)
    {
      const DuiChangeLine *line = g_ptr_array_index (lines, i);

      dui_text_table_add (table, dui_label_place (self->now->catalog, line->place));
      dui_text_table_add (table, line->what);
      dui_text_table_add (table, line->then);
      dui_text_table_add (table, line->now);
    }
  dui_text_table_print (table);
}

/* A day counts from its beginning, a bulletin from when it was issued. */
static gboolean
find_since (DuiInvocation *self,
            const char *day,
            const char *bulletin,
            Since *since,
            GError **error)
{
  g_autoptr (DuiIssuedBulletin) issued = NULL;
  DuiPeriod period;

  if (day)
    return dui_day_parse (day, &since->day, error)
           && dui_book_find_command_before (self->book, since->day, &since->command, error);
  if (!dui_period_parse (bulletin, &period, error)
      || !(issued = dui_book_read_bulletin (
               self->book, dui_indicator_get_code (self->panel->indicator), period, 0, error)))
    return FALSE;
  since->day = issued->issued_on;
  since->command = issued->command;
  return TRUE;
}

static gboolean
compute (View *view,
         GError **error)
{
  DuiInvocation *self = view->invocation;

  if (!dui_book_get_panels_since (self->book, dui_indicator_get_code (self->panel->indicator),
                                  view->since.command, &view->then, &view->now, error)
      || !(view->cases = dui_book_list_cases (self->book, error)))
    return FALSE;
  view->changes = dui_changes_compute (view->then, view->now, self->place, self->period);
  return TRUE;
}

static DuiExit
run (DuiInvocation *self,
     int argc,
     char **argv,
     GError **error)
{
  g_autofree char *day = NULL, *bulletin = NULL;
  const GOptionEntry entries[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &day, N_ ("the day from whose beginning on"),
      N_ ("YYYY-MM-DD") },
    { "bulletin", 0, 0, G_OPTION_ARG_STRING, &bulletin,
      N_ ("in place of a day: the period whose bulletin is compared with"), N_ ("YYYY-MM") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (View) view = { .invocation = self };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error))
    return DUI_EXIT_DONE;
  if ((day == NULL) == (bulletin == NULL))
    {
      g_set_error_literal (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                           _ ("say since when: --since with a day, or --bulletin with a period"));
      return DUI_EXIT_DONE;
    }
  if (!dui_invocation_open (self, DUI_NEEDS_PERIOD, error)
      || !find_since (self, day, bulletin, &view.since, error) || !compute (&view, error))
    return DUI_EXIT_DONE;
  if (self->json)
    print_json (&view);
  else
    print_text (&view);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_changes = {
  .name = "changes",
  .summary = N_ ("tells what changed since a day or a bulletin"),
  .notes = N_ ("Figures and targets of the indicator, the ranks that follow from them at the period,\n"
               "and what happened to explanations and reviews. Places, plans and settings are those\n"
               "of now."),
  .shape = "  {'since','indicator','period','provisional',\n"
           "   'ranks':[{'place','by','then','now','bottom_then','bottom_now'}],\n"
           "   'targets':[{'place','year','tier','effective','then','now','document'}],\n"
           "   'cases':[{'case','place','period','kind','event','date'}],\n"
           "   'figures':[{'place','period','then':{'completed','base','growth','status'},'now':{…}}]}",
  .examples = "  duibiao changes --since 2021-12-01\n"
              "  duibiao changes --bulletin 2021-10 --json",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_PLACE,
  .run = run,
};
