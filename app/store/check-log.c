/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/check-log.h"
#include "store/figure-name.h"
#include "store/figures.h"
#include "store/row-text.h"
#include "store/schema.h"
#include "store/seal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the data tables hold of one command, counted again: rows that it left and that nobody has
 * touched since are there, others are in the log as what a later command found. */
typedef struct
{
  DuiFigureDigest *figures;
  GPtrArray *lines; /* of the other tables; NULL for none */
} Trace;

typedef struct
{
  DuiConnection *connection;
  GPtrArray *findings;
  const char *action;
  GHashTable *commands; /* of sources: gint64* to gint64* */
  GHashTable *traces;   /* of commands: gint64* to Trace */
} Check;

/* A figure that the log says was there until @command. */
typedef struct
{
  DuiFigureRow row;
  gint64 command;
} Former;

static void
trace_free (Trace *trace)
{
  g_clear_pointer (&trace->figures, dui_figure_digest_free);
  g_clear_pointer (&trace->lines, g_ptr_array_unref);
  g_free (trace);
}

static void
check_clear (Check *self)
{
  g_hash_table_unref (self->commands);
  g_hash_table_unref (self->traces);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, check_clear)

static void
find_fault (Check *self,
            const char *what,
            char *where,
            const char *text)
{
  g_ptr_array_add (self->findings, dui_finding_new (what, where, g_strdup (text)));
}

/* 0 for a source that does not exist. */
static gint64
command_of (Check *self,
            gint64 source)
{
  gint64 *command = g_hash_table_lookup (self->commands, &source);

  return command ? *command : 0;
}

static Trace *
trace_of (Check *self,
          gint64 command)
{
  Trace *trace = g_hash_table_lookup (self->traces, &command);

  if (trace == NULL)
    {
      trace = g_new0 (Trace, 1);
      g_hash_table_insert (self->traces, g_memdup2 (&command, sizeof command), trace);
    }
  return trace;
}

static gboolean
read_sources (Check *self,
              GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, self->action, "SELECT id, command FROM source", error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      gint64 id = dui_statement_get_int (statement, 0);
      gint64 command = dui_statement_get_int (statement, 1);

      g_hash_table_insert (self->commands, g_memdup2 (&id, sizeof id),
                           g_memdup2 (&command, sizeof command));
    }
  return step == DUI_STEP_DONE;
}

/* Figures ----------------------------------------------------------------------------------------- */

static char *
name_figure (Check *self,
             const DuiFigureRow *row)
{
  return dui_figure_name (self->connection, row->indicator, row->period, row->place, self->action);
}

static int
compare_keys (const DuiFigureRow *a,
              const DuiFigureRow *b)
{
  if (a->indicator != b->indicator)
    return a->indicator < b->indicator ? -1 : 1;
  if (a->period != b->period)
    return a->period < b->period ? -1 : 1;
  return (a->place > b->place) - (a->place < b->place);
}

static int
compare_former (gconstpointer a,
                gconstpointer b)
{
  const Former *left = a, *right = b;
  int order = compare_keys (&left->row, &right->row);

  if (order != 0)
    return order;
  return (left->row.source > right->row.source) - (left->row.source < right->row.source);
}

static GArray *
read_former_figures (Check *self,
                     GError **error)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Former));
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, self->action,
      "SELECT command, old FROM change WHERE table_name = 'figure' AND old <> ''",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      Former former = { .command = dui_statement_get_int (statement, 0) };

      dui_figures_parse_row (dui_statement_get_text (statement, 1), &former.row);
      /* What a command changed twice it did not leave. */
      if (command_of (self, former.row.source) < former.command)
        g_array_append_val (figures, former);
    }
  g_array_sort (figures, compare_former);
  return step == DUI_STEP_DONE ? g_steal_pointer (&figures) : NULL;
}

static void
add_figure (Check *self,
            const DuiFigureRow *row)
{
  gint64 command = command_of (self, row->source);
  Trace *trace;

  if (command == 0)
    {
      find_fault (self, "log", name_figure (self, row), _ ("A figure came from no command of the log."));
      return;
    }
  trace = trace_of (self, command);
  if (trace->figures == NULL)
    trace->figures = dui_figure_digest_new ();
  dui_figure_digest_add (trace->figures, row);
}

/* Adds the former figures before @until and those of its own key, once each. TRUE when @until itself
 * was among them: something was taken back to it. */
static gboolean
add_former (Check *self,
            GArray *former,
            guint *at,
            const DuiFigureRow *until)
{
  gboolean met = FALSE;

  for (; *at < former->len; (*at)++)
    {
      const DuiFigureRow *row = &g_array_index (former, Former, *at).row;

      if (until && compare_keys (row, until) > 0)
        break;
      if (*at > 0 && dui_figures_are_same (row, &g_array_index (former, Former, *at - 1).row))
        continue;
      met = met || (until && dui_figures_are_same (row, until));
      add_figure (self, row);
    }
  return met;
}

