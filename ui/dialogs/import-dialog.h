/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 导入预览: what every sheet says and what would become of every row, before anything is written;
 * then all of it, or nothing (PRACTICE §3).
 *
 * Signal "imported" (text): it has been written; a sentence that says what. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_IMPORT_DIALOG (dui_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiImportDialog, dui_import_dialog, DUI, IMPORT_DIALOG, GtkWindow)

/* @paths: char* local paths. */
DuiImportDialog *dui_import_dialog_present (GtkWindow *parent, DuiSession *session,
                                            GPtrArray *paths);

G_END_DECLS
