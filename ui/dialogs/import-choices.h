/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the user can say about sheets that do not say it themselves: indicator, period, measure,
 * status, encoding, and whether unknown places are made.
 *
 * Signals:
 *   "changed"           something that holds for all files
 *   "encoding-changed"  of the file that is shown */
#pragma once

#include <gtk/gtk.h>

#include "dialogs/import-file.h"

G_BEGIN_DECLS

#define DUI_TYPE_IMPORT_CHOICES (dui_import_choices_get_type ())
G_DECLARE_FINAL_TYPE (DuiImportChoices, dui_import_choices, DUI, IMPORT_CHOICES, GtkWidget)

void dui_import_choices_set_catalog (DuiImportChoices *self, DuiCatalog *catalog);

/* Pointers are borrowed until something is chosen anew. */
void dui_import_choices_get_options (DuiImportChoices *self, DuiImportOptions *options);

/* NULL: found out. */
void dui_import_choices_set_encoding (DuiImportChoices *self, const char *encoding);
const char *dui_import_choices_get_encoding (DuiImportChoices *self);

G_END_DECLS
