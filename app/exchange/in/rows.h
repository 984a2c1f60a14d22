/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows below a table's headings, made into rows of a batch. */
#pragma once

#include "exchange/in/layout.h"

G_BEGIN_DECLS

/* A 合计 row: what it says for one indicator and period, and which rows it is the sum of. */
typedef struct
{
  int indicator;
  DuiPeriod period;
  DuiAmount value, base; /* DUI_AMOUNT_MISSING where it says none */
  int digit;             /* digits of the amount that the sheet's last printed one stands for */
  guint value_row, value_column, base_row, base_column; /* from 1 */
  gboolean is_part_known;     /* its parts are those of the rows below, else any of the sheet */
  guint first_part, end_part; /* rows of the sheet, from 1, that it may be the sum of */
} DuiSum;

/* What is read of one file, over all of its tables. */
typedef struct
{
  DuiBatch *batch;
  GArray *sums;           /* of DuiSum */
  GHashTable *new_places; /* folded name -> index into the batch's new places + 1 */
} DuiReading;

/* Reads the rows of @layout's table; returns the row in which another table's headings begin, or
 * the number of rows. @titles is behind the last row with figures: where its titles may begin. */
guint dui_rows_read (const DuiRecognition *recognition,
                     DuiLayout *layout,
                     DuiReading *reading,
                     guint *titles);

G_END_DECLS
