/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"
#include "store/failure.h"
#include "store/files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ACTION _ ("The book could not be backed up")

static char *
choose_name (DuiConnection *connection)
{
  g_autofree char *folder = g_path_get_dirname (connection->path);
  g_autofree char *base = g_path_get_basename (connection->path);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (dui_connection_now (connection));
  g_autofree char *when = g_date_time_format (now, "%Y-%m-%d %H%M%S");
  g_autofree char *name = g_strdup_printf ("%s %s.duibiao", base, when);

  return g_build_filename (folder, "backups", name, NULL);
}

static gboolean
copy_pages (DuiConnection *connection,
            sqlite3 *copy,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy, "main", connection->db, "main");
  int result;

  if (backup == NULL)
    return dui_failure_set (error, copy, sqlite3_errcode (copy), ACTION);
  /* In one step: smaller ones starve behind a writer. */
  sqlite3_backup_step (backup, -1);
  result = sqlite3_backup_finish (backup);
  if (result != SQLITE_OK)
    return dui_failure_set (error, copy, result, ACTION);
  /* A file of its own, without a log beside it. */
  result = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  return result == SQLITE_OK || dui_failure_set (error, copy, result, ACTION);
}

static gboolean
check_copy (sqlite3 *copy,
            GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (copy, "PRAGMA integrity_check(1)", -1, &statement, NULL);
  gboolean whole = FALSE;

  if (result == SQLITE_OK && sqlite3_step (statement) == SQLITE_ROW)
    whole = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  return whole || dui_failure_set (error, NULL, SQLITE_CORRUPT, ACTION);
}

static gboolean
write_copy (DuiConnection *connection,
            const char *path,
            GError **error)
{
  sqlite3 *copy = NULL;
  int result = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
  gboolean done = FALSE;

  if (result != SQLITE_OK)
    dui_failure_set (error, copy, result, ACTION);
  else
    done = copy_pages (connection, copy, error) && check_copy (copy, error);
  sqlite3_close (copy);
  return done;
}

gboolean
dui_backup_make (DuiConnection *connection,
                 char **path,
                 GError **error)
{
  g_autofree char *target = choose_name (connection);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *temporary = NULL;

  if (!dui_files_make_folder (folder, ACTION, error))
    return FALSE;
  temporary = dui_files_make_temporary (target, ACTION, error);
  if (temporary == NULL)
    return FALSE;
  if (!write_copy (connection, temporary, error)
      || !dui_files_publish (temporary, target, ACTION, error))
    {
      dui_files_remove (temporary);
      return FALSE;
    }
  if (path)
    *path = g_steal_pointer (&target);
  return TRUE;
}
