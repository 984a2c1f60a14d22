/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/command.h"
#include "model/sha256.h"
#include "store/failure.h"
#include "store/outcome.h"
#include "store/schema.h"
#include "store/seal.h"
#include "store/statement.h"
#include "store/undo-stack.h"

#include <glib/gi18n-lib.h>

/* How much can be taken back. */
#define UNDO_COMMANDS 100
#define UNDO_BYTES G_GINT64_CONSTANT (67108864)

struct _DuiCommand
{
  DuiConnection *connection;
  const char *action;
  gint64 id;
  gint64 source; /* the one without a file; 0 until it is needed */
  gboolean bulk;
  gboolean final; /* not to be taken back */
  gboolean finished;
  sqlite3_session *session; /* NULL once the records are digested */
  char *records;
  char *figures;
  gboolean only_figures; /* were changed */
};

static const char *const log_tables[] = { "command", "source", "change", "seal", "attachment",
                                          "undo", "tally", NULL };

/* Undo must never erase the log. */
static int
is_recorded (void *data,
             const char *table)
{
  DuiCommand *self = data;

  return !g_strv_contains (log_tables, table) && !(self->bulk && g_str_equal (table, "figure"));
}

static gboolean
start_recording (DuiCommand *self,
                 GError **error)
{
  int result = sqlite3session_create (self->connection->db, "main", &self->session);

  if (result == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, is_recorded, self);
      result = sqlite3session_attach (self->session, NULL);
    }
  return result == SQLITE_OK
         || dui_failure_set (error, self->connection->db, result, self->action);
}

static const char *
name_of_login (void)
{
  const char *name = g_get_real_name ();

  return name[0] != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name ();
}

char *
dui_command_name_user (DuiConnection *connection,
                       const char *action,
                       GError **error)
{
  g_autoptr (DuiStatement) person = dui_statement_new (
      connection, action, "SELECT name FROM person WHERE login = ?1 AND active", error);
  DuiStep step;

  if (person == NULL)
    return NULL;
  dui_statement_bind (person, "s", g_get_user_name ());
  step = dui_statement_step (person, error);
  if (step == DUI_STEP_FAILED)
    return NULL;
  return g_strdup (step == DUI_STEP_ROW ? dui_statement_get_text (person, 0) : name_of_login ());
}

/* @subject 0 for none. */
static gboolean
write_entry (DuiCommand *self,
             const char *verb,
             gint64 subject,
             const DuiOccasion *occasion,
             GError **error)
{
  g_autofree char *who
      = occasion->who ? g_strdup (occasion->who)
                      : dui_command_name_user (self->connection, self->action, error);

  if (who == NULL)
    return FALSE;
  if (!dui_statement_execute (
          self->connection, self->action, error,
          "INSERT INTO command (at, who, login, verb, reason, subject)"
          " VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0))",
          "issssi",
          dui_connection_now (self->connection),
          who, self->connection->fixed_clock ? who : g_get_user_name (),
          verb, occasion->reason, subject))
    return FALSE;
  self->id = sqlite3_last_insert_rowid (self->connection->db);
  return TRUE;
}

/* foreign_keys can't be switched inside of a transaction. */
static gboolean
set_foreign_keys (DuiCommand *self,
                  gboolean on,
                  GError **error)
{
  return dui_connection_execute (self->connection, self->action,
                                 on ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF",
                                 error);
}

