/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-insert.h"
#include "store/failure.h"

#include <string.h>

#define BEFORE_ECHO "CHECK (echo = "

/* From the table's definition, up to the parenthesis that ends the CHECK. */
static char *
find_echo (DuiConnection *connection,
           const char *table,
           const char *action,
           GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action, "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1", error);
  const char *start, *end;
  int depth = 0;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "s", table);
  if (dui_statement_step (statement, error) != DUI_STEP_ROW)
    return NULL;
  start = strstr (dui_statement_get_text (statement, 0), BEFORE_ECHO);
  if (start == NULL)
    {
      dui_failure_set (error, NULL, SQLITE_SCHEMA, action);
      return NULL;
    }
  start += strlen (BEFORE_ECHO);
  for (end = start; *end != '\0' && depth >= 0; end++)
    depth += *end == '(' ? 1 : *end == ')' ? -1 : 0;
  return g_strndup (start, (gsize) (end - start) - 1);
}

DuiStatement *
dui_row_insert_prepare (DuiConnection *connection,
                        const char *table,
                        const char *columns,
                        const char *conflict,
                        const char *action,
                        GError **error)
{
  g_autofree char *echo = find_echo (connection, table, action, error);
  g_auto (GStrv) names = g_strsplit (columns, ", ", -1);
  g_autoptr (GString) sql = NULL;

  if (echo == NULL)
    return NULL;
  sql = g_string_new (NULL);
  g_string_printf (sql, "INSERT INTO %s (%s, echo) SELECT %s, %s FROM (SELECT ", table, columns,
                   columns, echo);
  for (guint i = 0; names[i]; i++)
    g_string_append_printf (sql, "%s?%u AS %s", i > 0 ? ", " : "", i + 1, names[i]);
  g_string_append_printf (sql, ") WHERE 1 %s", conflict ? conflict : "");
  return dui_statement_new (connection, action, sql->str, error);
}

gboolean
dui_row_insert (DuiConnection *connection,
                const char *action,
                GError **error,
                const char *table,
                const char *columns,
                const char *types,
                ...)
{
  g_autoptr (DuiStatement) statement
      = dui_row_insert_prepare (connection, table, columns, NULL, action, error);
  va_list arguments;

  if (statement == NULL)
    return FALSE;
  va_start (arguments, types);
  dui_statement_bind_all (statement, types, arguments);
  va_end (arguments);
  return dui_statement_run (statement, error);
}

gboolean
dui_row_next_id (DuiConnection *connection,
                 const char *table,
                 const char *action,
                 gint64 *id,
                 GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT ifnull(max(id), 0) + 1 FROM %s", table);
  g_autoptr (DuiStatement) statement = dui_statement_new (connection, action, sql, error);

  if (statement == NULL || dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  *id = dui_statement_get_int (statement, 0);
  return TRUE;
}
