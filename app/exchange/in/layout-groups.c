/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/layout-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/in/number-text.h"

/* Rows that are looked at to tell whether a column holds figures. */
#define SAMPLE_ROWS 20

static gboolean
same_months (const DuiPeriodText *a, const DuiPeriodText *b)
{
  return a->kind == b->kind && a->year == b->year && a->month == b->month;
}

static gboolean
is_value (const DuiLayout *self, guint column)
{
  return self->headings[column].role == DUI_ROLE_VALUE;
}

/* The nearest column of values to the left of @column, or else to its right. */
static int
nearest_value (const DuiLayout *self, guint column)
{
  for (guint left = column; left-- > 0;)
    if (is_value (self, left))
      return (int) left;
  for (guint right = column + 1; right < self->n_columns; right++)
    if (is_value (self, right))
      return (int) right;
  return DUI_NO_COLUMN;
}

/* 增速 behind 2021年1-11月, 2020年1-11月 is of 2021: the older column is what it grew from. */
static const DuiHeading *
newest_of_months (const DuiLayout *self, const DuiHeading *value)
{
  if (value->period.kind == DUI_PERIOD_TEXT_NONE || value->period.year == 0)
    return value;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const DuiHeading *other = &self->headings[column];

      if (is_value (self, column) && other->indicator == value->indicator
          && other->period.kind == value->period.kind
          && other->period.month == value->period.month
          && other->period.year == value->period.year + 1)
        return other;
    }
  return value;
}

/* TRUE where a heading of a base or a growth names a period that says no more than the value's: a
 * base may name the year before, whole or with the same months. */
static gboolean
is_of_value (const DuiLayout *self, const DuiHeading *heading, const DuiHeading *value)
{
  DuiPeriodText period = value->period;
  int own = heading->period.year + (heading->role == DUI_ROLE_BASE ? 1 : 0);

  if (heading->period.kind == DUI_PERIOD_TEXT_NONE)
    return TRUE;
  dui_period_text_complete (&period, &self->sheet_period);
  if (heading->period.year != 0 && own != period.year)
    return FALSE;
  return heading->period.kind == DUI_PERIOD_TEXT_YEAR || period.kind == DUI_PERIOD_TEXT_NONE
         || heading->period.month == period.month;
}

/* 同期 behind 工业总产值 is of the same indicator and period, and 2020年1-11月同期 is the base of
 * 2021年1-11月. */
static void
inherit (DuiLayout *self, guint column)
{
  DuiHeading *heading = &self->headings[column];
  int nearest = nearest_value (self, column);
  const DuiHeading *value;

  if (nearest == DUI_NO_COLUMN)
    return;
  value = &self->headings[nearest];
  if (heading->indicator == DUI_NO_INDICATOR)
    heading->indicator = value->indicator;
  if (heading->indicator != value->indicator)
    return;
  if (heading->period.kind == DUI_PERIOD_TEXT_NONE)
    value = newest_of_months (self, value);
  if (is_of_value (self, heading, value))
    heading->period = value->period;
}

/* 11月 beside 1—11月, or under a title that says so, is the month alone (当月). */
static gboolean
is_single_month (const DuiLayout *self, guint column)
{
  const DuiHeading *heading = &self->headings[column];

  if (!heading->period.alone)
    return FALSE;
  if (self->sheet_period.kind == DUI_PERIOD_TEXT_MONTH && !self->sheet_period.alone
      && self->sheet_period.month == heading->period.month)
    return TRUE;
  for (guint other = 0; other < self->n_columns; other++)
    if (is_value (self, other) && other != column
        && self->headings[other].indicator == heading->indicator
        && !self->headings[other].period.alone
        && self->headings[other].period.kind == DUI_PERIOD_TEXT_MONTH
        && self->headings[other].period.month == heading->period.month)
      return TRUE;
  return FALSE;
}

