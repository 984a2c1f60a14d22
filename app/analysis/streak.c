/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/streak.h"
#include "analysis/closing.h"
#include "analysis/history.h"

DuiHistory *
dui_streak_history_new (const DuiPanel *panel, guint parent)
{
  return dui_history_new (panel, parent, DUI_RANK_BY_GROWTH, DUI_TIER_ASSESSED, 0,
                          panel->catalog->rules.streak_growth);
}

guint
dui_streak_count (DuiHistory *history,
                  guint member,
                  DuiPeriod last,
                  GArray *periods,
                  GArray *passed_over)
{
  const DuiPanel *panel = history->panel;
  gboolean over_year = panel->catalog->rules.streak_over_year;
  DuiCalendar calendar = history->columns.calendar;
  DuiPeriod first_counted = DUI_PERIOD_NONE;
  guint length = 0;

  for (DuiPeriod period = last; period >= panel->first;
       period = dui_period_previous (period, calendar))
    {
      const DuiPlacing *placing = &dui_history_get_row (history, period)->placings[member];

      if (!over_year && dui_period_year (period) != dui_period_year (last))
        break;
      if (placing->rank == 0 || (placing->flags & DUI_PLACING_INFERRED))
        {
          if (passed_over && (placing->flags & DUI_PLACING_DUE))
            g_array_prepend_val (passed_over, period);
          continue;
        }
      if (!(placing->flags & DUI_PLACING_BOTTOM))
        break;
      first_counted = period;
      length++;
      if (periods)
        g_array_prepend_val (periods, period);
    }
  /* What was passed over before the first period that counts belongs to no streak. */
  while (passed_over && passed_over->len > 0
         && g_array_index (passed_over, DuiPeriod, 0) < first_counted)
    g_array_remove_index (passed_over, 0);
  return length;
}

static void
free_streak (gpointer data)
{
  DuiStreak *streak = data;

  g_array_unref (streak->periods);
  g_array_unref (streak->passed_over);
  g_free (streak);
}

static int
compare_streaks (gconstpointer a, gconstpointer b)
{
  const DuiStreak *left = *(DuiStreak *const *) a, *right = *(DuiStreak *const *) b;

  if (left->length != right->length)
    return left->length > right->length ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

GPtrArray *
dui_streaks_compute (const DuiPanel *panel, guint parent, DuiPeriod period)
{
  g_autoptr (DuiHistory) history = dui_streak_history_new (panel, parent);
  GPtrArray *streaks = g_ptr_array_new_with_free_func (free_streak);
  const DuiMembers *members = &history->members;
  DuiPeriod last = dui_closing_find_last (&history->columns, members, period);

  for (guint i = 0; last != DUI_PERIOD_NONE && i < members->n_items; i++)
    {
      DuiStreak *streak;

      if (!dui_member_is_due (&members->items[i], last)
          || dui_streak_count (history, i, last, NULL, NULL) == 0)
        continue;
      streak = g_new0 (DuiStreak, 1);
      streak->place = members->items[i].place;
      streak->periods = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
      streak->passed_over = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
      streak->length = dui_streak_count (history, i, last, streak->periods, streak->passed_over);
      g_ptr_array_add (streaks, streak);
    }
  g_ptr_array_sort (streaks, compare_streaks);
  return streaks;
}