static gboolean
check_figures (Check *self,
               GError **error)
{
  g_autoptr (GArray) former = read_former_figures (self, error);
  g_autoptr (DuiStatement) statement = NULL;
  guint at = 0;
  DuiStep step;

  if (former == NULL)
    return FALSE;
  statement = dui_statement_new (self->connection, self->action,
                                 "SELECT " DUI_FIGURE_COLUMNS
                                 " FROM figure ORDER BY indicator, period, place",
                                 error);
  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiFigureRow row;
      gint64 checksum;

      dui_figures_read_row (statement, &row, &checksum);
      if (checksum != dui_checksum_figure (&row))
        find_fault (self, "checksum", name_figure (self, &row), _ ("A figure has changed by itself."));
      if (!add_former (self, former, &at, &row))
        add_figure (self, &row);
    }
  add_former (self, former, &at, NULL);
  return step == DUI_STEP_DONE;
}

/* Other tables ------------------------------------------------------------------------------------ */

static void
add_line (Check *self,
          gint64 command,
          const char *line)
{
  Trace *trace;

  if (command == 0)
    {
      find_fault (self, "log", g_strdup (line), _ ("A row came from no command of the log."));
      return;
    }
  trace = trace_of (self, command);
  if (trace->lines == NULL)
    trace->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (trace->lines, g_strdup (line));
}

/* @sql gives lines (store/seal.h) and the command that found them so, or 0 for now. */
static gboolean
add_lines (Check *self,
           const char *sql,
           GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self->connection, self->action, sql, error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      const char *line = dui_statement_get_text (statement, 0);
      gint64 until = dui_statement_get_int (statement, 1);
      gint64 command
          = command_of (self, dui_row_text_find_int (strchr (line, ' ') + 1, "source", 0));

      if (until == 0 || command < until)
        add_line (self, command, line);
    }
  return step == DUI_STEP_DONE;
}

static gboolean
check_tables (Check *self,
              GError **error)
{
  g_auto (GStrv) tables = dui_schema_list_data_tables (self->connection, self->action, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; tables[i]; i++)
    {
      g_autofree char *text = NULL, *sql = NULL;

      if (g_str_equal (tables[i], "figure"))
        continue;
      text = dui_schema_make_text (self->connection, tables[i], "", FALSE, self->action, error);
      if (text == NULL)
        return FALSE;
      sql = g_strdup_printf ("SELECT '%1$s ' || %2$s, 0 FROM %1$s", tables[i], text);
      if (!add_lines (self, sql, error))
        return FALSE;
    }
  return add_lines (self,
                    "SELECT table_name || ' ' || old, command FROM change"
                    " WHERE table_name <> 'figure' AND old <> ''",
                    error);
}

/* Changes ----------------------------------------------------------------------------------------- */

static void
find_broken_change (Check *self,
                    const char *table,
                    const char *key)
{
  char *where = g_str_equal (table, "figure")
                    ? dui_figure_name (self->connection,
                                       dui_row_text_find_int (key, "indicator", 0),
                                       dui_row_text_find_int (key, "period", 0),
                                       dui_row_text_find_int (key, "place", 0), self->action)
                    : g_strdup_printf ("%s %s", table, key);

  find_fault (self, "log", where,
              _ ("A row is not what its last change in the log made of it."));
}

/* Finds the text of a row by the values of its key. */
static DuiStatement *
prepare_row (Check *self,
             const char *table,
             GError **error)
{
  g_auto (GStrv) keys
      = dui_schema_list_columns (self->connection, table, TRUE, self->action, error);
  g_autofree char *text
      = keys ? dui_schema_make_text (self->connection, table, "", FALSE, self->action, error)
             : NULL;
  g_autoptr (GString) sql = NULL;

  if (text == NULL)
    return NULL;
  sql = g_string_new (NULL);
  g_string_printf (sql, "SELECT %s FROM %s WHERE 1", text, table);
  for (guint i = 0; keys[i]; i++)
    g_string_append_printf (sql, " AND %s = ?", keys[i]);
  return dui_statement_new (self->connection, self->action, sql->str, error);
}

static void
bind_key (DuiStatement *statement,
          const char *key)
{
  DuiRowField field;

  for (int at = 1; dui_row_text_next (&key, &field); at++)
    {
      g_autofree char *string = dui_row_field_dup_string (&field);

      /* Given away, so that SQLite needs no memory for it. */
      if (string)
        sqlite3_bind_text (statement->handle, at, g_steal_pointer (&string), -1, g_free);
      else
        sqlite3_bind_int64 (statement->handle, at, g_ascii_strtoll (field.literal, NULL, 10));
    }
}

