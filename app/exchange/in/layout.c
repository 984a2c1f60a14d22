/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/layout.h"
#include "exchange/in/layout-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/in/number-text.h"
#include "model/measure.h"

/* How many rows of headings there may be. */
#define UPPER_ROWS 2
#define LOWER_ROWS 3

/* How many cells of a row are looked at to tell whether it holds headings. */
#define PROFILE_CELLS 200

/* Rows below a table without a heading over its places that are asked for places. */
#define PLACE_SAMPLE 20

/* What the cells of a row look like as headings. */
typedef struct
{
  guint n_filled;
  guint n_keys;    /* places, codes, indicators: what tells a row of headings */
  guint n_other;   /* other headings that are understood */
  guint n_measure; /* nothing but a measure: (万元) */
  guint n_numbers;
  guint n_periods; /* columns of periods, counted among the other ones */
  guint n_figures; /* figures whose heading names no period */
} Profile;

static gboolean
is_number (const char *text)
{
  DuiNumberText number;

  return dui_number_text_read (text, strlen (text), NULL, FALSE, &number, NULL)
         == DUI_NUMBER_TEXT_NUMBER;
}

static void
profile_cell (Profile *self, const char *text, DuiIndicatorNames *indicators)
{
  DuiHeading heading;

  self->n_filled++;
  if (is_number (text))
    {
      self->n_numbers++;
      return;
    }
  dui_heading_read (&heading, text, indicators);
  if (heading.role == DUI_ROLE_PLACE || heading.role == DUI_ROLE_CODE
      || heading.role == DUI_ROLE_INDICATOR)
    self->n_keys++;
  else if (heading.role > DUI_ROLE_UNKNOWN)
    {
      self->n_other++;
      self->n_periods += heading.role == DUI_ROLE_PERIOD;
      self->n_figures
          += dui_heading_is_figure (&heading) && heading.period.kind == DUI_PERIOD_TEXT_NONE;
    }
  else if (heading.measure || heading.percent)
    self->n_measure++;
  dui_heading_clear (&heading);
}

/* Text as the next filled cells of a row are read; FALSE at its end. */
static gboolean
next_filled (const DuiSheet *sheet, guint row, guint *column, DuiPlainText *plain)
{
  for (; *column < dui_sheet_get_row_length (sheet, row); (*column)++)
    {
      const DuiCell *cell = dui_sheet_get_cell (sheet, row, *column);

      if (cell->length == 0)
        continue;
      dui_plain_text_fold (plain, dui_sheet_get_cell_text (sheet, cell), cell->length);
      if (plain->length > 0)
        return TRUE;
    }
  return FALSE;
}

static Profile
profile_row (const DuiRecognition *recognition, guint row)
{
  Profile self = { 0 };
  DuiPlainText plain;

  for (guint column = 0;
       self.n_filled < PROFILE_CELLS && next_filled (recognition->sheet, row, &column, &plain);
       column++)
    {
      g_autofree char *text = dui_sheet_dup_text (recognition->sheet, row, column);

      profile_cell (&self, text, recognition->indicators);
    }
  return self;
}

static gboolean
is_heading_row (const DuiRecognition *recognition, guint row)
{
  Profile profile = profile_row (recognition, row);

  /* Without a place and an indicator it is one place's sheet of months. */
  return (profile.n_keys >= 1 || (profile.n_periods == 1 && profile.n_figures >= 1))
         && profile.n_keys + profile.n_other >= 2 && profile.n_numbers <= profile.n_other;
}

static DuiPlaceText
match_place_cell (const DuiRecognition *recognition, guint row, guint column)
{
  const DuiCell *cell = dui_sheet_get_cell (recognition->sheet, row, column);
  DuiPlainText plain;

  dui_plain_text_fold (&plain, cell ? dui_sheet_get_cell_text (recognition->sheet, cell) : "",
                       cell ? cell->length : 0);
  return dui_place_names_match (recognition->places, &plain);
}

/* A table whose corner is empty, or says something else: places stand below its first column. */
static gboolean
has_places_below (const DuiRecognition *recognition, guint row)
{
  guint n_places = 0, n_filled = 0;

  for (guint below = row + 1; below < recognition->sheet->n_rows && n_filled < PLACE_SAMPLE;
       below++)
    {
      DuiPlaceText match = match_place_cell (recognition, below, 0);

      n_filled += match.kind != DUI_PLACE_TEXT_BLANK;
      n_places += match.kind == DUI_PLACE_TEXT_PLACE;
    }
  return n_places > 0 && n_places * 2 >= n_filled;
}

