/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book that is opened on another thread while GTK starts on this one. */
#pragma once

#include "book.h"

G_BEGIN_DECLS

typedef struct _DuiOpening DuiOpening;

DuiOpening *dui_opening_new (const char *path);

const char *dui_opening_get_path (DuiOpening *self);

/* Waits and frees @self; what dui_book_open() returns. */
DuiBook *dui_opening_finish (DuiOpening *self, GError **error);

G_END_DECLS
