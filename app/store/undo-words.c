/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-words.h"
#include "store/failure.h"
#include "store/row-text.h"
#include "store/schema.h"

#include "model/target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
name_of_place (DuiCatalog *catalog,
               const char *key)
{
  guint at = dui_catalog_find_id (catalog, dui_row_text_find_int (key, "place", 0));

  return at == DUI_NO_PLACE ? "?" : dui_place_get_name (dui_catalog_get_place (catalog, at));
}

static const char *
name_of_indicator (DuiCatalog *catalog,
                   const char *key)
{
  gint64 id = dui_row_text_find_int (key, "indicator", 0);

  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      DuiIndicator *indicator = g_ptr_array_index (catalog->indicators, i);

      if (dui_indicator_get_id (indicator) == id)
        return dui_indicator_get_display_name (indicator);
    }
  return "?";
}

static char *
name_target (DuiCatalog *catalog,
             const char *key)
{
  DuiTier tier = (DuiTier) dui_row_text_find_int (key, "tier", DUI_TIER_AGREED);

  /* Translators: 1 place, 2 indicator, 3 tier of the target, 4 year. */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s of %4$d"), name_of_place (catalog, key),
                          name_of_indicator (catalog, key), dui_tier_to_label (tier),
                          (int) dui_row_text_find_int (key, "year", 0));
}

static char *
name_setting (const char *key)
{
  DuiRowField field;

  while (dui_row_text_next (&key, &field))
    if (strncmp (field.name, "key=", 4) == 0)
      {
        g_autofree char *name = dui_row_field_dup_string (&field);

        return g_strdup_printf (_ ("setting “%s”"), name ? name : "?");
      }
  return g_strdup_printf (_ ("setting “%s”"), "?");
}

char *
dui_undo_words_for_row (DuiCatalog *catalog,
                        const char *table,
                        const char *key)
{
  if (g_str_equal (table, "figure"))
    {
      g_autofree char *period
          = dui_period_to_label ((DuiPeriod) dui_row_text_find_int (key, "period", 0));

      /* Translators: 1 place, 2 indicator, 3 period. */
      return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), name_of_place (catalog, key),
                              name_of_indicator (catalog, key), period);
    }
  if (g_str_equal (table, "target"))
    return name_target (catalog, key);
  if (g_str_equal (table, "plan"))
    /* Translators: 1 indicator, 2 year. */
    return g_strdup_printf (_ ("%1$s, plan of %2$d"), name_of_indicator (catalog, key),
                            (int) dui_row_text_find_int (key, "year", 0));
  if (g_str_equal (table, "setting"))
    return name_setting (key);
  return NULL;
}

/* Keys -------------------------------------------------------------------------------------------- */

static void
append_value (GString *key,
              sqlite3_value *value)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *quoted = NULL;

  if (sqlite3_value_type (value) != SQLITE_TEXT)
    {
      g_string_append_printf (key, "%" G_GINT64_FORMAT, (gint64) sqlite3_value_int64 (value));
      return;
    }
  parts = g_strsplit ((const char *) sqlite3_value_text (value), "'", -1);
  quoted = g_strjoinv ("''", parts);
  g_string_append_printf (key, "'%s'", quoted);
}

static int
append_column (GString *key,
               sqlite3_changeset_iter *changes,
               const char *name,
               int column)
{
  sqlite3_value *value = NULL;
  int result = sqlite3changeset_old (changes, column, &value);

  /* An inserted row has nothing old. */
  if (result == SQLITE_MISUSE || value == NULL)
    result = sqlite3changeset_new (changes, column, &value);
  if (result != SQLITE_OK)
    return result;
  g_string_append_printf (key, "%s%s=", key->len > 0 ? " " : "", name);
  append_value (key, value);
  return SQLITE_OK;
}