static gboolean
find_heading_row (const DuiRecognition *recognition, guint from, guint *found, gboolean *corner)
{
  guint end = MIN (recognition->sheet->n_rows, from + DUI_LAYOUT_SEARCH_ROWS);

  *corner = FALSE;
  for (*found = from; *found < end; (*found)++)
    if (is_heading_row (recognition, *found))
      return TRUE;
  *corner = TRUE;
  for (*found = from; *found < end; (*found)++)
    {
      Profile profile = profile_row (recognition, *found);

      if (profile.n_other >= 1 && profile.n_other >= profile.n_numbers && profile.n_filled >= 2
          && match_place_cell (recognition, *found, 0).kind != DUI_PLACE_TEXT_PLACE
          && has_places_below (recognition, *found))
        return TRUE;
    }
  return FALSE;
}

/* "甲,1,2,3" below the headings numbers the columns of a form. */
static gboolean
is_numbering (const DuiRecognition *recognition, guint row)
{
  DuiPlainText plain;
  guint expected = 0, n_numbers = 0;

  for (guint column = 0; next_filled (recognition->sheet, row, &column, &plain); column++)
    {
      char number[16];

      if (strspn (plain.text, "0123456789") == plain.length)
        {
          expected = expected == 0 ? (guint) g_ascii_strtoull (plain.text, NULL, 10) : expected + 1;
          g_snprintf (number, sizeof number, "%u", expected);
          if (expected > 3 + n_numbers || !g_str_equal (number, plain.text))
            return FALSE;
          n_numbers++;
        }
      else if (n_numbers > 0 || g_utf8_strlen (plain.text, -1) > 2)
        return FALSE;
    }
  return n_numbers >= 2;
}

/* A second row of headings says something and holds no number and no place. */
static gboolean
is_lower_row (const DuiRecognition *recognition, guint row)
{
  Profile profile = profile_row (recognition, row);
  DuiPlaceText first;

  if (profile.n_filled == 0 || profile.n_numbers > 0 || profile.n_other + profile.n_measure == 0
      || profile.n_keys > 1)
    return FALSE;
  first = match_place_cell (recognition, row, 0);
  if (first.kind != DUI_PLACE_TEXT_BLANK && first.kind != DUI_PLACE_TEXT_UNKNOWN)
    return FALSE;
  return (profile.n_other + profile.n_measure) * 2 >= profile.n_filled;
}

/* An upper row of headings says something over figures and nothing over the keys below it: a title
 * in several cells begins above the places. */
static gboolean
is_upper_row (const DuiRecognition *recognition, guint row, guint found)
{
  Profile profile = profile_row (recognition, row);
  DuiPlainText plain;

  if (profile.n_other < 2 || profile.n_numbers > 0)
    return FALSE;
  for (guint column = 0; next_filled (recognition->sheet, row, &column, &plain); column++)
    {
      g_autofree char *below = dui_sheet_dup_text (recognition->sheet, found, column);
      DuiHeading heading;
      gboolean is_key;

      dui_heading_read (&heading, below, recognition->indicators);
      is_key = dui_heading_is_key (&heading);
      dui_heading_clear (&heading);
      if (is_key)
        return FALSE;
    }
  return TRUE;
}

gboolean
dui_layout_begins (const DuiRecognition *recognition, guint row)
{
  guint end = MIN (recognition->sheet->n_rows, row + 1 + UPPER_ROWS);

  if (is_heading_row (recognition, row))
    return TRUE;
  for (guint below = row + 1; below < end; below++)
    if (is_heading_row (recognition, below))
      return is_upper_row (recognition, row, below);
  return FALSE;
}

/* The text that stands over @column in a row of headings: its own, or that of the cell to its left
 * that was merged over it. */
static char *
text_above (const DuiSheet *sheet, guint row, guint column, gboolean merged)
{
  g_autofree char *text = dui_sheet_dup_text (sheet, row, column);

  g_strstrip (text);
  while (merged && text[0] == '\0' && column > 0)
    {
      g_free (text);
      text = dui_sheet_dup_text (sheet, row, --column);
      g_strstrip (text);
    }
  return g_steal_pointer (&text);
}

/* The rows' words over a column, upper before lower; the last of them alone in @lowest. */
static char *
collect_heading (const DuiSheet *sheet, guint first, guint last, guint column, char **lowest)
{
  GString *all = g_string_new (NULL);
  g_autofree char *below = NULL;

  *lowest = NULL;
  for (guint row = last + 1; row-- > first;)
    {
      /* Over an empty cell of a lower row nothing was merged: 备注 may end two rows. */
      g_autofree char *text = text_above (sheet, row, column, below != NULL);

      if (text[0] == '\0' || (below && g_str_equal (text, below)))
        continue;
      if (!*lowest)
        *lowest = g_strdup (text);
      if (all->len > 0)
        g_string_prepend_c (all, ' ');
      g_string_prepend (all, text);
      g_free (below);
      below = g_steal_pointer (&text);
    }
  return g_string_free (all, FALSE);
}

