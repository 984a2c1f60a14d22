/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/layout-parts.h"

#include <string.h>

#include "model/measure.h"

/* A title cell with one of these speaks of the paper, not of the figures. */
static const char *const about_paper[] = { "日期", "时间", "制表", "打印", "印发", "电话", "文号" };

typedef struct
{
  DuiLayout *layout;
  const DuiRecognition *recognition;
  gboolean several_indicators;
} Titles;

static gboolean
is_about_paper (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (about_paper); i++)
    if (strstr (text, about_paper[i]))
      return TRUE;
  return FALSE;
}

/* The first month counts; a year may stand elsewhere. */
static void
take_period (DuiLayout *layout, DuiPlainText *plain)
{
  DuiPeriodText found = dui_period_text_take (plain), *known = &layout->sheet_period;
  int year = known->year;

  if (found.kind == DUI_PERIOD_TEXT_NONE)
    return;
  if (known->kind == DUI_PERIOD_TEXT_NONE || known->kind == DUI_PERIOD_TEXT_YEAR)
    {
      if (found.kind != DUI_PERIOD_TEXT_YEAR || known->kind == DUI_PERIOD_TEXT_NONE)
        *known = found;
      if (year != 0)
        known->year = year;
    }
  else if (year == 0)
    known->year = found.year;
}

static void
take_indicators (Titles *self, DuiPlainText *plain)
{
  int *known = &self->layout->sheet_indicator, found;

  while ((found = dui_indicator_names_take (self->recognition->indicators, plain))
         != DUI_NO_INDICATOR)
    {
      self->several_indicators |= *known != DUI_NO_INDICATOR && *known != found;
      *known = found;
    }
}

static void
take_place (Titles *self, const DuiPlainText *plain)
{
  if (self->layout->sheet_place == DUI_NO_PLACE)
    self->layout->sheet_place = dui_place_names_find (self->recognition->places, plain);
}

static void
take_title (Titles *self, const char *text)
{
  DuiPlainText plain;

  dui_plain_text_fold (&plain, text, strlen (text));
  if (!self->layout->sheet_measure)
    {
      self->layout->sheet_measure = dui_measure_find (text);
      if (g_strcmp0 (self->layout->sheet_measure, "%") == 0)
        g_clear_pointer (&self->layout->sheet_measure, g_free);
    }
  take_place (self, &plain);
  self->layout->sheet_estimate |= strstr (plain.text, "预计") != NULL;
  if (is_about_paper (plain.text))
    return;
  take_period (self->layout, &plain);
  take_indicators (self, &plain);
}

/* A file name says what the sheet does not; an English one says no indicator: "output.csv" is how
 * programs call anything. */
static void
take_file_name (Titles *self)
{
  g_autofree char *base = g_path_get_basename (self->recognition->file);
  g_autofree char *name = g_utf8_make_valid (base, -1);
  char *dot = strrchr (name, '.');
  DuiPlainText plain;
  gboolean chinese = FALSE;

  if (dot)
    *dot = '\0';
  dui_plain_text_fold (&plain, name, strlen (name));
  take_place (self, &plain);
  take_period (self->layout, &plain);
  for (gsize i = 0; i < plain.length; i++)
    chinese |= (guchar) plain.text[i] >= 0x80;
  if (chinese && self->layout->sheet_indicator == DUI_NO_INDICATOR)
    take_indicators (self, &plain);
  if (self->several_indicators)
    self->layout->sheet_indicator = DUI_NO_INDICATOR;
}

static int
find_indicator (DuiCatalog *catalog, DuiIndicator *indicator)
{
  guint index;

  if (indicator && g_ptr_array_find (catalog->indicators, indicator, &index))
    return (int) index;
  for (guint i = 0; indicator && i < catalog->indicators->len; i++)
    if (g_str_equal (dui_indicator_get_code (g_ptr_array_index (catalog->indicators, i)),
                     dui_indicator_get_code (indicator)))
      return (int) i;
  return DUI_NO_INDICATOR;
}

/* What the user says stands between what the sheet says and what its file name lets one guess. */
static void
take_options (Titles *self)
{
  const DuiImportOptions *options = self->recognition->options;
  DuiPeriodText *period = &self->layout->sheet_period;

  if (self->several_indicators)
    self->layout->sheet_indicator = DUI_NO_INDICATOR;
  self->several_indicators = FALSE;
  if (self->layout->sheet_indicator == DUI_NO_INDICATOR)
    self->layout->sheet_indicator = find_indicator (self->recognition->catalog, options->indicator);
  if (!self->layout->sheet_measure)
    self->layout->sheet_measure = g_strdup (options->measure);
  if (options->period <= 0)
    return;
  if (period->kind == DUI_PERIOD_TEXT_NONE || period->kind == DUI_PERIOD_TEXT_YEAR)
    {
      period->kind = DUI_PERIOD_TEXT_MONTH;
      period->month = dui_period_month (options->period);
    }
  if (period->year == 0)
    period->year = dui_period_year (options->period);
}

/* What the titles above an earlier table of the sheet said. */
static void
take_earlier (DuiLayout *self, const DuiLayout *before)
{
  if (self->sheet_indicator == DUI_NO_INDICATOR)
    self->sheet_indicator = before->sheet_indicator;
  if (self->sheet_place == DUI_NO_PLACE)
    self->sheet_place = before->sheet_place;
  if (!self->sheet_measure)
    self->sheet_measure = g_strdup (before->sheet_measure);
  dui_period_text_complete (&self->sheet_period, &before->sheet_period);
}

void
dui_layout_read_titles (DuiLayout *self,
                        const DuiRecognition *recognition,
                        guint from,
                        const DuiLayout *before)
{
  Titles titles = { self, recognition, FALSE };

  self->sheet_indicator = DUI_NO_INDICATOR;
  self->sheet_place = DUI_NO_PLACE;
  for (guint row = from; row < self->first_row; row++)
    for (guint column = 0; column < dui_sheet_get_row_length (recognition->sheet, row); column++)
      {
        g_autofree char *text = dui_sheet_dup_text (recognition->sheet, row, column);

        if (g_strstrip (text)[0] != '\0')
          take_title (&titles, text);
      }
  if (before)
    take_earlier (self, before);
  take_options (&titles);
  take_file_name (&titles);
}
