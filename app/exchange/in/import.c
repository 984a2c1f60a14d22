/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/import.h"

#include "exchange/in/clash.h"
#include "exchange/in/file-read.h"

DuiBatch *
dui_import_read (const char *path,
                 DuiCatalog *catalog,
                 const DuiImportOptions *options,
                 DuiPanelSource panels,
                 gpointer user_data,
                 GError **error)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_file_read_free);
  g_autoptr (DuiSheetFile) file = dui_sheet_file_open (path, options->encoding);

  if (file->problem)
    {
      g_propagate_error (error, g_steal_pointer (&file->problem));
      return NULL;
    }
  g_ptr_array_add (files, dui_file_read_new (file, catalog, options));
  if (!dui_file_read_compare (files, catalog, panels, user_data, error))
    return NULL;
  return dui_batch_ref (((DuiFileRead *) g_ptr_array_index (files, 0))->batch);
}

GPtrArray *
dui_import_read_files (DuiReadAhead *sheets,
                       DuiCatalog *catalog,
                       const DuiImportOptions *options,
                       DuiPanelSource panels,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_file_read_free);
  g_autoptr (GPtrArray) batches = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_batch_unref);
  DuiSheetFile *sheet;

  while ((sheet = dui_read_ahead_next (sheets)))
    {
      g_ptr_array_add (files, dui_file_read_new (sheet, catalog, options));
      dui_sheet_file_free (sheet);
    }
  if (!dui_file_read_compare (files, catalog, panels, user_data, error))
    return NULL;
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (batches,
                     dui_batch_ref (((DuiFileRead *) g_ptr_array_index (files, i))->batch));
  dui_import_refuse_clashes (batches, catalog);
  return g_steal_pointer (&batches);
}
