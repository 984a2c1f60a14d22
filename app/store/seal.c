/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/seal.h"
#include "model/sha256.h"
#include "store/changeset-row.h"
#include "store/failure.h"
#include "store/schema.h"
#include "store/state.h"
#include "store/statement.h"

#include <string.h>

/* One figure as it is digested: little-endian, without padding. */
#define FIGURE_BYTES 48
#define FIGURES_AT_ONCE 256

struct _DuiFigureDigest
{
  struct sha256_ctx context;
  guint8 bytes[FIGURE_BYTES * FIGURES_AT_ONCE];
  gsize used;
};

DuiFigureDigest *
dui_figure_digest_new (void)
{
  DuiFigureDigest *self = g_new (DuiFigureDigest, 1);

  sha256_init (&self->context);
  self->used = 0;
  return self;
}

void
dui_figure_digest_free (DuiFigureDigest *self)
{
  g_free (self);
}

static void
flush (DuiFigureDigest *self)
{
  sha256_update (&self->context, self->used, self->bytes);
  self->used = 0;
}

void
dui_figure_digest_add (DuiFigureDigest *self,
                       const DuiFigureRow *row)
{
  const gint64 amounts[] = { GINT64_TO_LE (row->value), GINT64_TO_LE (row->base),
                             GINT64_TO_LE (row->growth) };
  const gint32 keys[] = { GINT32_TO_LE ((gint32) row->indicator),
                          GINT32_TO_LE ((gint32) row->period),
                          GINT32_TO_LE ((gint32) row->place),
                          GINT32_TO_LE ((gint32) row->source),
                          GINT32_TO_LE ((gint32) row->source_row),
                          GINT32_TO_LE ((gint32) row->status) };
  guint8 *at;

  G_STATIC_ASSERT (sizeof amounts + sizeof keys == FIGURE_BYTES);
  if (self->used == sizeof self->bytes)
    flush (self);
  at = self->bytes + self->used;
  memcpy (at, amounts, sizeof amounts);
  memcpy (at + sizeof amounts, keys, sizeof keys);
  self->used += FIGURE_BYTES;
}

char *
dui_figure_digest_finish (DuiFigureDigest *self)
{
  char *hex;

  flush (self);
  hex = dui_sha256_finish (&self->context);
  dui_figure_digest_free (self);
  return hex;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
dui_seal_digest_lines (GPtrArray *lines)
{
  g_autoptr (GPtrArray) owned = lines;
  struct sha256_ctx context;

  sha256_init (&context);
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (i > 0 && g_str_equal (line, g_ptr_array_index (lines, i - 1)))
        continue;
      /* With the zero, so that two lines are not one long one. */
      sha256_update (&context, strlen (line) + 1, (const guint8 *) line);
    }
  return dui_sha256_finish (&context);
}

static DuiStatement *
prepare_line (DuiConnection *connection,
              const char *table,
              const char *action,
              GError **error)
{
  g_autofree char *text = dui_schema_make_text (connection, table, "", FALSE, action, error);
  g_autofree char *line = text ? g_strdup_printf ("'%s ' || %s", table, text) : NULL;

  return line ? dui_changeset_row_prepare (connection, "", line, table, action, error) : NULL;
}

static gboolean
add_line (sqlite3_changeset_iter *changes,
          DuiStatement *statement,
          GPtrArray *lines,
          GError **error)
{
  if (!dui_changeset_row_bind (statement, changes, error))
    return FALSE;
  switch (dui_statement_step (statement, error))
    {
    case DUI_STEP_ROW:
      g_ptr_array_add (lines, g_strdup (dui_statement_get_text (statement, 0)));
      break;
    case DUI_STEP_FAILED:
      return FALSE;
    case DUI_STEP_DONE: /* inserted and deleted again */
    default:
      break;
    }
  sqlite3_reset (statement->handle);
  return TRUE;
}

static gboolean
collect_lines (DuiConnection *connection,
               sqlite3_changeset_iter *changes,
               GPtrArray *lines,
               const char *action,
               GError **error)
{
  g_autoptr (DuiStatement) statement = NULL;
  g_autofree char *current = NULL;
  int result;

  while ((result = sqlite3changeset_next (changes)) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (changes, &table, &n_columns, &operation, &indirect);
      if (operation == SQLITE_DELETE || g_str_equal (table, "figure"))
        continue;
      if (g_strcmp0 (table, current) != 0)
        {
          g_free (current);
          current = g_strdup (table);
          g_clear_pointer (&statement, dui_statement_free);
          statement = prepare_line (connection, table, action, error);
        }
      if (statement == NULL || !add_line (changes, statement, lines, error))
        return FALSE;
    }
  return result == SQLITE_DONE || dui_failure_set (error, connection->db, result, action);
}

