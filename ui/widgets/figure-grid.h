/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A grid in which the figures of one period are typed: a row for each place, with last period's figure
 * beside it. Enter and the arrow keys go up and down, Tab goes on, a block from a spreadsheet pastes
 * to the right and down.
 *
 * Signal "changed": something was typed. */
#pragma once

#include <gtk/gtk.h>

#include "book.h"

G_BEGIN_DECLS

#define DUI_TYPE_FIGURE_GRID (dui_figure_grid_get_type ())
G_DECLARE_FINAL_TYPE (DuiFigureGrid, dui_figure_grid, DUI, FIGURE_GRID, GtkWidget)

/* Shows what the book has. @places of guint. */
void dui_figure_grid_fill (DuiFigureGrid *self, DuiPanel *panel, DuiPeriod period, GArray *places);

/* What was typed and is not as it was: an array of DuiBookFigure with @status; NULL with a sentence that
 * names the place where something is no number. The caller unrefs it. */
GArray *dui_figure_grid_read (DuiFigureGrid *self, DuiFigureStatus status, GError **error);

/* The figures of the book that are not final yet, as they are but final: an array of DuiBookFigure that the
 * caller unrefs. */
GArray *dui_figure_grid_list_open (DuiFigureGrid *self);

/* Whether a figure of the book would be changed or removed, which needs a reason. */
gboolean dui_figure_grid_changes_old (DuiFigureGrid *self, GArray *figures);

/* The first that has to be looked at, in a sentence: less than the period before, or ten times as
 * much (PRACTICE R8, R19). NULL for none; the caller frees it. */
char *dui_figure_grid_find_doubt (DuiFigureGrid *self, GArray *figures);

void dui_figure_grid_select (DuiFigureGrid *self, guint place);

G_END_DECLS
