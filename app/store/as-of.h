/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book as it was after one of its commands, taken back from the log: what "changed since" compares
 * with now (PRACTICE R22). */
#pragma once

#include "model/panel.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Figures, targets and issued periods of @indicator after @command (0: before the first one), and as they
 * are now, of one moment; the caller unrefs both. Places, plans and settings are those of now in both,
 * so that what differs is the numbers alone. */
gboolean dui_as_of_read (DuiConnection *connection, const char *indicator, gint64 command,
                         DuiPanel **then, DuiPanel **now, GError **error);

/* The last command before @seconds (since 1970); 0 for none, -1 for a failure. */
gint64 dui_as_of_find_command (DuiConnection *connection, gint64 seconds, GError **error);

G_END_DECLS
