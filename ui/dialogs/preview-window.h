/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefing as it will print, page by page, with Print… and Save as PDF…. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_PREVIEW_WINDOW (dui_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (DuiPreviewWindow, dui_preview_window, DUI, PREVIEW_WINDOW, GtkWindow)

/* Of the session's indicator and period. */
void dui_preview_window_present (GtkWindow *parent, DuiSession *session);

G_END_DECLS
