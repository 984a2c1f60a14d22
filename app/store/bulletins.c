/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/bulletins.h"
#include "store/row-insert.h"

#include "model/amount.h"

/* The target assessed: the newest adjusted one in force at the period's end, else agreed (PRACTICE
 * R1). Tiers are stored as 0 agreed, 1 adjusted. */
#define ASSESSED                                                                                   \
  "(SELECT value FROM target WHERE indicator = f.indicator AND place = f.place AND year = ?4"      \
  " AND tier IN (0, 1) AND effective <= ?5 ORDER BY tier DESC, effective DESC LIMIT 1)"
#define SHARE "(SELECT share FROM plan WHERE indicator = f.indicator AND year = ?4 AND month = ?6)"

/* The sum of resources/schema/1.sql over the row that is inserted. */
#define CHECKSUM                                                                                   \
  "ifnull(value, 100000000000000003) * 3 + ifnull(base, 100000000000000003) * 5"                   \
  " + ifnull(growth, 100000000000000003) * 7 + ifnull(target, 100000000000000003) * 11"            \
  " + ifnull(share, -1) * 13 + indicator * 1000000007 + ?1 * 100000007 + place * 10000019"         \
  " + status * 1000003 + ?7 * 1009"

static gboolean
freeze_figures (DuiConnection *connection,
                const DuiBulletin *bulletin,
                gint64 id,
                gint64 source,
                const char *action,
                GError **error)
{
  return dui_statement_execute (
      connection, action, error,
      "INSERT INTO bulletin_figure (bulletin, indicator, place, value, base, growth, target, share,"
      " status, source, checksum) SELECT ?1, indicator, place, value, base, growth, target, share,"
      " status, ?7, " CHECKSUM " FROM (SELECT indicator, place, value, base, growth, status,"
      " " ASSESSED " AS target, " SHARE " AS share FROM figure AS f"
      " WHERE indicator = ?2 AND period = ?3)",
      "iiiiiii", id, bulletin->indicator, (gint64) bulletin->period,
      (gint64) dui_period_year (bulletin->period),
      (gint64) dui_period_last_day (bulletin->period),
      (gint64) dui_period_month (bulletin->period), source);
}

/* The settings that hold in its period, as JSON, and the head of the chain. */
static DuiStatement *
find_settings (DuiConnection *connection,
               DuiPeriod period,
               const char *action,
               GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      "SELECT json_group_object(key, value), (SELECT hash FROM seal ORDER BY command DESC LIMIT 1)"
      " FROM (SELECT key, value, max(from_period) FROM setting WHERE from_period <= ?1"
      " GROUP BY key)",
      error);

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "i", (gint64) period);
  return dui_statement_step (statement, error) == DUI_STEP_ROW ? g_steal_pointer (&statement)
                                                               : NULL;
}

gboolean
dui_bulletins_issue (DuiConnection *connection,
                     const DuiBulletin *bulletin,
                     gint64 source,
                     const char *action,
                     GError **error)
{
  g_autoptr (DuiStatement) settings
      = find_settings (connection, bulletin->period, action, error);
  gint64 id;

  if (settings == NULL || !dui_row_next_id (connection, "bulletin", action, &id, error)
      || !dui_row_insert (connection, action, error, "bulletin",
                          "id, kind, corrects, number, title, period, issued_on, summary, wording,"
                          " settings, seal, document, source",
                          "isassiisssssi", id, "bulletin", DUI_AMOUNT_MISSING, bulletin->number,
                          bulletin->title, (gint64) bulletin->period,
                          (gint64) bulletin->issued_on, NULL, "{}",
                          dui_statement_get_text (settings, 0),
                          dui_statement_get_text (settings, 1), NULL, source))
    return FALSE;
  return freeze_figures (connection, bulletin, id, source, action, error);
}
