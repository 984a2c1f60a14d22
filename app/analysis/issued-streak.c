/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/issued-streak.h"
#include "analysis/issue.h"

static void
rank_rows (DuiIssuedBulletin *bulletin,
           const DuiPanel *panel,
           guint parent)
{
  g_autoptr (DuiPanel) issued = dui_panel_new (panel->catalog, panel->indicator, bulletin->period,
                                               bulletin->period);
  g_autoptr (GPtrArray) ranked = NULL;

  for (guint i = 0; i < bulletin->rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (bulletin->rows, i);

      dui_panel_set_figure (issued, row->place, bulletin->period, &row->values);
    }
  ranked = dui_issue_compute (issued, parent, bulletin->period);
  for (guint i = 0; i < bulletin->rows->len; i++)
    {
      DuiIssuedRow *row = g_ptr_array_index (bulletin->rows, i);

      for (guint k = 0; k < ranked->len; k++)
        {
          const DuiIssuedRow *now = g_ptr_array_index (ranked, k);

          if (now->place == row->place)
            row->ranks[DUI_ISSUED_BY_GROWTH] = now->ranks[DUI_ISSUED_BY_GROWTH];
        }
    }
}

void
dui_issued_streak_complete (GPtrArray *bulletins,
                            const DuiPanel *panel,
                            guint parent)
{
  for (guint i = 0; i < bulletins->len; i++)
    if (!dui_issued_bulletin_has_ranks (g_ptr_array_index (bulletins, i)))
      rank_rows (g_ptr_array_index (bulletins, i), panel, parent);
}

const DuiIssuedBulletin *
dui_issued_streak_find_bulletin (GPtrArray *bulletins,
                                 DuiPeriod period)
{
  for (guint i = bulletins->len; i-- > 0;)
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (bulletins, i);

      if (bulletin->period == period && dui_issued_bulletin_has_ranks (bulletin))
        return bulletin;
    }
  return NULL;
}

const DuiIssuedRow *
dui_issued_streak_find_row (const DuiIssuedBulletin *bulletin,
                            guint place)
{
  for (guint i = 0; i < bulletin->rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (bulletin->rows, i);

      if (row->place == place)
        return row;
    }
  return NULL;
}

/* The newest that ranks, not after @period. */
static const DuiIssuedBulletin *
find_last (GPtrArray *bulletins,
           DuiPeriod period)
{
  for (guint i = bulletins->len; i-- > 0;)
    {
      const DuiIssuedBulletin *bulletin = g_ptr_array_index (bulletins, i);

      if (bulletin->period <= period && dui_issued_bulletin_has_ranks (bulletin))
        return bulletin;
    }
  return NULL;
}

static gboolean
is_within (const DuiPanel *panel,
           DuiPeriod period,
           DuiPeriod last)
{
  return panel->catalog->rules.streak_over_year
         || dui_period_year (period) == dui_period_year (last);
}

/* What was passed over before the first period that counts belongs to no streak. */
static DuiStreak *
count (const DuiPanel *panel,
       GPtrArray *bulletins,
       guint place,
       DuiPeriod last)
{
  DuiCalendar calendar = dui_indicator_get_calendar (panel->indicator);
  DuiPeriod first = ((DuiIssuedBulletin *) g_ptr_array_index (bulletins, 0))->period;
  DuiStreak *streak = dui_streak_new (place);
  guint n_passed = 0;

  for (DuiPeriod period = last; period >= first && is_within (panel, period, last);
       period = dui_period_previous (period, calendar))
    {
      const DuiIssuedBulletin *bulletin = dui_issued_streak_find_bulletin (bulletins, period);
      const DuiIssuedRow *row = bulletin ? dui_issued_streak_find_row (bulletin, place) : NULL;

      if (row == NULL || row->ranks[DUI_ISSUED_BY_GROWTH].rank == 0)
        {
          g_array_prepend_val (streak->passed_over, period);
          n_passed++;
          continue;
        }
      if (!row->ranks[DUI_ISSUED_BY_GROWTH].bottom)
        break;
      g_array_prepend_val (streak->periods, period);
      streak->length++;
      n_passed = 0;
    }
  g_array_remove_range (streak->passed_over, 0, n_passed);
  return streak;
}

GPtrArray *
dui_issued_streaks_compute (const DuiPanel *panel,
                            GPtrArray *bulletins,
                            DuiPeriod period)
{
  GPtrArray *streaks = dui_streaks_new ();
  const DuiIssuedBulletin *last = find_last (bulletins, period);

  for (guint i = 0; last && i < last->rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (last->rows, i);

      if (row->ranks[DUI_ISSUED_BY_GROWTH].bottom)
        g_ptr_array_add (streaks, count (panel, bulletins, row->place, last->period));
    }
  dui_streaks_sort (streaks);
  return streaks;
}
