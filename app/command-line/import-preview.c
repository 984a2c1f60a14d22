/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/import-preview.h"

#include "command-line/failure.h"
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/text-table.h"

#include <glib/gi18n-lib.h>

static guint
count_rows (const DuiBatch *batch)
{
  return batch->n_new + batch->n_changed + batch->n_same + batch->n_refused;
}

static void
count_or_null (DuiJson *json,
               const char *key,
               guint value)
{
  if (value > 0)
    dui_json_count (json, key, value);
  else
    dui_json_null (json, key);
}

static void
print_notices_json (DuiJson *json,
                    const char *key,
                    GPtrArray *notices)
{
  dui_json_begin_array (json, key);
  for (guint i = 0; i < notices->len; i++)
    {
      const DuiNotice *notice = g_ptr_array_index (notices, i);

      dui_json_begin_object (json, NULL);
      count_or_null (json, "row", notice->row);
      count_or_null (json, "column", notice->column);
      dui_json_text (json, "text", notice->text);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_json (GPtrArray *batches)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_begin_array (json, "files");
  for (guint i = 0; i < batches->len; i++)
    {
      const DuiBatch *batch = g_ptr_array_index (batches, i);

      dui_json_begin_object (json, NULL);
      dui_json_text (json, "file", batch->file);
      dui_json_text (json, "sha256", batch->sha256);
      dui_json_text (json, "sheet", batch->sheet);
      dui_json_count (json, "rows", count_rows (batch));
      dui_json_count (json, "new", batch->n_new);
      dui_json_count (json, "changed", batch->n_changed);
      dui_json_count (json, "same", batch->n_same);
      dui_json_count (json, "refused", batch->n_refused);
      print_notices_json (json, "warnings", batch->warnings);
      print_notices_json (json, "errors", batch->errors);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static void
add_change (DuiTextTable *table,
            DuiCatalog *catalog,
            const DuiPanel *panel,
            const DuiBatchRow *row)
{
  DuiIndicator *indicator = panel->indicator;
  DuiFigureValues old_values = dui_panel_get_figure (panel, row->place, row->period);
  const DuiFigureValues new_values = { row->value, row->base, row->growth, row->status };

  dui_text_table_take (table, g_strdup_printf ("  %u", row->row));
  dui_text_table_add (table, dui_label_place (catalog, row->place));
  dui_text_table_add (table, dui_indicator_get_display_name (indicator));
  dui_text_table_take (table, dui_period_to_string (row->period));
  dui_text_table_take (table, dui_label_figure (indicator, &old_values));
  dui_text_table_add (table, "→");
  dui_text_table_take (table, dui_label_figure (indicator, &new_values));
}

static void
print_changes (const DuiBatch *batch,
               DuiCatalog *catalog,
               GHashTable *panels)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  if (batch->n_changed == 0)
    return;
  dui_text_table_add_column (table, NULL, DUI_ALIGN_RIGHT);
  for (guint i = 0; i < 6; i++)
    dui_text_table_add_column (table, NULL, DUI_ALIGN_LEFT);
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const DuiBatchRow *row = &g_array_index (batch->rows, DuiBatchRow, i);

      if (row->verdict == DUI_ROW_CHANGED)
        add_change (table, catalog,
                    g_hash_table_lookup (panels,
                                         g_ptr_array_index (catalog->indicators, row->indicator)),
                    row);
    }
  dui_text_table_print (table);
}

static void
print_text (const DuiBatch *batch,
            DuiCatalog *catalog,
            GHashTable *panels)
{
  /* Translators: 1 file, 2 to 6 numbers. */
  dui_output_format (_ ("%1$s: %2$u figures: %3$u new, %4$u changed, %5$u same, %6$u refused\n"),
                     batch->file, count_rows (batch), batch->n_new, batch->n_changed,
                     batch->n_same, batch->n_refused);
  for (guint i = 0; i < batch->new_places->len; i++)
    dui_output_format (_ ("  new place: %s\n"),
                       (const char *) g_ptr_array_index (batch->new_places, i));
  print_changes (batch, catalog, panels);
  for (guint i = 0; i < batch->warnings->len; i++)
    {
      const DuiNotice *notice = g_ptr_array_index (batch->warnings, i);
      g_autofree char *place = dui_failure_format_place (batch->file, batch->sheet, notice->row,
                                                         notice->column);

      /* Translators: 1 file, row and column, 2 a sentence. */
      dui_output_format (_ ("%1$s: to be checked: %2$s\n"), place, notice->text);
    }
}

void
dui_import_preview_print (GPtrArray *batches,
                          DuiCatalog *catalog,
                          GHashTable *panels,
                          gboolean as_json,
                          gboolean imported)
{
  for (guint i = 0; i < batches->len; i++)
    {
      const DuiBatch *batch = g_ptr_array_index (batches, i);

      if (!as_json)
        print_text (batch, catalog, panels);
      for (guint j = 0; j < batch->errors->len; j++)
        {
          const DuiNotice *notice = g_ptr_array_index (batch->errors, j);

          dui_failure_print (batch->file, batch->sheet, notice->row, notice->column,
                             notice->text);
        }
    }
  if (as_json)
    print_json (batches);
  else
    dui_output_text (imported ? _ ("Imported.\n") : _ ("Nothing was written.\n"));
}
