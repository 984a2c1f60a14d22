/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that have to be looked at (核实): each is closed by a note, which stays. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_QUESTIONS_DIALOG (dui_questions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiQuestionsDialog, dui_questions_dialog, DUI, QUESTIONS_DIALOG, GtkWindow)

/* Of the session's indicator and period. */
void dui_questions_dialog_present (GtkWindow *parent, DuiSession *session);

G_END_DECLS
