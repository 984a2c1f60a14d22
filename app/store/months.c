/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/months.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/figures.h"
#include "store/people.h"
#include "store/row-insert.h"

#include <glib/gi18n-lib.h>

#define READING _ ("The state of the month could not be read")
#define NOTING _ ("The note could not be kept")
#define ENTERING _ ("The month could not be moved on")

static DuiAmount
get_amount (DuiStatement *statement,
            int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL
             ? DUI_AMOUNT_MISSING
             : dui_statement_get_int (statement, column);
}

/* A note is about the numbers that were looked at: what was changed since is asked about anew, but for
 * its status. Columns 5 to 8: the figure's text in the log before its first change since, and its numbers
 * now. */
static gboolean
still_holds (DuiStatement *statement)
{
  const char *then = dui_statement_get_text (statement, 5);
  DuiFigureRow row;

  if (then == NULL)
    return TRUE;
  dui_figures_parse_row (then, &row);
  return row.value == get_amount (statement, 6) && row.base == get_amount (statement, 7)
         && row.growth == get_amount (statement, 8);
}

GPtrArray *
dui_months_list_notes (DuiConnection *connection,
                       DuiCatalog *catalog,
                       DuiIndicator *indicator,
                       DuiPeriod period,
                       GError **error)
{
  g_autoptr (GPtrArray) notes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_question_free);
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT asked.place, topic, note, person.name, noted_on, (SELECT old FROM change"
      " WHERE table_name = 'figure' AND row_key = 'indicator=' || ?1 || ' period=' || ?2 || ' place='"
      " || asked.place AND change.command > noted.command ORDER BY change.id LIMIT 1), value, base,"
      " growth FROM verification AS asked JOIN source AS noted ON noted.id = asked.source"
      " LEFT JOIN person ON person.id = person LEFT JOIN figure ON figure.indicator = ?1"
      " AND figure.period = ?2 AND figure.place = asked.place"
      " WHERE asked.indicator = ?1 AND asked.period = ?2 ORDER BY asked.id",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "ii", dui_indicator_get_id (indicator), (gint64) period);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiQuestion *note;
      DuiQuestionTopic topic;

      if (!dui_question_topic_from_nick (dui_statement_get_text (statement, 1), &topic)
          || !still_holds (statement))
        continue;
      note = g_new0 (DuiQuestion, 1);
      note->place = dui_catalog_find_id (catalog, dui_statement_get_int (statement, 0));
      note->topic = topic;
      note->note = g_strdup (dui_statement_get_text (statement, 2));
      note->person = g_strdup (dui_statement_get_text (statement, 3));
      note->noted_on = (DuiDay) dui_statement_get_int (statement, 4);
      g_ptr_array_add (notes, note);
    }
  return step == DUI_STEP_DONE ? g_steal_pointer (&notes) : NULL;
}

gboolean
dui_months_note (DuiConnection *connection,
                 DuiIndicator *indicator,
                 DuiPeriod period,
                 gint64 place,
                 const DuiQuestion *question,
                 const DuiOccasion *occasion,
                 GError **error)
{
  g_autoptr (DuiCommand) command = NULL;
  gint64 source, person, id;

  if (question->note == NULL || *question->note == '\0')
    return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, NOTING,
                                _ ("a question is closed by a note. Write what was found"));
  command = dui_command_begin (connection, "note", occasion, FALSE, NOTING, error);
  return command && (source = dui_command_get_source (command, error)) != 0
         && dui_people_find (connection, question->person, source, NOTING, &person, error)
         && dui_row_next_id (connection, "verification", NOTING, &id, error)
         && dui_row_insert (connection, NOTING, error, "verification",
                            "id, indicator, period, place, topic, note, person, noted_on, source",
                            "iiiissaii", id, dui_indicator_get_id (indicator), (gint64) period,
                            place, dui_question_topic_to_nick (question->topic), question->note,
                            person > 0 ? person : DUI_AMOUNT_MISSING, (gint64) question->noted_on,
                            source)
         && dui_command_finish (command, error);
}

gboolean
dui_months_read (DuiConnection *connection,
                 DuiPeriod period,
                 DuiMonth *month,
                 GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING, "SELECT state, entered_on FROM month_state WHERE period = ?1", error);
  DuiStep step;

  *month = (DuiMonth){ { 0 } };
  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", (gint64) period);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiMonthState state;

      if (dui_month_state_from_nick (dui_statement_get_text (statement, 0), &state))
        month->entered_on[state] = (DuiDay) dui_statement_get_int (statement, 1);
    }
  return step == DUI_STEP_DONE;
}

gboolean
dui_months_enter (DuiConnection *connection,
                  DuiPeriod period,
                  DuiMonthState state,
                  DuiDay day,
                  const DuiOccasion *occasion,
                  GError **error)
{
  g_autoptr (DuiCommand) command
      = dui_command_begin (connection, "month", occasion, FALSE, ENTERING, error);
  DuiMonth month;
  gint64 source;

  if (command == NULL || !dui_months_read (connection, period, &month, error))
    return FALSE;
  if (month.entered_on[state] != 0)
    return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, ENTERING,
                                _ ("that was done already. Undo it first if it was a mistake"));
  return (source = dui_command_get_source (command, error)) != 0
         && dui_row_insert (connection, ENTERING, error, "month_state",
                            "period, state, entered_on, note, source", "isisi", (gint64) period,
                            dui_month_state_to_nick (state), (gint64) day, NULL, source)
         && dui_command_finish (command, error);
}
