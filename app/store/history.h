/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the log knows of one figure, target, plan, setting or place. */
#pragma once

#include "model/catalog.h"
#include "store/change.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* An array of DuiChange* that frees them, newest first; the last one is how it came into the book. Empty
 * for what was never written. The entries agree with each other, with the rows as they are now and with
 * the seals of their commands, else DUI_STORE_ERROR_DAMAGED. */
GPtrArray *dui_history_read (DuiConnection *connection, DuiCatalog *catalog,
                             const DuiHistorySubject *subject, GError **error);

G_END_DECLS
