/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a COMMIT ended that reported an error: nobody knows before the file has been read again
 * (DESIGN §5). */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Looks for the seal @hash of @command in @connection's file, which is opened anew. TRUE when it is
 * there: @cause is freed. Else @cause, which is taken, when the command is not there and never will
 * be, or DUI_STORE_ERROR_UNKNOWN_OUTCOME when that can't be found out. */
gboolean dui_outcome_find (DuiConnection *connection, gint64 command, const char *hash,
                           const char *action, GError *cause, GError **error);

G_END_DECLS
