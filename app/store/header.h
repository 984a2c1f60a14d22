/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A look at a file's first 100 bytes: whether it is a book at all, before SQLite opens it and
 * perhaps makes files beside it or changes it. */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

/* @version receives that of the schema, as far as the main file knows. DUI_STORE_ERROR_NOT_FOUND,
 * _NOT_A_BOOK (a folder, an empty file, another program's file), _DAMAGED, _FAILED. */
gboolean dui_header_read (const char *path, int *version, GError **error);

G_END_DECLS
