/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table that come and go with what it shows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GtkColumnViewColumn *column; /* owned by the table */
  gboolean is_number;          /* stands at the right, below its title */
  gboolean wanted;
} DuiTableColumn;

/* Shows those of @columns that are wanted, in their order. (GTK 4.8 gives hidden columns a share of
 * the width, which leaves a hole: columns are taken out instead.) */
void dui_columns_show (GtkColumnView *view, const DuiTableColumn *columns, guint n_columns);

/* For the focus function of @table, the widget around a column view: whether Tab leaves it now.
 * (GTK 4.8 goes from row to row: through three hundred of them.) */
gboolean dui_columns_is_left (GtkWidget *table, GtkDirectionType direction);

/* What screen readers say of the cell around @content, and of its row; NULL @row: another column of
 * the row says it. (GTK 4.8 has no function for either.) */
void dui_columns_name_cell (GtkWidget *content, const char *cell, const char *row);

G_END_DECLS
