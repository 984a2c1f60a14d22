/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/layout-parts.h"

#include <string.h>

#include "model/measure.h"

/* A title cell with one of these speaks of the paper, not of the figures. */
static const char *const about_paper[] = { "日期", "时间", "制表", "打印", "印发", "电话", "文号" };

/* A title with one of these is not of growth alone. */
static const char *const about_amounts[]
    = { "完成", "情况", "及", "和", "与", "、", "总量", "总额", "累计" };

/* What a measure of ours or of others ends in; anything else behind 单位： is an office. */
static const char *const units[] = { "元", "吨", "时", "人", "户", "个", "家",
                                     "件", "台", "亩", "辆", "套", "米", "公里" };
#define MEASURE_MAX_CHARACTERS 6

typedef struct
{
  DuiLayout *layout;
  const DuiRecognition *recognition;
  gboolean several_indicators;
  gboolean percent; /* a title gives % as a measure */
} Titles;

static gboolean
contains_any (const char *text, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strstr (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_about_paper (const char *text)
{
  return contains_any (text, about_paper, G_N_ELEMENTS (about_paper));
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
take_indicators (Titles *self, DuiPlainText *plain, gboolean *loose)
{
  int *known = &self->layout->sheet_indicator, found;

  while ((found = dui_indicator_names_take (self->recognition->indicators, plain, loose))
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

/* 单位：万美元: a measure that does not convert must be refused, not overlooked. */
static char *
find_other_measure (const DuiPlainText *plain)
{
  const char *at = strstr (plain->text, "单位:");
  g_autofree char *measure = NULL;
  char *more;

  if (!at || (at != plain->text && at[-1] != '(' && !strstr (plain->text, "计量单位:")))
    return NULL;
  measure = g_strdup (at + strlen ("单位:"));
  more = strstr (measure, "、");
  if (more)
    *more = '\0';
  measure[strcspn (measure, ")(,;%")] = '\0';
  if (g_utf8_strlen (measure, -1) > MEASURE_MAX_CHARACTERS)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (measure, units[i]))
      return g_steal_pointer (&measure);
  return NULL;
}

static void
take_measure (Titles *self, const char *text, const DuiPlainText *plain)
{
  char **measure = &self->layout->sheet_measure;

  if (*measure)
    return;
  *measure = dui_measure_find (text);
  if (!*measure)
    *measure = find_other_measure (plain);
  if (g_strcmp0 (*measure, "%") != 0)
    return;
  g_clear_pointer (measure, g_free);
  self->percent = TRUE;
}

static gboolean
is_about_growth (const char *text)
{
  return (strstr (text, "增速") || strstr (text, "增幅") || strstr (text, "增长"))
         && !contains_any (text, about_amounts, G_N_ELEMENTS (about_amounts));
}

static gboolean
names_home (const Titles *self, const DuiPlainText *plain)
{
  DuiCatalog *catalog = self->recognition->catalog;
  DuiPlainText name;
  const char *text;

  if (catalog->home == DUI_NO_PLACE)
    return FALSE;
  text = dui_place_get_name (dui_catalog_get_place (catalog, catalog->home));
  dui_plain_text_fold (&name, text, strlen (text));
  return strstr (plain->text, name.text) != NULL;
}

static void
warn_of_loose (Titles *self, const char *text, guint row, guint column)
{
  if (self->layout->sheet_indicator != DUI_NO_INDICATOR)
    dui_layout_warn_of_loose (self->recognition, text, self->layout->sheet_indicator, row, column);
}

static void
take_title (Titles *self, const char *text, guint row, guint column)
{
  gboolean loose = FALSE;
  DuiPlainText plain;

  dui_plain_text_fold (&plain, text, strlen (text));
  take_measure (self, text, &plain);
  take_place (self, &plain);
  self->layout->names_home |= names_home (self, &plain);
  self->layout->sheet_estimate |= strstr (plain.text, "预计") != NULL;
  if (is_about_paper (plain.text))
    return;
  self->layout->sheet_cumulative |= strstr (plain.text, "累计") || strstr (plain.text, "年初");
  take_period (self->layout, &plain);
  take_indicators (self, &plain, &loose);
  self->layout->sheet_growth |= is_about_growth (plain.text);
  if (loose)
    warn_of_loose (self, text, row, column);
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
    take_indicators (self, &plain, NULL);
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
  self->names_home |= before->names_home;
  dui_period_text_complete (&self->sheet_period, &before->sheet_period);
}

/* Beside growth rates the % of a title is theirs. */
static gboolean
has_growth (const DuiLayout *layout)
{
  for (guint i = 0; i < layout->n_columns; i++)
    if (layout->headings[i].role == DUI_ROLE_GROWTH)
      return TRUE;
  return FALSE;
}

void
dui_layout_read_titles (DuiLayout *self,
                        const DuiRecognition *recognition,
                        guint from,
                        const DuiLayout *before)
{
  Titles titles = { self, recognition, FALSE, FALSE };

  self->sheet_indicator = DUI_NO_INDICATOR;
  self->sheet_place = DUI_NO_PLACE;
  for (guint row = from; row < self->first_row; row++)
    for (guint column = 0; column < dui_sheet_get_row_length (recognition->sheet, row); column++)
      {
        g_autofree char *text = dui_sheet_dup_text (recognition->sheet, row, column);

        if (g_strstrip (text)[0] != '\0')
          take_title (&titles, text, row, column);
      }
  if (before)
    take_earlier (self, before);
  if (titles.percent && !self->sheet_measure && !has_growth (self))
    self->sheet_measure = g_strdup ("%");
  take_options (&titles);
  take_file_name (&titles);
}
