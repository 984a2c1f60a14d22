/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are no text, told by their bytes and not by their names. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE when @bytes are a workbook, a picture, a web page or otherwise binary, with
 * DUI_IMPORT_ERROR_NOT_TEXT and what to do. Not for text with a byte-order mark. */
gboolean dui_not_text_check (const char *bytes, gsize length, GError **error);

/* TRUE when decoded text holds control characters, which no sheet has; @row is where. */
gboolean dui_not_text_check_controls (const char *text, gsize length, guint *row, GError **error);

G_END_DECLS
