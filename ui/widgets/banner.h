/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line above the page that says something which stays true until something is done about it:
 * with a button for what to do, or one to close it. Hidden while it has nothing to say. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_BANNER (dui_banner_get_type ())
G_DECLARE_FINAL_TYPE (DuiBanner, dui_banner, DUI, BANNER, GtkWidget)

/* @action is the detailed name of the action of the button @label; both NULL for none. NULL @text
 * hides. */
void dui_banner_set (DuiBanner *self, const char *text, const char *label, const char *action);

/* The user can close it. */
void dui_banner_set_closable (DuiBanner *self, gboolean closable);

G_END_DECLS
