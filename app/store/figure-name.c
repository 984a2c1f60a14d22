/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/figure-name.h"
#include "store/statement.h"

#include "model/period.h"

#include <glib/gi18n-lib.h>

char *
dui_figure_name (DuiConnection *connection,
                 gint64 indicator,
                 gint64 period,
                 gint64 place,
                 const char *action)
{
  g_autofree char *month = dui_period_to_string ((DuiPeriod) period);
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      "SELECT ifnull((SELECT name FROM place_name WHERE place = ?1 ORDER BY from_period DESC LIMIT"
      " 1), ?1), ifnull((SELECT name FROM indicator WHERE id = ?2), ?2)",
      NULL);

  if (statement)
    {
      dui_statement_bind (statement, "ii", place, indicator);
      if (dui_statement_step (statement, NULL) == DUI_STEP_ROW)
        /* Translators: 1 place, 2 indicator, 3 period. */
        return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), dui_statement_get_text (statement, 0),
                                dui_statement_get_text (statement, 1), month);
    }
  return g_steal_pointer (&month);
}
