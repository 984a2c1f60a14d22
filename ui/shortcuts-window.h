/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of keys. GtkShortcutsWindow is deprecated by later GTK versions. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_SHORTCUTS_WINDOW (dui_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (DuiShortcutsWindow, dui_shortcuts_window, DUI, SHORTCUTS_WINDOW, GtkWindow)

void dui_shortcuts_window_present (GtkWindow *parent);

G_END_DECLS
