/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/closing.h"

void
dui_closing_count (const DuiColumns *columns,
                   const DuiMembers *members,
                   DuiPeriod period,
                   guint *due,
                   guint *reported)
{
  *due = *reported = 0;
  for (guint i = 0; i < members->n_items; i++)
    {
      const DuiMember *member = &members->items[i];

      if (!dui_member_is_due (member, period))
        continue;
      *due += 1;
      *reported += dui_columns_is_reported (columns, member->place, period);
    }
}

static gboolean
any_reported (const DuiColumns *columns, const DuiMembers *members, DuiPeriod period)
{
  for (guint i = 0; i < members->n_items; i++)
    if (dui_member_is_due (&members->items[i], period)
        && dui_columns_is_reported (columns, members->items[i].place, period))
      return TRUE;
  return FALSE;
}

gboolean
dui_closing_is_closed (const DuiColumns *columns, const DuiMembers *members, DuiPeriod period)
{
  const DuiPanel *panel = columns->panel;
  DuiPeriod end = panel->first + (DuiPeriod) panel->n_periods;
  guint due, reported;

  dui_closing_count (columns, members, period, &due, &reported);
  if (due > 0 && reported == due)
    return TRUE;
  for (guint i = 0; i < panel->n_issued; i++)
    if (panel->issued[i] == period)
      return TRUE;
  for (DuiPeriod later = MAX (period + 1, panel->first); later < end; later++)
    if (dui_period_is_published (later, columns->calendar)
        && any_reported (columns, members, later))
      return TRUE;
  return FALSE;
}

DuiPeriod
dui_closing_find_last (const DuiColumns *columns, const DuiMembers *members, DuiPeriod period)
{
  const DuiPanel *panel = columns->panel;

  for (period = MIN (period, panel->first + (DuiPeriod) panel->n_periods - 1);
       period >= panel->first; period--)
    if (dui_period_is_published (period, columns->calendar)
        && dui_closing_is_closed (columns, members, period))
      return period;
  return DUI_PERIOD_NONE;
}
