/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/connection.h"
#include "store/backup.h"
#include "store/failure.h"
#include "store/files.h"
#include "store/header.h"
#include "store/holder.h"
#include "store/migration.h"
#include "store/readable.h"
#include "store/statement.h"
#include "store/wal.h"
#include "store/whole.h"

#include <glib/gi18n-lib.h>

#define BUSY_TIMEOUT_MS 5000

/* Books up to this size are looked through when they are opened: it takes some 5 ms for each
 * megabyte, and a county's ten years are one or two. */
#define LOOK_THROUGH_BYTES 2097152
#define OPENING _ ("The book could not be opened")
#define CREATING _ ("The book could not be made")

/* DESIGN §5 "The connection". */
static const char pragmas[] = "PRAGMA trusted_schema = OFF;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA recursive_triggers = ON;"
                              "PRAGMA foreign_keys = ON;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA synchronous = FULL;";

/* Nobody sees a book that is being built, and what is left of one after a crash is thrown away. */
static const char building_pragmas[] = "PRAGMA journal_mode = MEMORY;"
                                       "PRAGMA synchronous = OFF;";

static void
configure (sqlite3 *db)
{
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* Until the book has been accepted, closing must not write to the file. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_busy_timeout (db, BUSY_TIMEOUT_MS);
}

static gboolean
open_database (DuiConnection *self,
               const char *name,
               int flags,
               GError **error)
{
  int result = sqlite3_open_v2 (name, &self->db,
                                flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result != SQLITE_OK)
    return dui_failure_set (error, self->db, result, OPENING);
  configure (self->db);
  return dui_connection_execute (self, OPENING, pragmas, error);
}

static gboolean
measure (DuiConnection *self,
         gint64 *n_bytes,
         GError **error)
{
  g_autoptr (DuiStatement) pages = dui_statement_new (
      self, OPENING,
      "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size", error);

  if (pages == NULL || dui_statement_step (pages, error) != DUI_STEP_ROW)
    return FALSE;
  *n_bytes = dui_statement_get_int (pages, 0);
  return TRUE;
}

/* Whether the structure of the file is whole: a lost row would have no checksum to tell of it. What
 * breaks a CHECK is left to the readers, which name the row. */
static gboolean
look_through (DuiConnection *self,
              GError **error)
{
  gint64 n_bytes;

  if (!measure (self, &n_bytes, error))
    return FALSE;
  if (n_bytes > LOOK_THROUGH_BYTES)
    return TRUE;
  return dui_connection_execute (self, OPENING, "PRAGMA ignore_check_constraints = ON", error)
         && dui_whole_check (self->db, NULL, OPENING, error)
         && dui_connection_execute (self, OPENING, "PRAGMA ignore_check_constraints = OFF", error);
}

