/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup.h"
#include "store/backup-list.h"
#include "store/failure.h"
#include "store/files.h"
#include "store/statement.h"
#include "store/whole.h"

#include <glib/gi18n-lib.h>

#define ACTION _ ("The book could not be backed up")
#define COPYING _ ("The book could not be copied")

gboolean
dui_backup_copy_pages (sqlite3 *from,
                       sqlite3 *to,
                       const char *action,
                       GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int result;

  if (backup == NULL)
    return dui_failure_set (error, to, sqlite3_errcode (to), action);
  /* In one step: smaller ones starve behind a writer. */
  sqlite3_backup_step (backup, -1);
  result = sqlite3_backup_finish (backup);
  return result == SQLITE_OK || dui_failure_set (error, to, result, action);
}

/* A file of its own, without a log beside it. */
static gboolean
settle (sqlite3 *copy,
        const char *action,
        GError **error)
{
  int result = sqlite3_exec (copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);

  return (result == SQLITE_OK || dui_failure_set (error, copy, result, action))
         && dui_whole_check (copy, NULL, action, error);
}

typedef gboolean (*Fill) (DuiConnection *connection, const char *path, sqlite3 *copy,
                          const char *action, GError **error);

static gboolean
fill_with_pages (DuiConnection *connection,
                 const char *path,
                 sqlite3 *copy,
                 const char *action,
                 GError **error)
{
  /* Nobody sees the copy before it is flushed as a whole. */
  sqlite3_exec (copy, "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF", NULL, NULL, NULL);
  return dui_backup_copy_pages (connection->db, copy, action, error);
}

static gboolean
fill_with_rows (DuiConnection *connection,
                const char *path,
                sqlite3 *copy,
                const char *action,
                GError **error)
{
  return dui_statement_execute (connection, action, error, "VACUUM INTO ?1", "s", path);
}

static gboolean
write_copy (DuiConnection *connection,
            const char *path,
            Fill fill,
            const char *action,
            GError **error)
{
  sqlite3 *copy = NULL;
  int result = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
  gboolean done = FALSE;

  if (result != SQLITE_OK)
    dui_failure_set (error, copy, result, action);
  else
    done = fill (connection, path, copy, action, error) && settle (copy, action, error);
  sqlite3_close (copy);
  return done;
}

static gboolean
publish_copy (DuiConnection *connection,
              const char *target,
              Fill fill,
              const char *action,
              GError **error)
{
  g_autofree char *temporary = dui_files_make_temporary (target, action, error);

  if (temporary == NULL)
    return FALSE;
  if (write_copy (connection, temporary, fill, action, error)
      && dui_files_publish (temporary, target, action, error))
    return TRUE;
  dui_files_remove (temporary);
  return FALSE;
}

static gboolean
make (DuiConnection *connection,
      char **path,
      GError **error)
{
  g_autofree char *target
      = dui_backup_choose_name (connection->path, dui_connection_now (connection));
  g_autofree char *folder = g_path_get_dirname (target);

  if (!dui_files_make_folder (folder, ACTION, error)
      || !publish_copy (connection, target, fill_with_pages, ACTION, error))
    return FALSE;
  *path = g_steal_pointer (&target);
  return TRUE;
}

gboolean
dui_backup_make (DuiConnection *connection,
                 char **path,
                 GError **error)
{
  g_autofree char *made = NULL;

  if (!make (connection, &made, error))
    return FALSE;
  dui_backup_remove_old (connection->path);
  if (path)
    *path = g_steal_pointer (&made);
  return TRUE;
}

/* The head of the chain of seals; NULL for a file that has none or is no book. */
static char *
read_head (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  char *head = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT hash FROM seal ORDER BY command DESC LIMIT 1", -1, &statement,
                          NULL)
          == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    head = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return head;
}

static char *
read_head_of_newest (const char *book)
{
  g_autoptr (GPtrArray) files = dui_backup_list_files (book);
  sqlite3 *db = NULL;
  char *head = NULL;

  if (files->len == 0)
    return NULL;
  if (sqlite3_open_v2 (((DuiBackupFile *) g_ptr_array_index (files, 0))->path, &db,
                       SQLITE_OPEN_READONLY, NULL)
      == SQLITE_OK)
    head = read_head (db);
  sqlite3_close (db);
  return head;
}

static gboolean
has_work (DuiConnection *connection,
          gboolean *found,
          GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, ACTION, "SELECT 1 FROM command WHERE verb <> 'init' LIMIT 1", error);
  DuiStep step = statement ? dui_statement_step (statement, error) : DUI_STEP_FAILED;

  *found = step == DUI_STEP_ROW;
  return step != DUI_STEP_FAILED;
}

gboolean
dui_backup_save (DuiConnection *connection,
                 char **path,
                 GError **error)
{
  g_autofree char *head = NULL, *saved = NULL;
  gboolean found;

  *path = NULL;
  if (connection->read_only_reason)
    return TRUE;
  if (!has_work (connection, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  head = read_head (connection->db);
  saved = read_head_of_newest (connection->path);
  return (head && g_strcmp0 (head, saved) == 0) || make (connection, path, error);
}

gboolean
dui_backup_make_if_changed (DuiConnection *connection,
                            GError **error)
{
  g_autofree char *made = NULL;

  if (!dui_backup_save (connection, &made, error))
    return FALSE;
  if (made)
    dui_backup_remove_old (connection->path);
  return TRUE;
}

gboolean
dui_backup_copy (DuiConnection *connection,
                 const char *path,
                 GError **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);

  return publish_copy (connection, target, fill_with_rows, COPYING, error);
}
