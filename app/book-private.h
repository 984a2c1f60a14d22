/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of DuiBook, one for each kind of command, have in common. */
#pragma once

#include "book.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Runs @func on the store thread, waits for it, and tells the context when the book has changed. */
gpointer dui_book_call (DuiBook *self, DuiStoreFunc func, gpointer input, GError **error);

/* Returns at once; @task, which is taken, is answered from the store thread, or now when the book is
 * closed. The finishing function calls dui_book_tell(). */
void dui_book_call_async (DuiBook *self, GTask *task, DuiStoreFunc func, gpointer input,
                          GDestroyNotify free_input, GDestroyNotify free_result);

/* On the context that opened the book: emits "changed" when its version has grown. */
void dui_book_tell (DuiBook *self);

/* On the store thread: the newest catalog; the caller owns a reference. */
DuiCatalog *dui_book_read_catalog (DuiBook *self, DuiConnection *connection, GError **error);

G_END_DECLS
