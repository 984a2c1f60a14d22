/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read from a sheet, cell by cell, as the `sheet` verb prints it (COMMANDS). */
#pragma once

#include "exchange/in/import.h"

G_BEGIN_DECLS

/* "S index name visibility" for the sheet, then "C sheet row column type value" for each cell that
 * is not empty, tab separated, counted from 0; types s, n, b and e; backslash, line feed, tab and
 * return escaped. The sheet of a CSV file has the file's name without its ending, and only text.
 * @encoding is NULL to find it out. The caller frees the text; NULL with DUI_IMPORT_ERROR. */
GString *dui_listing_make (const char *path, const char *encoding, GError **error);

G_END_DECLS
