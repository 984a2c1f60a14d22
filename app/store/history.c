/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"
#include "store/failure.h"
#include "store/figures.h"
#include "store/history-parts.h"
#include "store/records.h"
#include "store/row-text.h"
#include "store/schema.h"
#include "store/seal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ACTION _ ("The history could not be read")

/* What one command made of one row, as texts of the log; NULL for no row. */
typedef struct
{
  gint64 command;
  guint order; /* among those of a command */
  const char *table;
  char *key;
  char *old_row;
  char *new_row;
} Event;

typedef struct
{
  DuiConnection *connection;
  DuiCatalog *catalog;
  DuiIndicator *indicator;
  GPtrArray *events;
  GPtrArray *changes;
} History;

/* Rows of one table whose keys, as the log writes them, begin with @key. */
typedef struct
{
  const char *table;
  const char *condition; /* the same in SQL, of the numbers or the text below */
  char *key;
  gint64 numbers[4];
  const char *text; /* in place of the first number */
} Rows;

static void
event_free (Event *event)
{
  g_free (event->key);
  g_free (event->old_row);
  g_free (event->new_row);
  g_free (event);
}

static void
history_clear (History *self)
{
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static gboolean
is_damaged (GError **error)
{
  return dui_failure_explain (error, DUI_STORE_ERROR_DAMAGED, ACTION,
                              _ ("the log does not agree with the book. Somebody changed one of "
                                 "them without the program, or the file is damaged; examine the "
                                 "book, and go back to a backup"));
}

/* Events ------------------------------------------------------------------------------------------- */

static void
add_event (History *self,
           gint64 command,
           const char *table,
           const char *key,
           const char *old_row,
           const char *new_row)
{
  Event *event = g_new (Event, 1);

  *event = (Event){ command,        self->events->len,    table, g_strdup (key),
                    g_strdup (old_row), g_strdup (new_row) };
  g_ptr_array_add (self->events, event);
}

/* A row that no change led to was inserted by the command of its source, one of those that are sealed
 * with it. */
static gboolean
add_insertion (History *self,
               const char *table,
               const char *key,
               const char *row,
               GError **error)
{
  g_autoptr (DuiStatement) source = dui_statement_new (
      self->connection, ACTION,
      "SELECT command FROM source WHERE id = ?1 AND EXISTS (SELECT 1 FROM source AS sealed"
      " INDEXED BY source_of_command WHERE sealed.command = source.command"
      " AND sealed.id = source.id)",
      error);

  if (source == NULL)
    return FALSE;
  dui_statement_bind (source, "i", dui_row_text_find_int (row, "source", 0));
  switch (dui_statement_step (source, error))
    {
    case DUI_STEP_FAILED:
      return FALSE;
    case DUI_STEP_DONE:
      return is_damaged (error);
    case DUI_STEP_ROW:
    default:
      add_event (self, dui_statement_get_int (source, 0), table, key, NULL, row);
      return TRUE;
    }
}

/* What the book has now: keys to rows, as texts. */
static GHashTable *
read_rows (History *self,
           const Rows *rows,
           GError **error)
{
  g_autoptr (GHashTable) now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *key
      = dui_schema_make_text (self->connection, rows->table, "", TRUE, ACTION, error);
  g_autofree char *row
      = key ? dui_schema_make_text (self->connection, rows->table, "", FALSE, ACTION, error) : NULL;
  g_autofree char *sql
      = row ? g_strdup_printf ("SELECT %s, %s FROM %s WHERE %s", key, row, rows->table,
                               rows->condition)
            : NULL;
  g_autoptr (DuiStatement) statement
      = sql ? dui_statement_new (self->connection, ACTION, sql, error) : NULL;
  DuiStep step;

  if (statement == NULL)
    return NULL;
  if (rows->text)
    dui_statement_bind (statement, "s", rows->text);
  else
    dui_statement_bind (statement, "iiii", rows->numbers[0], rows->numbers[1], rows->numbers[2],
                        rows->numbers[3]);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    g_hash_table_insert (now, g_strdup (dui_statement_get_text (statement, 0)),
                         g_strdup (dui_statement_get_text (statement, 1)));
  return step == DUI_STEP_DONE ? g_steal_pointer (&now) : NULL;
}

/* After the last change of @key, which left @row: what is there now must be that, or have been put there
 * where there was nothing. */
static gboolean
end_key (History *self,
         const char *table,
         const char *key,
         const char *row,
         GHashTable *now,
         GError **error)
{
  g_autofree char *found_key = NULL, *found = NULL;
  gboolean exists = g_hash_table_steal_extended (now, key, (gpointer *) &found_key,
                                                 (gpointer *) &found);

  if (exists && row == NULL)
    return add_insertion (self, table, key, found, error);
  return g_strcmp0 (row, found) == 0 || is_damaged (error);
}

/* @row is what the changes before left of the row, and becomes what this one does. */
static gboolean
add_change (History *self,
            const char *table,
            DuiStatement *change,
            char **row,
            GError **error)
{
  const char *key = dui_statement_get_text (change, 1);
  const char *before = dui_statement_get_text (change, 2);
  const char *after = dui_statement_get_text (change, 3);

  if (before[0] == '\0')
    before = NULL; /* undo or redo brought it back */
  if (*row == NULL && before && !add_insertion (self, table, key, before, error))
    return FALSE;
  if (*row && g_strcmp0 (*row, before) != 0)
    return is_damaged (error);
  add_event (self, dui_statement_get_int (change, 0), table, key, before, after);
  g_free (*row);
  *row = g_strdup (after);
  return TRUE;
}

static gboolean
walk_changes (History *self,
              const char *table,
              DuiStatement *changes,
              GHashTable *now,
              GError **error)
{
  g_autofree char *key = NULL, *row = NULL;
  DuiStep step;

  while ((step = dui_statement_step (changes, error)) == DUI_STEP_ROW)
    {
      const char *next = dui_statement_get_text (changes, 1);

      if (g_strcmp0 (key, next) != 0)
        {
          if (key && !end_key (self, table, key, row, now, error))
            return FALSE;
          g_free (key);
          key = g_strdup (next);
          g_clear_pointer (&row, g_free);
        }
      if (!add_change (self, table, changes, &row, error))
        return FALSE;
    }
  return step == DUI_STEP_DONE && (key == NULL || end_key (self, table, key, row, now, error));
}

static gboolean
read_events (History *self,
             const Rows *rows,
             GError **error)
{
  g_autoptr (GHashTable) now = read_rows (self, rows, error);
  g_autoptr (DuiStatement) changes = NULL;
  g_autofree char *behind = NULL;
  GHashTableIter iter;
  gpointer key, row;

  if (now == NULL)
    return FALSE;
  changes = dui_statement_new (self->connection, ACTION,
                               "SELECT command, row_key, old, new FROM change WHERE table_name = ?1"
                               " AND row_key >= ?2 AND row_key < ?3 ORDER BY row_key, id",
                               error);
  if (changes == NULL)
    return FALSE;
  /* A key ends there, or an '=' is followed by what the rows differ in. */
  behind = g_str_has_suffix (rows->key, "=") ? g_strdup (rows->key) : g_strconcat (rows->key, " ", NULL);
  if (g_str_has_suffix (behind, "="))
    behind[strlen (behind) - 1]++;
  dui_statement_bind (changes, "sss", rows->table, rows->key, behind);
  if (!walk_changes (self, rows->table, changes, now, error))
    return FALSE;
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &key, &row))
    if (!add_insertion (self, rows->table, key, row, error))
      return FALSE;
  return TRUE;
}

