/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which commands can be undone and redone, found by going through the log: a command is taken back
 * after all that came later, a new one ends what could be redone, and one without a changeset (the
 * making of the book, a restore, a migration, or one too old) ends what could be undone. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *undo; /* of gint64, ids of commands; the next one last */
  GArray *redo;
  gboolean migrated; /* what ends the one to undo is a migration */
} DuiUndoStack;

gboolean dui_undo_stack_read (DuiConnection *connection, const char *action, DuiUndoStack *self,
                              GError **error);
void dui_undo_stack_clear (DuiUndoStack *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DuiUndoStack, dui_undo_stack_clear)

/* The next one to be undone or redone. @command: the one that it must be, or 0.
 * DUI_STORE_ERROR_REFUSED when there is none, DUI_STORE_ERROR_STALE when it is another one. */
gboolean dui_undo_stack_choose (DuiConnection *connection, gboolean redo, gint64 *command,
                                const char *action, GError **error);

G_END_DECLS
