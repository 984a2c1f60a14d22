/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/outcome.h"
#include "store/failure.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

static DuiStep
look_for_seal (DuiConnection *connection,
               gint64 command,
               const char *hash,
               const char *action)
{
  g_autoptr (DuiStatement) statement = NULL;

  if (!dui_connection_reopen (connection, NULL))
    return DUI_STEP_FAILED;
  statement = dui_statement_new (connection, action,
                                 "SELECT 1 FROM seal WHERE command = ?1 AND hash = ?2", NULL);
  if (statement == NULL)
    return DUI_STEP_FAILED;
  dui_statement_bind (statement, "is", command, hash);
  return dui_statement_step (statement, NULL);
}

/* A command that was written to the end of the log but not flushed is not seen now and yet would be
 * there after a crash. Writing anything in its place ends that. */
static gboolean
overwrite (DuiConnection *connection,
           const char *action)
{
  g_autoptr (DuiStatement) version
      = dui_statement_new (connection, action, "PRAGMA user_version", NULL);
  g_autofree char *sql = NULL;

  if (version == NULL || dui_statement_step (version, NULL) != DUI_STEP_ROW)
    return FALSE;
  sql = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT,
                         dui_statement_get_int (version, 0));
  sqlite3_reset (version->handle);
  return dui_connection_execute (connection, action, sql, NULL);
}

gboolean
dui_outcome_find (DuiConnection *connection,
                  gint64 command,
                  const char *hash,
                  const char *action,
                  GError *cause,
                  GError **error)
{
  gboolean building = connection->target != NULL; /* nobody will see it */
  DuiStep step
      = building ? DUI_STEP_DONE : look_for_seal (connection, command, hash, action);

  if (step == DUI_STEP_ROW)
    {
      g_error_free (cause);
      return TRUE;
    }
  /* A full disk is noticed in writing a page, and without the last one the others do not count. */
  if (building || g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_FULL)
      || (step == DUI_STEP_DONE && overwrite (connection, action)))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  g_error_free (cause);
  return dui_failure_explain (error, DUI_STORE_ERROR_UNKNOWN_OUTCOME, action,
                              _ ("the disk reported an error at the very end, and the book can't "
                                 "be read to see whether it was saved. Open the book again and "
                                 "look before you repeat it"));
}
