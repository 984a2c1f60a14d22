/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that shows what is chosen and opens a list of what can be. The list is made when it is
 * first opened: a GtkDropDown makes its own before the first frame.
 *
 * Signal "chosen" (guint id): the user has chosen another one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_CHOOSER (dui_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DuiChooser, dui_chooser, DUI, CHOOSER, GtkWidget)

/* Property "label": what is chosen here, for screen readers and the tooltip. */
GtkWidget *dui_chooser_new (const char *name);

void dui_chooser_clear (DuiChooser *self);

/* @detail (nullable) stands grey at the right of the row. */
void dui_chooser_add (DuiChooser *self, guint id, const char *label, const char *detail);

/* Does not emit "chosen". G_MAXUINT, or an id that is not there, shows nothing. */
void dui_chooser_set_chosen (DuiChooser *self, guint id);
guint dui_chooser_get_chosen (DuiChooser *self);

G_END_DECLS
