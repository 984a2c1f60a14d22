/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/batch.h"
#include "model/panel.h"

G_BEGIN_DECLS

/* What was found in the files: as JSON, or as counts, changed figures with old and new, and
 * warnings. Errors go to standard error in both. @panels (DuiIndicator to DuiPanel) is the state
 * that the files were compared with. */
void dui_import_preview_print (GPtrArray *batches, DuiCatalog *catalog, GHashTable *panels,
                               gboolean as_json, gboolean imported);

G_END_DECLS