char *
dui_undo_words_read_key (DuiConnection *connection,
                         sqlite3_changeset_iter *changes,
                         const char *action,
                         GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_auto (GStrv) columns = NULL, keys = NULL;
  const char *table;
  int n_columns, operation, indirect, result;

  sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
  columns = dui_schema_list_columns (connection, table, FALSE, action, error);
  keys = columns ? dui_schema_list_columns (connection, table, TRUE, action, error) : NULL;
  if (keys == NULL)
    return NULL;
  for (int i = 0; keys[i]; i++)
    for (int j = 0; columns[j] && j < n_columns; j++)
      if (g_str_equal (columns[j], keys[i])
          && (result = append_column (key, changes, keys[i], j)) != SQLITE_OK)
        {
          dui_failure_set (error, connection->db, result, action);
          return NULL;
        }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* Commands ---------------------------------------------------------------------------------------- */

/* The files of an import; NULL when there is none. */
static gboolean
name_files (DuiConnection *connection,
            gint64 command,
            const char *action,
            char **names,
            GError **error)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (DuiStatement) files = dui_statement_new (
      connection, action,
      "SELECT file FROM source WHERE command = ?1 AND file IS NOT NULL ORDER BY id", error);
  DuiStep step;

  if (files == NULL)
    return FALSE;
  dui_statement_bind (files, "i", command);
  while ((step = dui_statement_step (files, error)) == DUI_STEP_ROW)
    {
      g_autofree char *name = g_filename_display_basename (dui_statement_get_text (files, 0));

      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", name);
    }
  *names = joined->len > 0 ? g_strdup (joined->str) : NULL;
  return step == DUI_STEP_DONE;
}

static gboolean
name_current_row (DuiConnection *connection,
                  DuiCatalog *catalog,
                  sqlite3_changeset_iter *changes,
                  const char *action,
                  char **name,
                  GError **error)
{
  g_autofree char *key = dui_undo_words_read_key (connection, changes, action, error);
  const char *table;
  int n_columns, operation, indirect;

  if (key == NULL)
    return FALSE;
  sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
  *name = dui_undo_words_for_row (catalog, table, key);
  return TRUE;
}

/* The first row that its changeset touches; NULL when there is none. */
static gboolean
name_first_row (DuiConnection *connection,
                DuiCatalog *catalog,
                gint64 command,
                const char *action,
                char **name,
                GError **error)
{
  g_autoptr (DuiStatement) undo = dui_statement_new (
      connection, action, "SELECT changeset FROM undo WHERE command = ?1", error);
  sqlite3_changeset_iter *changes = NULL;
  gboolean done;
  DuiStep step;
  int result;

  if (undo == NULL)
    return FALSE;
  dui_statement_bind (undo, "i", command);
  step = dui_statement_step (undo, error);
  if (step != DUI_STEP_ROW || sqlite3_column_bytes (undo->handle, 0) == 0)
    return step != DUI_STEP_FAILED;
  result = sqlite3changeset_start (&changes, sqlite3_column_bytes (undo->handle, 0),
                                   (void *) sqlite3_column_blob (undo->handle, 0));
  if (result != SQLITE_OK)
    return dui_failure_set (error, connection->db, result, action);
  done = sqlite3changeset_next (changes) != SQLITE_ROW
         || name_current_row (connection, catalog, changes, action, name, error);
  sqlite3changeset_finalize (changes);
  return done;
}

DuiUndoStep *
dui_undo_words_for_command (DuiConnection *connection,
                            DuiCatalog *catalog,
                            gint64 command,
                            const char *action,
                            GError **error)
{
  g_autoptr (DuiUndoStep) self = g_new0 (DuiUndoStep, 1);
  g_autoptr (DuiStatement) entry = dui_statement_new (
      connection, action, "SELECT verb, at, who, reason FROM command WHERE id = ?1", error);

  if (entry == NULL)
    return NULL;
  dui_statement_bind (entry, "i", command);
  if (dui_statement_step (entry, error) != DUI_STEP_ROW)
    return NULL;
  self->command = command;
  self->verb = g_strdup (dui_statement_get_text (entry, 0));
  self->at = dui_records_format_time (dui_statement_get_int (entry, 1));
  self->who = g_strdup (dui_statement_get_text (entry, 2));
  self->reason = g_strdup (dui_statement_get_text (entry, 3));
  if (!name_files (connection, command, action, &self->subject, error)
      || (self->subject == NULL
          && !name_first_row (connection, catalog, command, action, &self->subject, error)))
    return NULL;
  return g_steal_pointer (&self);
}
