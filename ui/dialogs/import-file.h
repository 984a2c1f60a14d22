/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file in the import preview: what the user said about it and what came of reading it.
 *
 * Signal "changed": it has been read anew, or is being read. */
#pragma once

#include "book.h"
#include "exchange/in/import.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_IMPORT_FILE_READING,
  DUI_IMPORT_FILE_GOOD,
  DUI_IMPORT_FILE_DOUBTFUL, /* with something to be looked at */
  DUI_IMPORT_FILE_WRONG,    /* with something that must be corrected */
} DuiImportFileState;

#define DUI_TYPE_IMPORT_FILE (dui_import_file_get_type ())
G_DECLARE_FINAL_TYPE (DuiImportFile, dui_import_file, DUI, IMPORT_FILE, GObject)

DuiImportFile *dui_import_file_new (const char *path);

/* Reads it on another thread; an answer that was overtaken by another reading is dropped.
 * @options are copied, but for the encoding, which is the file's own. */
void dui_import_file_read (DuiImportFile *self, DuiBook *book, DuiCatalog *catalog,
                           const DuiImportOptions *options);
/* Stops waiting for an answer. */
void dui_import_file_cancel (DuiImportFile *self);

/* NULL: found out. For the next reading. */
void dui_import_file_set_encoding (DuiImportFile *self, const char *encoding);
const char *dui_import_file_get_encoding (DuiImportFile *self);

const char *dui_import_file_get_name (DuiImportFile *self);
DuiImportFileState dui_import_file_get_state (DuiImportFile *self);
/* NULL while it is being read or when nothing could be read. Borrowed. */
DuiBatch *dui_import_file_get_batch (DuiImportFile *self);
/* Why nothing could be read. */
const char *dui_import_file_get_problem (DuiImportFile *self);
/* The catalog the batch's indices belong to. */
DuiCatalog *dui_import_file_get_catalog (DuiImportFile *self);
/* What the batch was compared with; none for an indicator without figures. */
DuiPanel *dui_import_file_get_panel (DuiImportFile *self, guint indicator);

G_END_DECLS
