/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of texts: sorted by any column, copied whole with Ctrl+C or from its menu, one row chosen.
 *
 * Signals: "selected" (gint64 id), by the user; "activated" (gint64 id). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_PLAIN_TABLE (dui_plain_table_get_type ())
G_DECLARE_FINAL_TYPE (DuiPlainTable, dui_plain_table, DUI, PLAIN_TABLE, GtkWidget)

typedef struct
{
  const char *title;  /* translated */
  int width;          /* at least, in pixels for text of the usual size */
  gboolean is_number; /* stands at the right and is sorted by its value; "—" comes last */
} DuiPlainColumn;

/* Property "label": what it is a table of, for screen readers. */

/* Once for a table; @columns must stay. */
void dui_plain_table_set_columns (DuiPlainTable *self, const DuiPlainColumn *columns,
                                  guint n_columns);

/* A row that is added to @rows, which frees it; takes @cells, one for each column. @css_class is
 * nullable. */
void dui_plain_table_add_row (GPtrArray *rows, gint64 id, char **cells, const char *css_class);
GPtrArray *dui_plain_table_new_rows (void);

/* Takes @rows; nothing is chosen then. */
void dui_plain_table_take_rows (DuiPlainTable *self, GPtrArray *rows);

/* Chooses the row of @id, or none where it is not there; does not emit. */
void dui_plain_table_select (DuiPlainTable *self, gint64 id);

G_END_DECLS