static gboolean
open_to_write (DuiConnection *self,
               gboolean migrate,
               GError **error)
{
  if (!open_database (self, self->path, SQLITE_OPEN_READWRITE, error)
      || !look_through (self, error) || (migrate && !dui_migration_run (self, error))
      || !dui_connection_execute (self, OPENING, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

static int
stored_version (DuiConnection *self)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self, OPENING, "PRAGMA user_version", NULL);

  if (statement == NULL || dui_statement_step (statement, NULL) != DUI_STEP_ROW)
    return 0;
  return (int) dui_statement_get_int (statement, 0);
}

/* An older book would have to be migrated, which is writing. */
static gboolean
check_version_to_read (DuiConnection *self,
                       GError **error)
{
  int version = stored_version (self);

  if (version == dui_migration_get_version ())
    return TRUE;
  if (version > dui_migration_get_version ())
    return dui_migration_refuse_newer (error);
  return dui_failure_explain (error, DUI_STORE_ERROR_READ_ONLY, OPENING,
                              _ ("it was made by an older version and must be written once to be "
                                 "brought up to date. Copy it to a folder of your own and open the "
                                 "copy"));
}

/* SQLite knows no CHECK of a file that it opened to read. */
static gboolean
move_to_memory (DuiConnection *self,
                GError **error)
{
  sqlite3 *file = g_steal_pointer (&self->db);
  sqlite3_backup *backup;
  int result;

  if (!open_database (self, ":memory:", SQLITE_OPEN_READWRITE, error))
    {
      sqlite3_close (file);
      return FALSE;
    }
  backup = sqlite3_backup_init (self->db, "main", file, "main");
  if (backup)
    sqlite3_backup_step (backup, -1);
  result = backup ? sqlite3_backup_finish (backup) : sqlite3_errcode (self->db);
  sqlite3_close (file);
  return result == SQLITE_OK || dui_failure_set (error, self->db, result, OPENING);
}

static gboolean
open_to_read (DuiConnection *self,
              GError **error)
{
  g_autofree char *uri = NULL;
  gint64 n_bytes;

  self->fingerprint = dui_readable_fingerprint (self->path);
  uri = dui_readable_prepare (self->path, OPENING, &self->copy, error);
  if (uri == NULL)
    return FALSE;
  /* A private copy is opened to write, so that its log can be read. */
  if (!open_database (self, uri,
                      SQLITE_OPEN_URI | (self->copy ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY),
                      error)
      || !measure (self, &n_bytes, error))
    return FALSE;
  if (self->copy == NULL && n_bytes <= LOOK_THROUGH_BYTES && !move_to_memory (self, error))
    return FALSE;
  return look_through (self, error) && check_version_to_read (self, error);
}

static void
close_database (DuiConnection *self)
{
  /* A statement that is still held keeps the memory, not the file. */
  sqlite3_close_v2 (self->db);
  self->db = NULL;
  if (self->copy)
    dui_readable_drop_copy (self->copy);
  g_clear_pointer (&self->copy, g_free);
}

static gint64
ask_data_version (DuiConnection *self)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self, OPENING, "PRAGMA data_version", NULL);

  if (statement == NULL || dui_statement_step (statement, NULL) != DUI_STEP_ROW)
    return self->data_version;
  return dui_statement_get_int (statement, 0);
}

/* Even to be read, a book needs room for the file by which programs share its log. */
static gboolean
open_somehow (DuiConnection *self,
              gboolean migrate,
              GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (open_to_write (self, migrate, &cause))
    return TRUE;
  /* Without migrating it is opened in the middle of work, which goes on when there is room again. */
  if (migrate && g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_FULL))
    {
      close_database (self);
      self->read_only_reason = g_strdup (_ ("The disk is full: this book can be read, not changed. "
                                            "Make room on it."));
      if (open_to_read (self, NULL))
        return TRUE;
    }
  /* An older book can't be read before it has been brought up. */
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
open_file (DuiConnection *self,
           gboolean migrate,
           GError **error)
{
  int version;

  /* A newer book is refused before SQLite may write to its log. */
  if (!dui_header_read (self->path, &version, error)
      || (version > dui_migration_get_version () && !dui_migration_refuse_newer (error)))
    return FALSE;
  if (dui_wal_is_damaged (self->path))
    return dui_failure_explain (error, DUI_STORE_ERROR_DAMAGED, OPENING,
                                _ ("its log, the file beside it whose name ends in “-wal”, is "
                                   "damaged, and with it the newest changes. Keep both files as "
                                   "they are and go back to a backup"));
  self->read_only_reason = dui_readable_why_only (self->path);
  if (!(self->read_only_reason ? open_to_read (self, error)
                               : open_somehow (self, migrate, error)))
    return FALSE;
  self->data_version = ask_data_version (self);
  self->version++;
  return TRUE;
}

