/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since a day, or since a bulletin was issued (PRACTICE R22). */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_CHANGES_DIALOG (dui_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiChangesDialog, dui_changes_dialog, DUI, CHANGES_DIALOG, GtkWindow)

/* Of the session's indicator and period; since its newest bulletin, or the beginning of the period's
 * year where there is none. */
void dui_changes_dialog_present (GtkWindow *parent, DuiSession *session);

G_END_DECLS
