/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/printed.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/in/layout-parts.h"
#include "exchange/in/number-text.h"
#include "model/measure.h"

/* Numbers are the same however many zeros end them. */
#define SAME 1e-12

/* Points by which a completion may differ (R4), beside what rounding explains. */
#define TOLERANCE 0.05

/* More columns than that are not tried as what a rank is of. */
#define MAX_CANDIDATES 64

typedef struct
{
  guint row;
  int indicator;
  DuiPeriod period;
} TableRow;

struct _DuiPrintedTable
{
  const DuiRecognition *recognition;
  const DuiLayout *layout;
  GArray *rows; /* of TableRow */
};

/* One printed rank and the value that it may be of. */
typedef struct
{
  const TableRow *of;
  guint rank;
  double value; /* larger is better */
} Ranked;

static gboolean
prints (const DuiLayout *layout)
{
  for (guint i = 0; i < layout->n_columns; i++)
    if (layout->headings[i].role == DUI_ROLE_IGNORED
        && (layout->headings[i].printed == DUI_PRINTED_RANK
            || layout->headings[i].printed == DUI_PRINTED_COMPLETION))
      return TRUE;
  return FALSE;
}

DuiPrintedTable *
dui_printed_table_new (const DuiRecognition *recognition, const DuiLayout *layout)
{
  DuiPrintedTable *self;

  if (!prints (layout))
    return NULL;
  self = g_new0 (DuiPrintedTable, 1);
  self->recognition = recognition;
  self->layout = layout;
  self->rows = g_array_new (FALSE, FALSE, sizeof (TableRow));
  return self;
}

void
dui_printed_table_free (DuiPrintedTable *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

void
dui_printed_table_add_row (DuiPrintedTable *self, guint row, int indicator, DuiPeriod period)
{
  TableRow added = { row, indicator, period };

  g_array_append_val (self->rows, added);
}

static gboolean
read_number (const DuiPrintedTable *self, guint row, guint column, DuiNumberText *number)
{
  const DuiSheet *sheet = self->recognition->sheet;
  const DuiCell *cell = dui_sheet_get_cell (sheet, row, column);

  return cell
         && dui_number_text_read (dui_sheet_get_cell_text (sheet, cell), cell->length, NULL, TRUE,
                                  number, NULL)
                == DUI_NUMBER_TEXT_NUMBER;
}

/* 3, 第3, 3名, 并列3, 3（并列）; 0 for none. */
static guint
read_rank (const DuiPrintedTable *self, guint row, guint column)
{
  const DuiSheet *sheet = self->recognition->sheet;
  const DuiCell *cell = dui_sheet_get_cell (sheet, row, column);
  DuiPlainText plain;
  gsize n_digits;

  if (!cell)
    return 0;
  dui_plain_text_fold (&plain, dui_sheet_get_cell_text (sheet, cell), cell->length);
  dui_plain_text_skip (&plain, "并列");
  dui_plain_text_skip (&plain, "第");
  if (!dui_plain_text_chop (&plain, "(并列)"))
    dui_plain_text_chop (&plain, "并列");
  if (!dui_plain_text_chop (&plain, "名"))
    dui_plain_text_chop (&plain, "位");
  n_digits = strspn (plain.text, "0123456789");
  if (n_digits == 0 || n_digits > 6 || n_digits != plain.length)
    return 0;
  return (guint) g_ascii_strtoull (plain.text, NULL, 10);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *other = b;

  if (one->of->indicator != other->of->indicator)
    return one->of->indicator < other->of->indicator ? -1 : 1;
  if (one->of->period != other->of->period)
    return one->of->period < other->of->period ? -1 : 1;
  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return (one->of->row > other->of->row) - (one->of->row < other->of->row);
}

static gboolean
same_group (const Ranked *a, const Ranked *b)
{
  return a->of->indicator == b->of->indicator && a->of->period == b->of->period;
}

static gboolean
is_lower_better (const DuiPrintedTable *self, guint column, const TableRow *row)
{
  const DuiHeading *heading = &self->layout->headings[column];
  int indicator = heading->indicator != DUI_NO_INDICATOR ? heading->indicator : row->indicator;

  if (!dui_heading_is_figure (heading))
    return FALSE;
  if (indicator == DUI_NO_INDICATOR)
    indicator = self->layout->sheet_indicator;
  return indicator != DUI_NO_INDICATOR
         && dui_indicator_get_direction (
                g_ptr_array_index (self->recognition->catalog->indicators, indicator))
                == DUI_DIRECTION_LOWER;
}

/* The printed ranks with the values of @column, best first; empty where a ranked row has none. */
static GArray *
collect (const DuiPrintedTable *self, const GArray *ranks, guint column)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TableRow *row = &g_array_index (self->rows, TableRow, i);
      Ranked item = { row, g_array_index (ranks, guint, i), 0 };
      DuiNumberText number;

      if (item.rank == 0)
        continue;
      if (!read_number (self, row->row, column, &number))
        {
          g_array_set_size (ranked, 0);
          return ranked;
        }
      item.value = dui_number_text_to_double (&number);
      if (is_lower_better (self, column, row))
        item.value = -item.value;
      g_array_append_val (ranked, item);
    }
  if (ranked->len > 0)
    qsort (ranked->data, ranked->len, sizeof (Ranked), compare_ranked);
  return ranked;
}