/* Where the words together say nothing, the lowest ones count, within what the upper ones name. */
static void
read_column (DuiLayout *self, const DuiRecognition *recognition, guint last, guint column)
{
  DuiHeading *heading = &self->headings[column];
  g_autofree char *lowest = NULL;
  g_autofree char *all
      = collect_heading (recognition->sheet, self->first_row, last, column, &lowest);
  DuiHeading low;

  dui_heading_read (heading, all, recognition->indicators);
  if (!lowest)
    return;
  dui_heading_read (&low, lowest, recognition->indicators);
  /* 同比增减（万元）is an amount. */
  if (heading->role == DUI_ROLE_GROWTH && low.role == DUI_ROLE_GROWTH && low.measure)
    heading->role = DUI_ROLE_IGNORED;
  if (heading->role != DUI_ROLE_UNKNOWN || g_str_equal (all, lowest))
    {
      dui_heading_clear (&low);
      return;
    }
  if (low.role > DUI_ROLE_UNKNOWN)
    {
      if (low.indicator == DUI_NO_INDICATOR)
        low.indicator = heading->indicator;
      if (low.period.kind == DUI_PERIOD_TEXT_NONE)
        low.period = heading->period;
      if (!low.measure)
        low.measure = g_steal_pointer (&heading->measure);
      dui_heading_clear (heading);
      *heading = low;
    }
  else
    dui_heading_clear (&low);
}

char *
dui_layout_dup_heading (const DuiLayout *self, const DuiSheet *sheet, guint column)
{
  g_autofree char *lowest = NULL;

  return collect_heading (sheet, self->first_row, self->first_data - 1, column, &lowest);
}

void
dui_layout_refuse_twin (const DuiLayout *self,
                        const DuiRecognition *recognition,
                        guint first,
                        guint second)
{
  g_autofree char *one = dui_layout_dup_heading (self, recognition->sheet, first);
  g_autofree char *other = dui_layout_dup_heading (self, recognition->sheet, second);
  g_autofree char *cell = dui_cell_name (self->first_row, first);

  if (!dui_notices_wants (recognition->notices, DUI_NOTICE_HEADING, self->first_row + 1))
    return;
  dui_notices_add (
      recognition->notices, DUI_NOTICE_HEADING, self->first_row + 1, second + 1,
      /* Translators: 1 a heading, 2 a cell such as C3, 3 the heading in that cell. */
      _ ("The heading “%1$s” means the same as %2$s “%3$s”; rename or delete one of the "
         "two columns"),
      other, cell, one);
}

static void
find_rows (DuiLayout *self, const DuiRecognition *recognition, guint from, guint found)
{
  guint last = found;

  self->first_row = found;
  while (self->first_row > from && found - self->first_row < UPPER_ROWS
         && is_upper_row (recognition, self->first_row - 1, found))
    self->first_row--;
  while (last + 1 < recognition->sheet->n_rows && last - found < LOWER_ROWS
         && is_lower_row (recognition, last + 1))
    last++;
  self->first_data = last + 1;
}

/* The headings are known to stand from first_row to first_data; what they mean. */
static void
read_headings (DuiLayout *self,
               const DuiRecognition *recognition,
               guint from,
               gboolean corner,
               const DuiLayout *before)
{
  const DuiSheet *sheet = recognition->sheet;
  guint n_columns = 0, last = self->first_data - 1;

  if (self->first_data < sheet->n_rows && is_numbering (recognition, self->first_data))
    self->first_data++;
  for (guint row = self->first_row; row <= last; row++)
    n_columns = MAX (n_columns, dui_sheet_get_row_length (sheet, row));
  self->n_columns = MIN (n_columns, DUI_LAYOUT_MAX_COLUMNS);
  self->headings = g_new0 (DuiHeading, self->n_columns);
  for (guint column = 0; column < self->n_columns; column++)
    read_column (self, recognition, last, column);
  if (corner && self->n_columns > 0)
    {
      dui_heading_clear (&self->headings[0]);
      self->headings[0]
          = (DuiHeading){ .role = DUI_ROLE_PLACE, .indicator = DUI_NO_INDICATOR };
    }
  dui_layout_read_titles (self, recognition, from, before);
  dui_layout_choose_keys (self, recognition);
  dui_layout_make_groups (self, recognition);
}

DuiLayout *
dui_layout_find (const DuiRecognition *recognition,
                 guint from,
                 guint search,
                 const DuiLayout *before)
{
  DuiLayout *self;
  guint found;
  gboolean corner;

  if (!find_heading_row (recognition, search, &found, &corner))
    return NULL;
  self = g_new0 (DuiLayout, 1);
  find_rows (self, recognition, from, found);
  read_headings (self, recognition, from, corner, before);
  return self;
}

DuiLayout *
dui_layout_make (const DuiRecognition *recognition,
                 guint from,
                 guint first,
                 guint data,
                 const DuiLayout *before)
{
  DuiLayout *self = g_new0 (DuiLayout, 1);

  self->first_row = first;
  self->first_data = data;
  read_headings (self, recognition, from, TRUE, before);
  return self;
}

void
dui_layout_free (DuiLayout *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    dui_heading_clear (&self->headings[i]);
  g_free (self->headings);
  g_free (self->groups);
  g_free (self->sheet_measure);
  g_free (self);
}
