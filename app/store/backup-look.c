/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup-look.h"
#include "store/failure.h"
#include "store/header.h"
#include "store/migration.h"
#include "store/statement.h"
#include "store/whole.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define OPENING _ ("The backup could not be opened")

sqlite3 *
dui_backup_open (const char *path,
                 gboolean whole,
                 GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  sqlite3 *db = NULL;
  int version, result;

  if (!dui_header_read (path, &version, error)
      || (version > dui_migration_get_version () && !dui_migration_refuse_newer (error)))
    return NULL;
  result = sqlite3_open_v2 (uri, &db,
                            SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE, NULL);
  if (result != SQLITE_OK)
    dui_failure_set (error, db, result, OPENING);
  else if (!whole || dui_whole_check (db, NULL, OPENING, error))
    return db;
  sqlite3_close_v2 (db);
  return NULL;
}

static gboolean
count (DuiConnection *connection,
       const char *sql,
       gint64 *n,
       GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (connection, OPENING, sql, error);

  if (statement == NULL || dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  *n = dui_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
compare (DuiBackupLook *look,
         DuiConnection *now,
         GError **error)
{
  return count (now,
                "SELECT count(*) FROM main.figure AS now JOIN backup.figure AS old"
                " USING (indicator, period, place) WHERE now.value IS NOT old.value"
                " OR now.base IS NOT old.base OR now.growth IS NOT old.growth"
                " OR now.status <> old.status",
                &look->n_changed, error)
         && count (now,
                   "SELECT count(*) FROM main.figure LEFT JOIN backup.figure AS other"
                   " USING (indicator, period, place) WHERE other.place IS NULL",
                   &look->n_only_now, error)
         && count (now,
                   "SELECT count(*) FROM backup.figure LEFT JOIN main.figure AS other"
                   " USING (indicator, period, place) WHERE other.place IS NULL",
                   &look->n_only_then, error)
         && count (now,
                   "SELECT count(*) FROM main.command WHERE id >"
                   " (SELECT max(id) FROM backup.command)",
                   &look->n_commands, error);
}

static gboolean
attach_and_compare (DuiBackupLook *look,
                    DuiConnection *now,
                    GError **error)
{
  gboolean done;

  if (!dui_statement_execute (now, OPENING, error, "ATTACH ?1 AS backup", "s", look->path))
    return FALSE;
  done = compare (look, now, error);
  look->compared = done;
  return dui_connection_execute (now, OPENING, "DETACH backup", done ? error : NULL) && done;
}

static gboolean
find_time (DuiBackupLook *look,
           DuiConnection *then,
           GError **error)
{
  gint64 seconds;

  /* What it holds is as old as its last command, however often the file was copied since. */
  if (!count (then, "SELECT max(at) FROM command", &seconds, error))
    return FALSE;
  look->at = dui_records_format_time (seconds);
  return TRUE;
}

DuiBackupLook *
dui_backup_look (const char *path,
                 DuiConnection *connection,
                 GError **error)
{
  g_autoptr (DuiBackupLook) look = g_new0 (DuiBackupLook, 1);
  DuiConnection then = { .db = dui_backup_open (path, TRUE, error) };
  gboolean done;
  GStatBuf status;

  if (then.db == NULL)
    return NULL;
  look->path = g_strdup (path);
  look->n_bytes = g_stat (path, &status) == 0 ? status.st_size : 0;
  done = find_time (look, &then, error)
         && count (&then, "SELECT count(*) FROM figure", &look->n_figures, error)
         && (connection == NULL
             || (dui_backup_check_same (then.db, connection, error)
                 && attach_and_compare (look, connection, error)));
  sqlite3_close_v2 (then.db);
  return done ? g_steal_pointer (&look) : NULL;
}

static char *
read_uuid (DuiConnection *connection,
           GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (connection, OPENING, "SELECT uuid FROM book", error);
  DuiStep step;

  if (statement == NULL || (step = dui_statement_step (statement, error)) == DUI_STEP_FAILED)
    return NULL;
  if (step == DUI_STEP_DONE)
    dui_failure_set (error, NULL, SQLITE_CORRUPT, OPENING);
  return g_strdup (dui_statement_get_text (statement, 0));
}

gboolean
dui_backup_check_same (sqlite3 *backup,
                       DuiConnection *connection,
                       GError **error)
{
  DuiConnection then = { .db = backup };
  g_autofree char *old = read_uuid (&then, error);
  g_autofree char *now = old ? read_uuid (connection, error) : NULL;

  if (now == NULL)
    return FALSE;
  return g_str_equal (old, now)
         || dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, OPENING,
                                 _ ("it is of another book. Open it as a book of its own"));
}
