/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger of explanations and reviews: asking, recording what happens, and what there is. */
#include "analysis/candidates.h"
#include "analysis/issued-streak.h"
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

/* Today without @text. */
static gboolean
read_day (const char *text,
          DuiDay *day,
          GError **error)
{
  *day = dui_day_today ();
  return !text || dui_day_parse (text, day, error);
}

static DuiRatio
to_ratio (DuiAmount growth)
{
  return dui_amount_to_ratio (growth, DUI_CASE_SCALE);
}

static void
print_evidence_json (DuiJson *json,
                     const DuiCase *self)
{
  dui_json_begin_array (json, "evidence");
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const DuiCasePeriod *period = &g_array_index (self->evidence, DuiCasePeriod, i);

      dui_json_begin_object (json, NULL);
      dui_json_period (json, "period", period->period);
      dui_json_percent (json, "growth", to_ratio (period->growth));
      dui_json_rank (json, "rank", period->rank);
      dui_json_count (json, "ranked", period->n_ranked);
      dui_json_percent (json, "month_growth", to_ratio (period->month_growth));
      dui_json_rank (json, "month_rank", period->month_rank);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_events_json (DuiJson *json,
                   const DuiCase *self)
{
  dui_json_begin_array (json, "events");
  for (guint i = 0; i < self->events->len; i++)
    {
      const DuiCaseEvent *event = g_ptr_array_index (self->events, i);

      dui_json_begin_object (json, NULL);
      dui_json_text (json, "event", dui_case_event_to_nick (event->kind));
      dui_json_day (json, "date", event->happened_on);
      dui_json_day (json, "due", event->due_on);
      dui_json_text (json, "note", event->note);
      dui_json_text (json, "person", event->person);
      dui_json_text (json, "file", event->file_name);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

/* A review's streak as the bulletins were issued, and as the book counts it now (R12). */
static gboolean
print_streaks_json (DuiInvocation *self,
                    DuiJson *json,
                    const DuiCase *row,
                    GError **error)
{
  g_autoptr (DuiPanel) panel = NULL;
  g_autoptr (GPtrArray) bulletins = NULL, issued = NULL, now = NULL;
  const DuiStreak *of_issued, *of_now;

  if (row->kind != DUI_CASE_REVIEW)
    {
      dui_json_null (json, "issued_streak");
      dui_json_null (json, "streak");
      return TRUE;
    }
  if (!(panel = dui_book_get_panel (self->book, row->indicator, error))
      || !(bulletins = dui_book_read_bulletins (self->book, row->indicator, error)))
    return FALSE;
  dui_issued_streak_complete (bulletins, panel, panel->catalog->home);
  issued = dui_issued_streaks_compute (panel, bulletins, row->period);
  now = dui_streaks_compute (panel, panel->catalog->home, row->period);
  of_issued = dui_streaks_find (issued, row->place);
  of_now = dui_streaks_find (now, row->place);
  dui_json_count (json, "issued_streak", of_issued ? of_issued->length : 0);
  dui_json_count (json, "streak", of_now ? of_now->length : 0);
  return TRUE;
}

static gboolean
print_json (DuiInvocation *self,
            GPtrArray *cases,
            DuiDay today,
            GError **error)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < cases->len; i++)
    {
      const DuiCase *row = g_ptr_array_index (cases, i);

      dui_json_begin_object (json, NULL);
      dui_json_count (json, "case", row->id);
      dui_json_text (json, "kind", dui_case_kind_to_nick (row->kind));
      dui_json_place (json, "place", self->catalog, row->place);
      dui_json_text (json, "indicator", row->indicator);
      dui_json_period (json, "period", row->period);
      dui_json_text (json, "state", dui_case_event_to_nick (dui_case_get_state (row)));
      dui_json_day (json, "due", dui_case_get_due (row));
      dui_json_flag (json, "late", dui_case_is_late (row, today));
      dui_json_flag (json, "closed", dui_case_is_closed (row));
      dui_json_text (json, "settings", row->settings);
      if (!print_streaks_json (self, json, row, error))
        return FALSE;
      print_evidence_json (json, row);
      print_events_json (json, row);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_end_object (json);
  return TRUE;
}

static void
print_text (DuiInvocation *self,
            GPtrArray *cases,
            DuiDay today)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  if (cases->len == 0)
    {
      dui_output_text (_ ("There are no cases.\n"));
      return;
    }
  dui_text_table_add_column (table, _ ("Case"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Kind"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Indicator"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Period"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("State"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Due"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < cases->len; i++)
    {
      const DuiCase *row = g_ptr_array_index (cases, i);
      DuiIndicator *indicator = dui_catalog_get_indicator (self->catalog, row->indicator);
      DuiDay due = dui_case_get_due (row);
      g_autofree char *day = due > 0 ? dui_day_to_string (due) : g_strdup ("—");

      dui_text_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, row->id));
      dui_text_table_add (table, dui_case_kind_to_label (row->kind));
      dui_text_table_add (table, dui_label_place (self->catalog, row->place));
      dui_text_table_add (table, indicator ? dui_indicator_get_display_name (indicator)
                                           : row->indicator);
      dui_text_table_take (table, dui_period_to_label (row->period));
      dui_text_table_add (table, dui_case_get_state_label (row));
      /* Translators: a day that is past. */
      dui_text_table_take (table, dui_case_is_late (row, today)
                                      ? g_strdup_printf (_ ("%s, late"), day)
                                      : g_steal_pointer (&day));
    }
  dui_text_table_print (table);
}

