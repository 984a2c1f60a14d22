/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/import.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/figure-feed.h"
#include "store/figures.h"
#include "store/places.h"
#include "store/seal.h"
#include "store/tally.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define ACTION _ ("The figures could not be imported")

/* One row of one batch in the order of the figures' key: indicator, period and place by their ids,
 * in one number. Ids and periods are bounded by the schema's CHECKs. */
typedef struct
{
  guint64 key;
  guint32 batch;
  guint32 row;
} Entry;

#define PERIOD_BITS 15
#define PLACE_BITS 20

typedef struct
{
  DuiConnection *connection;
  GPtrArray *batches;
  GPtrArray *place_ids; /* of GArray of gint64 for each batch, by the index in its rows */
  gint64 *sources;      /* of each batch; 0 for one that writes nothing */
  GArray *entries;      /* of Entry */
} Import;

static guint64
make_key (gint64 indicator,
          gint64 period,
          gint64 place)
{
  return (guint64) indicator << (PERIOD_BITS + PLACE_BITS) | (guint64) period << PLACE_BITS
         | (guint64) place;
}

static gint64
indicator_of (guint64 key)
{
  return (gint64) (key >> (PERIOD_BITS + PLACE_BITS));
}

static DuiPeriod
period_of (guint64 key)
{
  return (DuiPeriod) (key >> PLACE_BITS & ((1 << PERIOD_BITS) - 1));
}

static gint64
place_of (guint64 key)
{
  return (gint64) (key & ((1 << PLACE_BITS) - 1));
}

static inline const DuiBatchRow *
row_of (Import *self,
        const Entry *entry)
{
  DuiBatch *batch = g_ptr_array_index (self->batches, entry->batch);

  return &g_array_index (batch->rows, DuiBatchRow, entry->row);
}

static void
import_clear (Import *self)
{
  g_ptr_array_unref (self->place_ids);
  g_array_unref (self->entries);
  g_free (self->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* Refusals -------------------------------------------------------------------------------------- */

/* "城关镇, 工业总产值, 2021年1—11月" of an entry, in the words of its batch's catalog. */
static char *
describe (Import *self,
          const Entry *entry)
{
  DuiBatch *batch = g_ptr_array_index (self->batches, entry->batch);
  const DuiBatchRow *row = row_of (self, entry);
  g_autofree char *period = dui_period_to_label (row->period);
  const char *place
      = row->place < batch->catalog->places->len
            ? dui_place_get_name (dui_catalog_get_place (batch->catalog, row->place))
            : g_ptr_array_index (batch->new_places, row->place - batch->catalog->places->len);
  DuiIndicator *indicator = g_ptr_array_index (batch->catalog->indicators, row->indicator);

  /* Translators: 1 place, 2 indicator, 3 period. */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), place,
                          dui_indicator_get_display_name (indicator), period);
}

static gboolean
refuse (Import *self,
        const Entry *entry,
        DuiStoreError code,
        const char *why,
        GError **error)
{
  g_autofree char *what = describe (self, entry);
  /* Translators: 1 place, indicator and period of a figure, 2 what is wrong and what to do. */
  g_autofree char *reason = g_strdup_printf (_ ("%1$s: %2$s"), what, why);

  return dui_failure_explain (error, code, ACTION, reason);
}

static gboolean
refuse_stale (Import *self,
              const Entry *entry,
              GError **error)
{
  return refuse (self, entry, DUI_STORE_ERROR_STALE,
                 _ ("the book has changed since the file was read. Read the file again"), error);
}

static gboolean
check_batches (GPtrArray *batches,
               GError **error)
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

          return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, ACTION, reason);
        }
    }
  return TRUE;
}

/* Preparing --------------------------------------------------------------------------------------- */

/* Places named alike in several files are one place. */
static GArray *
resolve_places (Import *self,
                DuiBatch *batch,
                GHashTable *made,
                DuiCommand *command,
                GError **error)
{
  GPtrArray *places = batch->catalog->places;
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64),
                                              places->len + batch->new_places->len);

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
          gint64 id = source ? dui_places_insert_found (self->connection, name, source, ACTION, error)
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
resolve_all_places (Import *self,
                    DuiCommand *command,
                    GError **error)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->batches->len; i++)
    {
      GArray *ids = resolve_places (self, g_ptr_array_index (self->batches, i), made, command, error);

      if (ids == NULL)
        return FALSE;
      g_ptr_array_add (self->place_ids, ids);
    }
  return TRUE;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  guint64 left = ((const Entry *) a)->key, right = ((const Entry *) b)->key;

  return (left > right) - (left < right);
}

static void
add_entries (Import *self,
             guint at)
{
  DuiBatch *batch = g_ptr_array_index (self->batches, at);
  const gint64 *ids = (const gint64 *) (gpointer) ((GArray *) self->place_ids->pdata[at])->data;
  g_autofree gint64 *indicators = g_new (gint64, batch->catalog->indicators->len);

  for (guint i = 0; i < batch->catalog->indicators->len; i++)
    indicators[i] = dui_indicator_get_id (g_ptr_array_index (batch->catalog->indicators, i));
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, i);
      Entry entry = { .batch = at, .row = i };

      if (row->verdict == DUI_ROW_REFUSED || row->verdict == DUI_ROW_COMPARED)
        continue;
      entry.key = make_key (indicators[row->indicator], row->period, ids[row->place]);
      g_array_append_val (self->entries, entry);
    }
}

