/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the month's work stands, and moving it on (PRACTICE §2). */
#include "analysis/questions.h"
#include "analysis/reporting.h"
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DuiInvocation *invocation;
  DuiReporting reporting;
  GPtrArray *questions;
  guint n_open;
  DuiMonth month;
  DuiDay issued; /* 0 for not yet */
  DuiCaseCount cases;
} View;

static void
view_clear (View *self)
{
  g_clear_pointer (&self->questions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static gboolean
find_issued (View *view,
             GError **error)
{
  DuiInvocation *self = view->invocation;
  g_autoptr (GPtrArray) bulletins = dui_book_list_bulletins (self->book, error);

  for (guint i = 0; bulletins && i < bulletins->len; i++)
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (bulletins, i);

      if (bulletin->period == self->period && view->issued == 0
          && g_strcmp0 (bulletin->indicator, dui_indicator_get_code (self->panel->indicator)) == 0)
        view->issued = bulletin->issued_on;
    }
  return bulletins != NULL;
}

static gboolean
look (View *view,
      GError **error)
{
  DuiInvocation *self = view->invocation;
  const char *code = dui_indicator_get_code (self->panel->indicator);
  g_autoptr (GPtrArray) notes = dui_book_list_notes (self->book, code, self->period, error);
  g_autoptr (GPtrArray) cases = notes ? dui_book_list_cases (self->book, error) : NULL;

  if (cases == NULL || !dui_book_read_month (self->book, self->period, &view->month, error)
      || !find_issued (view, error))
    return FALSE;
  dui_reporting_compute (self->panel, self->place, self->period, &view->reporting);
  view->questions = dui_questions_compute (self->panel, self->place, self->period);
  view->n_open = dui_questions_close (view->questions, notes);
  dui_case_count (cases, code, self->period, dui_day_today (), &view->cases);
  return TRUE;
}

static void
print_json (const View *view)
{
  DuiInvocation *self = view->invocation;
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_period (json, "period", self->period);
  dui_json_text (json, "indicator", dui_indicator_get_code (self->panel->indicator));
  dui_json_count (json, "due", view->reporting.due);
  dui_json_count (json, "reported", view->reporting.reported);
  dui_json_count (json, "open_questions", view->n_open);
  dui_json_day (json, "submitted", view->month.entered_on[DUI_MONTH_SUBMITTED]);
  dui_json_day (json, "issued", view->issued);
  dui_json_count (json, "asked", view->cases.n_asked);
  dui_json_count (json, "answered", view->cases.n_answered);
  dui_json_day (json, "archived", view->month.entered_on[DUI_MONTH_ARCHIVED]);
  dui_json_begin_array (json, "questions");
  for (guint i = 0; i < view->questions->len; i++)
    {
      const DuiQuestion *question = g_ptr_array_index (view->questions, i);

      dui_json_begin_object (json, NULL);
      dui_json_place (json, "place", self->catalog, question->place);
      dui_json_text (json, "topic", dui_question_topic_to_nick (question->topic));
      dui_json_text (json, "note", question->note);
      dui_json_text (json, "person", question->person);
      dui_json_day (json, "date", question->noted_on);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_flag (json, "provisional", dui_invocation_is_provisional (self));
  dui_json_end_object (json);
}

static void
print_step (const char *name,
            char *state)
{
  dui_output_format ("%s: %s\n", name, state);
  g_free (state);
}

static char *
day_or (DuiDay day,
        const char *otherwise)
{
  return day > 0 ? dui_day_to_string (day) : g_strdup (otherwise);
}

static void
print_questions (const View *view)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  if (view->questions->len == 0)
    return;
  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Question"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Note"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < view->questions->len; i++)
    {
      const DuiQuestion *question = g_ptr_array_index (view->questions, i);

      dui_text_table_add (table, dui_label_place (view->invocation->catalog, question->place));
      dui_text_table_add (table, dui_question_topic_to_label (question->topic));
      dui_text_table_add (table, question->note ? question->note : "—");
    }
  dui_text_table_print (table);
}

static void
print_text (const View *view)
{
  print_step (C_ ("month", "Collected"),
              g_strdup_printf ("%u/%u", view->reporting.reported, view->reporting.due));
  print_step (C_ ("month", "Questions open"), g_strdup_printf ("%u", view->n_open));
  print_step (C_ ("month", "Submitted"),
              day_or (view->month.entered_on[DUI_MONTH_SUBMITTED], _ ("not yet")));
  print_step (C_ ("month", "Issued"), day_or (view->issued, _ ("not yet")));
  print_step (C_ ("month", "Explained"),
              g_strdup_printf ("%u/%u", view->cases.n_answered, view->cases.n_asked));
  print_step (C_ ("month", "Archived"),
              day_or (view->month.entered_on[DUI_MONTH_ARCHIVED], _ ("not yet")));
  print_questions (view);
}

