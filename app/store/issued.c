/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/issued.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

#define ACTION _ ("The bulletins could not be read")

static DuiAmount
get_amount (DuiStatement *statement,
            int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL
             ? DUI_AMOUNT_MISSING
             : dui_statement_get_int (statement, column);
}

GPtrArray *
dui_issued_list (DuiConnection *connection,
                 gint64 place,
                 gint64 indicator,
                 DuiPeriod period,
                 GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_issued_figure_free);
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, ACTION,
      "SELECT title, number, issued_on, value, base, growth, status FROM bulletin"
      " JOIN bulletin_figure ON bulletin = id"
      " WHERE period = ?1 AND indicator = ?2 AND place = ?3 ORDER BY issued_on DESC, id DESC",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "iii", (gint64) period, indicator, place);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiIssuedFigure *issued = g_new0 (DuiIssuedFigure, 1);

      issued->title = g_strdup (dui_statement_get_text (statement, 0));
      issued->number = g_strdup (dui_statement_get_text (statement, 1));
      issued->issued_on = (DuiDay) dui_statement_get_int (statement, 2);
      issued->values = (DuiFigureValues){ get_amount (statement, 3), get_amount (statement, 4),
                                          get_amount (statement, 5),
                                          (DuiFigureStatus) dui_statement_get_int (statement, 6) };
      g_ptr_array_add (list, issued);
    }
  return step == DUI_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
