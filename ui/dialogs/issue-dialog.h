/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Issues the bulletin of the session's indicator and period: its number and day, what still speaks
 * against it, and exactly what will be frozen (PRACTICE §2, 印发). */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_ISSUE_DIALOG (dui_issue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiIssueDialog, dui_issue_dialog, DUI, ISSUE_DIALOG, GtkWindow)

void dui_issue_dialog_present (GtkWindow *parent, DuiSession *session);

G_END_DECLS
