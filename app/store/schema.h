/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of a book look like, read from the book itself. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Names of the tables that hold data, in the order of the alphabet: those that are logged and can be
 * taken back, not the log itself. */
GStrv dui_schema_list_data_tables (DuiConnection *connection, const char *action, GError **error);

/* Names of @table's columns, or of those of its key in the key's order. */
GStrv dui_schema_list_columns (DuiConnection *connection, const char *table, gboolean key_only,
                               const char *action, GError **error);

/* The SQL expression for the text (store/row-text.h) of a row of @table or of its key. */
char *dui_schema_make_text (DuiConnection *connection, const char *table, const char *prefix,
                            gboolean key_only, const char *action, GError **error);

/* Makes the triggers of the change log anew, for all data tables as they are now. */
gboolean dui_schema_make_triggers (DuiConnection *connection, const char *action, GError **error);

G_END_DECLS
