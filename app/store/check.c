/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/check.h"
#include "store/check-backups.h"
#include "store/check-log.h"
#include "store/failure.h"
#include "store/migration.h"
#include "store/state.h"
#include "store/statement.h"
#include "store/whole.h"
#include "store/tally.h"

#include "model/period.h"
#include "model/sha256.h"

#include <glib/gi18n-lib.h>

#define ACTION _ ("The book could not be checked")

static gboolean
check_integrity (DuiConnection *connection,
                 GPtrArray *findings,
                 GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (connection, ACTION, "PRAGMA integrity_check", error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      const char *text = dui_statement_get_text (statement, 0);
      int result = dui_whole_judge (text);

      if (result != SQLITE_OK && result != SQLITE_CORRUPT)
        return dui_failure_set (error, NULL, result, ACTION);
      if (result == SQLITE_CORRUPT)
        g_ptr_array_add (findings,
                         /* Translators: what the database says, in English. */
                         dui_finding_new ("integrity", g_path_get_basename (connection->path),
                                          g_strdup_printf (_ ("The file is damaged: %s."), text)));
    }
  return step == DUI_STEP_DONE;
}

#define SCHEMA "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"

static GHashTable *
read_schema (DuiConnection *connection,
             GError **error)
{
  g_autoptr (GHashTable) schema
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (DuiStatement) statement = dui_statement_new (connection, ACTION, SCHEMA, error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    g_hash_table_insert (schema, g_strdup (dui_statement_get_text (statement, 0)),
                         g_strdup (dui_statement_get_text (statement, 1)));
  return step == DUI_STEP_DONE ? g_steal_pointer (&schema) : NULL;
}

static GHashTable *
read_expected_schema (GError **error)
{
  DuiConnection fresh = { 0 };
  GHashTable *schema = NULL;
  int result = sqlite3_open (":memory:", &fresh.db);

  if (result != SQLITE_OK)
    dui_failure_set (error, fresh.db, result, ACTION);
  else if (dui_migration_run (&fresh, error))
    schema = read_schema (&fresh, error);
  sqlite3_close (fresh.db);
  return schema;
}

/* A trigger or rule that somebody took away lets changes pass that nothing records. */
static gboolean
check_schema (DuiConnection *connection,
              GPtrArray *findings,
              GError **error)
{
  g_autoptr (GHashTable) expected = read_expected_schema (error);
  g_autoptr (GHashTable) found = expected ? read_schema (connection, error) : NULL;
  GHashTableIter iter;
  gpointer name, sql;

  if (found == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      gboolean same = g_strcmp0 (g_hash_table_lookup (found, name), sql) == 0;

      g_hash_table_remove (found, name);
      if (!same)
        g_ptr_array_add (findings,
                         dui_finding_new ("log", g_strdup (name),
                                          g_strdup_printf (_ ("“%s”, a part of the book's structure, "
                                                              "was changed or removed by another "
                                                              "program."),
                                                           (char *) name)));
    }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    g_ptr_array_add (findings, dui_finding_new ("log", g_strdup (name),
                                                g_strdup_printf (_ ("“%s” was added to the book by "
                                                                    "another program."),
                                                                 (char *) name)));
  return TRUE;
}

static gboolean
check_tallies (DuiConnection *connection,
               GPtrArray *findings,
               GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, ACTION,
      "WITH now AS (SELECT indicator, period, count(*) AS n, sum(checksum & ?1) AS sum FROM figure"
      " GROUP BY indicator, period)"
      " SELECT ifnull((SELECT name FROM indicator WHERE id = wrong.indicator), wrong.indicator), period FROM ("
      "SELECT indicator, period FROM now LEFT JOIN tally USING (indicator, period)"
      " WHERE tally.n IS NOT now.n OR tally.sum IS NOT now.sum"
      " UNION SELECT indicator, period FROM tally LEFT JOIN now USING (indicator, period)"
      " WHERE now.n IS NULL) AS wrong",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", DUI_TALLY_MASK);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      g_autofree char *period
          = dui_period_to_string ((DuiPeriod) dui_statement_get_int (statement, 1));

      g_ptr_array_add (findings,
                       dui_finding_new ("log",
                                        g_strdup_printf ("%s %s",
                                                         dui_statement_get_text (statement, 0),
                                                         period),
                                        g_strdup (_ ("The figures of this period are not all that "
                                                     "the program wrote, or not those."))));
    }
  return step == DUI_STEP_DONE;
}

static gboolean
check_state (DuiConnection *connection,
             GPtrArray *findings,
             GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (dui_state_check (connection, ACTION, &cause))
    return TRUE;
  if (!g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  g_ptr_array_add (findings, dui_finding_new ("log", g_path_get_basename (connection->path),
                                              g_strdup (cause->message)));
  return TRUE;
}

/* Bytes that are kept under their SHA-256, or with it beside them: names, bytes and sum. */
static gboolean
check_bytes (DuiConnection *connection,
             GPtrArray *findings,
             const char *sql,
             const char *text,
             GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (connection, ACTION, sql, error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      const void *bytes = sqlite3_column_blob (statement->handle, 1);
      gsize size = (gsize) sqlite3_column_bytes (statement->handle, 1);
      g_autofree char *sum = dui_sha256_compute (bytes, size);

      if (g_strcmp0 (sum, dui_statement_get_text (statement, 2)) != 0)
        g_ptr_array_add (findings,
                         dui_finding_new ("checksum",
                                          g_strdup (dui_statement_get_text (statement, 0)),
                                          g_strdup (text)));
    }
  return step == DUI_STEP_DONE;
}

GPtrArray *
dui_check_run (DuiConnection *connection,
               GError **error)
{
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_finding_free);
  gboolean done;

  if (!dui_connection_begin_read (connection, ACTION, error))
    return NULL;
  done = check_integrity (connection, findings, error)
         && check_bytes (connection, findings, "SELECT name, content, sha256 FROM attachment",
                         _ ("This attachment has changed by itself."), error)
         && check_bytes (connection, findings, "SELECT command, changeset, sha256 FROM undo",
                         _ ("What would undo this command has changed by itself."), error)
         && check_schema (connection, findings, error)
         && dui_check_log (connection, findings, ACTION, error)
         && check_tallies (connection, findings, error)
         && check_state (connection, findings, error)
         && dui_check_backups (connection, findings, ACTION, error);
  dui_connection_rollback (connection);
  if (!done || findings->len > 0)
    dui_connection_distrust (connection);
  return done ? g_steal_pointer (&findings) : NULL;
}