/* In the order of the key, each key once. */
static gboolean
order_entries (Import *self,
               GError **error)
{
  Entry *entries = (Entry *) (gpointer) self->entries->data;
  gboolean sorted = TRUE;

  for (guint i = 1; i < self->entries->len && sorted; i++)
    sorted = entries[i - 1].key < entries[i].key;
  if (sorted)
    return TRUE;
  qsort (entries, self->entries->len, sizeof (Entry), compare_entries);
  for (guint i = 1; i < self->entries->len; i++)
    if (entries[i - 1].key == entries[i].key)
      return refuse (self, &entries[i], DUI_STORE_ERROR_REFUSED,
                     _ ("it is given twice. Choose one of the two"), error);
  return TRUE;
}

/* In place of a foreign key looked up for every figure: each id that is used must be in the table. */
static gboolean
check_ids (Import *self,
           const char *sql,
           gint64 (*id_of) (guint64 key),
           gint64 largest,
           GError **error)
{
  const Entry *entries = (const Entry *) (gpointer) self->entries->data;
  g_autofree guint8 *missing = g_malloc0 ((gsize) largest + 1);
  g_autoptr (DuiStatement) statement
      = dui_statement_new (self->connection, ACTION, sql, error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    missing[id_of (entries[i].key)] = TRUE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    if (dui_statement_get_int (statement, 0) <= largest)
      missing[dui_statement_get_int (statement, 0)] = FALSE;
  for (guint i = 0; i < self->entries->len && step == DUI_STEP_DONE; i++)
    if (missing[id_of (entries[i].key)])
      return refuse_stale (self, &entries[i], error);
  return step == DUI_STEP_DONE;
}

static gboolean
check_references (Import *self,
                  GError **error)
{
  return check_ids (self, "SELECT id FROM place WHERE id > 0", place_of, (1 << PLACE_BITS) - 1,
                    error)
         && check_ids (self, "SELECT id FROM indicator WHERE id > 0", indicator_of, G_MAXUINT16,
                       error);
}

/* Verdicts -------------------------------------------------------------------------------------- */

static gboolean
values_agree (const DuiBatchRow *row,
              const DuiFigureRow *figure)
{
  return row->value == figure->value && row->base == figure->base && row->growth == figure->growth;
}

/* What the sheet does not give was merged in from the book as it was then. */
static gboolean
merged_parts_agree (const DuiBatchRow *row,
                    const DuiFigureRow *figure)
{
  return ((row->gives & DUI_GIVES_VALUE) || row->value == figure->value)
         && ((row->gives & DUI_GIVES_BASE) || row->base == figure->base)
         && ((row->gives & DUI_GIVES_GROWTH) || row->growth == figure->growth);
}

/* @figure NULL where the book has none. */
static gboolean
check_verdict (Import *self,
               const Entry *entry,
               const DuiFigureRow *figure,
               GError **error)
{
  const DuiBatchRow *row = row_of (self, entry);
  gboolean holds;

  switch (row->verdict)
    {
    case DUI_ROW_NEW:
      holds = figure == NULL;
      break;
    case DUI_ROW_SAME:
      holds = figure && values_agree (row, figure) && row->status <= figure->status;
      break;
    default:
      holds = figure && merged_parts_agree (row, figure)
              && !(values_agree (row, figure) && row->status == figure->status);
      if (holds && row->status < figure->status)
        return refuse (self, entry, DUI_STORE_ERROR_REFUSED,
                       _ ("the book has this figure with a higher status. Change it by hand if it "
                          "is wrong"),
                       error);
    }
  return holds || refuse_stale (self, entry, error);
}

/* Walks the entries of one indicator, from @at, beside the figures that the book has of it. */
static gboolean
check_indicator (Import *self,
                 DuiStatement *statement,
                 guint *at,
                 GError **error)
{
  Entry *entries = (Entry *) (gpointer) self->entries->data;
  gint64 indicator = indicator_of (entries[*at].key);
  guint past = *at;
  DuiStep step;

  while (past < self->entries->len && indicator_of (entries[past].key) == indicator)
    past++;
  dui_statement_bind (statement, "iii", indicator, (gint64) period_of (entries[*at].key),
                      (gint64) period_of (entries[past - 1].key));
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW && *at < past)
    {
      DuiFigureRow figure;
      gint64 checksum;
      guint64 key;

      dui_figures_read_row (statement, &figure, &checksum);
      key = make_key (figure.indicator, figure.period, figure.place);
      for (; *at < past && entries[*at].key < key; (*at)++)
        if (!check_verdict (self, &entries[*at], NULL, error))
          return FALSE;
      if (*at < past && entries[*at].key == key
          && !check_verdict (self, &entries[(*at)++], &figure, error))
        return FALSE;
    }
  sqlite3_reset (statement->handle);
  if (step == DUI_STEP_FAILED)
    return FALSE;
  for (; *at < past; (*at)++)
    if (!check_verdict (self, &entries[*at], NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_verdicts (Import *self,
                GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, ACTION,
      "SELECT " DUI_FIGURE_COLUMNS " FROM figure WHERE indicator = ?1 AND period BETWEEN ?2 AND ?3"
      " ORDER BY period, place",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint at = 0; at < self->entries->len;)
    if (!check_indicator (self, statement, &at, error))
      return FALSE;
  return TRUE;
}

static void
drop_same (Import *self)
{
  Entry *entries = (Entry *) (gpointer) self->entries->data;
  guint kept = 0;

  for (guint i = 0; i < self->entries->len; i++)
    if (row_of (self, &entries[i])->verdict != DUI_ROW_SAME)
      entries[kept++] = entries[i];
  g_array_set_size (self->entries, kept);
}

/* Writing --------------------------------------------------------------------------------------- */

static gboolean
add_sources (Import *self,
             DuiCommand *command,
             GError **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint at = g_array_index (self->entries, Entry, i).batch;
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
make_figure (Import *self,
             const Entry *entry)
{
  const DuiBatchRow *row = row_of (self, entry);

  return (DuiFigureRow){
    .indicator = indicator_of (entry->key),
    .period = period_of (entry->key),
    .place = place_of (entry->key),
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
  Import *self = data;
  g_autoptr (DuiFigureDigest) figures = dui_figure_digest_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      DuiFigureRow figure = make_figure (self, &g_array_index (self->entries, Entry, i));

      dui_figure_digest_add (figures, &figure);
    }
  return dui_figure_digest_finish (g_steal_pointer (&figures));
}

/* Where the insertion is in the entries. */
typedef struct
{
  Import *import;
  guint at;
} Insertion;

static gboolean
next_new_figure (gpointer data,
                 DuiFigureRow *row)
{
  Insertion *self = data;
  GArray *entries = self->import->entries;

  while (self->at < entries->len)
    {
      const Entry *entry = &g_array_index (entries, Entry, self->at++);

      if (row_of (self->import, entry)->verdict != DUI_ROW_NEW)
        continue;
      *row = make_figure (self->import, entry);
      return TRUE;
    }
  return FALSE;
}

static gboolean
update_figures (Import *self,
                GError **error)
{
  g_autoptr (DuiStatement) update = dui_figures_prepare_update (self->connection, ACTION, error);

  if (update == NULL)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      DuiFigureRow figure = make_figure (self, entry);

      if (row_of (self, entry)->verdict == DUI_ROW_CHANGED
          && !dui_figures_write (update, &figure, error))
        return FALSE;
    }
  return TRUE;
}

/* Of the entries from @at on that are of one period; past them afterwards. */
static gboolean
tally_period (Import *self,
              guint *at,
              GError **error)
{
  const Entry *entries = (const Entry *) (gpointer) self->entries->data;
  const guint64 period = entries[*at].key >> PLACE_BITS;
  const guint64 key = entries[*at].key;
  gboolean changes = FALSE;
  DuiTally more = { 0 };

  for (; *at < self->entries->len && entries[*at].key >> PLACE_BITS == period; ++*at)
    {
      DuiFigureRow figure = make_figure (self, &entries[*at]);

      changes |= row_of (self, &entries[*at])->verdict == DUI_ROW_CHANGED;
      dui_tally_count (&more, dui_checksum_figure (&figure));
    }
  return changes ? dui_tally_renew (self->connection, indicator_of (key), period_of (key), ACTION,
                                    error)
                 : dui_tally_add (self->connection, indicator_of (key), period_of (key), &more,
                                  ACTION, error);
}

static gboolean
write_tallies (Import *self,
               GError **error)
{
  for (guint at = 0; at < self->entries->len;)
    if (!tally_period (self, &at, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_figures (Import *self,
               GError **error)
{
  Insertion insertion = { self };

  return dui_figure_feed_insert (self->connection, next_new_figure, &insertion, ACTION, error)
         && update_figures (self, error) && write_tallies (self, error);
}

static gboolean
write_all (Import *self,
           DuiCommand *command,
           GError **error)
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
  g_auto (Import) self = { connection, batches };
  g_autoptr (DuiCommand) command = NULL;

  self.place_ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self.sources = g_new0 (gint64, batches->len);
  if (!check_batches (batches, error))
    return FALSE;
  command = dui_command_begin (connection, "import", occasion, TRUE, ACTION, error);
  if (command == NULL || !resolve_all_places (&self, command, error))
    return FALSE;
  for (guint i = 0; i < batches->len; i++)
    add_entries (&self, i);
  if (!order_entries (&self, error) || !check_references (&self, error)
      || !check_verdicts (&self, error))
    return FALSE;
  drop_same (&self);
  return self.entries->len == 0 || write_all (&self, command, error);
}
