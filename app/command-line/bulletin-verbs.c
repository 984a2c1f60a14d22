/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bulletins: issuing one, those that were issued, and what has changed since. */
#include "analysis/issue.h"
#include "briefing/briefing.h"
#include "command-line/bulletin-table.h"
#include "command-line/failure.h"
#include "command-line/json.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"
#include "plot/document.h"

#include <glib/gi18n-lib.h>

static void
print_head_json (DuiJson *json,
                 const DuiIssuedBulletin *bulletin)
{
  g_autofree char *date = dui_day_to_string (bulletin->issued_on);

  dui_json_text (json, "number", bulletin->number);
  dui_json_text (json, "title", bulletin->title);
  dui_json_text (json, "indicator", bulletin->indicator);
  dui_json_period (json, "period", bulletin->period);
  dui_json_text (json, "date", date);
}

static void
print_bulletin (DuiInvocation *self,
                const DuiIssuedBulletin *bulletin)
{
  g_autoptr (DuiJson) json = NULL;

  if (!self->json)
    {
      dui_bulletin_table_print (bulletin, self->panel->indicator);
      return;
    }
  json = dui_json_new ();
  dui_json_begin_object (json, NULL);
  print_head_json (json, bulletin);
  dui_json_text (json, "seal", bulletin->seal);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < bulletin->rows->len; i++)
    dui_bulletin_json_row (json, NULL, self->panel, g_ptr_array_index (bulletin->rows, i));
  dui_json_end_array (json);
  dui_json_end_object (json);
}

/* Where there is none, nothing is wrong with the book. */
static void
take_cause (GError *cause,
            GError **error)
{
  if (g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_NO_FIGURES, cause->message);
  else if (cause)
    g_propagate_error (error, g_error_copy (cause));
}

/* The one of the period asked for, else the newest. */
static DuiIssuedBulletin *
read_bulletin (DuiInvocation *self,
               DuiPeriod period,
               GError **error)
{
  g_autoptr (GError) cause = NULL;
  DuiIssuedBulletin *bulletin = dui_book_read_bulletin (
      self->book, dui_indicator_get_code (self->panel->indicator), period, 0, &cause);

  take_cause (cause, error);
  return bulletin;
}

/* Issue -------------------------------------------------------------------------------------------- */

static gboolean
read_date (const char *text,
           DuiDay *day,
           GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return dui_day_parse (text ? text : today, day, error);
}

/* Draws it and freezes it. @corrected and @changes: what it corrects, or NULL. */
static gboolean
issue_paper (DuiInvocation *self,
             DuiBulletinDraft *draft,
             const DuiIssuedBulletin *corrected,
             GPtrArray *changes,
             GError **error)
{
  g_autofree char *seal = dui_book_dup_seal (self->book, error);
  g_autofree char *day = dui_day_to_string (draft->issued_on);
  const DuiBriefingSubject subject = { self->panel, self->catalog->home, draft->period, day,
                                       TRUE,        draft->number,       seal,          corrected,
                                       changes,     draft->summary };
  g_autoptr (DuiBriefing) briefing = seal ? dui_briefing_new (&subject) : NULL;
  g_autoptr (GBytes) document = briefing ? dui_briefing_render (briefing, error) : NULL;
  g_autofree char *text = document ? dui_briefing_dup_text (briefing) : NULL;

  if (!document)
    return FALSE;
  draft->title = dui_briefing_get_title (briefing);
  draft->text = text;
  draft->document = document;
  draft->seal = seal;
  if (dui_briefing_get_substitution (briefing))
    dui_failure_print (draft->title, NULL, 0, 0, dui_briefing_get_substitution (briefing));
  return dui_book_issue_bulletin (self->book, dui_indicator_get_code (self->panel->indicator), draft,
                                  &(DuiOccasion){ .reason = draft->summary }, error);
}

static gboolean
issue (DuiInvocation *self,
       const char *number,
       DuiDay day,
       GError **error)
{
  guint home = self->catalog->home;
  g_autoptr (GPtrArray) rows = dui_issue_compute (self->panel, home, self->period);
  const char *obstacle = dui_issue_find_obstacle (self->panel, home, self->period, rows);
  DuiBulletinDraft draft = { .period = self->period,
                             .number = number,
                             .issued_on = day,
                             .rows = rows,
                             .rules = &self->catalog->rules };

  if (!obstacle)
    return issue_paper (self, &draft, NULL, NULL, error);
  g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED,
               /* Translators: %s says why and what to do. */
               _ ("The bulletin could not be issued: %s."), obstacle);
  return FALSE;
}

