/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records what happens to a case: when, who, what was said, what came with it. */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

#define DUI_TYPE_CASE_DIALOG (dui_case_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiCaseDialog, dui_case_dialog, DUI, CASE_DIALOG, GtkWindow)

/* @kind may follow in @subject, which is only read here. */
void dui_case_dialog_present (GtkWindow *parent, DuiBook *book, const DuiCase *subject,
                              DuiCaseEventKind kind);

G_END_DECLS
