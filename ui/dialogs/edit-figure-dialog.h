/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Corrects one figure, with a reason that is logged, and shows what it was before. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_EDIT_FIGURE_DIALOG (dui_edit_figure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiEditFigureDialog, dui_edit_figure_dialog, DUI, EDIT_FIGURE_DIALOG,
                      GtkWindow)

/* For the chosen place, or the book's own where none is, at the session's indicator and period. */
void dui_edit_figure_dialog_present (GtkWindow *parent, DuiSession *session);

G_END_DECLS
