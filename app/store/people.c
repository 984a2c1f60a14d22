/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/people.h"
#include "model/amount.h"
#include "store/row-insert.h"

gboolean
dui_people_find (DuiConnection *connection,
                 const char *name,
                 gint64 source,
                 const char *action,
                 gint64 *id,
                 GError **error)
{
  g_autoptr (DuiStatement) statement = NULL;
  DuiStep step;

  *id = 0;
  if (name == NULL)
    return TRUE;
  statement = dui_statement_new (connection, action,
                                 "SELECT min (id) FROM person WHERE name = ?1 HAVING min (id)"
                                 " IS NOT NULL",
                                 error);
  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "s", name);
  step = dui_statement_step (statement, error);
  if (step == DUI_STEP_ROW)
    *id = dui_statement_get_int (statement, 0);
  return step == DUI_STEP_ROW
         || (step == DUI_STEP_DONE && dui_row_next_id (connection, "person", action, id, error)
             && dui_row_insert (connection, action, error, "person",
                                "id, name, login, duty, place, active, source", "isssaii", *id,
                                name, NULL, NULL, DUI_AMOUNT_MISSING, G_GINT64_CONSTANT (1),
                                source));
}
