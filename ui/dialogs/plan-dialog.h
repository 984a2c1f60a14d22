/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan path of an indicator's year: twelve shares, drawn as they are typed. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_PLAN_DIALOG (dui_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiPlanDialog, dui_plan_dialog, DUI, PLAN_DIALOG, GtkWindow)

void dui_plan_dialog_present (GtkWindow *parent, DuiSession *session, int year);

G_END_DECLS
