/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads comma, tab or semicolon separated text (RFC 4180, leniently) into a sheet. */
#pragma once

#include "exchange/in/sheet.h"

G_BEGIN_DECLS

/* What is wrong with the text as a sheet, with its place. */
typedef struct
{
  guint row, column; /* from 0 */
  char *text;        /* a sentence; freed by the caller */
} DuiDelimitedFault;

/* @text is padded UTF-8 without a byte-order mark. The delimiter is found out; a first line "sep=;"
 * names it and is no row. Line ends are LF, CRLF or CR. Exactly one leading ' is taken off before
 * = + - @ TAB CR LF and their full-width forms, where exports put it (FACTS "Sheets"). NULL with
 * @fault where a quote is never closed or there are too many cells. */
DuiSheet *dui_delimited_read (GBytes *text, DuiDelimitedFault *fault);

G_END_DECLS
