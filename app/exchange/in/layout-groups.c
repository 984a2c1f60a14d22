/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/layout-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  if (value->period.kind != DUI_PERIOD_TEXT_MONTH || value->period.year == 0)
    return value;
  for (guint column = 0; column < self->n_columns; column++)
    {
      const DuiHeading *other = &self->headings[column];

      if (is_value (self, column) && other->indicator == value->indicator
          && other->period.kind == DUI_PERIOD_TEXT_MONTH
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
  int year = value->period.year != 0 ? value->period.year : self->sheet_period.year;
  int own = heading->period.year + (heading->role == DUI_ROLE_BASE ? 1 : 0);

  if (heading->period.kind == DUI_PERIOD_TEXT_NONE)
    return TRUE;
  if (heading->period.year != 0 && own != year)
    return FALSE;
  return heading->period.kind == DUI_PERIOD_TEXT_YEAR || value->period.kind == DUI_PERIOD_TEXT_NONE
         || heading->period.month == value->period.month;
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

static void
warn_of_unknown (const DuiLayout *self, const DuiRecognition *recognition, guint column)
{
  g_autofree char *heading = dui_layout_dup_heading (self, recognition->sheet, column);

  if (dui_notices_wants (recognition->notices, DUI_NOTICE_COLUMN, self->first_row + 1))
    dui_notices_add (recognition->notices, DUI_NOTICE_COLUMN, self->first_row + 1, column + 1,
                     _ ("The heading “%s” is not understood; its column is left out"), heading);
}

void
dui_layout_make_groups (DuiLayout *self, const DuiRecognition *recognition)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (DuiFigureGroup));

  carry_years (self);
  for (guint column = 0; column < self->n_columns; column++)
    if (self->headings[column].role == DUI_ROLE_BASE
        || self->headings[column].role == DUI_ROLE_GROWTH)
      inherit (self, column);
  drop_single_months (self);
  for (guint column = 0; column < self->n_columns; column++)
    {
      const DuiHeading *heading = &self->headings[column];
      DuiFigureGroup *group;
      DuiFigureColumn *slot;

      if (heading->role == DUI_ROLE_UNKNOWN)
        warn_of_unknown (self, recognition, column);
      if (!dui_heading_is_figure (heading))
        continue;
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