static void
drop_single_months (DuiLayout *self)
{
  g_autofree gboolean *single = g_new0 (gboolean, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    single[column]
        = dui_heading_is_figure (&self->headings[column]) && is_single_month (self, column);
  for (guint column = 0; column < self->n_columns; column++)
    if (single[column])
      self->headings[column].role = DUI_ROLE_IGNORED;
}

static void
leave_out (DuiLayout *self, const DuiRecognition *recognition, guint column, const char *format)
{
  g_autofree char *heading = dui_layout_dup_heading (self, recognition->sheet, column);

  self->headings[column].role = DUI_ROLE_IGNORED;
  if (!dui_notices_wants (recognition->notices, DUI_NOTICE_COLUMN, self->first_row + 1))
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  dui_notices_add (recognition->notices, DUI_NOTICE_COLUMN, self->first_row + 1, column + 1, format,
                   heading);
#pragma GCC diagnostic pop
}

/* 2020年完成 beside 1-11月完成 is the whole year's, and 去年全年 no base of November. Where all columns
 * name a year and nothing else, the title says the months. */
static gboolean
is_whole_year (const DuiLayout *self, guint column)
{
  const DuiHeading *heading = &self->headings[column];

  for (guint other = 0; other < self->n_columns; other++)
    {
      const DuiHeading *value = &self->headings[other];

      if (other == column || !is_value (self, other) || value->indicator != heading->indicator)
        continue;
      if (heading->role == DUI_ROLE_VALUE && heading->period.kind == DUI_PERIOD_TEXT_YEAR
          && value->period.kind != DUI_PERIOD_TEXT_YEAR)
        return TRUE;
      if (heading->role == DUI_ROLE_BASE && heading->period.kind == DUI_PERIOD_TEXT_MONTH
          && heading->period.month == 12 && !is_of_value (self, heading, value))
        return TRUE;
    }
  return FALSE;
}

static void
drop_whole_years (DuiLayout *self, const DuiRecognition *recognition)
{
  g_autofree gboolean *whole = g_new0 (gboolean, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    whole[column] = is_whole_year (self, column);
  for (guint column = 0; column < self->n_columns; column++)
    if (whole[column])
      leave_out (self, recognition, column,
                 _ ("“%s” seems to be a whole year's figure beside those of months; its column is "
                    "left out. If it is of the same months, say so in the heading"));
}

/* 比2019年增长 in 2021 is not over the year before. */
static void
drop_other_comparisons (DuiLayout *self, const DuiRecognition *recognition)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      const DuiHeading *heading = &self->headings[column];
      int nearest = nearest_value (self, column), year = heading->period.year;

      if (year == 0 && nearest != DUI_NO_COLUMN)
        year = self->headings[nearest].period.year;
      if (year == 0)
        year = self->sheet_period.year;
      if (heading->role == DUI_ROLE_GROWTH && heading->compared_year != 0 && year != 0
          && heading->compared_year != year - 1)
        leave_out (self, recognition, column,
                   _ ("“%s” is not the growth over the year before; its column is left out"));
    }
}

static gboolean
holds_numbers (const DuiLayout *self, const DuiRecognition *recognition, guint column)
{
  guint end = MIN (recognition->sheet->n_rows, self->first_data + SAMPLE_ROWS);

  for (guint row = self->first_data; row < end; row++)
    {
      g_autofree char *text = dui_sheet_dup_text (recognition->sheet, row, column);
      DuiNumberText number;

      if (dui_number_text_read (text, strlen (text), NULL, FALSE, &number, NULL)
          == DUI_NUMBER_TEXT_NUMBER)
        return TRUE;
    }
  return FALSE;
}

/* A column that is not understood is left out; but where no other one has the figures, it may be
 * theirs, and rates alone would stand in the book as all that was sent. */
