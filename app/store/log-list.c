/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/log-list.h"
#include "store/statement.h"
#include "store/undo-words.h"

#include <glib/gi18n-lib.h>

#define ACTION _ ("The log could not be read")

/* Commands of which nothing is kept to undo them still have the rows that they changed. */
static gboolean
name_changed_row (DuiConnection *connection,
                  DuiCatalog *catalog,
                  DuiUndoStep *step,
                  GError **error)
{
  g_autoptr (DuiStatement) change = dui_statement_new (
      connection, ACTION,
      "SELECT table_name, row_key FROM change WHERE command = ?1 ORDER BY id LIMIT 1", error);
  DuiStep result;

  if (change == NULL)
    return FALSE;
  dui_statement_bind (change, "i", step->command);
  result = dui_statement_step (change, error);
  if (result == DUI_STEP_ROW)
    step->subject = dui_undo_words_for_row (catalog, dui_statement_get_text (change, 0),
                                            dui_statement_get_text (change, 1));
  return result != DUI_STEP_FAILED;
}

/* @subject: the command that this one undid or did again; 0 for none. */
static DuiUndoStep *
describe (DuiConnection *connection,
          DuiCatalog *catalog,
          gint64 command,
          gint64 subject,
          GError **error)
{
  DuiUndoStep *step
      = dui_undo_words_for_command (connection, catalog, command, ACTION, error);

  if (step && subject != 0)
    {
      g_autoptr (DuiUndoStep) undone = describe (connection, catalog, subject, 0, error);

      g_free (step->subject);
      step->subject = undone ? dui_undo_step_describe (undone) : NULL;
      if (undone)
        return step;
    }
  else if (step && (step->subject || name_changed_row (connection, catalog, step, error)))
    return step;
  g_clear_pointer (&step, dui_undo_step_free);
  return NULL;
}

static GPtrArray *
list (DuiConnection *connection,
      DuiCatalog *catalog,
      guint max,
      GError **error)
{
  g_autoptr (GPtrArray) steps
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_undo_step_free);
  g_autoptr (DuiStatement) commands = dui_statement_new (
      connection, ACTION,
      "SELECT id, ifnull(subject, 0) FROM command ORDER BY id DESC LIMIT ?1", error);
  DuiStep result;

  if (commands == NULL)
    return NULL;
  dui_statement_bind (commands, "i", (gint64) max);
  while ((result = dui_statement_step (commands, error)) == DUI_STEP_ROW)
    {
      DuiUndoStep *step = describe (connection, catalog, dui_statement_get_int (commands, 0),
                                    dui_statement_get_int (commands, 1), error);

      if (step == NULL)
        return NULL;
      g_ptr_array_add (steps, step);
    }
  return result == DUI_STEP_DONE ? g_steal_pointer (&steps) : NULL;
}

GPtrArray *
dui_log_list (DuiConnection *connection,
              DuiCatalog *catalog,
              guint max,
              GError **error)
{
  GPtrArray *steps;

  if (!dui_connection_begin_read (connection, ACTION, error))
    return NULL;
  steps = list (connection, catalog, max, error);
  dui_connection_rollback (connection);
  return steps;
}
