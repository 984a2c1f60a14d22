/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log of the book: who did what, when and why, newest first, with a search over all of it. */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

#define DUI_TYPE_LOG_DIALOG (dui_log_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiLogDialog, dui_log_dialog, DUI, LOG_DIALOG, GtkWindow)

void dui_log_dialog_present (GtkWindow *parent, DuiBook *book);

G_END_DECLS
