/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/questions.h"

#include <glib/gi18n-lib.h>

/* Ten times the period before is most often a slip of the unit (PRACTICE R19). */
#define SLIP 10

gboolean
dui_question_ask (DuiAmount value,
                  DuiAmount before,
                  DuiQuestionTopic *topic)
{
  if (dui_amount_is_missing (value) || dui_amount_is_missing (before) || before <= 0)
    return FALSE;
  if (value < before)
    *topic = DUI_QUESTION_FELL;
  else if (value / SLIP >= before)
    *topic = DUI_QUESTION_UNIT;
  else
    return FALSE;
  return TRUE;
}

static void
add (GPtrArray *questions,
     guint place,
     DuiQuestionTopic topic)
{
  DuiQuestion *question = g_new0 (DuiQuestion, 1);

  question->place = place;
  question->topic = topic;
  g_ptr_array_add (questions, question);
}

/* Whether what was reported is a point or more from 100 * (C / B - 1): in amounts, exact. */
static gboolean
growths_differ (const DuiFigureValues *figure)
{
  const __int128 one = dui_power_of_ten (DUI_GROWTH_SCALE);
  __int128 apart;

  if (dui_amount_is_missing (figure->value) || dui_amount_is_missing (figure->base)
      || dui_amount_is_missing (figure->growth) || figure->base <= 0)
    return FALSE;
  apart = (__int128) (figure->value - figure->base) * one - (__int128) figure->growth * figure->base;
  return (apart < 0 ? -apart : apart) * 100 >= one * figure->base;
}

static void
ask_place (GPtrArray *questions,
           const DuiPanel *panel,
           guint place,
           DuiPeriod period)
{
  DuiIndicator *indicator = panel->indicator;
  DuiPeriod last = dui_period_previous (period, dui_indicator_get_calendar (indicator));
  DuiFigureValues now = dui_panel_get_figure (panel, place, period);
  DuiFigureValues before = dui_panel_get_figure (panel, place, last);
  gboolean sums = dui_indicator_get_kind (indicator) == DUI_KIND_CUMULATIVE
                  && dui_period_year (last) == dui_period_year (period);
  DuiQuestionTopic topic;

  if (now.status == DUI_STATUS_NONE)
    return;
  if (sums && dui_question_ask (now.value, before.value, &topic))
    add (questions, place, topic);
  if (sums && !dui_amount_is_missing (now.value) && now.value == before.value && now.value != 0
      && now.growth == before.growth)
    add (questions, place, DUI_QUESTION_SAME);
  if (growths_differ (&now))
    add (questions, place, DUI_QUESTION_GROWTH);
}

GPtrArray *
dui_questions_compute (const DuiPanel *panel,
                       guint parent,
                       DuiPeriod period)
{
  g_autoptr (GArray) members = dui_catalog_get_members (panel->catalog, parent, period, FALSE);
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_question_free);

  ask_place (questions, panel, parent, period);
  for (guint i = 0; i < members->len; i++)
    ask_place (questions, panel, g_array_index (members, guint, i), period);
  return questions;
}

static const DuiQuestion *
find (GPtrArray *noted,
      const DuiQuestion *wanted)
{
  for (guint i = noted->len; i-- > 0;)
    {
      const DuiQuestion *one = g_ptr_array_index (noted, i);

      if (one->place == wanted->place && one->topic == wanted->topic)
        return one;
    }
  return NULL;
}

guint
dui_questions_close (GPtrArray *questions,
                     GPtrArray *noted)
{
  guint n_open = 0;

  for (guint i = 0; i < questions->len; i++)
    {
      DuiQuestion *question = g_ptr_array_index (questions, i);
      const DuiQuestion *note = find (noted, question);

      if (note)
        {
          question->note = g_strdup (note->note);
          question->person = g_strdup (note->person);
          question->noted_on = note->noted_on;
        }
      n_open += question->note == NULL;
    }
  return n_open;
}

const char *
dui_month_find_obstacle (DuiMonthState state,
                         guint n_open,
                         gboolean is_issued,
                         guint n_missing)
{
  if (state == DUI_MONTH_SUBMITTED && n_open > 0)
    return _ ("Figures have to be looked at first: close the open questions with a note.");
  if (state == DUI_MONTH_ARCHIVED && !is_issued)
    return _ ("The bulletin has not been issued yet: a month is archived after it.");
  if (state == DUI_MONTH_ARCHIVED && n_missing > 0)
    return _ ("Explanations are still missing: a month is archived when all are there.");
  return NULL;
}