static void
warn_of_rank (const DuiPrintedTable *self,
              guint column,
              guint by,
              const Ranked *item,
              guint expected)
{
  DuiNotices *notices = self->recognition->notices;
  g_autofree char *heading = NULL;

  if (!dui_notices_wants (notices, DUI_NOTICE_RANK, item->of->row + 1))
    return;
  heading = dui_layout_dup_heading (self->layout, self->recognition->sheet, by);
  dui_notices_add (notices, DUI_NOTICE_RANK, item->of->row + 1, column + 1,
                   /* Translators: 1 a rank as printed in the sheet, 2 the heading of the column
                    * that it is of, 3 the rank by that column. */
                   _ ("The sheet prints rank %1$u, but by its own column “%2$s” it is %3$u; check "
                      "both. Ranks are not imported"),
                   item->rank, heading, expected);
}

/* How many ranks are those by @ranked, which is in order; with @warn the others are said. Places
 * that print alike may differ behind the printed digits (R10). */
static guint
count_right (const DuiPrintedTable *self, const GArray *ranked, guint column, guint by, gboolean warn)
{
  const Ranked *items = (const Ranked *) (gconstpointer) ranked->data;
  guint n_right = 0, first = 0;

  for (guint at = 0, past; at < ranked->len; at = past)
    {
      for (past = at + 1; past < ranked->len && same_group (&items[at], &items[past])
                          && fabs (items[at].value - items[past].value)
                                 <= SAME * fabs (items[at].value);
           past++)
        ;
      if (at > 0 && !same_group (&items[at - 1], &items[at]))
        first = at;
      for (guint i = at; i < past; i++)
        if (items[i].rank >= at - first + 1 && items[i].rank <= past - first)
          n_right++;
        else if (warn)
          warn_of_rank (self, column, by, &items[i], at - first + 1);
    }
  return n_right;
}

static gboolean
may_be_ranked (const DuiPrintedTable *self, guint column)
{
  const DuiHeading *heading = &self->layout->headings[column];

  return heading->role != DUI_ROLE_BLANK && heading->role != DUI_ROLE_BASE
         && !dui_heading_is_key (heading) && heading->printed != DUI_PRINTED_RANK
         && heading->printed != DUI_PRINTED_TARGET;
}

/* Of columns that fit alike the one that the heading speaks of, then the nearest one to the left. */
static int
prefer (const DuiPrintedTable *self, guint column, guint candidate)
{
  const DuiHeading *heading = &self->layout->headings[column];
  gboolean is_growth = self->layout->headings[candidate].role == DUI_ROLE_GROWTH;
  int distance = candidate < column ? (int) (column - candidate)
                                    : (int) (candidate - column + self->layout->n_columns);

  return (heading->of_growth && !is_growth ? 2 * (int) self->layout->n_columns : 0) + distance;
}

/* The rank of each row, 0 for none. Returns how many there are; 0 where most are beyond that number:
 * they are ranks among more places than the sheet has. */
static guint
collect_ranks (const DuiPrintedTable *self, guint column, GArray *ranks)
{
  guint n = 0, n_beyond = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint rank = read_rank (self, g_array_index (self->rows, TableRow, i).row, column);

      n += rank > 0;
      g_array_append_val (ranks, rank);
    }
  for (guint i = 0; i < ranks->len; i++)
    n_beyond += g_array_index (ranks, guint, i) > n;
  return n_beyond * 2 >= n ? 0 : n;
}

static void
compare_ranks (const DuiPrintedTable *self, guint column)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) best = NULL;
  guint n, n_right = 0, by = 0, n_candidates = 0;

  n = collect_ranks (self, column, ranks);
  if (n < 2)
    return;
  for (guint other = 0; other < self->layout->n_columns && n_candidates < MAX_CANDIDATES; other++)
    {
      g_autoptr (GArray) ranked = NULL;
      guint right;

      if (!may_be_ranked (self, other))
        continue;
      n_candidates++;
      ranked = collect (self, ranks, other);
      right = count_right (self, ranked, column, other, FALSE);
      if (ranked->len == 0
          || (best
              && (right < n_right
                  || (right == n_right
                      && prefer (self, column, other) >= prefer (self, column, by)))))
        continue;
      g_clear_pointer (&best, g_array_unref);
      best = g_steal_pointer (&ranked);
      n_right = right;
      by = other;
    }
  if (best && n_right * 3 >= n)
    count_right (self, best, column, by, TRUE);
  else if (best && dui_notices_wants (self->recognition->notices, DUI_NOTICE_RANK,
                                      self->layout->first_row + 1))
    dui_notices_add (self->recognition->notices, DUI_NOTICE_RANK, self->layout->first_row + 1,
                     column + 1,
                     _ ("The ranks of this column are not those of any column of the sheet; check "
                        "them. Ranks are not imported"));
}

