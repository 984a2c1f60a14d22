/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: a command taken back or done again, as a command of its own in the log (DESIGN §5
 * "Undo/redo"). Rows that come back carry the source that they had; that they came back is a change
 * of this command. */
#pragma once

#include "model/catalog.h"
#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* Undoes the newest command that is not undone, or with @redo does again the last one that was.
 * @command: the one that it must be, or 0. Nothing is changed on failure: DUI_STORE_ERROR_REFUSED when
 * there is none, DUI_STORE_ERROR_STALE when it is another one or when what it wrote was changed since. */
DuiUndoStep *dui_undo_run (DuiConnection *connection, DuiCatalog *catalog, gboolean redo,
                           gint64 command, const DuiOccasion *occasion, GError **error);

/* An array of DuiUndoStep* that frees them, the next one first. */
GPtrArray *dui_undo_list (DuiConnection *connection, DuiCatalog *catalog, gboolean redo,
                          GError **error);

G_END_DECLS
