/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/check.h"
#include "store/check-log.h"
#include "store/migration.h"
#include "store/statement.h"

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

      if (!g_str_equal (text, "ok"))
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

  if (sqlite3_open (":memory:", &fresh.db) == SQLITE_OK
      && dui_migration_run (&fresh, error))
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
         && check_schema (connection, findings, error)
         && dui_check_log (connection, findings, ACTION, error);
  dui_connection_rollback (connection);
  return done ? g_steal_pointer (&findings) : NULL;
}
