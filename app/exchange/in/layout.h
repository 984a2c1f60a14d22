/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each row and column of a sheet means: where the headings are, which columns name the place,
 * the indicator and the period of a row, and which hold figures. A table is long or wide only by
 * where these stand: in the row, above the column, or once for the whole sheet. */
#pragma once

#include "exchange/in/heading.h"
#include "exchange/in/import.h"
#include "exchange/in/notices.h"
#include "exchange/in/place-names.h"
#include "exchange/in/sheet.h"

G_BEGIN_DECLS

#define DUI_NO_COLUMN (-1)

/* How far down the headings of a table may stand. */
#define DUI_LAYOUT_SEARCH_ROWS 60

/* More columns than any spreadsheet has. */
#define DUI_LAYOUT_MAX_COLUMNS 16384

/* One column of figures: how its numbers become amounts. */
typedef struct
{
  int column;          /* DUI_NO_COLUMN */
  const char *measure; /* of its heading, nullable; owned by the heading */
  gboolean fraction;   /* growth: 0.125 is 12.5 % */
} DuiFigureColumn;

/* Columns of one indicator and period: what one row of the sheet says in one figure. */
typedef struct
{
  int indicator;        /* DUI_NO_INDICATOR where the row or the sheet says it */
  DuiPeriodText period; /* kind NONE where the row or the sheet says it */
  gboolean estimate;
  DuiFigureColumn value, base, growth;
} DuiFigureGroup;

/* The column that stands for the group in messages. */
static inline int
dui_figure_group_first (const DuiFigureGroup *self)
{
  if (self->value.column != DUI_NO_COLUMN)
    return self->value.column;
  return self->base.column != DUI_NO_COLUMN ? self->base.column : self->growth.column;
}

typedef struct
{
  guint first_row;  /* of the headings */
  guint first_data; /* the row below them */
  DuiHeading *headings;
  guint n_columns;
  int place, code, indicator, period, year, measure, status; /* columns, or DUI_NO_COLUMN */
  DuiFigureGroup *groups;
  guint n_groups;

  /* What the titles, the file name and the user say for the whole sheet. */
  int sheet_indicator;        /* DUI_NO_INDICATOR */
  DuiPeriodText sheet_period; /* kind NONE */
  guint sheet_place;          /* DUI_NO_PLACE */
  char *sheet_measure;        /* nullable */
  gboolean sheet_estimate;
  gboolean sheet_cumulative; /* a title says 累计 */
  gboolean sheet_growth;     /* a title says 增速 and nothing of amounts */
  gboolean names_home;       /* a title names the place that the book is for */
} DuiLayout;

/* What recognising needs; all borrowed. */
typedef struct
{
  const DuiSheet *sheet;
  DuiCatalog *catalog;
  const DuiImportOptions *options;
  DuiPlaceNames *places;
  DuiIndicatorNames *indicators;
  const char *file; /* name, for what it says about the period */
  DuiNotices *notices;
} DuiRecognition;

/* The table whose headings are the first ones from the row @search on; NULL where there are none.
 * Its titles begin in @from; what they do not say is as with the table @before (nullable). What is
 * wrong with the headings (two alike, no column of figures) is said in the notices. */
DuiLayout *dui_layout_find (const DuiRecognition *recognition,
                            guint from,
                            guint search,
                            const DuiLayout *before);
/* The table whose headings are the rows from @first to before @data and name no place themselves:
 * those stand below the first column. Otherwise as above. */
DuiLayout *dui_layout_make (const DuiRecognition *recognition,
                            guint from,
                            guint first,
                            guint data,
                            const DuiLayout *before);
void dui_layout_free (DuiLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiLayout, dui_layout_free)

/* TRUE when the headings of a table begin in @row, or stand there. */
gboolean dui_layout_begins (const DuiRecognition *recognition, guint row);

G_END_DECLS
