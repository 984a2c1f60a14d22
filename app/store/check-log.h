/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a check that only a book has: checksums, data against the log, and the seals. */
#pragma once

#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* Adds to @findings (of DuiFinding) inside of a read transaction. */
gboolean dui_check_log (DuiConnection *connection, GPtrArray *findings, const char *action,
                        GError **error);

G_END_DECLS
