/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/state.h"
#include "model/sha256.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const tables[]
    = { "book", "place", "place_name", "alias", "membership", "successor", "person", "setting",
        "indicator", "target", "plan", "scheme", "scheme_part" };

#define TEXT 0 /* in place of the number of bytes of an integer */

/* In as few bytes as hold it: most of the time of reading a catalog went into the digest. */
static void
add_integer (GByteArray *bytes,
             guint8 column,
             gint64 value)
{
  gint64 rest = value < 0 ? ~value : value, ordered = GINT64_TO_LE (value);
  guint8 cell[2 + sizeof ordered] = { column, 1 };

  /* The highest bit is the sign. */
  for (; rest >= 0x80; rest >>= 8)
    cell[1]++;
  memcpy (cell + 2, &ordered, sizeof ordered);
  g_byte_array_append (bytes, cell, 2u + cell[1]);
}

static void
add_text (GByteArray *bytes,
          guint8 column,
          const guint8 *text,
          guint n_bytes)
{
  const guint8 head[] = { column, TEXT };
  guint32 length = GUINT32_TO_LE (n_bytes);

  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, (const guint8 *) &length, sizeof length);
  g_byte_array_append (bytes, text, n_bytes);
}

/* In the order in which the table is kept, that of its key; without what is NULL, so that a column
 * added by a later version changes no old row. */
static gboolean
add_table (DuiConnection *connection,
           GByteArray *bytes,
           const char *table,
           const char *action,
           GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s NOT INDEXED", table);
  g_autoptr (DuiStatement) rows = dui_statement_new (connection, action, sql, error);
  int n_columns;
  DuiStep step;

  if (rows == NULL)
    return FALSE;
  n_columns = sqlite3_column_count (rows->handle);
  g_byte_array_append (bytes, (const guint8 *) table, (guint) strlen (table) + 1);
  while ((step = dui_statement_step (rows, error)) == DUI_STEP_ROW)
    for (int i = 0; i < n_columns; i++)
      if (sqlite3_column_type (rows->handle, i) == SQLITE_INTEGER)
        add_integer (bytes, (guint8) i, sqlite3_column_int64 (rows->handle, i));
      else if (sqlite3_column_type (rows->handle, i) != SQLITE_NULL)
        add_text (bytes, (guint8) i, sqlite3_column_blob (rows->handle, i),
                  (guint) sqlite3_column_bytes (rows->handle, i));
  return step == DUI_STEP_DONE;
}

char *
dui_state_digest (DuiConnection *connection,
                  const char *action,
                  GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!add_table (connection, bytes, tables[i], action, error))
      return NULL;
  return dui_sha256_compute (bytes->data, bytes->len);
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
