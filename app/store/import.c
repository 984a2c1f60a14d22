/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/import.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/figure-feed.h"
#include "store/figures.h"
#include "store/import-entries.h"
#include "store/import-verdicts.h"
#include "store/places.h"
#include "store/seal.h"
#include "store/tally.h"

static gboolean
check_batches (GPtrArray *batches, GError **error)
{
  for (guint i = 0; i < batches->len; i++)
    {
      DuiBatch *batch = g_ptr_array_index (batches, i);

      g_return_val_if_fail (batch->catalog != NULL, FALSE);
      if (batch->errors->len > 0)
        {
          g_autofree char *name = g_filename_display_name (batch->file);
          /* Translators: a file name. */
          g_autofree char *reason
              = g_strdup_printf (_ ("“%s” has errors. Correct them and read it again"), name);

          return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, DUI_IMPORT_ACTION, reason);
        }
    }
  return TRUE;
}

/* Places named alike in several files are one place. */
static GArray *
resolve_places (DuiImport *self,
                DuiBatch *batch,
                GHashTable *made,
                DuiCommand *command,
                GError **error)
{
  GPtrArray *places = batch->catalog->places;
  g_autoptr (GArray) ids
      = g_array_sized_new (FALSE, FALSE, sizeof (gint64), places->len + batch->new_places->len);

  for (guint i = 0; i < places->len; i++)
    {
      gint64 id = dui_place_get_id (g_ptr_array_index (places, i));

      g_array_append_val (ids, id);
    }
  for (guint i = 0; i < batch->new_places->len; i++)
    {
      const char *name = g_ptr_array_index (batch->new_places, i);
      gint64 *known = g_hash_table_lookup (made, name);

      if (known == NULL)
        {
          gint64 source = dui_command_get_source (command, error);
          gint64 id = source ? dui_places_insert_found (self->connection, name, source,
                                                        DUI_IMPORT_ACTION, error)
                             : 0;

          if (id == 0)
            return NULL;
          known = g_memdup2 (&id, sizeof id);
          g_hash_table_insert (made, g_strdup (name), known);
        }
      g_array_append_val (ids, *known);
    }
  return g_steal_pointer (&ids);
}

static gboolean
resolve_all_places (DuiImport *self, DuiCommand *command, GError **error)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->batches->len; i++)
    {
      GArray *ids
          = resolve_places (self, g_ptr_array_index (self->batches, i), made, command, error);

      if (ids == NULL)
        return FALSE;
      g_ptr_array_add (self->place_ids, ids);
    }
  return TRUE;
}

static gboolean
add_sources (DuiImport *self, DuiCommand *command, GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint at = g_array_index (self->entries, DuiImportEntry, i).batch;
      DuiBatch *batch = g_ptr_array_index (self->batches, at);

      if (self->sources[at] == 0)
        self->sources[at]
            = dui_command_add_source (command, batch->file, batch->sheet, batch->sha256, error);
      if (self->sources[at] == 0)
        return FALSE;
    }
  return TRUE;
}

static DuiFigureRow
make_figure (DuiImport *self, const DuiImportEntry *entry)
{
  const DuiBatchRow *row = dui_import_get_row (self, entry);

  return (DuiFigureRow){
    .indicator = dui_import_key_indicator (entry->key),
    .period = dui_import_key_period (entry->key),
    .place = dui_import_key_place (entry->key),
    .value = row->value,
    .base = row->base,
    .growth = row->growth,
    .status = row->status,
    .source = self->sources[entry->batch],
    .source_row = row->row,
  };
}

/* On a thread of its own: it costs a fifth of the writing. */
static gpointer
digest (gpointer data)
{
  DuiImport *self = data;
  g_autoptr (DuiFigureDigest) figures = dui_figure_digest_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      DuiFigureRow figure = make_figure (self, &g_array_index (self->entries, DuiImportEntry, i));

      dui_figure_digest_add (figures, &figure);
    }
  return dui_figure_digest_finish (g_steal_pointer (&figures));
}

/* Where the insertion is in the entries. */
typedef struct
{
  DuiImport *import;
  guint at;
} Insertion;

