/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file as far as it can be read without a book: its bytes, its encoding, its cells. */
#pragma once

#include "exchange/in/delimited.h"
#include "exchange/in/source.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  DuiSource *source; /* NULL where it could not be opened */
  DuiSheet *sheet;   /* NULL with either of: */
  GError *problem;   /* DUI_IMPORT_ERROR: nothing can be read of it */
  DuiDelimitedFault fault; /* in the middle of it; its text is NULL otherwise */
  guint row;         /* of @problem, from 1; 0 for the whole file */
} DuiSheetFile;

/* Reads @path (a local file name). @encoding NULL: found out. */
DuiSheetFile *dui_sheet_file_open (const char *path, const char *encoding);
void dui_sheet_file_free (DuiSheetFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiSheetFile, dui_sheet_file_free)

G_END_DECLS