static gboolean
print_cases (DuiInvocation *self,
             DuiDay today,
             GError **error)
{
  g_autoptr (GPtrArray) cases = dui_book_list_cases (self->book, error);

  if (cases == NULL)
    return FALSE;
  if (self->json)
    return print_json (self, cases, today, error);
  print_text (self, cases, today);
  return TRUE;
}

static DuiExit
run_list (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date,
      N_ ("the day on which something is late (default: today)"), N_ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  DuiDay today;

  if (dui_invocation_parse (self, entries, argc, argv, error)
      && dui_invocation_check_words (self, 0, 0, error) && read_day (date, &today, error)
      && dui_invocation_open (self, DUI_NEEDS_CATALOG, error))
    print_cases (self, today, error);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_cases = {
  .name = "cases",
  .summary = N_ ("lists the explanations and reviews"),
  .shape = "  {'rows':[{'case','kind','place','indicator','period','state','due','late','closed',\n"
           "     'settings','issued_streak','streak','evidence':[{'period','growth','rank','ranked','month_growth',\n"
           "       'month_rank'}],'events':[{'event','date','due','note','person','file'}]}]}",
  .examples = "  duibiao cases\n"
              "  duibiao cases --date 2021-12-31 --json",
  .run = run_list,
};

static DuiExit
run_ask (DuiInvocation *self,
         int argc,
         char **argv,
         GError **error)
{
  g_autofree char *date = NULL, *due = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("the day they are asked on (default: today)"),
      N_ ("YYYY-MM-DD") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &due,
      N_ ("the day explanations are due on (default: five working days later)"),
      N_ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) cases = NULL, bulletins = NULL;
  const DuiOccasion occasion = { 0 };
  DuiDay asked_on, due_on;
  guint n_opened;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error) || !read_day (date, &asked_on, error)
      || (due && !dui_day_parse (due, &due_on, error))
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD | DUI_NEEDS_WRITING, error))
    return DUI_EXIT_DONE;
  if (dui_invocation_is_provisional (self))
    {
      g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED,
                   _ ("Nobody is asked to explain while the period is open. Wait until all have "
                      "reported, or issue the bulletin."));
      return DUI_EXIT_DONE;
    }
  if (!due)
    due_on = dui_case_due_after (asked_on, DUI_CASE_DAYS);
  bulletins = dui_book_read_bulletins (self->book,
                                       dui_indicator_get_code (self->panel->indicator), error);
  if (bulletins == NULL)
    return DUI_EXIT_DONE;
  dui_issued_streak_complete (bulletins, self->panel, self->place);
  cases = dui_candidates_compute (self->panel, self->place, self->period, bulletins);
  if (!dui_book_open_cases (self->book, cases, asked_on, due_on, &occasion, &n_opened, error))
    return DUI_EXIT_DONE;
  if (!self->json)
    dui_output_format (ngettext ("%u case opened\n", "%u cases opened\n", n_opened), n_opened);
  print_cases (self, asked_on, error);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_cases_ask = {
  .name = "cases ask",
  .summary = N_ ("asks the bottom set to explain, and opens reviews"),
  .notes = N_ ("Who is in the bottom set by progress explains; who is in the one by growth as long\n"
               "as the book's rule says gets a review. What is open already stays as it is."),
  .shape = "  as of cases",
  .examples = "  duibiao cases ask\n"
              "  duibiao cases ask --period 2021-11 --date 2021-12-18 --due 2021-12-24",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_ask,
};