static gboolean
next_new_figure (gpointer data, DuiFigureRow *row)
{
  Insertion *self = data;
  GArray *entries = self->import->entries;

  while (self->at < entries->len)
    {
      const DuiImportEntry *entry = &g_array_index (entries, DuiImportEntry, self->at++);

      if (dui_import_get_row (self->import, entry)->verdict != DUI_ROW_NEW)
        continue;
      *row = make_figure (self->import, entry);
      return TRUE;
    }
  return FALSE;
}

static gboolean
update_figures (DuiImport *self, GError **error)
{
  g_autoptr (DuiStatement) update
      = dui_figures_prepare_update (self->connection, DUI_IMPORT_ACTION, error);

  if (update == NULL)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const DuiImportEntry *entry = &g_array_index (self->entries, DuiImportEntry, i);
      DuiFigureRow figure = make_figure (self, entry);

      if (dui_import_get_row (self, entry)->verdict == DUI_ROW_CHANGED
          && !dui_figures_write (update, &figure, error))
        return FALSE;
    }
  return TRUE;
}

/* Of the entries from @at on that are of one period; past them afterwards. */
static gboolean
tally_period (DuiImport *self, guint *at, GError **error)
{
  const DuiImportEntry *entries = (const DuiImportEntry *) (gpointer) self->entries->data;
  const guint64 period = entries[*at].key >> DUI_IMPORT_PLACE_BITS;
  const guint64 key = entries[*at].key;
  gboolean changes = FALSE;
  DuiTally more = { 0 };

  for (; *at < self->entries->len && entries[*at].key >> DUI_IMPORT_PLACE_BITS == period; ++*at)
    {
      DuiFigureRow figure = make_figure (self, &entries[*at]);

      changes |= dui_import_get_row (self, &entries[*at])->verdict == DUI_ROW_CHANGED;
      dui_tally_count (&more, dui_checksum_figure (&figure));
    }
  return changes ? dui_tally_renew (self->connection, dui_import_key_indicator (key),
                                    dui_import_key_period (key), DUI_IMPORT_ACTION, error)
                 : dui_tally_add (self->connection, dui_import_key_indicator (key),
                                  dui_import_key_period (key), &more, DUI_IMPORT_ACTION, error);
}

static gboolean
write_tallies (DuiImport *self, GError **error)
{
  for (guint at = 0; at < self->entries->len;)
    if (!tally_period (self, &at, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_figures (DuiImport *self, GError **error)
{
  Insertion insertion = { self };

  return dui_figure_feed_insert (self->connection, next_new_figure, &insertion, DUI_IMPORT_ACTION,
                                 error)
         && update_figures (self, error) && write_tallies (self, error);
}

static gboolean
write_all (DuiImport *self, DuiCommand *command, GError **error)
{
  GThread *digesting;
  gboolean written;

  if (!add_sources (self, command, error) || !dui_command_end_records (command, error))
    return FALSE;
  digesting = g_thread_new ("digest", digest, self);
  written = write_figures (self, error);
  dui_command_take_figures (command, g_thread_join (digesting));
  return written && dui_command_finish (command, error);
}

gboolean
dui_import_run (DuiConnection *connection,
                GPtrArray *batches,
                const DuiOccasion *occasion,
                GError **error)
{
  g_auto (DuiImport) self = { connection, batches };
  g_autoptr (DuiCommand) command = NULL;

  self.place_ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.entries = g_array_new (FALSE, FALSE, sizeof (DuiImportEntry));
  self.sources = g_new0 (gint64, batches->len);
  if (!check_batches (batches, error))
    return FALSE;
  command = dui_command_begin (connection, "import", occasion, TRUE, DUI_IMPORT_ACTION, error);
  if (command == NULL || !resolve_all_places (&self, command, error))
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    dui_import_add_entries (&self, i);
  if (!dui_import_order_entries (&self, error) || !dui_import_check_references (&self, error)
      || !dui_import_check_verdicts (&self, error))
    return FALSE;
  dui_import_drop_same (&self);
  return self.entries->len == 0 || write_all (&self, command, error);
}
