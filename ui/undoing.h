/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several commands undone or redone, one after another, as the user has seen them in a list. */
#pragma once

#include "book.h"

G_BEGIN_DECLS

/* The steps of @steps (of dui_book_list_undo() or, with @redo, dui_book_list_redo()) up to and with
 * the one at @last. What was done before one is refused stays done. */
gboolean dui_undoing_run (DuiBook *book, GPtrArray *steps, gboolean redo, guint last,
                          GError **error);

/* What has been done, a sentence for the banner; the caller frees it. */
char *dui_undoing_describe (GPtrArray *steps, gboolean redo, guint last);

G_END_DECLS
