/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that leaves the program: titles, and rows of texts and exact numbers, which a spreadsheet
 * takes as numbers. */
#pragma once

#include "model/ratio.h"
#include "plot/error.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;      /* NULL for a number or nothing */
  DuiRatio number; /* missing for a text or nothing */
} DuiExportCell;

typedef struct
{
  char *title;
  int decimals;       /* that a workbook shows of its numbers */
  int exact_decimals; /* after which every number in it ends or is rounded */
} DuiExportField;

typedef struct
{
  char *name;     /* of the sheet in a workbook */
  GArray *fields; /* of DuiExportField */
  GArray *cells;  /* of DuiExportCell, row after row */
  guint charted;  /* the field that a workbook draws, against the second one, or 0 */
  guint first_charted, n_charted; /* rows that it draws */
} DuiExportTable;

DuiExportTable *dui_export_table_new (const char *name);
void dui_export_table_free (DuiExportTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiExportTable, dui_export_table_free)

/* All fields come before the first cell; a row is full when it has a cell for each. Takes @title.
 */
void
dui_export_table_add_field (DuiExportTable *self, char *title, int decimals, int exact_decimals);
void dui_export_table_add_text (DuiExportTable *self, const char *text); /* NULL leaves it empty */
void dui_export_table_add_number (DuiExportTable *self,
                                  DuiRatio number);                  /* so does a missing one */
void dui_export_table_add_count (DuiExportTable *self, guint count); /* and 0 */

guint dui_export_table_get_n_rows (const DuiExportTable *self);

/* With '.' for the point, without trailing zeros and grouping. Cells with @delimiter, quotes or
 * line ends are quoted as RFC 4180 says. The caller frees it. */
char *dui_export_table_to_text (const DuiExportTable *self, char delimiter, const char *line_end);

/* By the name's end: ".csv", in UTF-8 with the mark by which spreadsheets know it, or ".xlsx" with
 * a native chart. DUI_PLOT_ERROR_FORMAT for another one, else as dui_document_save(): after a
 * failure the old file is as it was. */
gboolean dui_export_table_save (const DuiExportTable *self, const char *path, GError **error);

G_END_DECLS
