/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A county's new target, split to its members: what each has, what it would get and the difference, as
 * it is typed, before it is set in one command. A part that is typed stays; the rest is split anew. */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DUI_TYPE_RAISE_DIALOG (dui_raise_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DuiRaiseDialog, dui_raise_dialog, DUI, RAISE_DIALOG, GtkWindow)

/* For the session's home and indicator. */
void dui_raise_dialog_present (GtkWindow *parent, DuiSession *session, int year);

G_END_DECLS
