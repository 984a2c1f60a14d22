/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the window between two starts. What changes a number or a page is a setting of the
 * book and not here. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shared; NULL where the schema is not installed: then nothing is remembered. */
GSettings *dui_settings_get (void);

/* Size, and maximised or not. */
void dui_settings_restore_window (GtkWindow *window);
void dui_settings_save_window (GtkWindow *window);

/* The book that was open last, NULL for the user's own; the caller frees it. */
char *dui_settings_dup_book (void);
void dui_settings_save_book (const char *path);

G_END_DECLS
