/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/tally.h"
#include "store/statement.h"

gboolean
dui_tally_add (DuiConnection *connection,
               gint64 indicator,
               gint64 period,
               const DuiTally *more,
               const char *action,
               GError **error)
{
  return dui_statement_execute (connection, action, error,
                                "INSERT INTO tally (indicator, period, n, sum)"
                                " VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET"
                                " n = n + excluded.n, sum = sum + excluded.sum",
                                "iiii", indicator, period, more->n, more->sum);
}

gboolean
dui_tally_renew (DuiConnection *connection,
                 gint64 indicator,
                 gint64 period,
                 const char *action,
                 GError **error)
{
  return dui_statement_execute (connection, action, error,
                                "DELETE FROM tally WHERE indicator = ?1 AND period = ?2", "ii",
                                indicator, period)
         && dui_statement_execute (
             connection, action, error,
             "INSERT INTO tally (indicator, period, n, sum)"
             " SELECT indicator, period, count(*), sum(checksum & ?3) FROM figure"
             " WHERE indicator = ?1 AND period = ?2 GROUP BY indicator, period",
             "iii", indicator, period, DUI_TALLY_MASK);
}

gboolean
dui_tally_compare (DuiConnection *connection,
                   gint64 indicator,
                   const DuiTally *found,
                   gint64 first,
                   guint n_periods,
                   gint64 *wrong,
                   const char *action,
                   GError **error)
{
  g_autoptr (DuiStatement) tallies = dui_statement_new (
      connection, action, "SELECT period, n, sum FROM tally WHERE indicator = ?1 ORDER BY period",
      error);
  gint64 at = first, end = first + n_periods;
  DuiStep step;

  *wrong = 0;
  if (tallies == NULL)
    return FALSE;
  dui_statement_bind (tallies, "i", indicator);
  while ((step = dui_statement_step (tallies, error)) == DUI_STEP_ROW && *wrong == 0)
    {
      gint64 period = dui_statement_get_int (tallies, 0);

      for (; at < end && at < period && *wrong == 0; at++)
        if (found[at - first].n != 0)
          *wrong = at;
      if (at != period || at >= end || found[at - first].n != dui_statement_get_int (tallies, 1)
          || found[at - first].sum != dui_statement_get_int (tallies, 2))
        *wrong = *wrong ? *wrong : period;
      at++;
    }
  for (; at < end && *wrong == 0; at++)
    if (found[at - first].n != 0)
      *wrong = at;
  return step != DUI_STEP_FAILED;
}
