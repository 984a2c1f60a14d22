/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bulletins as they were issued, read from the book. */
#pragma once

#include "model/bulletin.h"
#include "model/panel.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* All of them without their rows, the newest period first, and of a period the newest first: an array
 * of DuiIssuedBulletin* that frees them. */
GPtrArray *dui_bulletin_reader_list (DuiConnection *connection, GError **error);

/* The newest of @indicator (an id), with a @period the newest of that, or with an @id that one, without
 * its rows. DUI_STORE_ERROR_NOT_FOUND. @action: see dui_failure_set(). */
DuiIssuedBulletin *dui_bulletin_reader_find (DuiConnection *connection, gint64 indicator,
                                             DuiPeriod period, gint64 id, const char *action,
                                             GError **error);

/* Reads its rows. */
gboolean dui_bulletin_reader_fill (DuiConnection *connection, DuiCatalog *catalog, gint64 indicator,
                                   DuiIssuedBulletin *bulletin, const char *action, GError **error);

/* Both. */
DuiIssuedBulletin *dui_bulletin_reader_read (DuiConnection *connection, DuiCatalog *catalog,
                                             DuiIndicator *indicator, DuiPeriod period, gint64 id,
                                             GError **error);

/* Those of @indicator that hold now, the newest of each period, oldest first, with their rows: an array
 * of DuiIssuedBulletin* that frees them. */
GPtrArray *dui_bulletin_reader_read_all (DuiConnection *connection, DuiCatalog *catalog,
                                         DuiIndicator *indicator, GError **error);

/* The PDF that was issued, byte for byte. DUI_STORE_ERROR_NOT_FOUND, DUI_STORE_ERROR_DAMAGED. */
GBytes *dui_bulletin_reader_read_document (DuiConnection *connection, gint64 id, GError **error);

G_END_DECLS
