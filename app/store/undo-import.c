/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/undo-import.h"
#include "store/figures.h"
#include "store/seal.h"
#include "store/undo-conflict.h"

/* The sources of the import: made in one transaction, so nobody else's are between them. */
typedef struct
{
  gint64 first;
  gint64 last;
} Sources;

static gboolean
read_sources (DuiUndoImport *self,
              Sources *sources,
              GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, self->action, "SELECT min(id), max(id) FROM source WHERE command = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", self->import);
  if (dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  sources->first = dui_statement_get_int (statement, 0);
  sources->last = dui_statement_get_int (statement, 1);
  return TRUE;
}

static gboolean
is_of (const Sources *sources,
       const DuiFigureRow *row)
{
  return row->source >= sources->first && row->source <= sources->last;
}

static gboolean
refuse (DuiUndoImport *self,
        const DuiFigureRow *row,
        GError **error)
{
  g_autofree char *key
      = g_strdup_printf ("indicator=%" G_GINT64_FORMAT " period=%" G_GINT64_FORMAT
                         " place=%" G_GINT64_FORMAT,
                         row->indicator, row->period, row->place);

  return dui_undo_conflict_set (error, self->connection, self->catalog, self->import, "figure", key,
                                self->action);
}

static gboolean
find_figure (DuiStatement *find,
             const DuiFigureRow *key,
             DuiFigureRow *row,
             gboolean *exists,
             GError **error)
{
  g_autoptr (GError) cause = NULL;

  *exists = dui_figures_look_up (find, key->indicator, key->period, key->place, row, &cause);
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Taking back ------------------------------------------------------------------------------------- */

/* What the book has of the import now. */
static char *
digest_figures (DuiUndoImport *self,
                const Sources *sources,
                gint64 *n_figures,
                GError **error)
{
  g_autoptr (DuiFigureDigest) digest = dui_figure_digest_new ();
  g_autoptr (DuiStatement) figures = dui_statement_new (
      self->connection, self->action,
      "SELECT " DUI_FIGURE_COLUMNS " FROM figure WHERE source BETWEEN ?1 AND ?2"
      " ORDER BY indicator, period, place",
      error);
  DuiStep step;

  *n_figures = 0;
  if (figures == NULL)
    return NULL;
  dui_statement_bind (figures, "ii", sources->first, sources->last);
  while ((step = dui_statement_step (figures, error)) == DUI_STEP_ROW)
    {
      DuiFigureRow row;
      gint64 checksum;

      dui_figures_read_row (figures, &row, &checksum);
      dui_figure_digest_add (digest, &row);
      ++*n_figures;
    }
  return step == DUI_STEP_DONE ? dui_figure_digest_finish (g_steal_pointer (&digest)) : NULL;
}

static gboolean
is_sealed (DuiUndoImport *self,
           const char *digest,
           gboolean *same,
           GError **error)
{
  g_autoptr (DuiStatement) seal
      = dui_statement_new (self->connection, self->action,
                           "SELECT 1 FROM seal WHERE command = ?1 AND figures = ?2", error);
  DuiStep step;

  if (seal == NULL)
    return FALSE;
  dui_statement_bind (seal, "is", self->import, digest);
  step = dui_statement_step (seal, error);
  *same = step == DUI_STEP_ROW;
  return step != DUI_STEP_FAILED;
}

/* Names a figure that somebody has touched: what it was is in the log. */
static gboolean
refuse_changed (DuiUndoImport *self,
                const Sources *sources,
                GError **error)
{
  g_autoptr (DuiStatement) changes = dui_statement_new (
      self->connection, self->action,
      "SELECT old FROM change WHERE command >= ?1 AND table_name = 'figure' AND old <> ''"
      " ORDER BY id DESC",
      error);
  g_autoptr (DuiStatement) find
      = changes ? dui_figures_prepare_find (self->connection, self->action, error) : NULL;
  DuiStep step;

  if (find == NULL)
    return FALSE;
  dui_statement_bind (changes, "i", self->import);
  while ((step = dui_statement_step (changes, error)) == DUI_STEP_ROW)
    {
      DuiFigureRow old, now;
      gboolean exists;

      dui_figures_parse_row (dui_statement_get_text (changes, 0), &old);
      if (!is_of (sources, &old))
        continue;
      if (!find_figure (find, &old, &now, &exists, error))
        return FALSE;
      if (!exists || !dui_figures_are_same (&old, &now))
        return refuse (self, &old, error);
    }
  return step == DUI_STEP_DONE
         && dui_undo_conflict_set (error, self->connection, self->catalog, self->import, NULL, NULL,
                                   self->action);
}

/* Figures that were there before the import get their old values. */
static gboolean
restore_changed (DuiUndoImport *self,
                 const Sources *sources,
                 GError **error)
{
  g_autoptr (DuiStatement) update
      = dui_figures_prepare_update (self->connection, self->action, error);
  g_autoptr (DuiStatement) changes
      = update ? dui_statement_new (self->connection, self->action,
                                    "SELECT old, new FROM change WHERE command = ?1"
                                    " AND table_name = 'figure' AND new IS NOT NULL ORDER BY id",
                                    error)
               : NULL;
  DuiStep step;

  if (changes == NULL)
    return FALSE;
  dui_statement_bind (changes, "i", self->import);
  while ((step = dui_statement_step (changes, error)) == DUI_STEP_ROW)
    {
      DuiFigureRow old, new;

      dui_figures_parse_row (dui_statement_get_text (changes, 1), &new);
      if (!is_of (sources, &new))
        continue;
      dui_figures_parse_row (dui_statement_get_text (changes, 0), &old);
      if (!dui_figures_write (update, &old, error))
        return FALSE;
    }
  return step == DUI_STEP_DONE;
}

gboolean
dui_undo_import_take_back (DuiUndoImport *self,
                           gint64 *n_figures,
                           GError **error)
{
  g_autofree char *digest = NULL;
  Sources sources;
  gboolean same;

  if (!read_sources (self, &sources, error)
      || !(digest = digest_figures (self, &sources, n_figures, error))
      || !is_sealed (self, digest, &same, error))
    return FALSE;
  if (!same)
    return refuse_changed (self, &sources, error);
  return restore_changed (self, &sources, error)
         && dui_statement_execute (self->connection, self->action, error,
                                   "DELETE FROM figure WHERE source BETWEEN ?1 AND ?2", "ii",
                                   sources.first, sources.last);
}

/* Doing again ------------------------------------------------------------------------------------- */

typedef struct
{
  DuiStatement *find;
  DuiStatement *insert;
  DuiStatement *update;
  DuiStatement *log; /* of what is inserted: only the other changes have triggers */
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->find, dui_statement_free);
  g_clear_pointer (&self->insert, dui_statement_free);
  g_clear_pointer (&self->update, dui_statement_free);
  g_clear_pointer (&self->log, dui_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static gboolean
prepare_writing (DuiUndoImport *self,
                 Writing *writing,
                 GError **error)
{
  writing->find = dui_figures_prepare_find (self->connection, self->action, error);
  writing->insert = writing->find
                        ? dui_figures_prepare_insert (self->connection, self->action, error)
                        : NULL;
  writing->update = writing->insert
                        ? dui_figures_prepare_update (self->connection, self->action, error)
                        : NULL;
  writing->log = writing->update
                     ? dui_statement_new (self->connection, self->action,
                                          "INSERT INTO change (command, table_name, row_key, old,"
                                          " new) VALUES (?1, 'figure', ?2, '', ?3)",
                                          error)
                     : NULL;
  return writing->log != NULL;
}

/* @key, @text: the figure as the import wrote it; @before: what was there then, NULL for nothing. */
static gboolean
write_again (DuiUndoImport *self,
             Writing *writing,
             const char *key,
             const char *text,
             const char *before,
             GError **error)
{
  DuiFigureRow row, now, expected;
  gboolean exists;

  dui_figures_parse_row (text, &row);
  if (!find_figure (writing->find, &row, &now, &exists, error))
    return FALSE;
  if (before == NULL)
    {
      if (exists)
        return refuse (self, &row, error);
      dui_statement_bind (writing->log, "iss", self->command, key, text);
      return dui_figures_write (writing->insert, &row, error)
             && dui_statement_run (writing->log, error);
    }
  dui_figures_parse_row (before, &expected);
  if (!exists || !dui_figures_are_same (&expected, &now))
    return refuse (self, &row, error);
  return dui_figures_write (writing->update, &row, error);
}

gboolean
dui_undo_import_do_again (DuiUndoImport *self,
                          gint64 *n_figures,
                          GError **error)
{
  g_auto (Writing) writing = { NULL };
  /* Backwards, what was taken back is what the import wrote. */
  g_autoptr (DuiStatement) changes = dui_statement_new (
      self->connection, self->action,
      "SELECT row_key, old, new FROM change WHERE table_name = 'figure' AND command ="
      " (SELECT max(id) FROM command WHERE subject = ?1 AND verb = 'undo') ORDER BY id",
      error);
  DuiStep step;

  *n_figures = 0;
  if (changes == NULL || !prepare_writing (self, &writing, error))
    return FALSE;
  dui_statement_bind (changes, "i", self->import);
  while ((step = dui_statement_step (changes, error)) == DUI_STEP_ROW)
    {
      if (!write_again (self, &writing, dui_statement_get_text (changes, 0),
                        dui_statement_get_text (changes, 1), dui_statement_get_text (changes, 2),
                        error))
        return FALSE;
      ++*n_figures;
    }
  return step == DUI_STEP_DONE;
}
