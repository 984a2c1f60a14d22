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
  DuiFileRead *file = dui_file_read_new (path, catalog, options, FALSE, error);

  if (!file)
    return NULL;
  g_ptr_array_add (files, file);
  if (!dui_file_read_compare (files, catalog, panels, user_data, error))
    return NULL;
  return dui_batch_ref (file->batch);
}

GPtrArray *
dui_import_read_files (const char *const *paths,
                       DuiCatalog *catalog,
                       const DuiImportOptions *options,
                       DuiPanelSource panels,
                       gpointer user_data,
                       GError **error)
{
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_file_read_free);
  g_autoptr (GPtrArray) batches = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_batch_unref);

  for (guint i = 0; paths[i]; i++)
    g_ptr_array_add (files, dui_file_read_new (paths[i], catalog, options, TRUE, NULL));
  if (!dui_file_read_compare (files, catalog, panels, user_data, error))
    return NULL;
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (batches,
                     dui_batch_ref (((DuiFileRead *) g_ptr_array_index (files, i))->batch));
  dui_import_refuse_clashes (batches, catalog);
  return g_steal_pointer (&batches);
}