static DuiExit
run_issue (DuiInvocation *self,
           int argc,
           char **argv,
           GError **error)
{
  g_autofree char *number = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_STRING, &number, N_ ("the number of the document"),
      N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("the day it is issued on (default: today)"),
      N_ ("YYYY-MM-DD") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DuiIssuedBulletin) bulletin = NULL;
  DuiDay day;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error) || !read_date (date, &day, error)
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD | DUI_NEEDS_WRITING, error)
      || !issue (self, number, day, error))
    return DUI_EXIT_DONE;
  bulletin = read_bulletin (self, self->period, error);
  if (bulletin)
    print_bulletin (self, bulletin);
  return DUI_EXIT_DONE;
}

/* Correct ------------------------------------------------------------------------------------------ */

static gboolean
correct (DuiInvocation *self,
         const char *number,
         DuiDay day,
         const char *reason,
         GError **error)
{
  guint home = self->catalog->home;
  g_autoptr (DuiIssuedBulletin) bulletin = read_bulletin (
      self, self->period_text ? self->period : DUI_PERIOD_NONE, error);
  g_autoptr (GPtrArray) changes = bulletin ? dui_issue_compare (self->panel, home, bulletin) : NULL;
  g_autoptr (GPtrArray) rows = NULL;
  DuiBulletinDraft draft = { .number = number, .issued_on = day, .summary = reason };

  if (!bulletin)
    return FALSE;
  if (changes->len == 0)
    {
      g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED,
                           _ ("There is nothing to correct: the book is as it was issued. Correct "
                              "the figures first."));
      return FALSE;
    }
  rows = dui_issue_compute (self->panel, home, bulletin->period);
  self->period = bulletin->period;
  draft.period = bulletin->period;
  draft.corrects = bulletin->id;
  draft.rows = rows;
  draft.rules = &self->catalog->rules;
  return issue_paper (self, &draft, bulletin, changes, error);
}

static DuiExit
run_correct (DuiInvocation *self,
             int argc,
             char **argv,
             GError **error)
{
  g_autofree char *number = NULL, *date = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_STRING, &number, N_ ("the number of the document"),
      N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("the day it is issued on (default: today)"),
      N_ ("YYYY-MM-DD") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is printed and kept in the log"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DuiIssuedBulletin) bulletin = NULL;
  DuiDay day;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_require (self, "--reason", reason, error) || !read_date (date, &day, error)
      || !dui_invocation_open (self, DUI_NEEDS_PANEL | DUI_NEEDS_WRITING, error)
      || !correct (self, number, day, reason, error))
    return DUI_EXIT_DONE;
  bulletin = read_bulletin (self, self->period, error);
  if (bulletin)
    print_bulletin (self, bulletin);
  return DUI_EXIT_DONE;
}

/* List --------------------------------------------------------------------------------------------- */

static void
print_list_json (GPtrArray *bulletins)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < bulletins->len; i++)
    {
      dui_json_begin_object (json, NULL);
      print_head_json (json, g_ptr_array_index (bulletins, i));
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static void
print_list (GPtrArray *bulletins)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  if (bulletins->len == 0)
    {
      dui_output_text (_ ("No bulletin has been issued.\n"));
      return;
    }
  dui_text_table_add_column (table, _ ("Number"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Title"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Period"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Date"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < bulletins->len; i++)
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (bulletins, i);

      dui_text_table_add (table, bulletin->number);
      dui_text_table_add (table, bulletin->title);
      dui_text_table_take (table, dui_period_to_label (bulletin->period));
      dui_text_table_take (table, dui_day_to_string (bulletin->issued_on));
    }
  dui_text_table_print (table);
}

static DuiExit
run_list (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  g_autoptr (GPtrArray) bulletins = NULL;

  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_CATALOG, error)
      || !(bulletins = dui_book_list_bulletins (self->book, error)))
    return DUI_EXIT_DONE;
  if (self->json)
    print_list_json (bulletins);
  else
    print_list (bulletins);
  return DUI_EXIT_DONE;
}

/* Show and compare ----------------------------------------------------------------------------------- */

static DuiIssuedBulletin *
open_bulletin (DuiInvocation *self,
               const GOptionEntry *entries,
               int argc,
               char **argv,
               GError **error)
{
  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_PANEL, error))
    return NULL;
  return read_bulletin (self, self->period_text ? self->period : DUI_PERIOD_NONE, error);
}

