/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scoring scheme: a line for each indicator, and whether the weights sum to 100. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_SCHEME_DIALOG (dui_scheme_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiSchemeDialog, dui_scheme_dialog, DUI, SCHEME_DIALOG, GtkWindow)

/* Begins with @scheme, or with an empty one from the first period of the session's year where it is
 * NULL. One of the same name is replaced. */
void dui_scheme_dialog_present (GtkWindow *parent, DuiSession *session, const DuiScheme *scheme);

G_END_DECLS
