/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a command or a row of the log is about, in words for people. */
#pragma once

#include "model/catalog.h"
#include "store/records.h"
#include "store/statement.h"

G_BEGIN_DECLS

/* A row of @table by the text of its key (store/row-text.h): "城关镇，工业总产值，2021年1—11月". NULL
 * for a row that has no words of its own. The caller frees it. */
char *dui_undo_words_for_row (DuiCatalog *catalog, const char *table, const char *key);

/* The text of the key of the row that @changes is at. The caller frees it. */
char *dui_undo_words_read_key (DuiConnection *connection, sqlite3_changeset_iter *changes,
                               const char *action, GError **error);

/* @command of the log, without a number of changes. */
DuiUndoStep *dui_undo_words_for_command (DuiConnection *connection, DuiCatalog *catalog,
                                         gint64 command, const char *action, GError **error);

G_END_DECLS
