/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"
#include "store/figures.h"
#include "store/row-text.h"

#include <glib/gi18n-lib.h>

#define ACTION _ ("The history could not be read")

/* A figure at one time. */
typedef struct
{
  DuiFigureValues values; /* status none: there was no figure */
  gint64 source;
  gint64 source_row;
} State;

static const State no_state = { DUI_FIGURE_VALUES_NONE };

/* @text of the log; NULL after a figure was removed. */
static State
read_state (const char *text)
{
  if (text == NULL)
    return no_state;
  return (State){
    .values = { dui_row_text_find_int (text, "value", DUI_AMOUNT_MISSING),
                dui_row_text_find_int (text, "base", DUI_AMOUNT_MISSING),
                dui_row_text_find_int (text, "growth", DUI_AMOUNT_MISSING),
                (DuiFigureStatus) dui_row_text_find_int (text, "status", DUI_STATUS_NONE) },
    .source = dui_row_text_find_int (text, "source", 0),
    .source_row = dui_row_text_find_int (text, "source_row", 0),
  };
}

/* @command by its id, or 0 for the one that made the new state. */
static gboolean
add_change (DuiConnection *connection,
            GPtrArray *changes,
            gint64 command,
            const State *old,
            const State *new,
            GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, ACTION,
      "SELECT at, who, verb, reason, file, sha256 FROM command"
      " LEFT JOIN source ON source.id = ?2"
      " WHERE command.id = ifnull(nullif(?1, 0), source.command)",
      error);
  DuiFigureChange *change;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "ii", command, new->source);
  switch (dui_statement_step (statement, error))
    {
    case DUI_STEP_FAILED:
      return FALSE;
    case DUI_STEP_DONE: /* a row that came from nowhere is a finding of the check */
      return TRUE;
    case DUI_STEP_ROW:
    default:
      break;
    }
  change = g_new0 (DuiFigureChange, 1);
  change->at = dui_records_format_time (dui_statement_get_int (statement, 0));
  change->who = g_strdup (dui_statement_get_text (statement, 1));
  change->verb = g_strdup (dui_statement_get_text (statement, 2));
  change->reason = g_strdup (dui_statement_get_text (statement, 3));
  change->file = g_strdup (dui_statement_get_text (statement, 4));
  change->sha256 = g_strdup (dui_statement_get_text (statement, 5));
  change->row = (guint) new->source_row;
  change->old_values = old->values;
  change->new_values = new->values;
  g_ptr_array_insert (changes, 0, change);
  return TRUE;
}

/* Oldest first: a state that no change led to was inserted by the command of its source. */
static gboolean
read_changes (DuiConnection *connection,
              GPtrArray *changes,
              const char *key,
              State *last,
              GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, ACTION,
      "SELECT command, old, new FROM change WHERE table_name = 'figure' AND row_key = ?1"
      " ORDER BY id",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "s", key);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      State old = read_state (dui_statement_get_text (statement, 1));
      State new = read_state (dui_statement_get_text (statement, 2));

      if ((last->values.status == DUI_STATUS_NONE && old.values.status != DUI_STATUS_NONE
           && !add_change (connection, changes, 0, &no_state, &old, error))
          || !add_change (connection, changes, dui_statement_get_int (statement, 0), &old, &new,
                          error))
        return FALSE;
      *last = new;
    }
  return step == DUI_STEP_DONE;
}

GPtrArray *
dui_history_read (DuiConnection *connection,
                  gint64 place,
                  gint64 indicator,
                  DuiPeriod period,
                  GError **error)
{
  g_autoptr (GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_figure_change_free);
  g_autofree char *key = g_strdup_printf ("indicator=%" G_GINT64_FORMAT " period=%d place=%"
                                          G_GINT64_FORMAT, indicator, period, place);
  g_autoptr (GError) cause = NULL;
  State last = no_state;
  DuiFigureRow row;
  gboolean done, exists;

  if (!dui_connection_begin_read (connection, ACTION, error))
    return NULL;
  done = read_changes (connection, changes, key, &last, error);
  exists = done && dui_figures_find (connection, indicator, period, place, &row, ACTION, &cause);
  if (exists && last.values.status == DUI_STATUS_NONE)
    {
      State now = { { row.value, row.base, row.growth, (DuiFigureStatus) row.status },
                    row.source,
                    row.source_row };

      done = add_change (connection, changes, 0, &no_state, &now, error);
    }
  dui_connection_rollback (connection);
  if (cause)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  return done ? g_steal_pointer (&changes) : NULL;
}
