/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A printed table as plain data: columns, and rows of texts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *head;     /* one or two lines */
  double width;   /* asked for, in millimetres; the columns together fill the line */
  gboolean words; /* at the start of the column and may be wrapped; numbers stand in its middle, at
                     its end among themselves */
} DuiTableColumn;

typedef struct
{
  char *text; /* NULL for nothing */
  char *tag;  /* a small word behind the text; NULL for none */
  guint span; /* how many columns it covers, itself included; those cells are not looked at */
  gboolean grey;
} DuiTableCell;

typedef struct
{
  DuiTableCell *cells; /* one for each column */
  gboolean bold;
  gboolean last_of_group; /* a thicker rule below */
} DuiTableRow;

typedef struct
{
  GArray *columns; /* of DuiTableColumn */
  GArray *rows;    /* of DuiTableRow */
} DuiTable;

DuiTable *dui_table_new (void);
void dui_table_free (DuiTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiTable, dui_table_free)

/* All columns before the first row. Takes @head. */
void dui_table_add_column (DuiTable *self, char *head, double width, gboolean words);
/* An empty row; valid until the next one is added. */
DuiTableRow *dui_table_add_row (DuiTable *self);
/* Takes @text. */
void dui_table_row_set (DuiTableRow *row, guint column, char *text);

G_END_DECLS
