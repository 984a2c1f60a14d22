/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a batch as a list model: an item exists only while it is in view, because a sheet may
 * have a million rows. */
#pragma once

#include <gio/gio.h>

#include "model/batch.h"
#include "model/panel.h"

G_BEGIN_DECLS

#define DUI_TYPE_BATCH_ROW_ITEM (dui_batch_row_item_get_type ())
G_DECLARE_FINAL_TYPE (DuiBatchRowItem, dui_batch_row_item, DUI, BATCH_ROW_ITEM, GObject)

typedef enum
{
  DUI_BATCH_COLUMN_ROW,
  DUI_BATCH_COLUMN_PLACE,
  DUI_BATCH_COLUMN_INDICATOR,
  DUI_BATCH_COLUMN_PERIOD,
  DUI_BATCH_COLUMN_VALUE,
  DUI_BATCH_COLUMN_BASE,
  DUI_BATCH_COLUMN_GROWTH,
  DUI_BATCH_COLUMN_VERDICT,
  DUI_N_BATCH_COLUMNS
} DuiBatchColumn;

/* "13.8 → 14.2" where the book has another value; the caller frees it. */
char *dui_batch_row_item_format (DuiBatchRowItem *self, DuiBatchColumn column);
DuiRowVerdict dui_batch_row_item_get_verdict (DuiBatchRowItem *self);
/* In the sheet, from 1. */
guint dui_batch_row_item_get_row (DuiBatchRowItem *self);
/* The row in one sentence, for screen readers; the caller frees it. */
char *dui_batch_row_item_format_spoken (DuiBatchRowItem *self);

/* Translated: 新增, 变动. */
const char *dui_row_verdict_label (DuiRowVerdict verdict);

#define DUI_TYPE_BATCH_ROWS (dui_batch_rows_get_type ())
G_DECLARE_FINAL_TYPE (DuiBatchRows, dui_batch_rows, DUI, BATCH_ROWS, GObject)

/* A GListModel of DuiBatchRowItem. @panels: what stands in the book, DuiIndicator -> DuiPanel. With
 * @only_notable without the rows that change nothing. */
DuiBatchRows *dui_batch_rows_new (DuiBatch *batch, GHashTable *panels, gboolean only_notable);

/* "工业总产值 (万元) · 2021年1—11月": what all rows are about, and whether it is one thing. The
 * caller frees it. */
char *dui_batch_rows_format_subject (DuiBatchRows *self, gboolean *one_indicator,
                                     gboolean *one_period);

G_END_DECLS
