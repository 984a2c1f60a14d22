/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/whole.h"
#include "store/failure.h"

#include <string.h>

/* What SQLite says of a page that it did not get, between other findings. */
#define NO_PAGE "error code="

int
dui_whole_judge (const char *found)
{
  const char *code = found ? strstr (found, NO_PAGE) : NULL;
  int result = code ? (int) g_ascii_strtoll (code + strlen (NO_PAGE), NULL, 10) : SQLITE_CORRUPT;

  if (found == NULL)
    return SQLITE_NOMEM;
  if (g_str_equal (found, "ok"))
    return SQLITE_OK;
  return (result & 0xff) == SQLITE_IOERR || (result & 0xff) == SQLITE_NOMEM ? result
                                                                           : SQLITE_CORRUPT;
}

gboolean
dui_whole_check (sqlite3 *db,
                 const char *table,
                 const char *action,
                 GError **error)
{
  sqlite3_stmt *statement = NULL;
  g_autofree char *sql = table ? g_strdup_printf ("PRAGMA integrity_check(%s)", table)
                               : g_strdup ("PRAGMA quick_check(1)");
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    result = dui_whole_judge ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return result == SQLITE_OK || dui_failure_set (error, NULL, result, action);
}
