/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/import-entries.h"
#include "store/failure.h"

#include <stdlib.h>

void
dui_import_clear (DuiImport *self)
{
  g_ptr_array_unref (self->place_ids);
  g_array_unref (self->entries);
  g_free (self->sources);
}

/* "城关镇, 工业总产值, 2021年1—11月" of an entry, in the words of its batch's catalog. */
static char *
describe (DuiImport *self, const DuiImportEntry *entry)
{
  DuiBatch *batch = g_ptr_array_index (self->batches, entry->batch);
  const DuiBatchRow *row = dui_import_get_row (self, entry);
  g_autofree char *period = dui_period_to_label (row->period);
  const char *place
      = row->place < batch->catalog->places->len
            ? dui_place_get_name (dui_catalog_get_place (batch->catalog, row->place))
            : g_ptr_array_index (batch->new_places, row->place - batch->catalog->places->len);
  DuiIndicator *indicator = g_ptr_array_index (batch->catalog->indicators, row->indicator);

  /* Translators: 1 place, 2 indicator, 3 period. */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), place, dui_indicator_get_display_name (indicator),
                          period);
}

gboolean
dui_import_refuse (DuiImport *self,
                   const DuiImportEntry *entry,
                   DuiStoreError code,
                   const char *why,
                   GError **error)
{
  g_autofree char *what = describe (self, entry);
  /* Translators: 1 place, indicator and period of a figure, 2 what is wrong and what to do. */
  g_autofree char *reason = g_strdup_printf (_ ("%1$s: %2$s"), what, why);

  return dui_failure_explain (error, code, DUI_IMPORT_ACTION, reason);
}

gboolean
dui_import_refuse_stale (DuiImport *self, const DuiImportEntry *entry, GError **error)
{
  return dui_import_refuse (self, entry, DUI_STORE_ERROR_STALE,
                            _ ("the book has changed since the file was read. Read the file again"),
                            error);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  guint64 left = ((const DuiImportEntry *) a)->key, right = ((const DuiImportEntry *) b)->key;

  return (left > right) - (left < right);
}

void
dui_import_add_entries (DuiImport *self, guint at)
{
  DuiBatch *batch = g_ptr_array_index (self->batches, at);
  const gint64 *ids = (const gint64 *) (gpointer) ((GArray *) self->place_ids->pdata[at])->data;
  g_autofree gint64 *indicators = g_new (gint64, batch->catalog->indicators->len);

  for (guint i = 0; i < batch->catalog->indicators->len; i++)
    indicators[i] = dui_indicator_get_id (g_ptr_array_index (batch->catalog->indicators, i));
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, i);
      DuiImportEntry entry = { .batch = at, .row = i };

      if (row->verdict == DUI_ROW_REFUSED || row->verdict == DUI_ROW_COMPARED)
        continue;
      entry.key = dui_import_key (indicators[row->indicator], row->period, ids[row->place]);
      g_array_append_val (self->entries, entry);
    }
}

gboolean
dui_import_order_entries (DuiImport *self, GError **error)
{
  DuiImportEntry *entries = (DuiImportEntry *) (gpointer) self->entries->data;
  gboolean sorted = TRUE;

  for (guint i = 1; i < self->entries->len && sorted; i++)
    sorted = entries[i - 1].key < entries[i].key;
  if (sorted)
    return TRUE;
  qsort (entries, self->entries->len, sizeof (DuiImportEntry), compare_entries);
  for (guint i = 1; i < self->entries->len; i++)
    if (entries[i - 1].key == entries[i].key)
      return dui_import_refuse (self, &entries[i], DUI_STORE_ERROR_REFUSED,
                                _ ("it is given twice. Choose one of the two"), error);
  return TRUE;
}

void
dui_import_drop_same (DuiImport *self)
{
  DuiImportEntry *entries = (DuiImportEntry *) (gpointer) self->entries->data;
  guint kept = 0;

  for (guint i = 0; i < self->entries->len; i++)
    if (dui_import_get_row (self, &entries[i])->verdict != DUI_ROW_SAME)
      entries[kept++] = entries[i];
  g_array_set_size (self->entries, kept);
}
