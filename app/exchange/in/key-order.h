/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a batch's rows into the order of the figures' key and finds those that say the same twice.
 */
#pragma once

#include "exchange/in/notices.h"

G_BEGIN_DECLS

/* Orders by indicator, period, place; refused rows without a whole key come last, equal keys stay
 * in the order of the file. */
void dui_key_order_sort (DuiBatch *batch);

/* Of rows with the same key and the same figures the first one is kept and the others become
 * COMPARED; where they differ all are refused, and each notice names the first one's cell. */
void dui_key_order_check_twice (DuiBatch *batch, DuiNotices *notices);

static inline gboolean
dui_batch_row_same_key (const DuiBatchRow *a, const DuiBatchRow *b)
{
  return a->indicator == b->indicator && a->period == b->period && a->place == b->place;
}

G_END_DECLS
