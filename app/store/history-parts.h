/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of a row that changed are called and how they read (store/change.h). */
#pragma once

#include "model/catalog.h"
#include "store/change.h"

G_BEGIN_DECLS

/* Adds what differs between two texts of a row of @table (store/row-text.h), of which one may be NULL
 * for no row, to @parts. @indicator: of figures, targets and plans, else NULL. */
void dui_history_parts_add (GPtrArray *parts, DuiCatalog *catalog, DuiIndicator *indicator,
                            const char *table, const char *old_row, const char *new_row);

G_END_DECLS
