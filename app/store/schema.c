/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"
#include "store/backup.h"
#include "store/failure.h"
#include "store/row-text.h"
#include "store/statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define FOLDER "/org/duibiao/Duibiao/schema/"
#define ACTION _ ("The book could not be brought to this version")

/* Not recorded and not taken back. */
#define LOG_TABLES "'command','source','change','seal','attachment','undo'"

static const char *const numbers[] = { "1.sql" };

int
dui_schema_get_version (void)
{
  return G_N_ELEMENTS (numbers);
}

gboolean
dui_schema_refuse_newer (GError **error)
{
  return dui_failure_explain (error, DUI_STORE_ERROR_NEWER, _ ("The book could not be opened"),
                              _ ("it was made by a newer version of this program. Install that "
                                 "version to open it; it was left as it is"));
}

static GPtrArray *
load_scripts (void)
{
  GPtrArray *scripts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, numbers[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);

      if (bytes == NULL)
        g_error ("%s", error->message); /* a program built without its own resources */
      g_ptr_array_add (scripts, g_strndup (g_bytes_get_data (bytes, NULL),
                                           g_bytes_get_size (bytes)));
    }
  return scripts;
}

GStrv
dui_schema_list_data_tables (DuiConnection *connection,
                             const char *action,
                             GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
      " AND name NOT IN (" LOG_TABLES ") ORDER BY name", error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    g_strv_builder_add (names, dui_statement_get_text (statement, 0));
  return step == DUI_STEP_DONE ? g_strv_builder_end (names) : NULL;
}

GStrv
dui_schema_list_columns (DuiConnection *connection,
                         const char *table,
                         gboolean key_only,
                         const char *action,
                         GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      key_only ? "SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk"
               : "SELECT name FROM pragma_table_info(?1) ORDER BY cid", error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "s", table);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    g_strv_builder_add (names, dui_statement_get_text (statement, 0));
  return step == DUI_STEP_DONE ? g_strv_builder_end (names) : NULL;
}

char *
dui_schema_make_text (DuiConnection *connection,
                      const char *table,
                      const char *prefix,
                      gboolean key_only,
                      const char *action,
                      GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      key_only ? "SELECT name, \"notnull\" FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk"
               : "SELECT name, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "s", table);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    dui_row_text_add_sql (sql, prefix, dui_statement_get_text (statement, 0),
                          dui_statement_get_int (statement, 1) == 0);
  return step == DUI_STEP_DONE ? g_string_free (g_steal_pointer (&sql), FALSE) : NULL;
}

/* In SQL alone, so that a change made with another tool is logged as well. */
static gboolean
make_triggers (DuiConnection *connection,
               const char *table,
               GError **error)
{
  g_autofree char *key = dui_schema_make_text (connection, table, "old.", TRUE, ACTION, error);
  g_autofree char *before = key ? dui_schema_make_text (connection, table, "old.", FALSE, ACTION,
                                                        error)
                                : NULL;
  g_autofree char *after = before ? dui_schema_make_text (connection, table, "new.", FALSE, ACTION,
                                                          error)
                                  : NULL;
  g_autofree char *sql = NULL;

  if (after == NULL)
    return FALSE;
  sql = g_strdup_printf (
      "DROP TRIGGER IF EXISTS %1$s_updated;"
      "CREATE TRIGGER %1$s_updated AFTER UPDATE ON %1$s BEGIN\n"
      "  INSERT INTO change (command, table_name, row_key, old, new)\n"
      "  VALUES ((SELECT max(id) FROM command), '%1$s', %2$s,\n    %3$s,\n    %4$s);\nEND;"
      "DROP TRIGGER IF EXISTS %1$s_deleted;"
      "CREATE TRIGGER %1$s_deleted AFTER DELETE ON %1$s BEGIN\n"
      "  INSERT INTO change (command, table_name, row_key, old, new)\n"
      "  VALUES ((SELECT max(id) FROM command), '%1$s', %2$s,\n    %3$s,\n    NULL);\nEND;",
      table, key, before, after);
  return dui_connection_execute (connection, ACTION, sql, error);
}

static gboolean
read_version (DuiConnection *connection,
              int *version,
              GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (connection, ACTION, "PRAGMA user_version", error);

  if (statement == NULL || dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  *version = (int) dui_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
run_scripts (DuiConnection *connection,
             const char *const *scripts,
             int from,
             int to,
             GError **error)
{
  g_auto (GStrv) tables = NULL;
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            DUI_APPLICATION_ID, to);

  for (int i = from; i < to; i++)
    if (!dui_connection_execute (connection, ACTION, scripts[i], error))
      return FALSE;
  tables = dui_schema_list_data_tables (connection, ACTION, error);
  if (tables == NULL)
    return FALSE;
  for (guint i = 0; tables[i]; i++)
    if (!make_triggers (connection, tables[i], error))
      return FALSE;
  return dui_connection_execute (connection, ACTION, stamp, error);
}

static gboolean
migrate_in_transaction (DuiConnection *connection,
                        const char *const *scripts,
                        int to,
                        GError **error)
{
  int from;

  if (!dui_connection_begin_write (connection, ACTION, error))
    return FALSE;
  /* Another program may have done it while we waited for the lock. */
  if (!read_version (connection, &from, error)
      || (from < to && !run_scripts (connection, scripts, from, to, error)))
    {
      dui_connection_rollback (connection);
      return FALSE;
    }
  return dui_connection_commit (connection, ACTION, error);
}

gboolean
dui_schema_migrate (DuiConnection *connection,
                    const char *const *scripts,
                    guint n_scripts,
                    GError **error)
{
  g_autoptr (GPtrArray) own = NULL;
  int from;

  if (scripts == NULL)
    {
      own = load_scripts ();
      scripts = (const char *const *) own->pdata;
      n_scripts = own->len;
    }
  if (!read_version (connection, &from, error))
    return FALSE;
  if (from > (int) n_scripts)
    return dui_schema_refuse_newer (error);
  if (from == (int) n_scripts)
    return TRUE;
  /* What is being built is a copy already. */
  if (from > 0 && connection->target == NULL && !dui_backup_make (connection, NULL, error))
    return FALSE;
  return migrate_in_transaction (connection, scripts, (int) n_scripts, error);
}
