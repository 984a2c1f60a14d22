/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo.h"
#include "model/sha256.h"
#include "store/changeset-row.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/row-text.h"
#include "store/schema.h"
#include "store/tally.h"
#include "store/undo-conflict.h"
#include "store/undo-import.h"
#include "store/undo-stack.h"
#include "store/undo-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNDOING _ ("It could not be undone")
#define REDOING _ ("It could not be redone")
#define LISTING _ ("The list of what can be undone could not be read")

typedef struct
{
  DuiConnection *connection;
  DuiCatalog *catalog;
  const char *action;
  gboolean redo;
  gint64 subject; /* what is undone or redone */
  gint64 command; /* what does it */
  gint64 n_rows;  /* that must have changed in the end */
  gboolean only_figures;

  /* The row that stood in the way. */
  gboolean conflicts;
  char *table;
  char *key;
} Undo;

static void
undo_clear (Undo *self)
{
  g_free (self->table);
  g_free (self->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Undo, undo_clear)

static gboolean
refuse (Undo *self,
        GError **error)
{
  return dui_undo_conflict_set (error, self->connection, self->catalog, self->subject, self->table,
                                self->key, self->action);
}

/* Changesets -------------------------------------------------------------------------------------- */

typedef struct
{
  void *bytes; /* freed by SQLite */
  int size;
} Changeset;

static void
changeset_clear (Changeset *self)
{
  sqlite3_free (self->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changeset, changeset_clear)

/* That of the subject, turned round to undo it. */
static gboolean
read_changeset (Undo *self,
                Changeset *changeset,
                GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self->connection, self->action,
                           "SELECT changeset, sha256 FROM undo WHERE command = ?1", error);
  g_autofree char *sum = NULL;
  const void *bytes;
  int size, result;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", self->subject);
  if (dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  bytes = sqlite3_column_blob (statement->handle, 0);
  size = sqlite3_column_bytes (statement->handle, 0);
  sum = dui_sha256_compute (bytes, (gsize) size);
  if (g_strcmp0 (sum, dui_statement_get_text (statement, 1)) != 0)
    return dui_failure_set (error, NULL, SQLITE_CORRUPT, self->action);
  if (size == 0)
    return TRUE;
  if (!self->redo)
    result = sqlite3changeset_invert (size, bytes, &changeset->size, &changeset->bytes);
  else if ((changeset->bytes = sqlite3_malloc (size)) == NULL)
    result = SQLITE_NOMEM;
  else
    {
      memcpy (changeset->bytes, bytes, (gsize) size);
      changeset->size = size;
      result = SQLITE_OK;
    }
  return result == SQLITE_OK
         || dui_failure_set (error, self->connection->db, result, self->action);
}

/* Whatever is not as the command left it stops everything. */
static int
meet_conflict (void *data,
               int kind,
               sqlite3_changeset_iter *changes)
{
  Undo *self = data;
  const char *table;
  int n_columns, operation, indirect;

  self->conflicts = TRUE;
  if (kind != SQLITE_CHANGESET_FOREIGN_KEY)
    {
      sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
      self->key = dui_undo_words_read_key (self->connection, changes, self->action, NULL);
      self->table = g_strdup (table);
    }
  return SQLITE_CHANGESET_ABORT;
}

/* No trigger tells the log of a row that is inserted. */
static DuiStatement *
prepare_log (Undo *self,
             const char *table,
             GError **error)
{
  g_autofree char *key
      = dui_schema_make_text (self->connection, table, "", TRUE, self->action, error);
  g_autofree char *row
      = key ? dui_schema_make_text (self->connection, table, "", FALSE, self->action, error) : NULL;
  g_autofree char *expressions
      = row ? g_strdup_printf ("%" G_GINT64_FORMAT ", '%s', %s, '', %s", self->command, table, key,
                               row)
            : NULL;

  return row ? dui_changeset_row_prepare (
             self->connection, "INSERT INTO change (command, table_name, row_key, old, new)",
             expressions, table, self->action, error)
             : NULL;
}

static gboolean
log_insertion (Undo *self,
               sqlite3_changeset_iter *changes,
               const char *table,
               GError **error)
{
  g_autoptr (DuiStatement) log = prepare_log (self, table, error);

  return log && dui_changeset_row_bind (log, changes, error) && dui_statement_run (log, error);
}

static gboolean
log_insertions (Undo *self,
                sqlite3_changeset_iter *changes,
                GError **error)
{
  int result;

  while ((result = sqlite3changeset_next (changes)) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
      self->n_rows++;
      if (operation == SQLITE_INSERT && !log_insertion (self, changes, table, error))
        return FALSE;
    }
  return result == SQLITE_DONE
         || dui_failure_set (error, self->connection->db, result, self->action);
}

static gboolean
apply_changeset (Undo *self,
                 GError **error)
{
  g_auto (Changeset) changeset = { NULL };
  sqlite3_changeset_iter *changes = NULL;
  gboolean done;
  int result;

  if (!read_changeset (self, &changeset, error))
    return FALSE;
  if (changeset.size == 0)
    return TRUE;
  result = sqlite3changeset_apply (self->connection->db, changeset.size, changeset.bytes, NULL,
                                   meet_conflict, self);
  if (self->conflicts)
    return refuse (self, error);
  if (result == SQLITE_OK)
    result = sqlite3changeset_start (&changes, changeset.size, changeset.bytes);
  if (result != SQLITE_OK)
    return dui_failure_set (error, self->connection->db, result, self->action);
  done = log_insertions (self, changes, error);
  sqlite3changeset_finalize (changes);
  return done;
}

/* Commands ---------------------------------------------------------------------------------------- */

static gboolean
is_import (const DuiUndoStep *step)
{
  return g_str_equal (step->verb, "import");
}

static gboolean
apply_import (Undo *self,
              GError **error)
{
  DuiUndoImport import
      = { self->connection, self->catalog, self->subject, self->command, self->action };
  gint64 n_figures;

  /* Places that it made come before their figures and go after them. */
  if (self->redo && !apply_changeset (self, error))
    return FALSE;
  if (!(self->redo ? dui_undo_import_do_again : dui_undo_import_take_back) (&import, &n_figures,
                                                                            error))
    return FALSE;
  if (!self->redo && !apply_changeset (self, error))
    return FALSE;
  self->only_figures = self->n_rows == 0;
  self->n_rows += n_figures;
  return TRUE;
}

/* SQLite passes over a table whose structure has changed since without an error. */
static gboolean
count_changes (Undo *self,
               GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self->connection, self->action,
                           "SELECT count(*) FROM change WHERE command = ?1", error);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", self->command);
  if (dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  return dui_statement_get_int (statement, 0) == self->n_rows || refuse (self, error);
}

/* Of the figures that changed, each period once. */
static gboolean
renew_tallies (Undo *self,
               GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (DuiStatement) changes = dui_statement_new (
      self->connection, self->action,
      "SELECT row_key FROM change WHERE command = ?1 AND table_name = 'figure'", error);
  DuiStep step;

  if (changes == NULL)
    return FALSE;
  dui_statement_bind (changes, "i", self->command);
  while ((step = dui_statement_step (changes, error)) == DUI_STEP_ROW)
    {
      const char *key = dui_statement_get_text (changes, 0);
      gint64 indicator = dui_row_text_find_int (key, "indicator", 0);
      gint64 period = dui_row_text_find_int (key, "period", 0);
      gint64 both = indicator << 32 | period;

      if (g_hash_table_add (done, g_memdup2 (&both, sizeof both))
          && !dui_tally_renew (self->connection, indicator, period, self->action, error))
        return FALSE;
    }
  return step == DUI_STEP_DONE;
}

DuiUndoStep *
dui_undo_run (DuiConnection *connection,
              DuiCatalog *catalog,
              gboolean redo,
              gint64 command,
              const DuiOccasion *occasion,
              GError **error)
{
  g_auto (Undo) self = { connection, catalog, redo ? REDOING : UNDOING, redo, command };
  g_autoptr (DuiCommand) entry
      = dui_command_begin_undo (connection, redo, &self.subject, occasion, self.action, error);
  g_autoptr (DuiUndoStep) step = NULL;

  if (entry == NULL)
    return NULL;
  self.command = dui_command_get_id (entry);
  step = dui_undo_words_for_command (connection, catalog, self.subject, self.action, error);
  if (step == NULL
      || !(is_import (step) ? apply_import (&self, error) : apply_changeset (&self, error))
      || !count_changes (&self, error) || !renew_tallies (&self, error))
    return NULL;
  if (self.only_figures)
    dui_command_keep_state (entry);
  if (!dui_command_finish (entry, error))
    return NULL;
  step->n_changes = (guint) self.n_rows;
  return g_steal_pointer (&step);
}

/* Lists ------------------------------------------------------------------------------------------- */

static GPtrArray *
describe_all (DuiConnection *connection,
              DuiCatalog *catalog,
              GArray *stack,
              GError **error)
{
  g_autoptr (GPtrArray) steps
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_undo_step_free);

  for (guint i = stack->len; i-- > 0;)
    {
      DuiUndoStep *step = dui_undo_words_for_command (
          connection, catalog, g_array_index (stack, gint64, i), LISTING, error);

      if (step == NULL)
        return NULL;
      g_ptr_array_add (steps, step);
    }
  return g_steal_pointer (&steps);
}

GPtrArray *
dui_undo_list (DuiConnection *connection,
               DuiCatalog *catalog,
               gboolean redo,
               GError **error)
{
  g_auto (DuiUndoStack) stack = { NULL };
  GPtrArray *steps = NULL;

  if (!dui_connection_begin_read (connection, LISTING, error))
    return NULL;
  if (dui_undo_stack_read (connection, LISTING, &stack, error))
    steps = describe_all (connection, catalog, redo ? stack.redo : stack.undo, error);
  dui_connection_rollback (connection);
  return steps;
}
