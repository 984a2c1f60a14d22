/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must be corrected and what should be looked at in a file, as rows of a list. */
#pragma once

#include <gtk/gtk.h>

#include "model/batch.h"

G_BEGIN_DECLS

/* Errors first. NULL empties @list. */
void dui_import_notices_fill (GtkListBox *list, DuiBatch *batch);

/* The sheet's row that a notice is about, from 1; 0 for the whole file. */
guint dui_import_notices_get_row (GtkListBoxRow *row);

G_END_DECLS