static void
drop_unknown (DuiLayout *self, const DuiRecognition *recognition)
{
  gboolean has_values = FALSE, has_other = FALSE;

  for (guint column = 0; column < self->n_columns; column++)
    {
      has_values |= is_value (self, column);
      has_other |= dui_heading_is_figure (&self->headings[column]);
    }
  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autofree char *heading = NULL;

      if (self->headings[column].role != DUI_ROLE_UNKNOWN)
        continue;
      if (has_values || !has_other || !holds_numbers (self, recognition, column))
        {
          leave_out (self, recognition, column,
                     _ ("The heading “%s” is not understood; its column is left out"));
          continue;
        }
      heading = dui_layout_dup_heading (self, recognition->sheet, column);
      if (dui_notices_wants (recognition->notices, DUI_NOTICE_HEADING, self->first_row + 1))
        dui_notices_add (recognition->notices, DUI_NOTICE_HEADING, self->first_row + 1, column + 1,
                         _ ("The heading “%s” is not understood, and no other column holds "
                            "cumulative figures; head it 累计 or 完成, or delete the column"),
                         heading);
    }
}

/* 工业总产值 and 固定资产投资 under a title 增速（%）hold rates. */
static void
make_growths (DuiLayout *self)
{
  if (!self->sheet_growth || g_strcmp0 (self->sheet_measure ? self->sheet_measure : "%", "%") != 0)
    return;
  for (guint column = 0; column < self->n_columns; column++)
    if (self->headings[column].role == DUI_ROLE_GROWTH || self->headings[column].role == DUI_ROLE_BASE
        || (is_value (self, column) && self->headings[column].measure))
      return;
  for (guint column = 0; column < self->n_columns; column++)
    if (is_value (self, column))
      self->headings[column].role = DUI_ROLE_GROWTH;
}

/* 2021年1-2月, 1-3月, 1-4月: the year stands once and holds on. */
static void
carry_years (DuiLayout *self)
{
  int year = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      DuiHeading *heading = &self->headings[column];

      if (heading->role != DUI_ROLE_VALUE || heading->period.kind == DUI_PERIOD_TEXT_NONE)
        continue;
      if (heading->period.year == 0)
        heading->period.year = year;
      year = heading->period.year;
    }
}

static gboolean
is_cumulative_kind (const DuiLayout *self, const DuiRecognition *recognition, guint column)
{
  int indicator = self->headings[column].indicator;

  if (indicator == DUI_NO_INDICATOR)
    indicator = self->sheet_indicator;
  return indicator == DUI_NO_INDICATOR
         || dui_indicator_get_kind (
                g_ptr_array_index (recognition->catalog->indicators, indicator))
                == DUI_KIND_CUMULATIVE;
}

static gboolean
has_other_month (const DuiLayout *self, guint column)
{
  for (guint other = 0; other < self->n_columns; other++)
    if (is_value (self, other) && self->headings[other].indicator == self->headings[column].indicator
        && self->headings[other].period.kind == DUI_PERIOD_TEXT_MONTH
        && self->headings[other].period.month != self->headings[column].period.month)
      return TRUE;
  return FALSE;
}

/* 11月 alone may be the month's own: as one of several months it is refused, else asked about. */
static void
question_months (const DuiLayout *self, const DuiRecognition *recognition)
{
  for (guint column = 0; column < self->n_columns && !self->sheet_cumulative; column++)
    {
      const DuiHeading *heading = &self->headings[column];
      DuiPeriodText period = heading->period;
      DuiNoticeKind kind;
      g_autofree char *text = NULL;

      dui_period_text_complete (&period, &self->sheet_period);
      if (!is_value (self, column) || !period.alone || heading->cumulative
          || period.kind != DUI_PERIOD_TEXT_MONTH || period.month == 1
          || !is_cumulative_kind (self, recognition, column))
        continue;
      text = dui_layout_dup_heading (self, recognition->sheet, column);
      kind = heading->period.alone && has_other_month (self, column) ? DUI_NOTICE_HEADING
                                                                    : DUI_NOTICE_MONTH;
      if (dui_notices_wants (recognition->notices, kind, self->first_row + 1))
        dui_notices_add (
            recognition->notices, kind, self->first_row + 1, column + 1,
            kind == DUI_NOTICE_HEADING
                /* Translators: 1 a heading, 2 a month's number. */
                ? _ ("“%1$s” may be the month alone or all months since January; if its figures "
                     "are cumulative, head it 1—%2$d月")
                : _ ("“%1$s” was taken as all months from January to %2$d, though the sheet names "
                     "one month only; if it is the month alone, do not import it"),
            text, period.month);
      if (kind == DUI_NOTICE_HEADING)
        return;
    }
}

