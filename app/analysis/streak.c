/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/streak.h"
#include "analysis/closing.h"
#include "analysis/growth.h"
#include "analysis/history.h"

DuiHistory *
dui_streak_history_new (const DuiPanel *panel, guint parent)
{
  return dui_history_new (panel, parent, DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0,
                          panel->catalog->rules.streak_growth);
}

gboolean
dui_streak_is_counted_in (const DuiHistory *history)
{
  const DuiRules *rules = &history->panel->catalog->rules;

  return history->by == DUI_RANK_BY_GROWTH && history->growth == rules->streak_growth
         && history->bottom == rules->bottom;
}

/* A growth that was inferred or is missing neither breaks a streak nor lengthens it. */
static gboolean
counts (const DuiPlacing *placing)
{
  return placing->rank > 0 && !(placing->flags & DUI_PLACING_INFERRED);
}

static gboolean
reaches (const DuiHistory *history, DuiPeriod period, DuiPeriod last)
{
  const DuiPanel *panel = history->panel;

  return period >= panel->first
         && (panel->catalog->rules.streak_over_year
             || dui_period_year (period) == dui_period_year (last));
}

/* Whether the period can end or lengthen one of those streaks: it need not be ranked otherwise. */
static gboolean
any_growth_is_given (const DuiHistory *history, DuiPeriod period, const guint *going, guint n_going)
{
  for (guint i = 0; i < n_going; i++)
    if (dui_growth_is_given (&history->columns, history->members.items[going[i]].place, period))
      return TRUE;
  return FALSE;
}

void
dui_streak_count (DuiHistory *history, DuiPeriod last, guint *lengths)
{
  DuiCalendar calendar = history->columns.calendar;
  guint n_going = history->members.n_items;
  g_autofree guint *going = g_new (guint, n_going); /* whose streaks have not met their beginning */

  for (guint i = 0; i < n_going; i++)
    {
      going[i] = i;
      lengths[i] = 0;
    }
  for (DuiPeriod period = last; reaches (history, period, last);
       period = dui_period_previous (period, calendar))
    {
      const DuiPlacing *placings;
      guint n_kept = 0;

      if (!any_growth_is_given (history, period, going, n_going))
        continue;
      placings = dui_history_get_row (history, period)->placings;
      for (guint i = 0; i < n_going; i++)
        {
          const DuiPlacing *placing = &placings[going[i]];

          if (counts (placing) && !(placing->flags & DUI_PLACING_BOTTOM))
            continue;
          lengths[going[i]] += counts (placing);
          going[n_kept++] = going[i];
        }
      n_going = n_kept;
    }
}

DuiStreak *
dui_streak_new (guint place)
{
  DuiStreak *streak = g_new0 (DuiStreak, 1);

  streak->place = place;
  streak->periods = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
  streak->passed_over = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
  return streak;
}

static void
free_streak (gpointer data)
{
  DuiStreak *streak = data;

  g_array_unref (streak->periods);
  g_array_unref (streak->passed_over);
  g_free (streak);
}

GPtrArray *
dui_streaks_new (void)
{
  return g_ptr_array_new_with_free_func (free_streak);
}

/* What was passed over before the first period that counts belongs to no streak. */
static DuiStreak *
collect_streak (DuiHistory *history, guint member, DuiPeriod last, guint length)
{
  DuiStreak *streak = dui_streak_new (history->members.items[member].place);

  streak->length = length;
  for (DuiPeriod period = last; streak->periods->len < length;
       period = dui_period_previous (period, history->columns.calendar))
    {
      const DuiPlacing *placing = &dui_history_get_row (history, period)->placings[member];

      if (counts (placing))
        g_array_prepend_val (streak->periods, period);
      else if (placing->flags & DUI_PLACING_DUE)
        g_array_prepend_val (streak->passed_over, period);
    }
  return streak;
}

static int
compare_streaks (gconstpointer a, gconstpointer b)
{
  const DuiStreak *left = *(DuiStreak *const *) a, *right = *(DuiStreak *const *) b;

  if (left->length != right->length)
    return left->length > right->length ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

void
dui_streaks_sort (GPtrArray *streaks)
{
  g_ptr_array_sort (streaks, compare_streaks);
}

const DuiStreak *
dui_streaks_find (GPtrArray *streaks, guint place)
{
  for (guint i = 0; i < streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (streaks, i);

      if (streak->place == place)
        return streak;
    }
  return NULL;
}

GPtrArray *
dui_streaks_compute (const DuiPanel *panel, guint parent, DuiPeriod period)
{
  g_autoptr (DuiHistory) history = dui_streak_history_new (panel, parent);
  GPtrArray *streaks = dui_streaks_new ();
  const DuiMembers *members = &history->members;
  DuiPeriod last = dui_closing_find_last (&history->columns, members, period);
  g_autofree guint *lengths = g_new (guint, members->n_items);

  if (last == DUI_PERIOD_NONE)
    return streaks;
  dui_streak_count (history, last, lengths);
  for (guint i = 0; i < members->n_items; i++)
    if (lengths[i] > 0 && dui_member_is_due (&members->items[i], last))
      g_ptr_array_add (streaks, collect_streak (history, i, last, lengths[i]));
  dui_streaks_sort (streaks);
  return streaks;
}