/* Whether the row is what its last change made of it; a row that is gone has a change that says so,
 * which is its last one. */
static gboolean
check_last_change (Check *self,
                   DuiStatement *row,
                   const char *table,
                   const char *key,
                   const char *made,
                   GError **error)
{
  DuiStep step;

  bind_key (row, key);
  step = dui_statement_step (row, error);
  if ((step == DUI_STEP_ROW && made && !g_str_equal (made, dui_statement_get_text (row, 0)))
      || (step == DUI_STEP_DONE && made))
    find_broken_change (self, table, key);
  sqlite3_reset (row->handle);
  return step != DUI_STEP_FAILED;
}

static gboolean
check_last_changes (Check *self,
                    const char *table,
                    GError **error)
{
  g_autoptr (DuiStatement) row = prepare_row (self, table, error);
  g_autoptr (DuiStatement) changes
      = row ? dui_statement_new (self->connection, self->action,
                                 "SELECT row_key, new, max(id) FROM change WHERE table_name = ?1"
                                 " GROUP BY row_key",
                                 error)
            : NULL;
  DuiStep step;

  if (changes == NULL)
    return FALSE;
  dui_statement_bind (changes, "s", table);
  while ((step = dui_statement_step (changes, error)) == DUI_STEP_ROW)
    if (!check_last_change (self, row, table, dui_statement_get_text (changes, 0),
                            dui_statement_get_text (changes, 1), error))
      return FALSE;
  return step == DUI_STEP_DONE;
}

static gboolean
check_changes (Check *self,
               GError **error)
{
  g_auto (GStrv) tables = dui_schema_list_data_tables (self->connection, self->action, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; tables[i]; i++)
    if (!check_last_changes (self, tables[i], error))
      return FALSE;
  return TRUE;
}

/* Seals ------------------------------------------------------------------------------------------- */

static char *
name_command (DuiStatement *statement)
{
  /* Translators: 1 number of a command in the log, 2 what it did, such as import. */
  return g_strdup_printf (_ ("command %1$s (%2$s)"), dui_statement_get_text (statement, 0),
                          dui_statement_get_text (statement, 1));
}

/* Compares what is there of a command with what it sealed. */
static void
check_traces (Check *self,
              DuiStatement *statement)
{
  Trace *trace = trace_of (self, dui_statement_get_int (statement, 0));
  DuiFigureDigest *digest = trace->figures ? g_steal_pointer (&trace->figures)
                                           : dui_figure_digest_new ();
  GPtrArray *lines = trace->lines ? g_steal_pointer (&trace->lines)
                                  : g_ptr_array_new_with_free_func (g_free);
  g_autofree char *figures = dui_figure_digest_finish (digest);
  g_autofree char *records = dui_seal_digest_lines (lines);

  if (g_strcmp0 (figures, dui_statement_get_text (statement, 2)) != 0)
    find_fault (self, "log", name_command (statement),
                _ ("The figures of this command are not what it wrote: somebody changed, added or "
                   "removed some without the program."));
  if (g_strcmp0 (records, dui_statement_get_text (statement, 3)) != 0)
    find_fault (self, "log", name_command (statement),
                _ ("The entries of this command are not what it wrote: somebody changed, added or "
                   "removed some without the program."));
}

static gboolean
check_seals (Check *self,
             GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, self->action,
      "SELECT command.id, verb, figures, records, state, hash FROM command"
      " LEFT JOIN seal ON seal.command = command.id ORDER BY command.id",
      error);
  g_autofree char *previous = NULL;
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      const char *hash = dui_statement_get_text (statement, 5);
      const DuiSealParts sealed
          = { dui_statement_get_text (statement, 2), dui_statement_get_text (statement, 3),
              dui_statement_get_text (statement, 4) };
      g_autofree char *computed = NULL;

      if (hash == NULL)
        {
          find_fault (self, "seal", name_command (statement), _ ("This command has no seal."));
          continue;
        }
      computed = dui_seal_compute (self->connection, dui_statement_get_int (statement, 0), previous,
                                   &sealed, self->action, error);
      if (computed == NULL)
        return FALSE;
      if (!g_str_equal (computed, hash))
        find_fault (self, "seal", name_command (statement),
                    _ ("The seal of this command is broken: the log was changed."));
      check_traces (self, statement);
      g_free (previous);
      previous = g_strdup (hash);
    }
  return step == DUI_STEP_DONE;
}

gboolean
dui_check_log (DuiConnection *connection,
               GPtrArray *findings,
               const char *action,
               GError **error)
{
  g_auto (Check) self = { connection, findings, action };

  self.commands = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self.traces = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) trace_free);
  return read_sources (&self, error) && check_figures (&self, error)
         && check_tables (&self, error) && check_changes (&self, error)
         && check_seals (&self, error);
}
