/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/clash.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* A row by what it is about; a place that is to be made has the same number in every file. */
typedef struct
{
  guint32 place;
  guint16 indicator;
  guint16 batch;
  DuiPeriod period;
  DuiBatchRow *row;
} Entry;

/* What one file has in common with another. */
typedef struct
{
  guint n_rows;
  const DuiBatchRow *first;
} Clash;

static gboolean
gives_figure (const DuiBatchRow *row)
{
  return row->verdict != DUI_ROW_REFUSED && row->verdict != DUI_ROW_COMPARED;
}

static guint32
number_place (const DuiBatch *batch,
              guint32 place,
              guint n_known,
              GHashTable *numbers)
{
  const char *name;
  gpointer number;

  if (place < n_known)
    return place;
  name = g_ptr_array_index (batch->new_places, place - n_known);
  if (!g_hash_table_lookup_extended (numbers, name, NULL, &number))
    {
      number = GUINT_TO_POINTER (n_known + g_hash_table_size (numbers));
      g_hash_table_insert (numbers, (char *) name, number);
    }
  return GPOINTER_TO_UINT (number);
}

static GArray *
collect (GPtrArray *batches,
         guint n_known)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < batches->len; i++)
    {
      DuiBatch *batch = g_ptr_array_index (batches, i);

      for (guint j = 0; j < batch->rows->len; j++)
        {
          DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, j);
          Entry entry;

          /* A sum and a refused row may have no place. */
          if (!gives_figure (row))
            continue;
          entry = (Entry){ number_place (batch, row->place, n_known, numbers), row->indicator,
                           (guint16) i, row->period, row };
          g_array_append_val (entries, entry);
        }
    }
  return entries;
}

static int
compare_keys (const Entry *a,
              const Entry *b)
{
  if (a->indicator != b->indicator)
    return a->indicator < b->indicator ? -1 : 1;
  if (a->period != b->period)
    return a->period < b->period ? -1 : 1;
  return (a->place > b->place) - (a->place < b->place);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a, *right = b;
  int order = compare_keys (left, right);

  return order != 0 ? order : (left->batch > right->batch) - (left->batch < right->batch);
}

static void
refuse_row (DuiBatch *batch,
            DuiBatchRow *row)
{
  if (row->verdict == DUI_ROW_NEW)
    batch->n_new--;
  else if (row->verdict == DUI_ROW_CHANGED)
    batch->n_changed--;
  else if (row->verdict == DUI_ROW_SAME)
    batch->n_same--;
  else
    return;
  row->verdict = DUI_ROW_REFUSED;
  batch->n_refused++;
}

/* @entries are @n of one key: each clashes with those of other files. */
static void
refuse_group (GPtrArray *batches,
              const Entry *entries,
              guint n,
              Clash *clashes)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (entries[i].batch != entries[j].batch)
        {
          Clash *clash = &clashes[entries[i].batch * batches->len + entries[j].batch];

          if (clash->n_rows++ == 0)
            clash->first = entries[i].row;
          refuse_row (g_ptr_array_index (batches, entries[i].batch), entries[i].row);
        }
}

static void
report (GPtrArray *batches,
        const Clash *clashes)
{
  for (guint i = 0; i < batches->len; i++)
    for (guint j = 0; j < batches->len; j++)
      {
        const Clash *clash = &clashes[i * batches->len + j];
        DuiBatch *batch = g_ptr_array_index (batches, i);
        const DuiBatch *other = g_ptr_array_index (batches, j);

        if (clash->n_rows == 0)
          continue;
        if (g_strcmp0 (batch->sha256, other->sha256) == 0)
          dui_batch_add_error (batch, 0, 0,
                               _ ("this is the same file as “%s”; leave one of them out"),
                               other->file);
        else
          dui_batch_add_error (
              batch, clash->first->row, clash->first->column,
              ngettext ("“%1$s” gives the same figure; import one of the two files",
                        "“%1$s” gives %2$u of the same figures, this is the first; "
                        "import one of the two files",
                        clash->n_rows),
              other->file, clash->n_rows);
      }
}

void
dui_import_refuse_clashes (GPtrArray *batches,
                           DuiCatalog *catalog)
{
  g_autofree Clash *clashes = NULL;
  g_autoptr (GArray) entries = NULL;
  Entry *sorted;

  if (batches->len < 2)
    return;
  clashes = g_new0 (Clash, batches->len * batches->len);
  entries = collect (batches, catalog->places->len);
  if (entries->len == 0)
    return;
  sorted = (Entry *) entries->data;
  qsort (sorted, entries->len, sizeof (Entry), compare_entries);
  for (guint start = 0, end; start < entries->len; start = end)
    {
      for (end = start + 1; end < entries->len; end++)
        if (compare_keys (&sorted[start], &sorted[end]) != 0)
          break;
      if (end - start > 1)
        refuse_group (batches, sorted + start, end - start, clashes);
    }
  report (batches, clashes);
}
