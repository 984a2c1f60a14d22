/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu that opens where the user asks for it: with the other mouse button, the menu key or
 * Shift+F10. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Before the menu opens at @x, @y of @widget: chooses what is there. FALSE where there is no menu. */
typedef gboolean (*DuiContextFunc) (GtkWidget *widget, double x, double y);

/* For @widget, once. @choose may be NULL; from the keyboard the menu is about what has the focus. */
void dui_context_menu_set_up (GtkWidget *widget, GMenuModel *menu, const char *name,
                              DuiContextFunc choose);

G_END_DECLS
