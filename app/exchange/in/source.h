/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a file that is imported, and their SHA-256, which is computed beside the reading. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Every text that exchange/in works on is followed by this many readable zero bytes, so that short
 * cells can be compared as whole words without asking where the text ends. */
#define DUI_TEXT_PADDING 16

/* Larger files are refused: no office sends a sheet of 256 MiB, and offsets stay within 31 bits. */
#define DUI_SOURCE_MAX ((gsize) 1 << 28)

typedef struct
{
  GBytes *bytes; /* padded */

  /*< private >*/
  GThread *hasher;
} DuiSource;

/* Reads @path (a local file name) whole, so that a file that is saved meanwhile cannot change under
 * the import. DUI_IMPORT_ERROR_UNREADABLE; _EMPTY for a file without bytes. */
DuiSource *dui_source_open (const char *path, GError **error);

/* Lower-case hex; waits for the hash. Once only; the caller frees it. */
char *dui_source_finish_hash (DuiSource *self);

void dui_source_free (DuiSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiSource, dui_source_free)

G_END_DECLS
