/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of figures, read in the order of their key into columns and written one by one. */
#pragma once

#include "model/panel.h"
#include "store/checksum.h"
#include "store/statement.h"

G_BEGIN_DECLS

/* The figures of one indicator; its targets and plans are not read. @index is that of the catalog's
 * places. A wrong checksum is DUI_STORE_ERROR_DAMAGED with place, indicator and period. */
DuiPanel *dui_figures_read_panel (DuiConnection *connection, DuiCatalog *catalog,
                                  DuiIndicator *indicator, GArray *index, const char *action,
                                  GError **error);

/* @sql selects the columns DUI_FIGURE_COLUMNS first. */
#define DUI_FIGURE_COLUMNS                                                                         \
  "indicator, period, place, value, base, growth, status, source, source_row, checksum"
void dui_figures_read_row (DuiStatement *statement, DuiFigureRow *row, gint64 *checksum);

/* From the text of the log (store/row-text.h); what it does not have is 0 or missing. */
void dui_figures_parse_row (const char *text, DuiFigureRow *row);

gboolean dui_figures_are_same (const DuiFigureRow *a, const DuiFigureRow *b);

/* FALSE without an error when there is no such figure. */
gboolean dui_figures_find (DuiConnection *connection, gint64 indicator, gint64 period, gint64 place,
                           DuiFigureRow *row, const char *action, GError **error);

/* The same for many figures. */
DuiStatement *dui_figures_prepare_find (DuiConnection *connection, const char *action,
                                        GError **error);
gboolean dui_figures_look_up (DuiStatement *statement, gint64 indicator, gint64 period,
                              gint64 place, DuiFigureRow *row, GError **error);

DuiStatement *dui_figures_prepare_insert (DuiConnection *connection, const char *action,
                                          GError **error);
DuiStatement *dui_figures_prepare_update (DuiConnection *connection, const char *action,
                                          GError **error);

/* Writes @row with its checksum through one of the two. */
gboolean dui_figures_write (DuiStatement *statement, const DuiFigureRow *row, GError **error);

gboolean dui_figures_delete (DuiConnection *connection, gint64 indicator, gint64 period,
                             gint64 place, const char *action, GError **error);

G_END_DECLS
