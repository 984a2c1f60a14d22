/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/reporting.h"
#include "analysis/closing.h"

static gboolean
has_figure (const DuiPanel *panel, guint place, DuiPeriod period)
{
  gssize at = dui_panel_index (panel, place, period);

  return at >= 0
         && (!dui_amount_is_missing (panel->value[at])
             || !dui_amount_is_missing (panel->growth[at]));
}

static gboolean
has_any_figure (const DuiPanel *panel, const DuiMembers *members, guint parent, DuiPeriod period)
{
  if (has_figure (panel, parent, period))
    return TRUE;
  for (guint i = 0; i < members->n_items; i++)
    if (dui_member_in (&members->items[i], period)
        && has_figure (panel, members->items[i].place, period))
      return TRUE;
  return FALSE;
}

static void
fill (const DuiColumns *columns,
      const DuiMembers *members,
      DuiPeriod period,
      DuiReporting *reporting)
{
  reporting->period = period;
  dui_closing_count (columns, members, period, &reporting->due, &reporting->reported);
  reporting->closed = dui_closing_is_closed (columns, members, period);
}

void
dui_reporting_compute (const DuiPanel *panel,
                       guint parent,
                       DuiPeriod period,
                       DuiReporting *reporting)
{
  g_auto (DuiMembers) members = { NULL };
  DuiColumns columns;

  dui_columns_init (&columns, panel);
  dui_members_init (&members, panel->catalog, parent);
  fill (&columns, &members, period, reporting);
}

GArray *
dui_reporting_list (const DuiPanel *panel, guint parent)
{
  g_auto (DuiMembers) members = { NULL };
  GArray *list = g_array_new (FALSE, FALSE, sizeof (DuiReporting));
  DuiColumns columns;

  dui_columns_init (&columns, panel);
  dui_members_init (&members, panel->catalog, parent);
  for (guint row = panel->n_periods; row-- > 0;)
    {
      DuiPeriod period = panel->first + (DuiPeriod) row;
      DuiReporting reporting;

      if (!dui_period_is_published (period, columns.calendar)
          || !has_any_figure (panel, &members, parent, period))
        continue;
      fill (&columns, &members, period, &reporting);
      g_array_append_val (list, reporting);
    }
  return list;
}

DuiPeriod
dui_reporting_default_period (const DuiPanel *panel, guint parent)
{
  g_autoptr (GArray) list = dui_reporting_list (panel, parent);
  guint share = panel->catalog->rules.reported_share;

  for (guint i = 0; i < list->len; i++)
    {
      const DuiReporting *reporting = &g_array_index (list, DuiReporting, i);

      if (reporting->due > 0 && reporting->reported * 100 >= reporting->due * share)
        return reporting->period;
    }
  return list->len > 0 ? g_array_index (list, DuiReporting, 0).period : DUI_PERIOD_NONE;
}

GArray *
dui_reporting_missing (const DuiPanel *panel, guint parent, DuiPeriod period)
{
  g_auto (DuiMembers) members = { NULL };
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (guint));
  DuiColumns columns;

  dui_columns_init (&columns, panel);
  dui_members_init (&members, panel->catalog, parent);
  for (guint i = 0; i < members.n_items; i++)
    if (dui_member_is_due (&members.items[i], period)
        && !dui_columns_is_reported (&columns, members.items[i].place, period))
      g_array_append_val (missing, members.items[i].place);
  return missing;
}
