/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a command can't be taken back or done again: a row is no longer as it left it. */
#pragma once

#include "model/catalog.h"
#include "store/statement.h"

G_BEGIN_DECLS

/* Says who changed the row of @table with @key (store/row-text.h) after @command, as far as the log
 * knows; @key NULL when it is not known which. Always FALSE with DUI_STORE_ERROR_STALE. */
gboolean dui_undo_conflict_set (GError **error, DuiConnection *connection, DuiCatalog *catalog,
                                gint64 command, const char *table, const char *key,
                                const char *action);

G_END_DECLS
