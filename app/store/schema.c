/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"
#include "store/row-text.h"
#include "store/statement.h"

/* Not recorded and not taken back. */
#define LOG_TABLES "'command','source','change','seal','attachment','undo','tally'"

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
  g_autoptr (GString) format = g_string_new (NULL);
  g_autoptr (GString) arguments = g_string_new (NULL);
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      key_only
          ? "SELECT name, type, \"notnull\" FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk"
          : "SELECT name, type, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "s", table);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    dui_row_text_add_sql (format, arguments, prefix, dui_statement_get_text (statement, 0),
                          dui_statement_get_text (statement, 1),
                          dui_statement_get_int (statement, 2) == 0);
  return step == DUI_STEP_DONE ? g_strdup_printf ("printf('%s'%s)", format->str, arguments->str)
                               : NULL;
}

/* In SQL alone, so that a change made with another tool is logged as well. */
static gboolean
make_triggers (DuiConnection *connection,
               const char *table,
               const char *action,
               GError **error)
{
  g_autofree char *key = dui_schema_make_text (connection, table, "old.", TRUE, action, error);
  g_autofree char *before
      = key ? dui_schema_make_text (connection, table, "old.", FALSE, action, error) : NULL;
  g_autofree char *after
      = before ? dui_schema_make_text (connection, table, "new.", FALSE, action, error) : NULL;
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
  return dui_connection_execute (connection, action, sql, error);
}

gboolean
dui_schema_make_triggers (DuiConnection *connection,
                          const char *action,
                          GError **error)
{
  g_auto (GStrv) tables = dui_schema_list_data_tables (connection, action, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; tables[i]; i++)
    if (!make_triggers (connection, tables[i], action, error))
      return FALSE;
  return TRUE;
}
