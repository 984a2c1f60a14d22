/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger of explanations and reviews (model/case.h). */
#pragma once

#include "model/case.h"
#include "model/catalog.h"
#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* All cases, the newest period first: an array of DuiCase* that frees them. */
GPtrArray *dui_cases_list (DuiConnection *connection, DuiCatalog *catalog, GError **error);

/* Opens those of @cases that the book does not have, of one indicator and period, each asked for on
 * @asked_on; an explanation is due on @due_on. Sets @n_opened. */
gboolean dui_cases_open (DuiConnection *connection, DuiCatalog *catalog, GPtrArray *cases,
                         DuiDay asked_on, DuiDay due_on, const DuiOccasion *occasion,
                         guint *n_opened, GError **error);

/* Adds @event to the case @id. @file (nullable) came with it and is kept in the book under
 * @event->file_name. DUI_STORE_ERROR_REFUSED for a case that is not there, for what may not follow,
 * and where a decision has no person. */
gboolean dui_cases_record (DuiConnection *connection, DuiCatalog *catalog, gint64 id,
                           const DuiCaseEvent *event, GBytes *file, const DuiOccasion *occasion,
                           GError **error);

/* What came with an event; NULL with DUI_STORE_ERROR_NOT_FOUND or _DAMAGED. */
GBytes *dui_cases_read_file (DuiConnection *connection, const char *sha256, GError **error);

G_END_DECLS
