/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/issue.h"
#include "analysis/reporting.h"
#include "analysis/standing.h"

#include <glib/gi18n-lib.h>

/* Missing where it is too large to be kept. */
static DuiAmount
freeze (DuiRatio value)
{
  DuiWide rounded;

  if (dui_ratio_is_missing (value))
    return DUI_AMOUNT_MISSING;
  rounded = dui_ratio_round (value, DUI_ISSUED_SCALE);
  return rounded >= -DUI_AMOUNT_MAX && rounded <= DUI_AMOUNT_MAX ? (DuiAmount) rounded
                                                                 : DUI_AMOUNT_MISSING;
}

static DuiIssuedRow *
make_row (const DuiPanel *panel,
          guint place,
          DuiPeriod period)
{
  const DuiTarget *target = dui_panel_get_target (panel, place, dui_period_year (period),
                                                  DUI_TIER_ASSESSED,
                                                  dui_period_last_day (period));
  DuiIssuedRow *row = g_new0 (DuiIssuedRow, 1);

  row->place = place;
  row->name = g_strdup (dui_place_get_name (dui_catalog_get_place (panel->catalog, place)));
  row->values = dui_panel_get_figure (panel, place, period);
  row->target = target ? target->value : DUI_AMOUNT_MISSING;
  for (guint i = 0; i < DUI_N_ISSUED_BY; i++)
    row->ranks[i].value = DUI_AMOUNT_MISSING;
  return row;
}

static DuiIssuedRow *
find_row (GPtrArray *rows,
          guint place)
{
  for (guint i = 0; i < rows->len; i++)
    {
      DuiIssuedRow *row = g_ptr_array_index (rows, i);

      if (row->place == place)
        return row;
    }
  return NULL;
}

static void
rank_rows (const DuiPanel *panel,
           guint parent,
           DuiPeriod period,
           DuiIssuedBy issued_by,
           GPtrArray *rows)
{
  static const DuiRankBy by[DUI_N_ISSUED_BY]
      = { DUI_RANK_BY_GROWTH, DUI_RANK_BY_PROGRESS, DUI_RANK_BY_COMPLETED };
  g_autoptr (DuiStanding) standing
      = dui_standing_compute (panel, parent, period, by[issued_by], DUI_TIER_ASSESSED, 0);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *standing_row = &g_array_index (standing->rows, DuiStandingRow, i);
      DuiIssuedRow *row = find_row (rows, standing_row->place);

      row->ranks[issued_by] = (DuiIssuedRank){
        .rank = standing_row->rank,
        .value = issued_by == DUI_ISSUED_BY_COMPLETED ? DUI_AMOUNT_MISSING
                                                      : freeze (standing_row->value),
        .bottom = standing_row->bottom,
        .tied = standing_row->tied,
      };
    }
}

GPtrArray *
dui_issue_compute (const DuiPanel *panel,
                   guint parent,
                   DuiPeriod period)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_issued_row_free);
  g_autoptr (GArray) members = dui_catalog_get_members (panel->catalog, parent, period, TRUE);

  for (guint i = 0; i < members->len; i++)
    g_ptr_array_add (rows, make_row (panel, g_array_index (members, guint, i), period));
  for (guint i = 0; i < DUI_N_ISSUED_BY; i++)
    rank_rows (panel, parent, period, (DuiIssuedBy) i, rows);
  return rows;
}

static DuiIssuedRow *
make_row_now (const DuiPanel *panel,
              GPtrArray *rows,
              guint place,
              DuiPeriod period)
{
  const DuiIssuedRow *member = find_row (rows, place);
  DuiIssuedRow *row = make_row (panel, place, period);

  for (guint i = 0; member && i < DUI_N_ISSUED_BY; i++)
    row->ranks[i] = member->ranks[i];
  return row;
}

static void
free_change (gpointer data)
{
  DuiIssueChange *change = data;

  dui_issued_row_free ((DuiIssuedRow *) change->now);
  g_free (change);
}

