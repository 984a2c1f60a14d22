/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bare rule of ranks and bottom sets (DESIGN §4, PRACTICE R10, R11).
 *
 * Values are exact ratios; sorting compares them as doubles first. A key is num/den with both
 * parts rounded to nearest and the quotient rounded once more, so it differs from the value by
 * less than 3.01 x 2^-53 of its size (nothing under- or overflows below 10^37). Two keys further
 * apart than 2^-50 of the larger one therefore stand in the order of their values, and so does
 * everything on either side of such a step. What is nearer is told apart exactly. */
#include "analysis/standing.h"

#include <math.h>
#include <string.h>

#define NEAR 0x1p-50
#define FEW 48 /* slots that are put in order by insertion */
#define N_DIGITS 8

typedef struct
{
  guint64 key; /* smaller is better; see to_order() */
  guint32 index;
} Slot;

typedef struct
{
  const DuiRatio *values;
  int sign; /* of a comparison of values, so that the better comes first */
} Order;

/* The bits of doubles, so that they stand in the order of unsigned integers, and back. */
static inline guint64
to_order (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits ^ ((guint64) ((gint64) bits >> 63) | (G_GUINT64_CONSTANT (1) << 63));
}

static inline double
from_order (guint64 bits)
{
  double value;

  bits ^= (guint64) ((gint64) ~bits >> 63) | (G_GUINT64_CONSTANT (1) << 63);
  memcpy (&value, &bits, sizeof value);
  return value;
}

static inline gboolean
is_near (const Slot *a, const Slot *b)
{
  double left = from_order (a->key), right = from_order (b->key);

  return fabs (left - right) <= NEAR * MAX (fabs (left), fabs (right));
}

static int
compare_exactly (gconstpointer a, gconstpointer b, gpointer data)
{
  const Slot *left = a, *right = b;
  const Order *order = data;
  int result = dui_ratio_compare (order->values[left->index], order->values[right->index]);

  if (result != 0)
    return order->sign * result;
  return (left->index > right->index) - (left->index < right->index);
}

static inline gboolean
fits_64 (DuiWide value)
{
  return value == (gint64) value;
}

/* Nearly all values are ratios of two amounts, which the processor converts by itself. */
static inline double
key_of (DuiRatio value)
{
  if (G_LIKELY (fits_64 (value.num) && fits_64 (value.den)))
    return (double) (gint64) value.num / (double) (gint64) value.den;
  return dui_ratio_to_double (value);
}

static guint
fill_slots (const Order *order, guint n_values, Slot *slots, guint *ranks)
{
  guint n = 0;

  for (guint i = 0; i < n_values; i++)
    {
      ranks[i] = 0;
      if (!dui_ratio_is_missing (order->values[i]))
        slots[n++] = (Slot){ to_order (order->sign * key_of (order->values[i])), i };
    }
  return n;
}

static void
sort_few (Slot *slots, guint n)
{
  for (guint i = 1; i < n; i++)
    {
      Slot slot = slots[i];
      guint at = i;

      for (; at > 0 && slots[at - 1].key > slot.key; at--)
        slots[at] = slots[at - 1];
      slots[at] = slot;
    }
}

/* Dealt out by one digit of the key after the other, last digit first: no comparison to guess
 * wrong, and a digit that all keys share costs nothing. @spare has room for @n slots. Returns
 * where the result is: @slots or @spare. */
static Slot *
sort_many (Slot *slots, Slot *spare, guint n)
{
  guint32 counts[N_DIGITS][256] = { 0 };

  for (guint i = 0; i < n; i++)
    for (guint digit = 0; digit < N_DIGITS; digit++)
      counts[digit][slots[i].key >> (8 * digit) & 255]++;

  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint32 *next = counts[digit], start = 0;
      Slot *dealt = spare;

      if (next[slots[0].key >> (8 * digit) & 255] == n)
        continue;
      for (guint value = 0; value < 256; value++)
        {
          guint32 count = next[value];

          next[value] = start;
          start += count;
        }
      for (guint i = 0; i < n; i++)
        dealt[next[slots[i].key >> (8 * digit) & 255]++] = slots[i];
      spare = slots;
      slots = dealt;
    }
  return slots;
}

/* By key; slots with the same key keep their order. */
static Slot *
sort_slots (Slot *slots, Slot *spare, guint n)
{
  if (n > FEW)
    return sort_many (slots, spare, n);
  sort_few (slots, n);
  return slots;
}

/* Puts every chain of slots that are near each other in exact order. */
static void
settle_near (const Order *order, Slot *slots, guint n)
{
  for (guint start = 0, end; start < n; start = end)
    {
      gboolean ordered = TRUE;

      for (end = start + 1; end < n && is_near (&slots[end - 1], &slots[end]); end++)
        ordered = ordered && compare_exactly (&slots[end - 1], &slots[end], (gpointer) order) <= 0;
      if (!ordered)
        g_qsort_with_data (slots + start, (int) (end - start), sizeof (Slot), compare_exactly,
                           (gpointer) order);
    }
}

static void
assign_ranks (const Order *order, const Slot *slots, guint n, guint *ranks)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean tied
          = i > 0 && is_near (&slots[i - 1], &slots[i])
            && dui_ratio_compare (order->values[slots[i - 1].index], order->values[slots[i].index])
                   == 0;

      ranks[slots[i].index] = tied ? ranks[slots[i - 1].index] : i + 1;
    }
}

/* Every ranked place with fewer than k strictly worse. Returns the first slot of the set, @n when
 * there is none. */
static guint
find_bottom (const Slot *slots, const guint *ranks, guint n, guint bottom, DuiRankSummary *summary)
{
  guint first, size;

  *summary = (DuiRankSummary){ n, bottom, DUI_BOTTOM_PLAIN, FALSE };
  if (bottom == 0 || n <= bottom || ranks[slots[n - 1].index] == 1)
    {
      summary->bottom_state = DUI_BOTTOM_NONE;
      return n;
    }
  if (n < 2 * bottom)
    {
      summary->bottom_size = n / 2;
      summary->bottom_state = DUI_BOTTOM_NARROWED;
    }
  /* A rank is 1 + the number strictly better: where the slots that share it begin. */
  first = ranks[slots[n - summary->bottom_size].index] - 1;
  size = n - first;
  if (2 * size > n)
    {
      summary->bottom_state = DUI_BOTTOM_TOO_MANY_TIED;
      return n;
    }
  summary->bottom_tied = size > summary->bottom_size;
  return first;
}

void
dui_rank_values (const DuiRatio *values,
                 guint n_values,
                 DuiDirection direction,
                 guint bottom,
                 guint *ranks,
                 gboolean *in_bottom,
                 DuiRankSummary *summary)
{
  Order order = { values, direction == DUI_DIRECTION_LOWER ? 1 : -1 };
  g_autofree Slot *room = g_new (Slot, 2 * (gsize) n_values);
  guint n = fill_slots (&order, n_values, room, ranks);
  Slot *slots = sort_slots (room, room + n_values, n);
  guint first;

  settle_near (&order, slots, n);
  assign_ranks (&order, slots, n, ranks);
  first = find_bottom (slots, ranks, n, bottom, summary);
  for (guint i = 0; i < n_values; i++)
    in_bottom[i] = FALSE;
  for (guint i = first; i < n; i++)
    in_bottom[slots[i].index] = TRUE;
}
