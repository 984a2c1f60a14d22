/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/state.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const tables[]
    = { "book", "place", "place_name", "alias", "membership", "successor", "person", "setting",
        "indicator", "target", "plan", "scheme", "scheme_part" };

/* Without what is NULL, so that a column added by a later version changes no old row. */
static void
add_value (GChecksum *checksum,
           sqlite3_stmt *row,
           int column)
{
  int type = sqlite3_column_type (row, column);
  struct
  {
    gint32 column;
    gint32 length;
    gint64 number;
  } head = { .column = GINT32_TO_LE (column) };

  if (type == SQLITE_NULL)
    return;
  if (type == SQLITE_INTEGER)
    {
      head.length = GINT32_TO_LE (-1);
      head.number = GINT64_TO_LE (sqlite3_column_int64 (row, column));
      g_checksum_update (checksum, (const guchar *) &head, sizeof head);
      return;
    }
  head.length = GINT32_TO_LE (sqlite3_column_bytes (row, column));
  g_checksum_update (checksum, (const guchar *) &head, sizeof head);
  g_checksum_update (checksum, sqlite3_column_blob (row, column),
                     sqlite3_column_bytes (row, column));
}

/* In the order in which the table is kept, that of its key. */
static gboolean
add_table (DuiConnection *connection,
           GChecksum *checksum,
           const char *table,
           const char *action,
           GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s NOT INDEXED", table);
  g_autoptr (DuiStatement) rows = dui_statement_new (connection, action, sql, error);
  DuiStep step;

  if (rows == NULL)
    return FALSE;
  g_checksum_update (checksum, (const guchar *) table, (gssize) strlen (table) + 1);
  while ((step = dui_statement_step (rows, error)) == DUI_STEP_ROW)
    for (int i = 0; i < sqlite3_column_count (rows->handle); i++)
      add_value (checksum, rows->handle, i);
  return step == DUI_STEP_DONE;
}

char *
dui_state_digest (DuiConnection *connection,
                  const char *action,
                  GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!add_table (connection, checksum, tables[i], action, error))
      return NULL;
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
dui_state_check (DuiConnection *connection,
                 const char *action,
                 GError **error)
{
  g_autofree char *digest = dui_state_digest (connection, action, error);
  g_autoptr (DuiStatement) seal
      = digest ? dui_statement_new (connection, action,
                                    "SELECT state FROM seal ORDER BY command DESC LIMIT 1", error)
               : NULL;
  DuiStep step;

  if (seal == NULL)
    return FALSE;
  step = dui_statement_step (seal, error);
  if (step == DUI_STEP_FAILED)
    return FALSE;
  if (step == DUI_STEP_ROW && g_strcmp0 (digest, dui_statement_get_text (seal, 0)) == 0)
    return TRUE;
  g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED,
               _ ("The book is damaged: its places, indicators, targets or settings are not those "
                  "that the program wrote. Keep it as it is and go back to a backup."));
  return FALSE;
}