static void
take_change (GPtrArray *changes,
             const DuiIssuedRow *issued,
             DuiIssuedRow *now)
{
  DuiIssueChange *change = g_new (DuiIssueChange, 1);

  *change = (DuiIssueChange){ issued, now };
  g_ptr_array_add (changes, change);
}

/* A bulletin that ranked nobody says nothing of who was due. */
GPtrArray *
dui_issue_compare (const DuiPanel *panel,
                   guint parent,
                   const DuiIssuedBulletin *bulletin)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);
  g_autoptr (GPtrArray) rows = dui_issue_compute (panel, parent, bulletin->period);
  gboolean has_ranks = dui_issued_bulletin_has_ranks (bulletin);

  for (guint i = 0; i < bulletin->rows->len; i++)
    {
      const DuiIssuedRow *issued = g_ptr_array_index (bulletin->rows, i);
      DuiIssuedRow *now = make_row_now (panel, rows, issued->place, bulletin->period);

      if (dui_issued_row_differs (issued, now, has_ranks))
        take_change (changes, issued, now);
      else
        dui_issued_row_free (now);
    }
  for (guint i = 0; has_ranks && i < rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (rows, i);

      if (!find_row (bulletin->rows, row->place))
        take_change (changes, NULL, make_row_now (panel, rows, row->place, bulletin->period));
    }
  return changes;
}

const char *
dui_issue_find_obstacle (const DuiPanel *panel,
                         guint parent,
                         DuiPeriod period,
                         GPtrArray *rows)
{
  gboolean any_ranked = FALSE, any_estimate = FALSE;
  DuiReporting reporting;

  for (guint i = 0; i < rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (rows, i);

      any_estimate = any_estimate || row->values.status == DUI_STATUS_ESTIMATE;
      for (guint by = 0; by < DUI_N_ISSUED_BY; by++)
        any_ranked = any_ranked || row->ranks[by].rank > 0;
    }
  if (!any_ranked)
    return _ ("there is nothing to rank in that period. Enter its figures first");
  dui_reporting_compute (panel, parent, period, &reporting);
  if (any_estimate && !reporting.closed)
    return _ ("that period still has estimates. Enter the figures that were reported first");
  return NULL;
}

/* The names of the rows that @is_so, put into @format. */
static void
add_doubt (GPtrArray *doubts,
           GPtrArray *rows,
           gboolean (*is_so) (const DuiIssuedRow *row),
           const char *format)
{
  g_autoptr (GString) names = g_string_new (NULL);
  char *text;

  for (guint i = 0; i < rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (rows, i);

      if (is_so (row))
        /* Translators: between the names of an enumeration; 、 in Chinese. */
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", row->name);
    }
  if (names->len == 0)
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, names->str);
#pragma GCC diagnostic pop
  g_ptr_array_add (doubts, text);
}

static gboolean
has_no_figure (const DuiIssuedRow *row)
{
  return dui_amount_is_missing (row->values.value) && dui_amount_is_missing (row->values.growth);
}

static gboolean
is_estimate (const DuiIssuedRow *row)
{
  return row->values.status == DUI_STATUS_ESTIMATE;
}

static gboolean
has_no_target (const DuiIssuedRow *row)
{
  return dui_amount_is_missing (row->target);
}

GPtrArray *
dui_issue_list_doubts (const DuiPanel *panel,
                       guint parent,
                       DuiPeriod period,
                       GPtrArray *rows)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (g_free);
  DuiReporting reporting;

  dui_reporting_compute (panel, parent, period, &reporting);
  add_doubt (doubts, rows, has_no_figure, _ ("Not reported: %s."));
  add_doubt (doubts, rows, is_estimate, _ ("Only estimated, not ranked: %s."));
  if (dui_indicator_get_place_targets (panel->indicator))
    add_doubt (doubts, rows, has_no_target, _ ("Without a target: %s."));
  if (!reporting.closed)
    g_ptr_array_add (doubts, g_strdup (_ ("The period is still open: issuing it closes it.")));
  return doubts;
}
