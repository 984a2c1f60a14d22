/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full check of a book (COMMANDS "check"): the file, the checksums, the log against the data, the
 * chain of seals. */
#pragma once

#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* An array of DuiFinding* that frees them, empty when all is well; NULL when the check could not
 * run. Nothing is written. */
GPtrArray *dui_check_run (DuiConnection *connection, GError **error);

G_END_DECLS
