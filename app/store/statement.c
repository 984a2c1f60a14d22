/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/statement.h"
#include "store/failure.h"

#include "model/amount.h"

/* All but those that are a table's column of integers. */
static guint64
find_texts (sqlite3_stmt *handle)
{
  guint64 texts = 0;

  for (int i = 0; i < sqlite3_column_count (handle) && i < 64; i++)
    if (g_strcmp0 (sqlite3_column_decltype (handle, i), "INTEGER") != 0)
      texts |= G_GUINT64_CONSTANT (1) << i;
  return texts;
}

/* A text is copied when it is first asked for: where memory is short, SQLite answers as if there were
 * none, and says so only in the next step, which nobody takes after the only row. */
static gboolean
fetch_texts (DuiStatement *self)
{
  for (int i = 0; self->texts >> i != 0; i++)
    if ((self->texts >> i & 1) && sqlite3_column_type (self->handle, i) == SQLITE_TEXT
        && sqlite3_column_text (self->handle, i) == NULL)
      return FALSE;
  return TRUE;
}

DuiStatement *
dui_statement_new (DuiConnection *connection,
                   const char *action,
                   const char *sql,
                   GError **error)
{
  DuiStatement *self;
  sqlite3_stmt *handle = NULL;
  int result = sqlite3_prepare_v2 (connection->db, sql, -1, &handle, NULL);

  if (result != SQLITE_OK)
    {
      dui_failure_set (error, connection->db, result, action);
      return NULL;
    }
  self = g_new (DuiStatement, 1);
  self->connection = connection;
  self->handle = handle;
  self->action = action;
  self->texts = find_texts (handle);
  return self;
}

void
dui_statement_free (DuiStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

void
dui_statement_bind_all (DuiStatement *self,
                        const char *types,
                        va_list arguments)
{
  for (int at = 1; types[at - 1] != '\0'; at++)
    {
      gint64 number;

      if (types[at - 1] == 's')
        {
          sqlite3_bind_text (self->handle, at, va_arg (arguments, const char *), -1,
                             SQLITE_STATIC);
          continue;
        }
      number = va_arg (arguments, gint64);
      if (types[at - 1] == 'a' && dui_amount_is_missing (number))
        sqlite3_bind_null (self->handle, at);
      else
        sqlite3_bind_int64 (self->handle, at, number);
    }
}

void
dui_statement_bind (DuiStatement *self,
                    const char *types,
                    ...)
{
  va_list arguments;

  va_start (arguments, types);
  dui_statement_bind_all (self, types, arguments);
  va_end (arguments);
}

DuiStep
dui_statement_step (DuiStatement *self,
                    GError **error)
{
  int result = sqlite3_step (self->handle);

  if (result == SQLITE_ROW && !fetch_texts (self))
    result = SQLITE_NOMEM;
  if (result == SQLITE_ROW)
    return DUI_STEP_ROW;
  if (result == SQLITE_DONE)
    return DUI_STEP_DONE;
  dui_failure_set (error, self->connection->db, result, self->action);
  return DUI_STEP_FAILED;
}

gboolean
dui_statement_run (DuiStatement *self,
                   GError **error)
{
  DuiStep step;

  do
    step = dui_statement_step (self, error);
  while (step == DUI_STEP_ROW);
  sqlite3_reset (self->handle);
  return step == DUI_STEP_DONE;
}

gboolean
dui_statement_execute (DuiConnection *connection,
                       const char *action,
                       GError **error,
                       const char *sql,
                       const char *types,
                       ...)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (connection, action, sql, error);
  va_list arguments;

  if (statement == NULL)
    return FALSE;
  va_start (arguments, types);
  dui_statement_bind_all (statement, types, arguments);
  va_end (arguments);
  return dui_statement_run (statement, error);
}
