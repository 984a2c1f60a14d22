/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as it was sent: rows of cells, each a piece of one long UTF-8 text. Every reader of a
 * format (delimited.h now, workbooks later) fills this same structure, so that what comes after
 * knows no formats. There is no allocation for a cell. Rows and columns count from 0 here and from
 * 1 in everything that people read. */
#pragma once

#include <glib.h>

#include "exchange/in/source.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_CELL_TEXT,
  DUI_CELL_NUMBER, /* the shortest exact decimal */
  DUI_CELL_DATE,   /* a serial number that the workbook shows as a date */
  DUI_CELL_BOOLEAN,
  DUI_CELL_ERROR, /* "#REF!" */
} DuiCellType;

typedef struct
{
  guint32 offset;      /* into the text, or beyond DUI_CELL_IN_EXTRA into the extra text */
  guint32 length : 28; /* bytes; 0 for an empty cell */
  guint32 type : 4;    /* DuiCellType */
} DuiCell;

#define DUI_CELL_IN_EXTRA ((guint32) 1 << 31)
#define DUI_CELL_MAX_LENGTH (((guint32) 1 << 28) - 1)

typedef enum
{
  DUI_SHEET_VISIBLE,
  DUI_SHEET_HIDDEN,
  DUI_SHEET_VERY_HIDDEN,
} DuiSheetVisibility;

/* Beyond it a sheet is no sheet. */
#define DUI_SHEET_MAX_CELLS ((guint32) 1 << 26)

typedef struct
{
  char *name; /* NULL where the format has none */
  DuiSheetVisibility visibility;
  GBytes *text;   /* padded (source.h) */
  GString *extra; /* cells that could not stay in the text, such as those with doubled quotes */
  DuiCell *cells; /* row after row */
  guint32 *rows;  /* first cell of each row; n_rows + 1 entries */
  guint n_rows;
  guint n_columns;  /* of the widest row */
  gboolean unended; /* no line end behind the last row, as in some whole files and all cut ones */
  gboolean cut;     /* unended, and the last row seems to go on */

  /*< private >*/
  guint32 n_cells;
  guint32 cells_allocated;
  guint32 rows_allocated;
} DuiSheet;

/* An empty sheet over @text, to be filled by a reader, cell after cell and row after row. */
DuiSheet *dui_sheet_new (GBytes *text);
void dui_sheet_free (DuiSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiSheet, dui_sheet_free)

/* Only while filling. */
void dui_sheet_grow_cells (DuiSheet *self);
void dui_sheet_end_row (DuiSheet *self);
/* The offset of a new piece of extra text. */
guint32 dui_sheet_add_extra (DuiSheet *self, const char *text, gsize length);

static inline void
dui_sheet_add_cell (DuiSheet *self, guint32 offset, guint32 length, DuiCellType type)
{
  if (G_UNLIKELY (self->n_cells == self->cells_allocated))
    dui_sheet_grow_cells (self);
  self->cells[self->n_cells++] = (DuiCell){ offset, length, type };
}

static inline guint
dui_sheet_get_row_length (const DuiSheet *self, guint row)
{
  return self->rows[row + 1] - self->rows[row];
}

/* NULL beyond the end of the row. */
static inline const DuiCell *
dui_sheet_get_cell (const DuiSheet *self, guint row, guint column)
{
  return column < dui_sheet_get_row_length (self, row) ? &self->cells[self->rows[row] + column]
                                                       : NULL;
}

/* Not terminated; padded. */
static inline const char *
dui_sheet_get_cell_text (const DuiSheet *self, const DuiCell *cell)
{
  if (cell->offset & DUI_CELL_IN_EXTRA)
    return self->extra->str + (cell->offset & ~DUI_CELL_IN_EXTRA);
  return (const char *) g_bytes_get_data (self->text, NULL) + cell->offset;
}

/* A terminated copy, "" for an empty cell or one beyond the row. The caller frees it. */
char *dui_sheet_dup_text (const DuiSheet *self, guint row, guint column);

/* "C9" for row 8, column 2: the cell as a spreadsheet names it. The caller frees it. */
char *dui_cell_name (guint row, guint column);

G_END_DECLS
