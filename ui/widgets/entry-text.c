/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/entry-text.h"

char *
dui_entry_text_dup (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}
