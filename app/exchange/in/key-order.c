/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/key-order.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/in/large.h"
#include "exchange/in/sheet.h"

#define DIGIT_BITS 11
#define N_DIGITS (1 << DIGIT_BITS)

/* Keys as dense numbers: the fewer bits, the fewer passes. */
typedef struct
{
  DuiPeriod first;
  guint64 n_periods, n_places;
} Range;

static gboolean
has_key (const DuiBatchRow *row)
{
  return row->period != DUI_PERIOD_NONE && row->place != DUI_NO_PLACE;
}

static Range
find_range (const DuiBatchRow *rows, guint n_rows)
{
  DuiPeriod first = G_MAXINT32, last = 0;
  guint32 last_place = 0;

  for (guint i = 0; i < n_rows; i++)
    if (has_key (&rows[i]))
      {
        first = MIN (first, rows[i].period);
        last = MAX (last, rows[i].period);
        last_place = MAX (last_place, rows[i].place);
      }
  return (Range){ first, last >= first ? (guint64) (last - first) + 1 : 1,
                  (guint64) last_place + 1 };
}

static guint64
key_of (const DuiBatchRow *row, const Range *range)
{
  if (!has_key (row))
    return ((guint64) G_MAXUINT16 + 1) * range->n_periods * range->n_places;
  return ((guint64) row->indicator * range->n_periods + (guint64) (row->period - range->first))
             * range->n_places
         + row->place;
}

/* One stable pass of the radix sort over @order by the digit at @shift of the keys. */
static void
sort_by_digit (const guint64 *keys, const guint32 *order, guint32 *sorted, guint n, int shift)
{
  guint32 starts[N_DIGITS] = { 0 }, start = 0;

  for (guint i = 0; i < n; i++)
    starts[keys[i] >> shift & (N_DIGITS - 1)]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint32 count = starts[digit];

      starts[digit] = start;
      start += count;
    }
  for (guint i = 0; i < n; i++)
    sorted[starts[keys[order[i]] >> shift & (N_DIGITS - 1)]++] = order[i];
}

void
dui_key_order_sort (DuiBatch *batch)
{
  DuiBatchRow *rows = (DuiBatchRow *) (gpointer) batch->rows->data;
  guint n = batch->rows->len;
  g_autofree guint64 *keys = g_new (guint64, n);
  g_autofree guint32 *order = NULL;
  g_autofree guint32 *sorted = NULL;
  Range range = find_range (rows, n);
  GArray *in_key_order;
  guint64 largest = 0;
  gboolean in_order = TRUE;

  for (guint i = 0; i < n; i++)
    {
      keys[i] = key_of (&rows[i], &range);
      in_order = in_order && (i == 0 || keys[i - 1] <= keys[i]);
      largest = MAX (largest, keys[i]);
    }
  if (in_order)
    return;
  order = g_new (guint32, n);
  sorted = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (int shift = 0; shift < 64 && largest >> shift > 0; shift += DIGIT_BITS)
    {
      guint32 *swap = order;

      sort_by_digit (keys, order, sorted, n, shift);
      order = sorted;
      sorted = swap;
    }
  g_clear_pointer (&keys, g_free);
  g_clear_pointer (&sorted, g_free);
  /* A second array is faster than moving the rows in place along the cycles of the permutation. */
  in_key_order = g_array_sized_new (FALSE, FALSE, sizeof (DuiBatchRow), n);
  dui_large_prepare (in_key_order->data, n * sizeof (DuiBatchRow));
  g_array_set_size (in_key_order, n);
  for (guint i = 0; i < n; i++)
    g_array_index (in_key_order, DuiBatchRow, i) = rows[order[i]];
  g_array_unref (batch->rows);
  batch->rows = in_key_order;
}

static gboolean
same_figures (const DuiBatchRow *a, const DuiBatchRow *b)
{
  return a->gives == b->gives && a->value == b->value && a->base == b->base
         && a->growth == b->growth && a->status == b->status;
}

static void
refuse_twice (DuiBatchRow *row, const DuiBatchRow *other, DuiNotices *notices)
{
  g_autofree char *cell = NULL;

  row->verdict = DUI_ROW_REFUSED;
  if (!dui_notices_wants (notices, DUI_NOTICE_TWICE, row->row))
    return;
  cell = dui_cell_name (other->row - 1, other->column - 1u);
  dui_notices_add (
      notices, DUI_NOTICE_TWICE, row->row, row->column,
      /* Translators: a cell such as C3. */
      _ ("The same place, indicator and period stand in %s with another figure; delete the "
         "wrong one"),
      cell);
}

void
dui_key_order_check_twice (DuiBatch *batch, DuiNotices *notices)
{
  DuiBatchRow *rows = (DuiBatchRow *) (gpointer) batch->rows->data;
  DuiBatchRow *kept = NULL;

  for (guint i = 0; i < batch->rows->len; i++)
    {
      DuiBatchRow *row = &rows[i];
      gboolean first_refused;

      if (row->verdict == DUI_ROW_REFUSED || row->verdict == DUI_ROW_COMPARED)
        continue;
      if (!kept || !dui_batch_row_same_key (kept, row))
        {
          kept = row;
          continue;
        }
      first_refused = kept->verdict == DUI_ROW_REFUSED;
      if (same_figures (kept, row) && !first_refused)
        {
          row->verdict = DUI_ROW_COMPARED;
          continue;
        }
      if (!first_refused)
        refuse_twice (kept, row, notices);
      refuse_twice (row, kept, notices);
    }
}
