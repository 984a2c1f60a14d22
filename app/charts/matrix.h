/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places by periods: a row for each place, a cell for each of the last periods, as texts before there
 * is any size, and how it is laid out. Where rows do not fit, those in the middle are left out and
 * counted. Private to charts/. */
#pragma once

#include "analysis/history.h"
#include "charts/subject.h"
#include "plot/text.h"

G_BEGIN_DECLS

/* Periods that are shown at most (PRACTICE §4). */
#define DUI_MATRIX_PERIODS 12

typedef struct
{
  char *text;         /* NULL leaves the cell empty */
  DuiRole text_role;
  DuiRole rect_role;
  gboolean has_rect;
} DuiMatrixCell;

typedef struct
{
  guint place;
  char *name;
  char *value;          /* of the last period, at the right; nullable */
  DuiMatrixCell *cells; /* one for each of the periods */
  guint n_cells;
  char *joined_text; /* what the bar under the periods @first to @last says; NULL for no bar */
  guint first, last; /* indices of periods */
  gboolean stays;    /* is kept where rows are left out, as far as only such rows follow */
  char *mark;        /* tooltip and accessible name */
} DuiMatrixRow;

typedef struct
{
  GArray *periods; /* of DuiPeriod, oldest first */
  GArray *rows;    /* of DuiMatrixRow */
  guint n_first;   /* rows above a rule */
  const char *value_title; /* nullable */
} DuiMatrix;

DuiMatrix *dui_matrix_new (void);
void dui_matrix_free (DuiMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiMatrix, dui_matrix_free)

/* The newest published periods to @period, from the first in which anybody was ranked. */
void dui_matrix_set_periods (DuiMatrix *self, DuiHistory *history, DuiPeriod period);

/* Nothing where there is no room for one period or, of more rows, for three. */
void dui_matrix_lay_out (const DuiMatrix *self, DuiLayout *layout, const DuiRect *rect,
                         DuiTextMeasure *measure);

G_END_DECLS
