/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to UTF-8 text: which encoding they are in, found out or as the user says (FACTS "Sheets").
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Padded UTF-8 (source.h) without a byte-order mark; shares @bytes where they are UTF-8 already.
 * Without @encoding: a byte-order mark (UTF-8, UTF-16, UTF-32), else strict UTF-8, else GB18030,
 * else CP936, whose only difference in practice is 0x80 for the euro sign. Valid UTF-8 with no code
 * point from U+0800 on whose GB18030 decoding is all Han is GB18030 (亩 alone is both). @used
 * (nullable; static) is the encoding found, @row where an error stands, from 1; 0 for the whole
 * file.
 *
 * DUI_IMPORT_ERROR_EMPTY for a text without a visible character; _NOT_TEXT for workbooks, pictures
 * and other bytes, each with its own sentence; _ENCODING for a byte that the encoding does not have
 * and for an unknown encoding; _TRUNCATED for a text that ends inside of a character. */
GBytes *dui_encoding_decode (GBytes *bytes,
                             const char *encoding,
                             const char **used,
                             guint *row,
                             GError **error);

G_END_DECLS
