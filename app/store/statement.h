/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prepared statement that knows what it is for: whatever fails in it is reported as that action
 * failing (store/failure.h). */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  DuiConnection *connection;
  sqlite3_stmt *handle;
  const char *action;
  guint64 texts; /* a bit for each column that may be text */
} DuiStatement;

typedef enum
{
  DUI_STEP_FAILED,
  DUI_STEP_DONE,
  DUI_STEP_ROW,
} DuiStep;

/* @action: see dui_failure_set(); it must outlive the statement. */
DuiStatement *dui_statement_new (DuiConnection *connection, const char *action, const char *sql,
                                 GError **error);
void dui_statement_free (DuiStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiStatement, dui_statement_free)

/* Binds parameters 1, 2, … by @types: i gint64, s string or NULL, a amount. Strings must live until
 * the statement is reset or freed. */
void dui_statement_bind (DuiStatement *self, const char *types, ...);
void dui_statement_bind_all (DuiStatement *self, const char *types, va_list arguments);

DuiStep dui_statement_step (DuiStatement *self, GError **error);

/* Runs to the end and resets; rows are passed over. */
gboolean dui_statement_run (DuiStatement *self, GError **error);

/* Makes, binds and runs one. */
gboolean dui_statement_execute (DuiConnection *connection, const char *action, GError **error,
                                const char *sql, const char *types, ...);

static inline gint64
dui_statement_get_int (DuiStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/* Borrowed until the next step; NULL for NULL. */
static inline const char *
dui_statement_get_text (DuiStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

G_END_DECLS
