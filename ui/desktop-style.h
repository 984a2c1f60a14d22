/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Light or dark and the size of text, as the desktop says. Plain GTK 4.8 follows the theme's name (UKUI, DDE) but not
 * the preference that GNOME and others publish through the settings portal. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks the portal in the background and goes on listening; keeps our own colours in step. */
void dui_desktop_style_follow (void);

gboolean dui_desktop_style_is_dark (void);

/* Whether black and white is asked for. */
gboolean dui_desktop_style_is_high_contrast (void);

/* 1 for text of the usual size, up to 2. */
double dui_desktop_style_get_text_scale (void);

G_END_DECLS
