/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/import.h"

#include <glib/gi18n-lib.h>

#include "exchange/in/delimited.h"
#include "exchange/in/encoding.h"
#include "exchange/in/key-order.h"
#include "exchange/in/rows.h"
#include "exchange/in/verdicts.h"

static DuiPeriod
this_month (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dui_period_new (g_date_time_get_year (now), g_date_time_get_month (now));
}

/* Table after table, each from behind the last row of the one before. */
static void
read_tables (const DuiRecognition *recognition, DuiReading *reading)
{
  g_autoptr (DuiLayout) before = NULL;
  guint from = 0;

  while (from < recognition->sheet->n_rows)
    {
      DuiLayout *layout = dui_layout_find (recognition, from, before);

      if (!layout)
        break;
      from = dui_rows_read (recognition, layout, reading);
      g_clear_pointer (&before, dui_layout_free);
      before = layout;
    }
  if (!before)
    {
      dui_notices_wants (recognition->notices, DUI_NOTICE_HEADING, 1);
      dui_notices_add (
          recognition->notices, DUI_NOTICE_HEADING, 1, 0,
          _ ("No headings were found; one row must name the columns, such as 单位, 指标, "
             "时期, 累计"));
    }
}

static void
read_sheet (const DuiSheet *sheet,
            DuiBatch *batch,
            const DuiImportOptions *options,
            DuiNotices *notices)
{
  g_autoptr (DuiPlaceNames) places = dui_place_names_new (batch->catalog);
  g_autoptr (DuiIndicatorNames) indicators = dui_indicator_names_new (batch->catalog);
  DuiRecognition recognition
      = { sheet, batch->catalog, options, places, indicators, batch->file, notices };
  DuiReading reading = { batch, g_array_new (FALSE, FALSE, sizeof (DuiSum)),
                         g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

  read_tables (&recognition, &reading);
  g_array_unref (reading.sums);
  g_hash_table_unref (reading.new_places);
}

/* The figures of each indicator that the batch has rows of. */
static gboolean
get_panels (DuiBatch *batch,
            DuiPanelSource source,
            gpointer user_data,
            DuiPanel **panels,
            GError **error)
{
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, i);

      if (row->verdict == DUI_ROW_REFUSED || panels[row->indicator])
        continue;
      panels[row->indicator] = source (
          g_ptr_array_index (batch->catalog->indicators, row->indicator), user_data, error);
      if (!panels[row->indicator])
        return FALSE;
    }
  return TRUE;
}

static void
count_verdicts (DuiBatch *batch)
{
  guint counts[DUI_ROW_COMPARED + 1] = { 0 };

  for (guint i = 0; i < batch->rows->len; i++)
    counts[g_array_index (batch->rows, DuiBatchRow, i).verdict]++;
  batch->n_new = counts[DUI_ROW_NEW];
  batch->n_changed = counts[DUI_ROW_CHANGED];
  batch->n_same = counts[DUI_ROW_SAME];
  batch->n_refused = counts[DUI_ROW_REFUSED];
}

static gboolean
compare_with_book (DuiBatch *batch,
                   DuiPanelSource source,
                   gpointer user_data,
                   DuiNotices *notices,
                   GError **error)
{
  guint n_indicators = batch->catalog->indicators->len;
  g_autofree DuiPanel **panels = g_new0 (DuiPanel *, n_indicators + 1);
  gboolean ok;

  dui_key_order_sort (batch);
  dui_key_order_check_twice (batch, notices);
  ok = get_panels (batch, source, user_data, panels, error);
  if (ok)
    dui_verdicts_find (batch, panels, notices);
  for (guint i = 0; i < n_indicators; i++)
    g_clear_pointer (&panels[i], dui_panel_unref);
  return ok;
}

DuiBatch *
dui_import_read (const char *path,
                 DuiCatalog *catalog,
                 const DuiImportOptions *given,
                 DuiPanelSource panels,
                 gpointer user_data,
                 GError **error)
{
  g_autoptr (DuiSource) source = dui_source_open (path, error);
  g_autoptr (GBytes) text
      = source ? dui_encoding_decode (source->bytes, given->encoding, NULL, error) : NULL;
  g_autoptr (DuiSheet) sheet = NULL;
  g_autoptr (DuiBatch) batch = NULL;
  DuiImportOptions options = *given;
  DuiDelimitedFault fault;
  DuiNotices notices = { 0 };

  if (!text)
    return NULL;
  if (options.today <= 0)
    options.today = this_month ();
  notices.batch = batch = dui_batch_new (path);
  batch->catalog = dui_catalog_ref (catalog);
  sheet = dui_delimited_read (text, &fault);
  if (sheet)
    read_sheet (sheet, batch, &options, &notices);
  else
    {
      dui_batch_add_error (batch, fault.row + 1, fault.column + 1, "%s", fault.text);
      g_free (fault.text);
    }
  g_clear_pointer (&sheet, dui_sheet_free);
  g_clear_pointer (&text, g_bytes_unref);
  if (!compare_with_book (batch, panels, user_data, &notices, error))
    return NULL;
  count_verdicts (batch);
  dui_notices_finish (&notices);
  batch->sha256 = dui_source_finish_hash (source);
  return g_steal_pointer (&batch);
}