static DuiFigureGroup *
find_group (DuiLayout *self, GArray *groups, const DuiHeading *heading)
{
  DuiFigureGroup group = { .indicator = heading->indicator, .period = heading->period };

  for (guint i = 0; i < groups->len; i++)
    {
      DuiFigureGroup *known = &g_array_index (groups, DuiFigureGroup, i);

      if (known->indicator == heading->indicator && same_months (&known->period, &heading->period))
        return known;
    }
  group.value.column = group.base.column = group.growth.column = DUI_NO_COLUMN;
  g_array_append_val (groups, group);
  return &g_array_index (groups, DuiFigureGroup, groups->len - 1);
}

static DuiFigureColumn *
slot_of_role (DuiFigureGroup *group, DuiColumnRole role)
{
  if (role == DUI_ROLE_VALUE)
    return &group->value;
  return role == DUI_ROLE_BASE ? &group->base : &group->growth;
}

void
dui_layout_warn_of_loose (const DuiRecognition *recognition,
                          const char *text,
                          int indicator,
                          guint row,
                          guint column)
{
  if (dui_notices_wants (recognition->notices, DUI_NOTICE_LOOSE, row + 1))
    dui_notices_add (recognition->notices, DUI_NOTICE_LOOSE, row + 1, column + 1,
                     /* Translators: 1 a heading or title as it was sent, 2 an indicator. */
                     _ ("“%1$s” was taken for %2$s; if it is wider than that, do not import it"),
                     text,
                     dui_indicator_get_display_name (
                         g_ptr_array_index (recognition->catalog->indicators, indicator)));
}

void
dui_layout_make_groups (DuiLayout *self, const DuiRecognition *recognition)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (DuiFigureGroup));

  make_growths (self);
  carry_years (self);
  drop_whole_years (self, recognition);
  drop_other_comparisons (self, recognition);
  drop_unknown (self, recognition);
  for (guint column = 0; column < self->n_columns; column++)
    if (self->headings[column].role == DUI_ROLE_BASE
        || self->headings[column].role == DUI_ROLE_GROWTH)
      inherit (self, column);
  drop_single_months (self);
  question_months (self, recognition);
  for (guint column = 0; column < self->n_columns; column++)
    {
      const DuiHeading *heading = &self->headings[column];
      DuiFigureGroup *group;
      DuiFigureColumn *slot;

      if (!dui_heading_is_figure (heading))
        continue;
      if (heading->loose)
        {
          g_autofree char *text = dui_layout_dup_heading (self, recognition->sheet, column);

          dui_layout_warn_of_loose (recognition, text, heading->indicator, self->first_row, column);
        }
      group = find_group (self, groups, heading);
      slot = slot_of_role (group, heading->role);
      if (slot->column != DUI_NO_COLUMN)
        {
          dui_layout_refuse_twin (self, recognition, (guint) slot->column, column);
          continue;
        }
      slot->column = (int) column;
      slot->measure = heading->measure;
      group->estimate |= heading->estimate || self->sheet_estimate;
    }
  if (groups->len == 0)
    {
      dui_notices_wants (recognition->notices, DUI_NOTICE_HEADING, self->first_row + 1);
      dui_notices_add (
          recognition->notices, DUI_NOTICE_HEADING, self->first_row + 1, 0,
          _ ("No column holds cumulative figures; head it 累计, 完成 or with the name of an "
             "indicator"));
    }
  self->n_groups = groups->len;
  self->groups = (DuiFigureGroup *) (gpointer) g_array_free (groups, FALSE);
}
