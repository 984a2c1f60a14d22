/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/restore.h"
#include "store/backup-look.h"
#include "store/backup.h"
#include "store/check.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/files.h"
#include "store/outcome.h"
#include "store/seal.h"
#include "store/statement.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define ACTION _ ("The backup could not be restored")

/* The entry comes after the backup's last one: the chain of seals goes on. */
static gboolean
log_restore (DuiConnection *built,
             const char *backup,
             const DuiOccasion *occasion,
             GError **error)
{
  g_autofree char *name = g_path_get_basename (backup);
  g_autofree char *shown = g_filename_display_name (name);
  DuiOccasion with_name = { occasion->reason ? occasion->reason : shown, occasion->who };
  g_autoptr (DuiCommand) command
      = dui_command_begin (built, "restore", &with_name, FALSE, ACTION, error);

  if (command == NULL || dui_command_add_source (command, shown, NULL, NULL, error) == 0)
    return FALSE;
  dui_command_forbid_undo (command);
  return dui_command_finish (command, error);
}

static DuiConnection *
build (const char *path,
       sqlite3 *model,
       const char *backup,
       const DuiOccasion *occasion,
       GError **error)
{
  g_autoptr (DuiConnection) built = dui_connection_build_from (path, model, error);

  if (built == NULL || !log_restore (built, backup, occasion, error))
    return NULL;
  return g_steal_pointer (&built);
}

/* Asked beside @connection, which is busy. */
static gboolean
is_as_seen (DuiConnection *connection,
            const char *seen,
            GError **error)
{
  DuiConnection beside = { 0 };
  g_autofree char *head = NULL;
  int result = sqlite3_open_v2 (connection->path, &beside.db, SQLITE_OPEN_READONLY, NULL);
  gboolean read = result == SQLITE_OK ? dui_seal_find_head (&beside, ACTION, &head, NULL, error)
                                      : dui_failure_set (error, beside.db, result, ACTION);

  sqlite3_close (beside.db);
  if (!read)
    return FALSE;
  return g_strcmp0 (head, seen) == 0
         || dui_failure_explain (error, DUI_STORE_ERROR_STALE, ACTION,
                                 _ ("the book was changed meanwhile. Look at it and try again"));
}

/* What another program has written since the book was @seen and backed up would be lost. */
static gboolean
copy_over (DuiConnection *built,
           DuiConnection *connection,
           const char *seen,
           GError **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (connection->db, "main", built->db, "main");
  gboolean same = FALSE;
  int result;

  if (copy == NULL)
    return dui_failure_set (error, connection->db, sqlite3_errcode (connection->db), ACTION);
  /* No page yet, but nobody else writes from now on. */
  result = sqlite3_backup_step (copy, 0);
  if (result == SQLITE_OK && (same = is_as_seen (connection, seen, error)))
    sqlite3_backup_step (copy, -1);
  if (result == SQLITE_OK && !same)
    {
      sqlite3_backup_finish (copy);
      return FALSE;
    }
  result = sqlite3_backup_finish (copy);
  return result == SQLITE_OK || dui_failure_set (error, connection->db, result, ACTION);
}

/* All pages are one transaction of the book's: whether it is there tells the seal of what was built,
 * which is the newest one. */
static gboolean
put_in_place (DuiConnection *built,
              DuiConnection *connection,
              const char *seen,
              GError **error)
{
  g_autoptr (DuiStatement) seal = dui_statement_new (
      built, ACTION, "SELECT command, hash FROM seal ORDER BY command DESC LIMIT 1", error);
  GError *cause = NULL;

  if (seal == NULL || dui_statement_step (seal, error) != DUI_STEP_ROW)
    return FALSE;
  return copy_over (built, connection, seen, &cause)
         || dui_outcome_find (connection, dui_statement_get_int (seal, 0),
                              dui_statement_get_text (seal, 1), ACTION, cause, error);
}

static char *
choose_damaged_name (const char *path)
{
  for (int number = 1;; number++)
    {
      g_autofree char *name = number == 1 ? g_strconcat (path, ".damaged", NULL)
                                          : g_strdup_printf ("%s.damaged %d", path, number);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }
}

static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