static gboolean
print (DuiInvocation *self,
       GError **error)
{
  g_auto (View) view = { .invocation = self };

  if (!look (&view, error))
    return FALSE;
  if (self->json)
    print_json (&view);
  else
    print_text (&view);
  return TRUE;
}

static DuiExit
run_month (DuiInvocation *self,
           int argc,
           char **argv,
           GError **error)
{
  if (dui_invocation_parse (self, NULL, argc, argv, error)
      && dui_invocation_check_words (self, 0, 0, error)
      && dui_invocation_open (self, DUI_NEEDS_PERIOD, error))
    print (self, error);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_month = {
  .name = "month",
  .summary = N_ ("tells where the month's work stands"),
  .notes = N_ ("What has come in, which figures have to be looked at, and whether it is submitted, issued,\n"
               "explained and archived."),
  .shape = "  {'period','indicator','due','reported','open_questions','submitted','issued','asked',\n"
           "   'answered','archived','questions':[{'place','topic','note','person','date'}],\n"
           "   'provisional'}",
  .examples = "  duibiao month\n"
              "  duibiao month --period 2021-11 --json",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_month,
};

static DuiExit
run_note (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  g_autofree char *topic = NULL, *text = NULL, *person = NULL;
  const GOptionEntry entries[] = {
    { "topic", 0, 0, G_OPTION_ARG_STRING, &topic, N_ ("fell, unit, same or growth"), N_ ("TOPIC") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &text, N_ ("what was found"), N_ ("TEXT") },
    { "person", 0, 0, G_OPTION_ARG_STRING, &person, N_ ("who looked at it"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  DuiQuestion question = { .noted_on = dui_day_today () };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_require (self, "--place", self->place_text, error)
      || !dui_invocation_require (self, "--topic", topic, error)
      || !dui_invocation_require (self, "--note", text, error))
    return DUI_EXIT_DONE;
  if (!dui_question_topic_from_nick (topic, &question.topic))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("there is no question “%s”; write fell, unit, same or growth"), topic);
      return DUI_EXIT_DONE;
    }
  if (!dui_invocation_open (self, DUI_NEEDS_PERIOD | DUI_NEEDS_WRITING, error))
    return DUI_EXIT_DONE;
  question.place = self->place;
  question.note = text;
  question.person = person;
  if (dui_book_note (self->book, dui_indicator_get_code (self->panel->indicator), self->period,
                     &question, &(DuiOccasion){ 0 }, error))
    {
      self->place = self->catalog->home;
      print (self, error);
    }
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_month_note = {
  .name = "month note",
  .summary = N_ ("closes a question about a figure with a note"),
  .shape = "  as of month",
  .examples = "  duibiao month note --place 410922100 --period 2021-11 --topic fell \\\n"
              "    --note 已电话核实 --person 李科长",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_PLACE,
  .run = run_note,
};

static gboolean
may_enter (const View *view,
           DuiMonthState state,
           GError **error)
{
  const char *obstacle = dui_month_find_obstacle (state, view->n_open, view->issued != 0,
                                                  view->cases.n_asked - view->cases.n_answered);

  if (obstacle)
    g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED, obstacle);
  return obstacle == NULL;
}

static DuiExit
run_enter (DuiInvocation *self,
           int argc,
           char **argv,
           GError **error)
{
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("the day (default: today)"), N_ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (View) view = { .invocation = self };
  DuiDay day = dui_day_today ();
  DuiMonthState state;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 1, 1, error)
      || (date && !dui_day_parse (date, &day, error)))
    return DUI_EXIT_DONE;
  if (!dui_month_state_from_nick (self->words[0], &state))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("a month can't be “%s”; write submitted or archived"), self->words[0]);
      return DUI_EXIT_DONE;
    }
  if (dui_invocation_open (self, DUI_NEEDS_PERIOD | DUI_NEEDS_WRITING, error) && look (&view, error)
      && may_enter (&view, state, error)
      && dui_book_enter_month (self->book, self->period, state, day, &(DuiOccasion){ 0 }, error))
    print (self, error);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_month_enter = {
  .name = "month enter",
  .synopsis = N_ ("submitted|archived"),
  .summary = N_ ("records that the month was submitted or archived"),
  .notes = N_ ("It is submitted when no question is open, and archived when the bulletin is issued and all\n"
               "explanations are there."),
  .shape = "  as of month",
  .examples = "  duibiao month enter submitted --period 2021-11",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_enter,
};
