/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New rows in tables that have an echo (resources/schema/1.sql): it is made by the expression of the
 * table's own CHECK. */
#pragma once

#include "store/statement.h"

G_BEGIN_DECLS

/* Parameters 1, 2, … are @columns ("place, name, source"), which must be all but the echo. @conflict
 * (nullable): "ON CONFLICT …", in which "excluded" has the echo too. */
DuiStatement *dui_row_insert_prepare (DuiConnection *connection, const char *table,
                                      const char *columns, const char *conflict,
                                      const char *action, GError **error);

/* Makes, binds (see dui_statement_bind()) and runs one. */
gboolean dui_row_insert (DuiConnection *connection, const char *action, GError **error,
                         const char *table, const char *columns, const char *types, ...);

/* The id of the next row of @table. */
gboolean dui_row_next_id (DuiConnection *connection, const char *table, const char *action,
                          gint64 *id, GError **error);

G_END_DECLS
