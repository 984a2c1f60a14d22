/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has been in the bottom set by growth for several periods running. */
#include "analysis/streak.h"
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

/* As long as the rule asks: on the review list, where a named person decides (DESIGN §4). */
static gboolean
is_for_review (DuiInvocation *self,
               const DuiStreak *streak)
{
  return streak->length >= self->catalog->rules.streak_length;
}

static void
print_periods_json (DuiJson *json,
                    const char *key,
                    GArray *periods)
{
  dui_json_begin_array (json, key);
  for (guint i = 0; i < periods->len; i++)
    dui_json_period (json, NULL, g_array_index (periods, DuiPeriod, i));
  dui_json_end_array (json);
}

static void
print_json (DuiInvocation *self,
            GPtrArray *streaks)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);

      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", self->catalog, streak->place);
      dui_json_count (json, "length", streak->length);
      print_periods_json (json, "periods", streak->periods);
      dui_json_text (json, "status", is_for_review (self, streak) ? "review" : "watch");
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_flag (json, "provisional", dui_invocation_is_provisional (self));
  dui_json_end_object (json);
}

static char *
join_periods (GArray *periods)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      g_autofree char *period = dui_period_to_label (g_array_index (periods, DuiPeriod, i));

      if (i > 0)
        g_string_append (text, _ (", "));
      g_string_append (text, period);
    }
  return g_string_free (text, FALSE);
}

static void
print_text (DuiInvocation *self,
            GPtrArray *streaks)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  if (streaks->len == 0)
    {
      dui_output_text (_ ("No place is in the bottom set by growth.\n"));
      return;
    }
  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Periods running"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("State"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("In the bottom set"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Passed over"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);

      dui_text_table_add (table, dui_label_place (self->catalog, streak->place));
      dui_text_table_take (table, g_strdup_printf ("%u", streak->length));
      dui_text_table_add (table, is_for_review (self, streak) ? _ ("for review") : _ ("watch"));
      dui_text_table_take (table, join_periods (streak->periods));
      dui_text_table_take (table, join_periods (streak->passed_over));
    }
  dui_text_table_print (table);
}

static DuiExit
run_streaks (DuiInvocation *self,
             int argc,
             char **argv,
             GError **error)
{
  g_autoptr (GPtrArray) streaks = NULL;

  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD, error))
    return DUI_EXIT_DONE;
  streaks = dui_streaks_compute (self->panel, self->place, self->period);
  if (self->json)
    print_json (self, streaks);
  else
    print_text (self, streaks);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_streaks = {
  .name = "streaks",
  .summary = N_ ("lists who has been in the bottom set by growth for several periods"),
  .notes = N_ ("In the JSON the status is review from the length of the book's rule (3) on,\n"
               "watch below it."),
  .shape = "  {'rows':[{'place','length','periods':[period],'status'}],'provisional'}",
  .examples = "  duibiao streaks\n"
              "  duibiao streaks --period 2021-11 --json",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_streaks,
};