/* Entries ------------------------------------------------------------------------------------------ */

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *left = *(Event *const *) a, *right = *(Event *const *) b;
  int order = strcmp (left->table, right->table);

  if (left->command != right->command)
    return left->command > right->command ? -1 : 1;
  if (order == 0)
    order = strcmp (left->key, right->key);
  return order ? order : (left->order > right->order) - (left->order < right->order);
}

static DuiFigureValues
read_values (const char *row)
{
  DuiFigureRow figure;

  if (row == NULL)
    return DUI_FIGURE_VALUES_NONE;
  dui_figures_parse_row (row, &figure);
  return (DuiFigureValues){ figure.value, figure.base, figure.growth,
                            (DuiFigureStatus) figure.status };
}

static gboolean
read_source (History *self,
             DuiChange *change,
             const char *row,
             GError **error)
{
  g_autoptr (DuiStatement) source
      = dui_statement_new (self->connection, ACTION,
                           "SELECT file, sheet, sha256 FROM source WHERE id = ?1", error);
  DuiStep step;

  if (source == NULL)
    return FALSE;
  dui_statement_bind (source, "i", dui_row_text_find_int (row, "source", 0));
  step = dui_statement_step (source, error);
  if (step == DUI_STEP_ROW)
    {
      change->file = g_strdup (dui_statement_get_text (source, 0));
      change->sheet = g_strdup (dui_statement_get_text (source, 1));
      change->sha256 = g_strdup (dui_statement_get_text (source, 2));
      change->row = (guint) dui_row_text_find_int (row, "source_row", 0);
    }
  return step != DUI_STEP_FAILED;
}

