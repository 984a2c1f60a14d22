/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user can say about sheets that do not say it themselves: indicator, period, measure,
 * status, encoding, and whether unknown places are made.
 *
 * Signal "changed". */
#pragma once

#include <gtk/gtk.h>

#include "exchange/in/import.h"

G_BEGIN_DECLS

#define DUI_TYPE_IMPORT_CHOICES (dui_import_choices_get_type ())
G_DECLARE_FINAL_TYPE (DuiImportChoices, dui_import_choices, DUI, IMPORT_CHOICES, GtkWidget)

void dui_import_choices_set_catalog (DuiImportChoices *self, DuiCatalog *catalog);

/* Pointers are borrowed until something is chosen anew. */
void dui_import_choices_get_options (DuiImportChoices *self, DuiImportOptions *options);

G_END_DECLS
