/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file in the list of an import preview: its name, its state and a button to leave it out.
 *
 * Signal "leave-out". */
#pragma once

#include <gtk/gtk.h>

#include "dialogs/import-reading.h"

G_BEGIN_DECLS

#define DUI_TYPE_IMPORT_FILE_ROW (dui_import_file_row_get_type ())
G_DECLARE_FINAL_TYPE (DuiImportFileRow, dui_import_file_row, DUI, IMPORT_FILE_ROW, GtkListBoxRow)

GtkWidget *dui_import_file_row_new (void);
/* The file at @index. */
void dui_import_file_row_show (DuiImportFileRow *self, DuiImportReading *reading, guint index);

G_END_DECLS
