/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/changeset-row.h"
#include "store/failure.h"
#include "store/schema.h"

/* The parameters are all columns of the table, of which only the key's are looked at. */
DuiStatement *
dui_changeset_row_prepare (DuiConnection *connection,
                           const char *before,
                           const char *expressions,
                           const char *table,
                           const char *action,
                           GError **error)
{
  g_auto (GStrv) columns = dui_schema_list_columns (connection, table, FALSE, action, error);
  g_auto (GStrv) keys
      = columns ? dui_schema_list_columns (connection, table, TRUE, action, error) : NULL;
  g_autoptr (GString) sql = NULL;

  if (keys == NULL)
    return NULL;
  sql = g_string_new (NULL);
  g_string_printf (sql, "%s SELECT %s FROM %s WHERE 1", before, expressions, table);
  for (int i = 0; columns[i]; i++)
    if (g_strv_contains ((const char *const *) keys, columns[i]))
      g_string_append_printf (sql, " AND %s = ?%d", columns[i], i + 1);
  return dui_statement_new (connection, action, sql->str, error);
}

static int
bind_key (sqlite3_stmt *statement,
          sqlite3_changeset_iter *changes)
{
  const char *table;
  unsigned char *in_key;
  int n_columns, operation, indirect;
  int result = sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);

  if (result == SQLITE_OK)
    result = sqlite3changeset_pk (changes, &in_key, NULL);
  for (int i = 0; i < n_columns && result == SQLITE_OK; i++)
    {
      sqlite3_value *value = NULL;

      if (!in_key[i])
        continue;
      result = operation == SQLITE_INSERT ? sqlite3changeset_new (changes, i, &value)
                                          : sqlite3changeset_old (changes, i, &value);
      if (result == SQLITE_OK)
        result = sqlite3_bind_value (statement, i + 1, value);
    }
  return result;
}

gboolean
dui_changeset_row_bind (DuiStatement *statement,
                        sqlite3_changeset_iter *changes,
                        GError **error)
{
  int result = bind_key (statement->handle, changes);

  return result == SQLITE_OK
         || dui_failure_set (error, statement->connection->db, result, statement->action);
}
