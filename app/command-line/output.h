/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standard output and standard error of the program. A failed write is remembered, not lost: the
 * program asks once, at its end. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Before anything opens a file: a closed standard stream must not become the number of a book. */
void dui_output_open (void);

/* Bytes as they are: JSON is UTF-8 in every locale. */
void dui_output_write (const char *bytes, gssize length);

/* Text for people, in the locale's encoding. */
void dui_output_text (const char *text);
void dui_output_format (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The same on standard error. */
void dui_output_complain (const char *text);

/* Writes what is waiting. FALSE with a G_FILE_ERROR when anything did not reach its reader. */
gboolean dui_output_close (GError **error);

/* Columns that @text takes on a terminal: Han characters take two. */
guint dui_output_width (const char *text);

G_END_DECLS