static gboolean
save_document (DuiInvocation *self,
               const DuiIssuedBulletin *bulletin,
               const char *path,
               GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) document
      = dui_book_read_bulletin_document (self->book, bulletin->id, &cause);
  g_autoptr (GByteArray) bytes
      = document ? g_bytes_unref_to_array (g_steal_pointer (&document)) : NULL;

  take_cause (cause, error);
  return bytes && dui_document_save (path, bytes, error);
}

static DuiExit
run_show (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("the file to write its pages to, a PDF"), N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DuiIssuedBulletin) bulletin = open_bulletin (self, entries, argc, argv, error);

  if (bulletin && path)
    save_document (self, bulletin, path, error);
  else if (bulletin)
    print_bulletin (self, bulletin);
  return DUI_EXIT_DONE;
}

static void
print_changes_json (DuiInvocation *self,
                    GPtrArray *changes)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < changes->len; i++)
    dui_bulletin_json_difference (json, self->panel, g_ptr_array_index (changes, i));
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static DuiExit
run_compare (DuiInvocation *self,
             int argc,
             char **argv,
             GError **error)
{
  g_autoptr (DuiIssuedBulletin) bulletin = open_bulletin (self, NULL, argc, argv, error);
  g_autoptr (GPtrArray) changes = NULL;

  if (!bulletin)
    return DUI_EXIT_DONE;
  changes = dui_issue_compare (self->panel, self->catalog->home, bulletin);
  if (self->json)
    print_changes_json (self, changes);
  else if (changes->len == 0)
    dui_output_text (_ ("Nothing has changed since it was issued.\n"));
  else
    for (guint i = 0; i < changes->len; i++)
      dui_bulletin_table_print_difference (self->panel->indicator, g_ptr_array_index (changes, i),
                                           dui_issued_bulletin_has_ranks (bulletin));
  return DUI_EXIT_DONE;
}

#define ROW                                                                                        \
  "{'place','completed','base','growth','status','target',\n"                                      \
  "   'ranks':[{'by','rank','value','bottom','tied'}]}"

const DuiVerb dui_verb_bulletin_issue = {
  .name = "bulletin issue",
  .summary = N_ ("issues the bulletin of a period and freezes what it says"),
  .notes = N_ ("It stays as it was issued: it can't be undone, nor what was done before it. A period\n"
               "that is open and has estimates, or has a bulletin already, is refused."),
  .shape = "  {'number','title','indicator','period','date','seal','rows':[\n   " ROW "]}",
  .examples = "  duibiao bulletin issue --number 清工信〔2021〕35号\n"
              "  duibiao bulletin issue --period 2021-11 --date 2021-12-15 --json",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_issue,
};

const DuiVerb dui_verb_bulletin_correct = {
  .name = "bulletin correct",
  .summary = N_ ("issues the correction of a bulletin, with what differs now"),
  .notes = N_ ("Without --period of the newest one. What was issued stays; the correction is compared with\n"
               "from then on."),
  .shape = "  {'number','title','indicator','period','date','seal','rows':[\n   " ROW "]}",
  .examples = "  duibiao bulletin correct --number 清工信〔2021〕36号 --reason 重复计算\n"
              "  duibiao bulletin correct --period 2021-10 --date 2021-12-20 --reason 统计反馈",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_correct,
};

const DuiVerb dui_verb_bulletin_list = {
  .name = "bulletin list",
  .summary = N_ ("lists the bulletins that were issued"),
  .shape = "  {'rows':[{'number','title','indicator','period','date'}]}",
  .examples = "  duibiao bulletin list\n"
              "  duibiao bulletin list --json",
  .run = run_list,
};

const DuiVerb dui_verb_bulletin_show = {
  .name = "bulletin show",
  .summary = N_ ("shows a bulletin as it was issued"),
  .synopsis = N_ ("[-o FILE]"),
  .notes = N_ ("Without --period the newest one. With -o its pages, byte for byte as they were issued."),
  .shape = "  {'number','title','indicator','period','date','seal','rows':[\n   " ROW "]}",
  .examples = "  duibiao bulletin show\n"
              "  duibiao bulletin show --period 2021-10 --json\n"
              "  duibiao bulletin show -o 通报.pdf",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_show,
};

const DuiVerb dui_verb_bulletin_compare = {
  .name = "bulletin compare",
  .summary = N_ ("compares a bulletin as it was issued with the book as it is now"),
  .notes = N_ ("Without --period the newest one. Only places of which something differs are listed."),
  .shape = "  {'rows':[{'place','issued','now'}]}; issued and now are as the rows of bulletin show",
  .examples = "  duibiao bulletin compare\n"
              "  duibiao bulletin compare --period 2021-10 --json",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_compare,
};
