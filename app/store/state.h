/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small tables by which everything is ranked and named (places, indicators, settings, targets, plans,
 * people) as one digest, which every command seals. Whoever reads them makes it again: a page of another
 * time or another book is whole in itself. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Hex; the caller frees it. */
char *dui_state_digest (DuiConnection *connection, const char *action, GError **error);

/* DUI_STORE_ERROR_DAMAGED when the tables are not what the newest command left. */
gboolean dui_state_check (DuiConnection *connection, const char *action, GError **error);

G_END_DECLS