static DuiChange *
read_command (History *self,
              gint64 command,
              GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self->connection, ACTION,
                           "SELECT at, who, login, verb, reason FROM command WHERE id = ?1", error);
  gboolean sealed;
  DuiChange *change;
  DuiStep step;

  if (statement == NULL
      || !dui_seal_verify (self->connection, command, ACTION, &sealed, error))
    return NULL;
  dui_statement_bind (statement, "i", command);
  step = dui_statement_step (statement, error);
  if (step != DUI_STEP_ROW || !sealed)
    {
      if (step != DUI_STEP_FAILED)
        is_damaged (error);
      return NULL;
    }
  change = g_new0 (DuiChange, 1);
  change->command = command;
  change->at = dui_records_format_time (dui_statement_get_int (statement, 0));
  change->who = g_strdup (dui_statement_get_text (statement, 1));
  change->login = g_strdup (dui_statement_get_text (statement, 2));
  change->verb = g_strdup (dui_statement_get_text (statement, 3));
  change->reason = g_strdup (dui_statement_get_text (statement, 4));
  change->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_changed_part_free);
  change->old_values = change->new_values = DUI_FIGURE_VALUES_NONE;
  return change;
}

/* From @at, what one command made of one row: a row written twice counts once. */
static gboolean
add_row (History *self,
         DuiChange *change,
         guint *at,
         GError **error)
{
  const Event *first = g_ptr_array_index (self->events, *at), *last = first;

  for (++*at; *at < self->events->len; ++*at)
    {
      const Event *next = g_ptr_array_index (self->events, *at);

      if (next->command != first->command || !g_str_equal (next->table, first->table)
          || !g_str_equal (next->key, first->key))
        break;
      last = next;
    }
  dui_history_parts_add (change->parts, self->catalog, self->indicator, first->table,
                         first->old_row, last->new_row);
  if (g_str_equal (first->table, "figure"))
    {
      change->old_values = read_values (first->old_row);
      change->new_values = read_values (last->new_row);
    }
  return last->new_row == NULL || change->file || read_source (self, change, last->new_row, error);
}

static gboolean
add_command (History *self,
             guint *at,
             GError **error)
{
  gint64 command = ((const Event *) g_ptr_array_index (self->events, *at))->command;
  g_autoptr (DuiChange) change = read_command (self, command, error);

  if (change == NULL)
    return FALSE;
  while (*at < self->events->len
         && ((const Event *) g_ptr_array_index (self->events, *at))->command == command)
    if (!add_row (self, change, at, error))
      return FALSE;
  if (change->parts->len > 0)
    g_ptr_array_add (self->changes, g_steal_pointer (&change));
  return TRUE;
}

/* Subjects ----------------------------------------------------------------------------------------- */

#define ID G_GINT64_FORMAT

