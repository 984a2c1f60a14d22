/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what can be undone, newest first: undoes down to the row that is chosen. */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

#define DUI_TYPE_UNDO_DIALOG (dui_undo_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiUndoDialog, dui_undo_dialog, DUI, UNDO_DIALOG, GtkWindow)

void dui_undo_dialog_present (GtkWindow *parent, DuiBook *book);

G_END_DECLS
