/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/growth-form.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/in/number-text.h"

#define SAMPLE_ROWS 200

/* How far a rounded growth may be from C/B - 1. */
#define CLOSE 0.0006

typedef struct
{
  guint as_percent, as_fraction; /* rows in which value and base speak for one and not the other */
  guint n_small;                 /* below 1, and written with three digits behind the point */
  guint n_large;
} Votes;

static gboolean
read_cell (const DuiSheet *sheet, guint row, int column, gboolean in_words, DuiNumberText *number)
{
  const DuiCell *cell
      = column == DUI_NO_COLUMN ? NULL : dui_sheet_get_cell (sheet, row, (guint) column);

  return cell
         && dui_number_text_read (dui_sheet_get_cell_text (sheet, cell), cell->length, NULL,
                                  in_words, number, NULL)
                == DUI_NUMBER_TEXT_NUMBER;
}

static void
vote (Votes *self, const DuiSheet *sheet, guint row, const DuiFigureGroup *group)
{
  DuiNumberText growth, value, base;
  double rate, computed;

  if (!read_cell (sheet, row, group->growth.column, TRUE, &growth) || growth.percent
      || growth.mantissa == 0)
    return;
  rate = dui_number_text_to_double (&growth);
  if (fabs (rate) >= 1)
    self->n_large++;
  else
    self->n_small += growth.decimals >= 3;
  if (!read_cell (sheet, row, group->value.column, FALSE, &value)
      || !read_cell (sheet, row, group->base.column, FALSE, &base) || base.mantissa <= 0)
    return;
  computed = dui_number_text_to_double (&value) / dui_number_text_to_double (&base) - 1;
  if (fabs (rate / 100 - computed) <= CLOSE)
    self->as_percent += fabs (rate - computed) > CLOSE;
  else
    self->as_fraction += fabs (rate - computed) <= CLOSE;
}

static gboolean
is_fraction (const Votes *self, gboolean says_percent)
{
  if (self->as_percent != self->as_fraction)
    return self->as_fraction > self->as_percent;
  return !says_percent && self->n_large == 0 && self->n_small > 0;
}

void
dui_growth_form_find (const DuiRecognition *recognition, DuiLayout *layout)
{
  const DuiSheet *sheet = recognition->sheet;
  guint end = MIN (sheet->n_rows, layout->first_data + SAMPLE_ROWS);

  for (guint i = 0; i < layout->n_groups; i++)
    {
      DuiFigureGroup *group = &layout->groups[i];
      Votes votes = { 0 };

      if (group->growth.column == DUI_NO_COLUMN)
        continue;
      for (guint row = layout->first_data; row < end; row++)
        vote (&votes, sheet, row, group);
      group->growth.fraction = is_fraction (&votes, layout->headings[group->growth.column].percent);
      if (!group->growth.fraction
          || !dui_notices_wants (recognition->notices, DUI_NOTICE_FRACTION, layout->first_row + 1))
        continue;
      dui_notices_add (
          recognition->notices, DUI_NOTICE_FRACTION, layout->first_row + 1,
          (guint) group->growth.column + 1,
          _ ("The growth rates of this column were read as fractions: 0.125 is 12.5 %%; "
             "put %% into the heading if they are percents"));
    }
}
