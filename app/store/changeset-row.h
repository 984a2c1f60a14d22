/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a row of a changeset to that row of the book. */
#pragma once

#include "store/statement.h"

G_BEGIN_DECLS

/* "@before SELECT @expressions" from the row of @table that dui_changeset_row_bind() says. */
DuiStatement *dui_changeset_row_prepare (DuiConnection *connection, const char *before,
                                         const char *expressions, const char *table,
                                         const char *action, GError **error);

/* The row that @changes is at. */
gboolean dui_changeset_row_bind (DuiStatement *statement, sqlite3_changeset_iter *changes,
                                 GError **error);

G_END_DECLS
