/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups of the open book: looked into, made, and gone back to with a reason.
 *
 * Signal "done" (text): what has been done, a sentence. */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

#define DUI_TYPE_BACKUPS_DIALOG (dui_backups_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiBackupsDialog, dui_backups_dialog, DUI, BACKUPS_DIALOG, GtkWindow)

DuiBackupsDialog *dui_backups_dialog_present (GtkWindow *parent, DuiBook *book);

G_END_DECLS
