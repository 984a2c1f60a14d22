/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a file is whole. */
#pragma once

#include <sqlite3.h>

#include "store/error.h"

G_BEGIN_DECLS

/* What a line of SQLite's checks says: SQLITE_OK, SQLITE_CORRUPT, or that the disk or the memory was in
 * the way. @found NULL is one that there was no memory for. */
int dui_whole_judge (const char *found);

/* Looks at every page of @table and its indexes, or with NULL at all but what the indexes say; and at
 * the CHECKs of every row unless they are switched off. DUI_STORE_ERROR_DAMAGED for what the file is
 * to blame for, not the disk or the memory. */
gboolean dui_whole_check (sqlite3 *db, const char *table, const char *action, GError **error);

G_END_DECLS