/* The nearest column that @column may be of: on its left if there is one. */
static int
nearest (const DuiPrintedTable *self, guint column, gboolean target)
{
  const DuiLayout *layout = self->layout;
  int indicator = layout->headings[column].indicator;

  for (guint step = 1; step < 2 * layout->n_columns; step++)
    {
      guint other = step <= column ? column - step : step;
      const DuiHeading *heading;

      if (other == column || other >= layout->n_columns)
        continue;
      heading = &layout->headings[other];
      if ((target ? heading->role == DUI_ROLE_IGNORED && heading->printed == DUI_PRINTED_TARGET
                  : heading->role == DUI_ROLE_VALUE)
          && (indicator == DUI_NO_INDICATOR || heading->indicator == DUI_NO_INDICATOR
              || heading->indicator == indicator))
        return (int) other;
    }
  return DUI_NO_COLUMN;
}

/* 10^shift makes a target's number one in the measure of the value; FALSE where that is not known.
 */
static gboolean
find_shift (const DuiPrintedTable *self, int target, int value, int *shift)
{
  const char *from = self->layout->headings[target].measure;
  const char *to = self->layout->headings[value].measure;

  *shift = 0;
  if (!to)
    to = self->layout->sheet_measure;
  return !from || (to && dui_measure_convert (from, to, shift));
}

static double
half_digit (const DuiNumberText *number)
{
  return 0.5 * pow (10, -(double) number->decimals);
}

/* TRUE where @printed is C/T, in percent or as a fraction, within what rounding explains. */
static gboolean
is_completion (const DuiNumberText *printed,
               const DuiNumberText *value,
               const DuiNumberText *target,
               int shift,
               double *expected)
{
  double scale = pow (10, shift), due = dui_number_text_to_double (target) * scale;
  double rate = dui_number_text_to_double (printed), rounding;

  *expected = 100 * dui_number_text_to_double (value) / due;
  rounding = 100 * half_digit (value) / due + fabs (*expected) * half_digit (target) * scale / due;
  return fabs (rate - *expected) <= MAX (TOLERANCE, half_digit (printed)) + rounding + 1e-9
         || fabs (100 * rate - *expected)
                <= MAX (TOLERANCE, 100 * half_digit (printed)) + rounding + 1e-9;
}

static void
warn_of_completion (const DuiPrintedTable *self,
                    guint row,
                    guint column,
                    const DuiNumberText *printed,
                    double expected)
{
  const DuiSheet *sheet = self->recognition->sheet;
  g_autofree char *given = NULL;

  if (!dui_notices_wants (self->recognition->notices, DUI_NOTICE_COMPLETION, row + 1))
    return;
  given = g_strstrip (dui_sheet_dup_text (sheet, row, column));
  dui_notices_add (self->recognition->notices, DUI_NOTICE_COMPLETION, row + 1, column + 1,
                   /* Translators: 1 the completion as printed in the sheet, 2 computed. */
                   _ ("The sheet prints a completion of %1$s, but by its own figure and target it "
                      "is %2$.2f %%; check all three. Completions are not imported"),
                   given, expected);
}

static void
compare_completion (const DuiPrintedTable *self, guint column)
{
  int value_column = nearest (self, column, FALSE), target_column = nearest (self, column, TRUE);
  int shift;

  if (value_column == DUI_NO_COLUMN || target_column == DUI_NO_COLUMN
      || !find_shift (self, target_column, value_column, &shift))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, TableRow, i).row;
      DuiNumberText printed, value, target;
      double expected;

      if (read_number (self, row, column, &printed)
          && read_number (self, row, (guint) value_column, &value)
          && read_number (self, row, (guint) target_column, &target) && target.mantissa > 0
          && !is_completion (&printed, &value, &target, shift, &expected))
        warn_of_completion (self, row, column, &printed, expected);
    }
}

void
dui_printed_table_compare (DuiPrintedTable *self)
{
  for (guint column = 0; column < self->layout->n_columns; column++)
    {
      const DuiHeading *heading = &self->layout->headings[column];

      if (heading->role != DUI_ROLE_IGNORED)
        continue;
      if (heading->printed == DUI_PRINTED_RANK)
        compare_ranks (self, column);
      else if (heading->printed == DUI_PRINTED_COMPLETION)
        compare_completion (self, column);
    }
}
