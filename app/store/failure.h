/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that turns an SQLite result into our error: a sentence that says what could not be
 * done, then why and what to do. */
#pragma once

#include <sqlite3.h>

#include "store/error.h"

G_BEGIN_DECLS

/* @action is the translated sentence without its full stop ("The figures could not be imported").
 * @db may be NULL. An interrupted statement is G_IO_ERROR_CANCELLED. Always FALSE. */
gboolean dui_failure_set (GError **error, sqlite3 *db, int result, const char *action);

/* The same with a reason of our own. */
gboolean dui_failure_explain (GError **error, DuiStoreError code, const char *action,
                              const char *reason);

G_END_DECLS
