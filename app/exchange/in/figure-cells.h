/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of one row that make one figure: numbers, their measures and what is refused in them.
 */
#pragma once

#include "exchange/in/number-text.h"
#include "exchange/in/row-keys.h"

G_BEGIN_DECLS

/* What one group of columns says in one row. */
typedef struct
{
  int indicator;
  DuiPeriod period;
  DuiFigureStatus status;
  guint8 gives; /* DuiRowGives */
  guint column; /* of the first cell that gives something, from 0 */
  DuiAmount value, base, growth;
  int digit; /* the value's last one as printed is worth 10^digit */
} DuiRowFigure;

/* What each cell asks of its indicator, asked once. */
typedef struct
{
  const char *measure;
  int scale;
  DuiIndicatorKind kind;
  DuiCalendar calendar;
} DuiMeasured;

typedef struct
{
  const DuiRecognition *recognition;
  const DuiLayout *layout;
  DuiRowKeys *keys;
  DuiMeasured *measured; /* by the catalog's indicators */
  gint8 *shifts;         /* [group][indicator][value or base] */
  guint n_indicators;
  guint row; /* that is read, from 0 */
} DuiFigureCells;

void dui_figure_cells_init (DuiFigureCells *self,
                            const DuiRecognition *recognition,
                            const DuiLayout *layout,
                            DuiRowKeys *keys);
void dui_figure_cells_clear (DuiFigureCells *self);

/* NULL for a cell that is empty or not there. */
static inline const DuiCell *
dui_figure_cells_get (const DuiFigureCells *self, int column)
{
  const DuiCell *cell;

  if (column == DUI_NO_COLUMN)
    return NULL;
  cell = dui_sheet_get_cell (self->recognition->sheet, self->row, (guint) column);
  return cell && cell->length > 0 ? cell : NULL;
}

static inline gboolean
dui_figure_cells_has_group (const DuiFigureCells *self, const DuiFigureGroup *group)
{
  return dui_figure_cells_get (self, group->value.column)
         || dui_figure_cells_get (self, group->base.column)
         || dui_figure_cells_get (self, group->growth.column);
}

/* Reads value, base and growth of @figure, whose indicator is known; FALSE with an error said. */
gboolean dui_figure_cells_read (DuiFigureCells *self, guint group, DuiRowFigure *figure);

/* Says an error at a cell of the row; always FALSE. */
gboolean dui_figure_cells_refuse (const DuiFigureCells *self,
                                  DuiNoticeKind kind,
                                  int column,
                                  const char *reason);

G_END_DECLS
