/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for what GTK 4.8 leaves without one, so that a screen reader would say "GtkScrollbar", and
 * for buttons and entries, which it would call by two. An entry needs a label of its own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @root and all that is inside of it now. */
void dui_accessible_names_complete (GtkWidget *root);

/* The same a moment later: not before the frame that the user waits for. */
void dui_accessible_names_complete_later (GtkWidget *root);

G_END_DECLS
