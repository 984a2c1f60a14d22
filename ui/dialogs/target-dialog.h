/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place's target: a new version from a day on (调整目标), or a version that was typed wrongly set
 * right (更正目标; PRACTICE R2). */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_TARGET_DIALOG (dui_target_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiTargetDialog, dui_target_dialog, DUI, TARGET_DIALOG, GtkWindow)

/* @version, which is copied, is corrected; NULL for a new one. */
void dui_target_dialog_present (GtkWindow *parent, DuiSession *session, guint place, int year,
                                const DuiTarget *version);

G_END_DECLS
