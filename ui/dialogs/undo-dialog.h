/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what can be undone, newest first, or redone: does so down to the row that is chosen.
 *
 * Signal "done" (text): what has been done, a sentence. */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

#define DUI_TYPE_UNDO_DIALOG (dui_undo_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiUndoDialog, dui_undo_dialog, DUI, UNDO_DIALOG, GtkWindow)

DuiUndoDialog *dui_undo_dialog_present (GtkWindow *parent, DuiBook *book, gboolean redo);

G_END_DECLS
