/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches of figures into the book: all of them in one command, or nothing (DESIGN §5 "Bulk import"). */
#pragma once

#include "model/batch.h"
#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* @batches of DuiBatch. When every row is there already, nothing is written, not even to the log.
 * DUI_STORE_ERROR_REFUSED for batches with errors, two rows for one figure, or a lower status over a
 * higher; DUI_STORE_ERROR_STALE where a verdict is no longer true. */
gboolean dui_import_run (DuiConnection *connection, GPtrArray *batches,
                         const DuiOccasion *occasion, GError **error);

G_END_DECLS
