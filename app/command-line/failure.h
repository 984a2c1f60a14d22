/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a verb that could not do its work says, and how the program leaves then. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The program's exit codes: scripts rely on them. */
typedef enum
{
  DUI_EXIT_DONE,
  DUI_EXIT_FAILED,
  DUI_EXIT_USAGE,   /* wrong usage */
  DUI_EXIT_REFUSED, /* input refused, nothing written */
  DUI_EXIT_BOOK,    /* the book can't be used */
} DuiExit;

#define DUI_USAGE_ERROR (dui_usage_error_quark ())

typedef enum
{
  DUI_USAGE_ERROR_FAILED,
  DUI_USAGE_ERROR_NO_FIGURES, /* nothing to show yet: not the user's mistake */
} DuiUsageError;

GQuark dui_usage_error_quark (void);

DuiExit dui_failure_to_exit (const GError *error);

/* One line on standard error: "FILE:SHEET!ROW:COLUMN: text". Rows and columns count from 1; what is
 * not known (NULL, 0) is left out with the sign before it: "FILE:ROW:COLUMN: text" for a file
 * without named sheets, "FILE:SHEET: text", "FILE: text". */
void dui_failure_print (const char *file, const char *sheet, guint row, guint column,
                        const char *text);

/* The place of a notice, as dui_failure_print() writes it. The caller frees it. */
char *dui_failure_format_place (const char *file, const char *sheet, guint row, guint column);

G_END_DECLS