static gboolean
is_there (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      if (g_file_test (name, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* With its log, which SQLite would else read into whatever gets the name next. The log goes last and
 * comes @back first: a book without one would be opened as if it were all. */
static gboolean
move (const char *from,
      const char *to,
      gboolean back,
      GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      const char *suffix = suffixes[back ? G_N_ELEMENTS (suffixes) - 1 - i : i];
      g_autofree char *old = g_strconcat (from, suffix, NULL);
      g_autofree char *new = g_strconcat (to, suffix, NULL);

      if (rename (old, new) != 0 && errno != ENOENT)
        return dui_failure_explain (error, DUI_STORE_ERROR_FAILED, ACTION, g_strerror (errno));
    }
  return TRUE;
}

/* Puts @built, which is taken, in the place of the file that has its name: that is set aside, or stays
 * on failure. */
static gboolean
replace (DuiConnection *built,
         const char *path,
         char **kept,
         GError **error)
{
  g_autoptr (DuiConnection) owned = built;
  g_autofree char *name
      = is_there (path) ? choose_damaged_name (path) : NULL;

  if ((name == NULL || move (path, name, FALSE, error))
      && dui_connection_publish (g_steal_pointer (&owned), error))
    {
      *kept = g_steal_pointer (&name);
      return TRUE;
    }
  if (name && !move (name, path, TRUE, NULL) && g_file_test (name, G_FILE_TEST_EXISTS))
    *kept = g_steal_pointer (&name);
  return FALSE;
}

gboolean
dui_restore_rescue (const char *path,
                    const char *backup,
                    const DuiOccasion *occasion,
                    char **kept,
                    GError **error)
{
  g_autofree char *target = dui_files_resolve (path);
  sqlite3 *model = dui_backup_open (backup, TRUE, error);
  g_autoptr (DuiConnection) built = NULL;

  *kept = NULL;
  if (model == NULL)
    return FALSE;
  built = build (target, model, backup, occasion, error);
  sqlite3_close_v2 (model);
  return built && replace (g_steal_pointer (&built), target, kept, error);
}

/* Restoring what is open ---------------------------------------------------------------------------- */

static gboolean
is_whole (DuiConnection *connection,
          gboolean *whole,
          GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GPtrArray) findings = dui_check_run (connection, &cause);

  *whole = findings && findings->len == 0;
  if (findings || g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* As far as that can be read. */
static gboolean
check_same (sqlite3 *model,
            DuiConnection *connection,
            GError **error)
{
  GError *cause = NULL;

  if (dui_backup_check_same (model, connection, &cause))
    return TRUE;
  if (g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    {
      g_error_free (cause);
      return TRUE;
    }
  g_propagate_error (error, cause);
  return FALSE;
}

/* What is not whole is evidence: it is kept byte for byte, and another file takes its place. */
static gboolean
set_aside (DuiConnection *connection,
           const char *backup,
           const DuiOccasion *occasion,
           char **kept,
           GError **error)
{
  dui_connection_distrust (connection);
  return dui_restore_rescue (connection->path, backup, occasion, kept, error)
         && dui_connection_reopen (connection, error);
}

/* Into the file that other programs may have open as well. */
static gboolean
write_over (DuiConnection *connection,
            sqlite3 *model,
            const char *backup,
            const DuiOccasion *occasion,
            char **kept,
            GError **error)
{
  g_autoptr (DuiConnection) built = NULL;
  g_autofree char *seen = NULL;
  gboolean done
      = dui_seal_find_head (connection, ACTION, &seen, NULL, error)
        && dui_backup_save (connection, kept, error)
        /* The one that is restored may be the next to go: not before all is done. */
        && (built = build (connection->path, model, backup, occasion, error))
        && put_in_place (built, connection, seen, error);

  connection->version++;
  return done;
}

gboolean
dui_restore_run (DuiConnection *connection,
                 const char *backup,
                 const DuiOccasion *occasion,
                 char **kept,
                 GError **error)
{
  gboolean done, whole;
  sqlite3 *model;

  *kept = NULL;
  if (connection->read_only_reason)
    {
      g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_READ_ONLY,
                           connection->read_only_reason);
      return FALSE;
    }
  model = dui_backup_open (backup, TRUE, error);
  if (model == NULL)
    return FALSE;
  done = check_same (model, connection, error) && is_whole (connection, &whole, error)
         && (whole ? write_over (connection, model, backup, occasion, kept, error)
                   : set_aside (connection, backup, occasion, kept, error));
  sqlite3_close_v2 (model);
  return done;
}
