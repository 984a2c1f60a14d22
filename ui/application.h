/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: command line, one window for each book, actions that belong to no window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_APPLICATION (dui_application_get_type ())
G_DECLARE_FINAL_TYPE (DuiApplication, dui_application, DUI, APPLICATION, GtkApplication)

DuiApplication *dui_application_new (void);

/* The variables that chose GTK's renderer for us are not meant for programs that we start: they go
 * once the first window has its renderer. */
void dui_application_clear_renderer_later (void);

G_END_DECLS