DuiConnection *
dui_connection_open (const char *path,
                     GError **error)
{
  g_autoptr (DuiConnection) self = g_new0 (DuiConnection, 1);

  self->path = dui_files_resolve (path);
  return open_file (self, TRUE, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
dui_connection_reopen (DuiConnection *self,
                       GError **error)
{
  g_autoptr (DuiConnection) fresh = g_new0 (DuiConnection, 1);
  DuiConnection old = *self;

  fresh->path = g_strdup (self->path);
  /* The command of which nobody knows may be the migration itself. */
  if (!open_file (fresh, FALSE, error))
    return FALSE;
  *self = *fresh;
  self->version = old.version + 1;
  self->fixed_clock = old.fixed_clock;
  *fresh = old;
  return TRUE;
}

/* An empty file under a temporary name beside @target. */
static DuiConnection *
begin_building (const char *target,
                GError **error)
{
  g_autoptr (DuiConnection) self = g_new0 (DuiConnection, 1);
  g_autofree char *folder = g_path_get_dirname (target);

  if (!dui_files_make_folder (folder, CREATING, error))
    return NULL;
  self->path = dui_files_make_temporary (target, CREATING, error);
  if (self->path == NULL)
    return NULL;
  self->target = g_strdup (target);
  if (!open_database (self, self->path, SQLITE_OPEN_READWRITE, error)
      || !dui_connection_execute (self, CREATING, building_pragmas, error))
    return NULL;
  return g_steal_pointer (&self);
}

DuiConnection *
dui_connection_build (const char *path,
                      GError **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autoptr (DuiConnection) self = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      dui_failure_explain (error, DUI_STORE_ERROR_EXISTS, CREATING,
                           _ ("there is such a file already. Choose another name"));
      return NULL;
    }
  self = begin_building (target, error);
  if (self == NULL || !dui_migration_run (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

DuiConnection *
dui_connection_build_from (const char *path,
                           sqlite3 *model,
                           GError **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autoptr (DuiConnection) self = begin_building (target, error);

  if (self == NULL || !dui_backup_copy_pages (model, self->db, CREATING, error)
      || !dui_migration_run (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
dui_connection_publish (DuiConnection *self,
                        GError **error)
{
  g_autoptr (DuiConnection) owned = self;

  if (!dui_connection_execute (self, CREATING,
                               "PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL", error))
    return FALSE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  close_database (self);
  return dui_files_publish (self->path, self->target, CREATING, error);
}

void
dui_connection_free (DuiConnection *self)
{
  close_database (self);
  if (self->target && self->path)
    dui_files_remove (self->path);
  g_free (self->path);
  g_free (self->target);
  g_free (self->read_only_reason);
  g_free (self->fingerprint);
  g_free (self);
}

void
dui_connection_look (DuiConnection *self)
{
  gint64 data_version;

  if (self->read_only_reason)
    {
      g_autofree char *fingerprint = dui_readable_fingerprint (self->path);

      /* What was opened stays open when the new state can't be read yet. */
      if (!g_str_equal (fingerprint, self->fingerprint))
        dui_connection_reopen (self, NULL);
      return;
    }
  data_version = ask_data_version (self);
  if (data_version != self->data_version)
    self->version++;
  self->data_version = data_version;
}

gboolean
dui_connection_execute (DuiConnection *self,
                        const char *action,
                        const char *sql,
                        GError **error)
{
  int result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || dui_failure_set (error, self->db, result, action);
}

gboolean
dui_connection_begin_read (DuiConnection *self,
                           const char *action,
                           GError **error)
{
  gboolean begun;

  /* A file that is read without locks is opened anew when it has changed, which no transaction may
   * be in the way of; otherwise the version is that of the moment which the transaction sees. */
  if (self->read_only_reason)
    dui_connection_look (self);
  begun = dui_connection_execute (self, action, "BEGIN", error);
  if (!begun)
    dui_connection_rollback (self); /* it may have begun before it failed */
  else if (!self->read_only_reason)
    dui_connection_look (self);
  return begun;
}

gboolean
dui_connection_begin_write (DuiConnection *self,
                            const char *action,
                            GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *holder = NULL, *reason = NULL;

  if (self->read_only_reason)
    {
      g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_READ_ONLY,
                           self->read_only_reason);
      return FALSE;
    }
  if (dui_connection_execute (self, action, "BEGIN IMMEDIATE", &cause))
    return TRUE;
  dui_connection_rollback (self);
  if (!g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_BUSY)
      || (holder = dui_holder_find (self->path)) == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  /* Translators: a program, its process and who runs it. */
  reason = g_strdup_printf (_ ("%s is writing to the book. Wait until it has finished and try again"),
                            holder);
  return dui_failure_explain (error, DUI_STORE_ERROR_BUSY, action, reason);
}

gboolean
dui_connection_commit (DuiConnection *self,
                       const char *action,
                       GError **error)
{
  gboolean done = dui_connection_execute (self, action, "COMMIT", error);

  if (!done)
    dui_connection_rollback (self);
  self->version++;
  return done;
}

void
dui_connection_rollback (DuiConnection *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

void
dui_connection_distrust (DuiConnection *self)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

gint64
dui_connection_now (DuiConnection *self)
{
  return self->fixed_clock ? self->fixed_clock : g_get_real_time () / G_USEC_PER_SEC;
}
