/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file to a batch: read, decoded, recognised, checked and compared with the book.
 *
 * Bytes -> sheet (cells as text) -> headings (what each column and row means) -> rows -> verdicts.
 * Nothing here writes; the book takes the batch (book.h). */
#pragma once

#include "exchange/in/read-ahead.h"
#include "model/batch.h"
#include "model/panel.h"

G_BEGIN_DECLS

#define DUI_IMPORT_ERROR (dui_import_error_quark ())

/* For files of which nothing could be read; what is wrong in a row is a DuiNotice of the batch. */
typedef enum
{
  DUI_IMPORT_ERROR_UNREADABLE, /* the file could not be opened or read */
  DUI_IMPORT_ERROR_EMPTY,
  DUI_IMPORT_ERROR_NOT_TEXT,
  DUI_IMPORT_ERROR_ENCODING,
  DUI_IMPORT_ERROR_TRUNCATED,
  DUI_IMPORT_ERROR_CELL, /* what a cell holds is not what it should be; becomes a DuiNotice */
} DuiImportError;

GQuark dui_import_error_quark (void);

/* What the user said about the file; zero or NULL lets the program find out. */
typedef struct
{
  const char *encoding;    /* UTF-8, GB18030, CP936, UTF-16LE … */
  DuiIndicator *indicator; /* where the sheet does not name one */
  /* taken, with a warning, where neither the sheet nor the user names one; NULL refuses such a
   * sheet */
  DuiIndicator *assumed_indicator;
  DuiPeriod period;        /* DUI_PERIOD_NONE; where the sheet does not name one */
  const char *measure;     /* where the sheet does not name one */
  DuiFigureStatus status;  /* DUI_STATUS_NONE means preliminary */
  gboolean add_places;     /* unknown places are made instead of refused */
  DuiPeriod today;         /* the month that is running; figures after it are refused */
} DuiImportOptions;

/* The existing figures of an indicator, to compare with; transfer full, NULL with @error on
 * failure. Called from the calling thread. */
typedef DuiPanel *(*DuiPanelSource) (DuiIndicator *indicator, gpointer user_data, GError **error);

/* Reads @path (a local file name). NULL with DUI_IMPORT_ERROR when nothing could be read; otherwise
 * a batch, perhaps with errors in it. */
DuiBatch *dui_import_read (const char *path,
                           DuiCatalog *catalog,
                           const DuiImportOptions *options,
                           DuiPanelSource panels,
                           gpointer user_data,
                           GError **error);

/* The same for several files that are to be imported together, all that are left of @sheets, which
 * were opened with the encoding of @options: a figure that two of them give is refused in both
 * (clash.h), and what a figure is compared with may stand in another file. The batches in the order
 * of the files; one of which nothing could be read gives a batch with that error. NULL only with the
 * error of @panels. */
GPtrArray *dui_import_read_files (DuiReadAhead *sheets,
                                  DuiCatalog *catalog,
                                  const DuiImportOptions *options,
                                  DuiPanelSource panels,
                                  gpointer user_data,
                                  GError **error);

G_END_DECLS
