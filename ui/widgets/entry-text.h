/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Without the space around it; the caller frees it. */
char *dui_entry_text_dup (GtkEditable *entry);

G_END_DECLS
