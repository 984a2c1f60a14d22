/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/file-read.h"

#include <glib/gi18n-lib.h>

#include "exchange/in/findings.h"
#include "exchange/in/key-order.h"
#include "exchange/in/sums.h"
#include "exchange/in/verdicts.h"

typedef struct
{
  GPtrArray *files;
  DuiCatalog *catalog;
  guint n_indicators;
  DuiPanel **panels;     /* by indicator; NULL where no file has rows of it */
  DuiOutlook **outlooks; /* likewise */
  guint **columns;       /* by file: where its places to be made stand in the outlooks */
  guint n_columns;
} Comparison;

static DuiFileRead *
file_at (const Comparison *self, guint index)
{
  return g_ptr_array_index (self->files, index);
}

static DuiBatchRow *
rows_of (DuiFileRead *file)
{
  return (DuiBatchRow *) (gpointer) file->batch->rows->data;
}

static gboolean
is_live (const DuiBatchRow *row)
{
  return row->verdict != DUI_ROW_REFUSED && row->verdict != DUI_ROW_COMPARED;
}

static gboolean
get_panels (Comparison *self, DuiPanelSource source, gpointer user_data, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      DuiFileRead *file = file_at (self, i);

      for (guint j = 0; j < file->batch->rows->len; j++)
        {
          const DuiBatchRow *row = &rows_of (file)[j];

          if (!is_live (row) || self->panels[row->indicator])
            continue;
          self->panels[row->indicator] = source (
              g_ptr_array_index (self->catalog->indicators, row->indicator), user_data, error);
          if (!self->panels[row->indicator])
            return FALSE;
        }
    }
  return TRUE;
}

/* Places named alike in several files are one. */
static void
number_new_places (Comparison *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  self->n_columns = self->catalog->places->len;
  for (guint i = 0; i < self->files->len; i++)
    {
      GPtrArray *names = file_at (self, i)->batch->new_places;

      self->columns[i] = g_new (guint, names->len + 1);
      for (guint j = 0; j < names->len; j++)
        {
          gpointer column = g_hash_table_lookup (known, g_ptr_array_index (names, j));

          if (!column)
            {
              column = GUINT_TO_POINTER (self->n_columns++);
              g_hash_table_insert (known, g_ptr_array_index (names, j), column);
            }
          self->columns[i][j] = GPOINTER_TO_UINT (column);
        }
    }
}

static guint
column_of (const Comparison *self, guint file, const DuiBatchRow *row)
{
  guint n_places = self->catalog->places->len;

  return row->place < n_places ? row->place : self->columns[file][row->place - n_places];
}

static void
make_outlooks (Comparison *self)
{
  g_autofree DuiPeriod *first = g_new (DuiPeriod, self->n_indicators + 1);
  g_autofree DuiPeriod *last = g_new0 (DuiPeriod, self->n_indicators + 1);

  for (guint i = 0; i < self->n_indicators; i++)
    first[i] = G_MAXINT32;
  for (guint i = 0; i < self->files->len; i++)
    for (guint j = 0; j < file_at (self, i)->batch->rows->len; j++)
      {
        const DuiBatchRow *row = &rows_of (file_at (self, i))[j];

        if (!is_live (row))
          continue;
        first[row->indicator] = MIN (first[row->indicator], row->period);
        last[row->indicator] = MAX (last[row->indicator], row->period);
      }
  for (guint i = 0; i < self->n_indicators; i++)
    if (self->panels[i])
      self->outlooks[i] = dui_outlook_new (self->panels[i], first[i], last[i], self->n_columns);
}

static void
fill_outlooks (Comparison *self, guint file)
{
  DuiFileRead *read = file_at (self, file);

  for (guint i = 0; i < read->batch->rows->len; i++)
    {
      const DuiBatchRow *row = &rows_of (read)[i];
      DuiOutlook *outlook;
      DuiAmount amount;

      if (!is_live (row))
        continue;
      outlook = self->outlooks[row->indicator];
      amount = outlook->kind == DUI_KIND_GROWTH_ONLY ? row->growth : row->value;
      if (!dui_amount_is_missing (amount))
        dui_outlook_set (outlook, column_of (self, file, row), row->period, amount);
    }
}

static void
finish (DuiFileRead *file)
{
  DuiBatch *batch = file->batch;
  guint counts[DUI_ROW_COMPARED + 1] = { 0 };

  for (guint i = 0; i < batch->rows->len; i++)
    counts[rows_of (file)[i].verdict]++;
  batch->n_new = counts[DUI_ROW_NEW];
  batch->n_changed = counts[DUI_ROW_CHANGED];
  batch->n_same = counts[DUI_ROW_SAME];
  batch->n_refused = counts[DUI_ROW_REFUSED];
  dui_notices_finish (&file->notices);
  if (file->source)
    batch->sha256 = dui_source_finish_hash (file->source);
}

static void
judge (Comparison *self)
{
  for (guint i = 0; i < self->files->len; i++)
    dui_verdicts_find (file_at (self, i)->batch, self->panels, &file_at (self, i)->notices);
  number_new_places (self);
  make_outlooks (self);
  for (guint i = 0; i < self->files->len; i++)
    fill_outlooks (self, i);
  for (guint i = 0; i < self->files->len; i++)
    dui_findings_find (file_at (self, i)->batch, self->outlooks, self->columns[i],
                       &file_at (self, i)->notices);
}

static void
clear (Comparison *self)
{
  for (guint i = 0; i < self->n_indicators; i++)
    {
      g_clear_pointer (&self->panels[i], dui_panel_unref);
      g_clear_pointer (&self->outlooks[i], dui_outlook_free);
    }
  for (guint i = 0; i < self->files->len; i++)
    g_free (self->columns[i]);
  g_free (self->panels);
  g_free (self->outlooks);
  g_free (self->columns);
}

gboolean
dui_file_read_compare (GPtrArray *files,
                       DuiCatalog *catalog,
                       DuiPanelSource panels,
                       gpointer user_data,
                       GError **error)
{
  Comparison self
      = { .files = files, .catalog = catalog, .n_indicators = catalog->indicators->len };
  gboolean ok;

  self.panels = g_new0 (DuiPanel *, self.n_indicators + 1);
  self.outlooks = g_new0 (DuiOutlook *, self.n_indicators + 1);
  self.columns = g_new0 (guint *, files->len + 1);
  for (guint i = 0; i < files->len; i++)
    {
      DuiFileRead *file = file_at (&self, i);

      dui_key_order_sort (file->batch);
      dui_key_order_check_twice (file->batch, &file->notices);
      dui_sums_compare (file->batch, file->sums, &file->notices);
    }
  ok = get_panels (&self, panels, user_data, error);
  if (ok)
    judge (&self);
  for (guint i = 0; ok && i < files->len; i++)
    finish (file_at (&self, i));
  clear (&self);
  return ok;
}
