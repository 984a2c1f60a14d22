/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are imported together must not contradict each other. */
#pragma once

#include "model/batch.h"

G_BEGIN_DECLS

/* Two files that give the same figure (PRACTICE §2: neither until one is chosen), or the same file
 * twice: the rows are refused in both, with an error in each that names the other. @batches holds
 * DuiBatch. */
void dui_import_refuse_clashes (GPtrArray *batches, DuiCatalog *catalog);

G_END_DECLS
