/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file on its way to a batch, and the comparison of files that are read together. */
#pragma once

#include "exchange/in/import.h"
#include "exchange/in/notices.h"
#include "exchange/in/sheet-file.h"

G_BEGIN_DECLS

typedef struct
{
  DuiBatch *batch;
  DuiNotices notices;
  GArray *sums;      /* of DuiSum */
  DuiSource *source; /* whose hash may still be computed; NULL where it could not be opened */
} DuiFileRead;

/* Everything that @file says by itself; what could not be read of it is an error of the batch. Takes
 * @file's source, whose sheet is not needed any more. */
DuiFileRead *dui_file_read_new (DuiSheetFile *file,
                                DuiCatalog *catalog,
                                const DuiImportOptions *options);
void dui_file_read_free (DuiFileRead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiFileRead, dui_file_read_free)

/* Compares @files (of DuiFileRead) with each other and with the book, and finishes their batches.
 * FALSE with the error of @panels. */
gboolean dui_file_read_compare (GPtrArray *files,
                                DuiCatalog *catalog,
                                DuiPanelSource panels,
                                gpointer user_data,
                                GError **error);

G_END_DECLS
