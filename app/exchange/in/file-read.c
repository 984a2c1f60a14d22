/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/file-read.h"

#include <glib/gi18n-lib.h>

#include "exchange/in/rows.h"
#include "exchange/in/turned.h"

#define MAX_TABLES 1000

static DuiPeriod
this_month (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dui_period_new (g_date_time_get_year (now), g_date_time_get_month (now));
}

/* The next row in which headings or places across stand. */
static gboolean
begins_turned (const DuiRecognition *recognition, guint from, guint *row)
{
  for (*row = from; *row < MIN (recognition->sheet->n_rows, from + DUI_LAYOUT_SEARCH_ROWS); (*row)++)
    {
      if (dui_turned_begins (recognition, *row))
        return TRUE;
      if (dui_layout_begins (recognition, *row))
        return FALSE;
    }
  return FALSE;
}

/* The next table from the row @headings on; FALSE where there is none. @titles is where its titles
 * begin; both are moved behind it. */
static gboolean
read_table (const DuiRecognition *recognition,
            DuiReading *reading,
            DuiLayout **before,
            guint *titles,
            guint *headings)
{
  DuiLayout *layout;
  guint row;

  if (begins_turned (recognition, *headings, &row))
    {
      *titles = *headings = dui_turned_read (recognition, *titles, row, before, reading);
      return TRUE;
    }
  layout = dui_layout_find (recognition, *titles, *headings, *before);
  if (!layout)
    return FALSE;
  *headings = dui_rows_read (recognition, layout, reading, titles);
  g_clear_pointer (before, dui_layout_free);
  *before = layout;
  return TRUE;
}

/* Table after table, each from behind the last row of the one before. */
static void
read_tables (const DuiRecognition *recognition, DuiReading *reading)
{
  g_autoptr (DuiLayout) before = NULL;
  guint titles = 0, headings = 0, n_tables = 0;

  while (headings < recognition->sheet->n_rows && n_tables < MAX_TABLES
         && read_table (recognition, reading, &before, &titles, &headings))
    n_tables++;
  if (n_tables == MAX_TABLES && headings < recognition->sheet->n_rows)
    {
      dui_notices_wants (recognition->notices, DUI_NOTICE_HEADING, headings + 1);
      dui_notices_add (recognition->notices, DUI_NOTICE_HEADING, headings + 1, 0,
                       _ ("The sheet has more than %u tables; split it"), MAX_TABLES);
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
read_sheet (DuiFileRead *self, const DuiSheet *sheet, const DuiImportOptions *given)
{
  g_autoptr (DuiPlaceNames) places = dui_place_names_new (self->batch->catalog);
  g_autoptr (DuiIndicatorNames) indicators = dui_indicator_names_new (self->batch->catalog);
  g_autoptr (GHashTable) new_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DuiImportOptions options = *given;
  DuiRecognition recognition = { sheet,      self->batch->catalog, &options,      places,
                                 indicators, self->batch->file,    &self->notices };
  DuiReading reading = { self->batch, self->sums, new_places };

  if (options.today <= 0)
    options.today = this_month ();
  read_tables (&recognition, &reading);
}

DuiFileRead *
dui_file_read_new (DuiSheetFile *file,
                   DuiCatalog *catalog,
                   const DuiImportOptions *options)
{
  DuiFileRead *self = g_new0 (DuiFileRead, 1);

  self->batch = dui_batch_new (file->path);
  self->batch->catalog = dui_catalog_ref (catalog);
  self->notices.batch = self->batch;
  self->sums = g_array_new (FALSE, FALSE, sizeof (DuiSum));
  self->source = g_steal_pointer (&file->source);
  if (file->sheet)
    read_sheet (self, file->sheet, options);
  else if (file->problem)
    dui_batch_add_error (self->batch, file->row, 0, "%s", file->problem->message);
  else
    dui_batch_add_error (self->batch, file->fault.row + 1, file->fault.column + 1, "%s",
                         file->fault.text);
  return self;
}

void
dui_file_read_free (DuiFileRead *self)
{
  dui_batch_unref (self->batch);
  g_array_unref (self->sums);
  g_clear_pointer (&self->source, dui_source_free);
  g_free (self);
}