DuiCommand *
dui_command_begin (DuiConnection *connection,
                   const char *verb,
                   const DuiOccasion *occasion,
                   gboolean bulk,
                   const char *action,
                   GError **error)
{
  g_autoptr (DuiCommand) self = g_new0 (DuiCommand, 1);

  self->connection = connection;
  self->action = action;
  self->bulk = bulk;
  if ((bulk && !set_foreign_keys (self, FALSE, error))
      || !dui_connection_begin_write (connection, action, error)
      || !write_entry (self, verb, 0, occasion, error) || !start_recording (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

DuiCommand *
dui_command_begin_undo (DuiConnection *connection,
                        gboolean redo,
                        gint64 *subject,
                        const DuiOccasion *occasion,
                        const char *action,
                        GError **error)
{
  g_autoptr (DuiCommand) self = g_new0 (DuiCommand, 1);

  self->connection = connection;
  self->action = action;
  self->final = TRUE;
  /* The rows that come back carry the source that they had: none is of this command. */
  self->records = dui_seal_digest_lines (g_ptr_array_new ());
  if (!dui_connection_begin_write (connection, action, error)
      || !dui_undo_stack_choose (connection, redo, subject, action, error)
      || !write_entry (self, redo ? "redo" : "undo", *subject, occasion, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
dui_command_free (DuiCommand *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  if (!self->finished)
    dui_connection_rollback (self->connection);
  if (self->bulk)
    set_foreign_keys (self, TRUE, NULL);
  g_free (self->records);
  g_free (self->figures);
  g_free (self);
}

gint64
dui_command_get_id (DuiCommand *self)
{
  return self->id;
}

void
dui_command_forbid_undo (DuiCommand *self)
{
  self->final = TRUE;
}

void
dui_command_keep_state (DuiCommand *self)
{
  self->only_figures = TRUE;
}

gint64
dui_command_add_source (DuiCommand *self,
                        const char *file,
                        const char *sheet,
                        const char *sha256,
                        GError **error)
{
  if (!dui_statement_execute (
          self->connection, self->action, error,
          "INSERT INTO source (command, file, sheet, sha256) VALUES (?1, ?2, ?3, ?4)", "isss",
          self->id, file, sheet, sha256))
    return 0;
  return sqlite3_last_insert_rowid (self->connection->db);
}

gint64
dui_command_get_source (DuiCommand *self,
                        GError **error)
{
  if (self->source == 0)
    self->source = dui_command_add_source (self, NULL, NULL, NULL, error);
  return self->source;
}

void
dui_command_take_figures (DuiCommand *self,
                          char *digest)
{
  g_free (self->figures);
  self->figures = digest;
}

/* The newest stay, as many as fit. */
static gboolean
drop_old_undo (DuiCommand *self,
               GError **error)
{
  return dui_statement_execute (
      self->connection, self->action, error,
      "DELETE FROM undo WHERE command IN (SELECT command FROM (SELECT command,"
      " row_number() OVER newest AS n, sum(length(changeset)) OVER newest AS bytes FROM undo"
      " WINDOW newest AS (ORDER BY command DESC)) WHERE n > ?1 OR bytes > ?2)",
      "ii", (gint64) UNDO_COMMANDS, UNDO_BYTES);
}

static gboolean
keep_undo (DuiCommand *self,
           gconstpointer changeset,
           int size,
           GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self->connection, self->action,
                           "INSERT INTO undo (command, changeset, sha256) VALUES (?1, ?2, ?3)",
                           error);
  g_autofree char *sum = dui_sha256_compute (changeset, (gsize) size);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement->handle, 3, sum, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement->handle, 1, self->id);
  if (size > 0)
    sqlite3_bind_blob (statement->handle, 2, changeset, size, SQLITE_STATIC);
  else
    sqlite3_bind_zeroblob (statement->handle, 2, 0);
  return dui_statement_run (statement, error) && drop_old_undo (self, error);
}

gboolean
dui_command_end_records (DuiCommand *self,
                         GError **error)
{
  int size = 0, result;
  void *changeset = NULL;
  gboolean done;

  if (self->session == NULL)
    return TRUE;
  result = sqlite3session_changeset (self->session, &size, &changeset);
  g_clear_pointer (&self->session, sqlite3session_delete);
  if (result != SQLITE_OK)
    return dui_failure_set (error, self->connection->db, result, self->action);
  self->records
      = dui_seal_digest_changeset (self->connection, changeset, size, self->action, error);
  /* Scripts of a migration change tables without a session seeing it. */
  self->only_figures = self->bulk && size == 0 && !self->final;
  done = self->records != NULL && (self->final || keep_undo (self, changeset, size, error));
  sqlite3_free (changeset);
  return done;
}

static gboolean
check_foreign_keys (DuiCommand *self,
                    const char *table,
                    GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_key_check(%s)", table);
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self->connection, self->action, sql, error);
  DuiStep step;

  if (statement == NULL || (step = dui_statement_step (statement, error)) == DUI_STEP_FAILED)
    return FALSE;
  return step == DUI_STEP_DONE
         || dui_failure_explain (error, DUI_STORE_ERROR_STALE, self->action,
                                 _ ("a place or an indicator is no longer in the book. Read the "
                                    "file again"));
}

/* Figures are not looked at row by row: the import has looked at every place and indicator once. */
static gboolean
check_all_foreign_keys (DuiCommand *self,
                        GError **error)
{
  g_auto (GStrv) tables = dui_schema_list_data_tables (self->connection, self->action, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; tables[i]; i++)
    if (!g_str_equal (tables[i], "figure") && !check_foreign_keys (self, tables[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
commit (DuiCommand *self,
        const char *hash,
        GError **error)
{
  GError *cause = NULL;

  self->finished = TRUE;
  if (dui_connection_commit (self->connection, self->action, &cause))
    return TRUE;
  return dui_outcome_find (self->connection, self->id, hash, self->action, cause, error);
}

gboolean
dui_command_finish (DuiCommand *self,
                    GError **error)
{
  g_autofree char *hash = NULL;

  if (!dui_command_end_records (self, error) || (self->bulk && !check_all_foreign_keys (self, error)))
    return FALSE;
  if (self->figures == NULL)
    self->figures = dui_figure_digest_finish (dui_figure_digest_new ());
  return dui_seal_write (self->connection, self->id, self->figures, self->records,
                         !self->only_figures, self->action, &hash, error)
         && commit (self, hash, error);
}
