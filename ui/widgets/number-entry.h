/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in entries: as people write them in sheets, with separators or a measure of their own. */
#pragma once

#include <gtk/gtk.h>

#include "model/figure.h"

G_BEGIN_DECLS

/* Growth is typed in percent and stored as a fraction: two decimals fewer and a hundred times as
 * much. */
#define DUI_PERCENT_SCALE (DUI_GROWTH_SCALE - 2)

/* Missing where nothing is written. @measure NULL: a percentage. FALSE with a sentence for what is no
 * number or would be lost. */
gboolean dui_number_entry_read (GtkEditable *entry, const char *measure, int scale,
                                DuiAmount *amount, GError **error);

/* Exact; empty where it is missing. */
void dui_number_entry_show (GtkEditable *entry, DuiAmount amount, int scale);

G_END_DECLS
