/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a backup, before it is restored. */
#pragma once

#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* Opens @path, a book that nobody writes to, without changing anything. With @whole every page and
 * row is looked at. DUI_STORE_ERROR_NOT_FOUND, _NOT_A_BOOK, _NEWER, _DAMAGED. */
sqlite3 *dui_backup_open (const char *path, gboolean whole, GError **error);

/* @connection (nullable): the book as it is now, to compare with. */
DuiBackupLook *dui_backup_look (const char *path, DuiConnection *connection, GError **error);

/* DUI_STORE_ERROR_REFUSED when @backup is of another book than @connection. */
gboolean dui_backup_check_same (sqlite3 *backup, DuiConnection *connection, GError **error);

G_END_DECLS
