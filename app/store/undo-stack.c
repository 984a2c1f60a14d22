/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-stack.h"
#include "store/failure.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

void
dui_undo_stack_clear (DuiUndoStack *self)
{
  g_clear_pointer (&self->undo, g_array_unref);
  g_clear_pointer (&self->redo, g_array_unref);
}

static void
move_command (GArray *from,
              GArray *to,
              gint64 command)
{
  for (guint i = from->len; i-- > 0;)
    if (g_array_index (from, gint64, i) == command)
      {
        g_array_remove_index (from, i);
        g_array_append_val (to, command);
        return;
      }
}

static void
add_entry (DuiUndoStack *self,
           DuiStatement *entry)
{
  gint64 command = dui_statement_get_int (entry, 0);
  gint64 subject = dui_statement_get_int (entry, 1);

  if (g_str_equal (dui_statement_get_text (entry, 2), "undo"))
    {
      move_command (self->undo, self->redo, subject);
      return;
    }
  if (g_str_equal (dui_statement_get_text (entry, 2), "redo"))
    {
      move_command (self->redo, self->undo, subject);
      return;
    }
  g_array_set_size (self->redo, 0);
  if (dui_statement_get_int (entry, 3))
    {
      g_array_append_val (self->undo, command);
      return;
    }
  g_array_set_size (self->undo, 0);
  self->migrated = g_str_equal (dui_statement_get_text (entry, 2), "migrate");
}

gboolean
dui_undo_stack_read (DuiConnection *connection,
                     const char *action,
                     DuiUndoStack *self,
                     GError **error)
{
  g_autoptr (DuiStatement) log = dui_statement_new (
      connection, action,
      "SELECT id, subject, verb, EXISTS (SELECT 1 FROM undo WHERE undo.command = command.id)"
      " FROM command ORDER BY id",
      error);
  DuiStep step;

  self->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (log == NULL)
    return FALSE;
  while ((step = dui_statement_step (log, error)) == DUI_STEP_ROW)
    add_entry (self, log);
  return step == DUI_STEP_DONE;
}

gboolean
dui_undo_stack_choose (DuiConnection *connection,
                       gboolean redo,
                       gint64 *command,
                       const char *action,
                       GError **error)
{
  g_auto (DuiUndoStack) self = { NULL };
  GArray *stack;
  gint64 next;

  if (!dui_undo_stack_read (connection, action, &self, error))
    return FALSE;
  stack = redo ? self.redo : self.undo;
  if (stack->len == 0 && self.migrated && !redo)
    return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, action,
                                _ ("what was done before the book was brought to this version of "
                                   "the program can't be undone. Correct it by hand, or go back to "
                                   "a backup"));
  if (stack->len == 0)
    return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, action,
                                redo ? _ ("there is nothing to redo")
                                     : _ ("there is nothing to undo"));
  next = g_array_index (stack, gint64, stack->len - 1);
  if (*command != 0 && *command != next)
    return dui_failure_explain (error, DUI_STORE_ERROR_STALE, action,
                                _ ("the book was changed meanwhile. Look at the list again"));
  *command = next;
  return TRUE;
}
