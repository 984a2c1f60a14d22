/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A briefing or other document as it will print, page by page, with Print… and Save as PDF…. */
#pragma once

#include <gtk/gtk.h>

#include "briefing/briefing.h"

G_BEGIN_DECLS

#define DUI_TYPE_PREVIEW_WINDOW (dui_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (DuiPreviewWindow, dui_preview_window, DUI, PREVIEW_WINDOW, GtkWindow)

void dui_preview_window_present (GtkWindow *parent, const DuiBriefingSubject *subject);

G_END_DECLS
