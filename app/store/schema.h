/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a book and how an older book becomes one of now: numbered scripts in the resources,
 * each run once, and after them the triggers of the change log made anew from the tables. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* The version that this program writes. */
int dui_schema_get_version (void);

/* DUI_STORE_ERROR_NEWER; always FALSE. */
gboolean dui_schema_refuse_newer (GError **error);

/* Brings @connection's file, which may be empty, to the version @n_scripts in one transaction. An
 * older book is backed up first. @scripts NULL are the program's own. DUI_STORE_ERROR_NEWER for a
 * file that is further on. */
gboolean dui_schema_migrate (DuiConnection *connection, const char *const *scripts,
                             guint n_scripts, GError **error);

/* Names of the tables that hold data, in the order of the alphabet: those that are logged and can be
 * taken back, not the log itself. */
GStrv dui_schema_list_data_tables (DuiConnection *connection, const char *action, GError **error);

/* Names of @table's columns, or of those of its key in the key's order. */
GStrv dui_schema_list_columns (DuiConnection *connection, const char *table, gboolean key_only,
                               const char *action, GError **error);

/* The SQL expression for the text (store/row-text.h) of a row of @table or of its key. */
char *dui_schema_make_text (DuiConnection *connection, const char *table, const char *prefix,
                            gboolean key_only, const char *action, GError **error);

G_END_DECLS
