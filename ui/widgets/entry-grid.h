/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels and entries in rows and columns, scrolled. Enter and the arrow keys go up and down, Tab goes
 * on, a block from a spreadsheet pastes to the right and down.
 *
 * Signal "changed" (guint row, guint kind): the user has typed into that entry. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_ENTRY_GRID (dui_entry_grid_get_type ())
G_DECLARE_FINAL_TYPE (DuiEntryGrid, dui_entry_grid, DUI, ENTRY_GRID, GtkWidget)

GtkWidget *dui_entry_grid_new (void);
void dui_entry_grid_clear (DuiEntryGrid *self);

/* @css_class is nullable. */
GtkLabel *dui_entry_grid_add_label (DuiEntryGrid *self, const char *text, int column, int line,
                                    float align, const char *css_class);

/* Something else that is chosen or pressed there. */
void dui_entry_grid_add_widget (DuiEntryGrid *self, GtkWidget *widget, int column, int line);

/* Entries are added row by row, of kinds 0, 1, 2… each, and stand in @column and @line. @name is for
 * screen readers. */
GtkEditable *dui_entry_grid_add_entry (DuiEntryGrid *self, guint row, guint kind, int column,
                                       int line, const char *name, int width_chars);
/* NULL where there is none. */
GtkEditable *dui_entry_grid_get_entry (DuiEntryGrid *self, guint row, guint kind);

/* Does not emit "changed". */
void dui_entry_grid_set_text (DuiEntryGrid *self, guint row, guint kind, const char *text);

/* Shows what is wrong with an entry; NULL for nothing. */
void dui_entry_grid_set_problem (DuiEntryGrid *self, guint row, guint kind, const char *problem);

G_END_DECLS
