/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a number came from and what it was before: of the figure, the targets and the plan of a place
 * and period, of the place itself, and of the settings that rank it. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_HISTORY_DIALOG (dui_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiHistoryDialog, dui_history_dialog, DUI, HISTORY_DIALOG, GtkWindow)

/* At the session's indicator and period, for @place; begins with the record of @kind. */
void dui_history_dialog_present (GtkWindow *parent, DuiSession *session, guint place,
                                 DuiHistoryKind kind);

G_END_DECLS
