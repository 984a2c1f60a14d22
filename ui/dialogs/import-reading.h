/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of an import preview and what came of reading them. They are read together: a figure
 * that two of them give is refused in both.
 *
 * Signal "changed": they have been read, or are being read. */
#pragma once

#include "book.h"
#include "exchange/in/import.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_IMPORT_STATE_READING,
  DUI_IMPORT_STATE_GOOD,
  DUI_IMPORT_STATE_DOUBTFUL, /* with something to be looked at */
  DUI_IMPORT_STATE_WRONG,    /* with something that must be corrected */
} DuiImportState;

#define DUI_TYPE_IMPORT_READING (dui_import_reading_get_type ())
G_DECLARE_FINAL_TYPE (DuiImportReading, dui_import_reading, DUI, IMPORT_READING, GObject)

/* Copies @paths, char* local paths. */
DuiImportReading *dui_import_reading_new (GPtrArray *paths);

/* On another thread; an answer that was overtaken by another reading is dropped. @options are
 * copied. */
void dui_import_reading_start (DuiImportReading *self, DuiBook *book, DuiCatalog *catalog,
                               const DuiImportOptions *options);
/* Waits for no answer any more. */
void dui_import_reading_stop (DuiImportReading *self);

/* The file at @index goes from the list; what the others become is known after the next reading. */
void dui_import_reading_leave_out (DuiImportReading *self, guint index);

guint dui_import_reading_get_n_files (DuiImportReading *self);
/* For people; the caller frees it. */
char *dui_import_reading_dup_name (DuiImportReading *self, guint index);
DuiImportState dui_import_reading_get_state (DuiImportReading *self, guint index);
/* Borrowed; NULL until they have been read. */
DuiBatch *dui_import_reading_get_batch (DuiImportReading *self, guint index);
GPtrArray *dui_import_reading_get_batches (DuiImportReading *self);
/* What the batches were compared with: DuiIndicator -> DuiPanel. Borrowed. */
GHashTable *dui_import_reading_get_panels (DuiImportReading *self);
/* Why the book could not be asked; NULL when it could. */
const char *dui_import_reading_get_problem (DuiImportReading *self);

G_END_DECLS
