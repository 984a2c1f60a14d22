/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/targets.h"
#include "store/checksum.h"
#include "store/statement.h"

gboolean
dui_targets_write (DuiConnection *connection,
                   gint64 indicator,
                   gint64 place,
                   const DuiTarget *target,
                   gint64 source,
                   const char *action,
                   GError **error)
{
  return dui_statement_execute (
      connection, action, error,
      "INSERT INTO target (indicator, place, year, tier, effective, value, document, source,"
      " checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO UPDATE SET"
      " value = excluded.value, document = excluded.document, source = excluded.source,"
      " checksum = excluded.checksum"
      " WHERE value <> excluded.value OR document IS NOT excluded.document",
      "iiiiiisii", indicator, place, (gint64) target->year, (gint64) target->tier,
      (gint64) target->effective, target->value, target->document, source,
      dui_checksum_target (indicator, place, target->year, target->tier, target->effective,
                           target->value, source));
}

gboolean
dui_targets_remove_plan (DuiConnection *connection,
                         gint64 indicator,
                         int year,
                         const char *action,
                         GError **error)
{
  return dui_statement_execute (connection, action, error,
                                "DELETE FROM plan WHERE indicator = ?1 AND year = ?2", "ii",
                                indicator, (gint64) year);
}

gboolean
dui_targets_write_plan (DuiConnection *connection,
                        gint64 indicator,
                        const DuiPlan *plan,
                        gint64 source,
                        const char *action,
                        GError **error)
{
  for (gint64 month = 1; month <= 12; month++)
    {
      gint64 share = plan->share[month - 1];

      if (!dui_statement_execute (
              connection, action, error,
              "INSERT INTO plan (indicator, year, month, share, source, checksum)"
              " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET share = excluded.share,"
              " source = excluded.source, checksum = excluded.checksum"
              " WHERE share <> excluded.share",
              "iiiiii", indicator, (gint64) plan->year, month, share, source,
              dui_checksum_plan (indicator, plan->year, month, share, source)))
        return FALSE;
    }
  return TRUE;
}