char *
dui_seal_digest_changeset (DuiConnection *connection,
                           gconstpointer changeset,
                           int size,
                           const char *action,
                           GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  sqlite3_changeset_iter *changes = NULL;
  int result = sqlite3changeset_start (&changes, size, (void *) changeset);
  gboolean done;

  if (result != SQLITE_OK)
    {
      dui_failure_set (error, connection->db, result, action);
      return NULL;
    }
  done = collect_lines (connection, changes, lines, action, error);
  sqlite3changeset_finalize (changes);
  return done ? dui_seal_digest_lines (g_steal_pointer (&lines)) : NULL;
}

/* The chain ------------------------------------------------------------------------------------- */

/* With the zero, and a missing text different from an empty one. */
static void
add_text (struct sha256_ctx *context,
          const char *text)
{
  if (text == NULL)
    text = "\001";
  sha256_update (context, strlen (text) + 1, (const guint8 *) text);
}

static gboolean
add_rows (DuiConnection *connection,
          struct sha256_ctx *context,
          const char *sql,
          gint64 command,
          const char *action,
          GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (connection, action, sql, error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", command);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    for (int i = 0; i < sqlite3_column_count (statement->handle); i++)
      add_text (context, dui_statement_get_text (statement, i));
  return step == DUI_STEP_DONE;
}

char *
dui_seal_compute (DuiConnection *connection,
                  gint64 command,
                  const char *previous,
                  const DuiSealParts *sealed,
                  const char *action,
                  GError **error)
{
  static const char *const parts[] = {
    "SELECT id, at, who, login, verb, reason, subject FROM command WHERE id = ?1",
    "SELECT id, file, sheet, sha256 FROM source WHERE command = ?1 ORDER BY id",
    "SELECT id, table_name, row_key, old, new FROM change WHERE command = ?1 ORDER BY id",
    "SELECT attachment.sha256, name, media_type FROM source JOIN attachment"
    " ON attachment.source = source.id WHERE source.command = ?1 ORDER BY 1",
  };
  struct sha256_ctx context;

  sha256_init (&context);
  add_text (&context, previous);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!add_rows (connection, &context, parts[i], command, action, error))
      return NULL;
  add_text (&context, sealed->figures);
  add_text (&context, sealed->records);
  /* Version 1 sealed no state. */
  if (*sealed->state)
    add_text (&context, sealed->state);
  return dui_sha256_finish (&context);
}

gboolean
dui_seal_verify (DuiConnection *connection,
                 gint64 command,
                 const char *action,
                 gboolean *holds,
                 GError **error)
{
  g_autoptr (DuiStatement) seal = dui_statement_new (
      connection, action,
      "SELECT (SELECT hash FROM seal WHERE command < ?1 ORDER BY command DESC LIMIT 1),"
      " figures, records, state, hash FROM seal WHERE command = ?1",
      error);
  g_autofree char *computed = NULL;
  DuiSealParts sealed;
  DuiStep step;

  *holds = FALSE;
  if (seal == NULL)
    return FALSE;
  dui_statement_bind (seal, "i", command);
  step = dui_statement_step (seal, error);
  if (step != DUI_STEP_ROW)
    return step == DUI_STEP_DONE;
  sealed = (DuiSealParts){ dui_statement_get_text (seal, 1), dui_statement_get_text (seal, 2),
                           dui_statement_get_text (seal, 3) };
  computed = dui_seal_compute (connection, command, dui_statement_get_text (seal, 0), &sealed,
                               action, error);
  *holds = g_strcmp0 (computed, dui_statement_get_text (seal, 4)) == 0;
  return computed != NULL;
}

gboolean
dui_seal_find_head (DuiConnection *connection,
                    const char *action,
                    char **head,
                    char **state,
                    GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action, "SELECT hash, state FROM seal ORDER BY command DESC LIMIT 1", error);
  DuiStep step;

  if (statement == NULL || (step = dui_statement_step (statement, error)) == DUI_STEP_FAILED)
    return FALSE;
  *head = step == DUI_STEP_ROW ? g_strdup (dui_statement_get_text (statement, 0)) : NULL;
  if (state)
    *state = step == DUI_STEP_ROW ? g_strdup (dui_statement_get_text (statement, 1)) : NULL;
  return TRUE;
}

gboolean
dui_seal_write (DuiConnection *connection,
                gint64 command,
                const char *figures,
                const char *records,
                gboolean state_changed,
                const char *action,
                char **hash,
                GError **error)
{
  g_autofree char *head = NULL, *before = NULL;
  g_autofree char *state = NULL;
  DuiSealParts sealed = { figures, records };

  if (!dui_seal_find_head (connection, action, &head, &before, error))
    return FALSE;
  state = before && !state_changed ? g_steal_pointer (&before)
                                   : dui_state_digest (connection, action, error);
  if (state == NULL)
    return FALSE;
  sealed.state = state;
  *hash = dui_seal_compute (connection, command, head, &sealed, action, error);
  return *hash != NULL
         && dui_statement_execute (
             connection, action, error,
             "INSERT INTO seal (command, figures, records, state, hash)"
             " VALUES (?1, ?2, ?3, ?4, ?5)",
             "issss", command, figures, records, state, *hash);
}
