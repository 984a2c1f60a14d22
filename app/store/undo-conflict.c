/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-conflict.h"
#include "store/failure.h"
#include "store/records.h"
#include "store/undo-words.h"

#include <glib/gi18n-lib.h>

/* NULL when the log knows nobody. */
static DuiStatement *
find_last_change (DuiConnection *connection,
                  gint64 command,
                  const char *table,
                  const char *key,
                  const char *action)
{
  g_autoptr (DuiStatement) last = dui_statement_new (
      connection, action,
      "SELECT who, at FROM change JOIN command ON command.id = change.command"
      " WHERE table_name = ?1 AND row_key = ?2 AND command.id > ?3 AND subject IS NULL"
      " ORDER BY change.id DESC LIMIT 1",
      NULL);

  if (last == NULL)
    return NULL;
  dui_statement_bind (last, "ssi", table, key, command);
  return dui_statement_step (last, NULL) == DUI_STEP_ROW ? g_steal_pointer (&last) : NULL;
}

gboolean
dui_undo_conflict_set (GError **error,
                       DuiConnection *connection,
                       DuiCatalog *catalog,
                       gint64 command,
                       const char *table,
                       const char *key,
                       const char *action)
{
  g_autofree char *what = key ? dui_undo_words_for_row (catalog, table, key) : NULL;
  g_autoptr (DuiStatement) last
      = key ? find_last_change (connection, command, table, key, action) : NULL;
  g_autofree char *at = last ? dui_records_format_time (dui_statement_get_int (last, 1)) : NULL;
  g_autofree char *reason = NULL;

  if (last && what)
    /* Translators: 1 what was changed, 2 a person, 3 day and time. */
    reason = g_strdup_printf (_ ("%1$s was changed later by %2$s on %3$s. Nothing was changed; "
                                 "correct it by hand"),
                              what, dui_statement_get_text (last, 0), at);
  else if (what)
    /* Translators: what was changed, such as a figure. */
    reason = g_strdup_printf (_ ("%s is no longer as this command left it. Nothing was changed; "
                                 "check the book and correct it by hand"),
                              what);
  else
    reason = g_strdup (_ ("the book is no longer as this command left it. Nothing was changed; "
                          "check the book and correct it by hand"));
  return dui_failure_explain (error, DUI_STORE_ERROR_STALE, action, reason);
}
