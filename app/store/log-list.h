/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of the log, in words. */
#pragma once

#include "model/catalog.h"
#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* An array of DuiUndoStep* that frees them, newest first, at most @max; whether they can still be undone
 * or not. What an undo is about is the command that it undid. */
GPtrArray *dui_log_list (DuiConnection *connection, DuiCatalog *catalog, guint max, GError **error);

G_END_DECLS
