/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are opened one after the other on a thread of their own, each while the one before is
 * made use of: the first one while a book is opened. Never more than one ahead, which bounds the
 * memory. */
#pragma once

#include "exchange/in/sheet-file.h"

G_BEGIN_DECLS

typedef struct _DuiReadAhead DuiReadAhead;

/* Begins with the first of @paths (ends with NULL). @encoding NULL: found out. */
DuiReadAhead *dui_read_ahead_new (const char *const *paths, const char *encoding);

/* Waits for the next file; NULL behind the last one. The caller frees it. */
DuiSheetFile *dui_read_ahead_next (DuiReadAhead *self);

void dui_read_ahead_free (DuiReadAhead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiReadAhead, dui_read_ahead_free)

G_END_DECLS
