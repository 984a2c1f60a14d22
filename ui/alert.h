/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A modal window that says one thing and waits for an answer. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_ALERT (dui_alert_get_type ())
G_DECLARE_FINAL_TYPE (DuiAlert, dui_alert, DUI, ALERT, GtkWindow)

/* @body says what to do about it. */
void dui_alert_show (GtkWindow *parent, const char *heading, const char *body);

typedef void (*DuiAlertFunc) (gpointer user_data);

/* Calls @accepted when the user presses the button @accept (a mnemonic label); Escape and closing
 * mean no. */
void dui_alert_ask (GtkWindow *parent, const char *heading, const char *body, const char *accept,
                    DuiAlertFunc accepted, gpointer user_data);

G_END_DECLS
