/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What in a batch needs a second look though it can be imported: warnings. Only figures that would
 * change the book are asked about. */
#pragma once

#include "exchange/in/notices.h"
#include "exchange/in/outlook.h"

G_BEGIN_DECLS

/* The rows of one indicator and period, which stand together in the order of the key. */
typedef struct
{
  const DuiBatchRow *rows;
  guint n_rows;
  DuiIndicator *indicator;
  DuiPeriod period;
  DuiPeriod before; /* the published period before it in the same year; DUI_PERIOD_NONE */
  const DuiOutlook *outlook;
} DuiFindingsBlock;

typedef struct
{
  DuiBatch *batch;
  DuiNotices *notices;
  const guint *columns; /* in the outlooks of the batch's places to be made */
  guint n_places;       /* the catalog's */

  guint n_alone, n_alone_equal; /* figures that stand alone in their block, and those unchanged */
} DuiFindings;

/* @outlooks: by the catalog's indicators; @columns: of each place to be made. */
void dui_findings_find (DuiBatch *batch,
                        DuiOutlook *const *outlooks,
                        const guint *columns,
                        DuiNotices *notices);

/* findings-blocks.c: last month's file again, months missing in between, absent places. */
void dui_findings_check_block (DuiFindings *self, const DuiFindingsBlock *block);
void dui_findings_check_all (DuiFindings *self);

static inline guint
dui_findings_column (const DuiFindings *self, const DuiBatchRow *row)
{
  return row->place < self->n_places ? row->place : self->columns[row->place - self->n_places];
}

static inline gboolean
dui_findings_changes (const DuiBatchRow *row)
{
  return row->verdict == DUI_ROW_NEW || row->verdict == DUI_ROW_CHANGED;
}

G_END_DECLS
