/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a sheet with what becomes of each: new, changed from what to what, the same, refused
 * and why. */
#pragma once

#include <gtk/gtk.h>

#include "model/batch.h"

G_BEGIN_DECLS

#define DUI_TYPE_BATCH_TABLE (dui_batch_table_get_type ())
G_DECLARE_FINAL_TYPE (DuiBatchTable, dui_batch_table, DUI, BATCH_TABLE, GtkWidget)

/* NULL empties it. @panels and @only_notable as dui_batch_rows_new() takes them. */
void dui_batch_table_set_batch (DuiBatchTable *self, DuiBatch *batch, GHashTable *panels,
                                gboolean only_notable);

/* Brings the first row of the sheet's row @row (from 1) into view. */
void dui_batch_table_show_row (DuiBatchTable *self, guint row);

G_END_DECLS
