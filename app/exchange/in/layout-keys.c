/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/layout-parts.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"

/* Rows that are looked at where two columns could be the same key. */
#define SAMPLE_ROWS 200

static void
fold_cell (const DuiSheet *sheet, guint row, guint column, DuiPlainText *plain)
{
  const DuiCell *cell = dui_sheet_get_cell (sheet, row, column);

  dui_plain_text_fold (plain, cell ? dui_sheet_get_cell_text (sheet, cell) : "",
                       cell ? cell->length : 0);
}

static gboolean
is_measure (const DuiPlainText *plain)
{
  g_autofree char *bracketed = g_strdup_printf ("(%s)", plain->text);
  g_autofree char *measure = dui_measure_find (bracketed);

  return measure != NULL;
}

static gboolean
fits (const DuiRecognition *recognition, DuiColumnRole role, const DuiPlainText *plain)
{
  switch (role)
    {
    case DUI_ROLE_PLACE:
    case DUI_ROLE_CODE:
      return dui_place_names_match (recognition->places, plain).kind == DUI_PLACE_TEXT_PLACE;
    case DUI_ROLE_INDICATOR:
      return dui_indicator_names_match (recognition->indicators, plain, NULL)
             != DUI_NO_INDICATOR;
    case DUI_ROLE_MEASURE:
      return is_measure (plain);
    default:
      return dui_period_text_read (plain).kind != DUI_PERIOD_TEXT_NONE;
    }
}

/* How many different texts of the column's first rows fit the role: of a column of counties and one
 * of their townships the second one names the rows. */
static guint
count_fitting (const DuiLayout *self,
               const DuiRecognition *recognition,
               guint column,
               DuiColumnRole role)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_fitting = 0;
  guint end = MIN (recognition->sheet->n_rows, self->first_data + SAMPLE_ROWS);
  DuiPlainText plain;

  for (guint row = self->first_data; row < end; row++)
    {
      fold_cell (recognition->sheet, row, column, &plain);
      if (plain.length > 0 && g_hash_table_add (seen, g_strdup (plain.text)))
        n_fitting += fits (recognition, role, &plain);
    }
  return n_fitting;
}

/* The column of a role: the only one, or the one whose cells fit it best. Two with the same heading
 * are refused. */
static int
choose (DuiLayout *self, const DuiRecognition *recognition, DuiColumnRole role)
{
  int best = DUI_NO_COLUMN;
  guint best_fitting = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      guint fitting;

      if (self->headings[column].role != role)
        continue;
      if (best == DUI_NO_COLUMN)
        {
          best = (int) column;
          continue;
        }
      {
        g_autofree char *one = dui_layout_dup_heading (self, recognition->sheet, (guint) best);
        g_autofree char *other = dui_layout_dup_heading (self, recognition->sheet, column);

        if (g_str_equal (one, other))
          dui_layout_refuse_twin (self, recognition, (guint) best, column);
      }
      fitting = count_fitting (self, recognition, column, role);
      best_fitting = count_fitting (self, recognition, (guint) best, role);
      if (fitting > best_fitting)
        {
          self->headings[best].role = DUI_ROLE_IGNORED;
          best = (int) column;
        }
      else
        self->headings[column].role = DUI_ROLE_IGNORED;
    }
  return best;
}

/* 单位 above measures is what the figures are measured in. */
static void
tell_measures_from_places (DuiLayout *self, const DuiRecognition *recognition)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (self->headings[column].role == DUI_ROLE_PLACE
        && count_fitting (self, recognition, column, DUI_ROLE_PLACE) == 0
        && count_fitting (self, recognition, column, DUI_ROLE_MEASURE) > 0)
      self->headings[column].role = DUI_ROLE_MEASURE;
}

/* A sheet of indicators that names the county in its title and no place in its rows: the county's
 * own figures. */
static void
take_home (DuiLayout *self, const DuiRecognition *recognition)
{
  self->sheet_place = recognition->catalog->home;
  if (dui_notices_wants (recognition->notices, DUI_NOTICE_ASSUMED, self->first_row + 1))
    dui_notices_add (
        recognition->notices, DUI_NOTICE_ASSUMED, self->first_row + 1, 0,
        /* Translators: a county. */
        _ ("The sheet names no place but %s, in its title; its figures were taken as that place's "
           "own total. If they are of another place, put its name into the title"),
        dui_place_get_name (
            dui_catalog_get_place (recognition->catalog, recognition->catalog->home)));
}

void
dui_layout_choose_keys (DuiLayout *self, const DuiRecognition *recognition)
{
  tell_measures_from_places (self, recognition);
  self->place = choose (self, recognition, DUI_ROLE_PLACE);
  self->code = choose (self, recognition, DUI_ROLE_CODE);
  self->indicator = choose (self, recognition, DUI_ROLE_INDICATOR);
  self->period = choose (self, recognition, DUI_ROLE_PERIOD);
  self->year = choose (self, recognition, DUI_ROLE_YEAR);
  self->measure = choose (self, recognition, DUI_ROLE_MEASURE);
  self->status = choose (self, recognition, DUI_ROLE_STATUS);
  if (self->place != DUI_NO_COLUMN || self->code != DUI_NO_COLUMN
      || self->sheet_place != DUI_NO_PLACE)
    return;
  if (self->names_home)
    take_home (self, recognition);
  else
    {
      dui_notices_wants (recognition->notices, DUI_NOTICE_HEADING, self->first_row + 1);
      dui_notices_add (
          recognition->notices, DUI_NOTICE_HEADING, self->first_row + 1, 0,
          _ ("No column names the places; head it 单位, 乡镇 or 代码, or put the name of "
             "the one place into the title"));
    }
}
