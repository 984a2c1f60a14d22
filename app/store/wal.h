/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log that SQLite keeps beside a book, looked at before SQLite may. SQLite takes a frame whose sum is
 * wrong for the end of the log and says nothing: a bit that flipped in it takes acknowledged commands
 * away. Only in the last transaction does that look like a power cut, and is left to SQLite. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether whole transactions stand behind something that is broken. FALSE for a book without a log. */
gboolean dui_wal_is_damaged (const char *path);

G_END_DECLS