typedef struct
{
  char *date, *due, *note, *person, *file;
} TypedEvent;

static void
typed_event_clear (TypedEvent *self)
{
  g_free (self->date);
  g_free (self->due);
  g_free (self->note);
  g_free (self->person);
  g_free (self->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TypedEvent, typed_event_clear)

static gboolean
read_event (DuiInvocation *self,
            const TypedEvent *typed,
            gint64 *id,
            DuiCaseEvent *event,
            GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (self->words[0], 10, 1, G_MAXINT32, &number, NULL))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("“%s” is not the number of a case; duibiao cases lists them"),
                   self->words[0]);
      return FALSE;
    }
  if (!dui_case_event_from_nick (self->words[1], &event->kind) || event->kind == DUI_CASE_ASKED)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("“%s” can't happen to a case; write received, accepted, returned, "
                      "confirmed, postponed or dismissed"),
                   self->words[1]);
      return FALSE;
    }
  *id = (gint64) number;
  event->note = typed->note;
  event->person = typed->person;
  return read_day (typed->date, &event->happened_on, error)
         && (!typed->due || dui_day_parse (typed->due, &event->due_on, error));
}

/* NULL with @error unset where no file was given. */
static GBytes *
read_file (const char *path,
           GError **error)
{
  g_autoptr (GMappedFile) file = path ? g_mapped_file_new (path, FALSE, error) : NULL;

  return file ? g_bytes_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file))
              : NULL;
}

static DuiExit
run_record (DuiInvocation *self,
            int argc,
            char **argv,
            GError **error)
{
  g_auto (TypedEvent) typed = { 0 };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &typed.date, N_ ("the day it happened (default: today)"),
      N_ ("YYYY-MM-DD") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &typed.due, N_ ("the day what is asked for again is due"),
      N_ ("YYYY-MM-DD") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &typed.note, N_ ("what was said, or why"), N_ ("TEXT") },
    { "person", 0, 0, G_OPTION_ARG_STRING, &typed.person, N_ ("who received it or decides"),
      N_ ("TEXT") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &typed.file, N_ ("a file that the book keeps with it"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GBytes) file = NULL;
  g_autofree char *name = NULL;
  const DuiOccasion occasion = { 0 };
  DuiCaseEvent event = { 0 };
  g_autoptr (GError) cause = NULL;
  gint64 id;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 2, 2, error)
      || !read_event (self, &typed, &id, &event, error))
    return DUI_EXIT_DONE;
  file = read_file (typed.file, &cause);
  if (cause)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("the file could not be read: %s; choose another one"), cause->message);
      return DUI_EXIT_DONE;
    }
  event.file_name = name = typed.file ? g_path_get_basename (typed.file) : NULL;
  if (dui_invocation_open (self, DUI_NEEDS_WRITING, error)
      && dui_book_record_case (self->book, id, &event, file, &occasion, error))
    print_cases (self, event.happened_on, error);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_cases_record = {
  .name = "cases record",
  .synopsis = N_ ("CASE EVENT"),
  .summary = N_ ("records what happens to a case"),
  .notes = N_ ("An explanation is received, then accepted or returned; a review is confirmed,\n"
               "postponed or dismissed. A decision needs a person, and all but accepting a note."),
  .shape = "  as of cases",
  .examples = "  duibiao cases record 1 received --note 停产检修 --file 说明.pdf\n"
              "  duibiao cases record 4 postponed --person 王主任 --note 待核实",
  .run = run_record,
};