static gboolean
read_place (History *self,
            gint64 place,
            GError **error)
{
  const struct
  {
    const char *table, *condition, *key;
  } tables[] = {
    { "place", "id = ?1", "id=%" ID },
    { "place_name", "place = ?1", "place=%" ID " from_period=" },
    { "alias", "place = ?1", "place=%" ID " name=" },
    { "membership", "place = ?1", "place=%" ID " parent=" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *key = g_strdup_printf (tables[i].key, place);
#pragma GCC diagnostic pop
      const Rows rows = { tables[i].table, tables[i].condition, key, { place } };

      if (!read_events (self, &rows, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_setting (History *self,
              const char *setting,
              GError **error)
{
  g_autofree char *key = g_strdup_printf ("key='%s' from_period=", setting);
  const Rows rows = { "setting", "key = ?1", key, .text = setting };

  return read_events (self, &rows, error);
}

static gboolean
read_numbers (History *self,
              const DuiHistorySubject *subject,
              gint64 place,
              GError **error)
{
  gint64 indicator = dui_indicator_get_id (self->indicator);
  g_autofree char *key = NULL;
  Rows rows;

  switch (subject->kind)
    {
    case DUI_HISTORY_FIGURE:
      key = g_strdup_printf ("indicator=%" ID " period=%d place=%" ID, indicator, subject->period,
                             place);
      rows = (Rows){ "figure", "indicator = ?1 AND period = ?2 AND place = ?3", key,
                     { indicator, subject->period, place } };
      break;
    case DUI_HISTORY_TARGET:
      key = g_strdup_printf ("indicator=%" ID " place=%" ID " year=%d tier=%d effective=",
                             indicator, place, subject->year, subject->tier);
      rows = (Rows){ "target", "indicator = ?1 AND place = ?2 AND year = ?3 AND tier = ?4", key,
                     { indicator, place, subject->year, subject->tier } };
      break;
    default:
      key = g_strdup_printf ("indicator=%" ID " year=%d month=", indicator, subject->year);
      rows = (Rows){ "plan", "indicator = ?1 AND year = ?2", key, { indicator, subject->year } };
    }
  return read_events (self, &rows, error);
}

/* The changes of a row are found by an index, which must have all that the table has; once for every
 * state of the book. */
static gboolean
check_index (History *self,
             GError **error)
{
  DuiConnection *connection = self->connection;
  g_autoptr (DuiStatement) check = NULL;

  if (connection->log_seen_whole == connection->version)
    return TRUE;
  check = dui_statement_new (connection, ACTION, "PRAGMA integrity_check(change)", error);
  if (check == NULL || dui_statement_step (check, error) != DUI_STEP_ROW)
    return FALSE;
  if (!g_str_equal (dui_statement_get_text (check, 0), "ok"))
    return is_damaged (error);
  connection->log_seen_whole = connection->version;
  return TRUE;
}

static gboolean
read_subject (History *self,
              const DuiHistorySubject *subject,
              GError **error)
{
  gint64 place = 0;

  if (subject->kind == DUI_HISTORY_SETTING)
    return read_setting (self, subject->key, error);
  if (subject->kind != DUI_HISTORY_PLAN)
    {
      if (subject->place >= self->catalog->places->len)
        return TRUE;
      place = dui_place_get_id (dui_catalog_get_place (self->catalog, subject->place));
    }
  if (subject->kind == DUI_HISTORY_PLACE)
    return read_place (self, place, error);
  self->indicator = dui_catalog_get_indicator (self->catalog, subject->indicator);
  return self->indicator == NULL || read_numbers (self, subject, place, error);
}

GPtrArray *
dui_history_read (DuiConnection *connection,
                  DuiCatalog *catalog,
                  const DuiHistorySubject *subject,
                  GError **error)
{
  g_auto (History) self = { connection, catalog };
  gboolean done;

  self.events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  self.changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_change_free);
  if (!dui_connection_begin_read (connection, ACTION, error))
    return NULL;
  done = check_index (&self, error) && read_subject (&self, subject, error);
  g_ptr_array_sort (self.events, compare_events);
  for (guint at = 0; done && at < self.events->len;)
    done = add_command (&self, &at, error);
  dui_connection_rollback (connection);
  return done ? g_steal_pointer (&self.changes) : NULL;
}
