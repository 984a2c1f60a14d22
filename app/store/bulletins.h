/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bulletins 通报: numbers frozen as they were issued (DESIGN §5). */
#pragma once

#include "model/bulletin.h"
#include "model/panel.h"
#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* Freezes the figures of @draft's period with the target assessed and the plan's share as they are
 * now, the ranks of its rows, its document, and the head of the chain of seals. @indicator is an id. */
gboolean dui_bulletins_issue (DuiConnection *connection, DuiCatalog *catalog, gint64 indicator,
                              const DuiBulletinDraft *draft, gint64 source, const char *action,
                              GError **error);

/* The same as a command that can't be undone: what was issued is out of the house, and what it was
 * made from stays too. DUI_STORE_ERROR_STALE when the book is not what @draft was made from any more,
 * DUI_STORE_ERROR_REFUSED for a period that has a bulletin already, unless it corrects the newest one
 * of the period. */
gboolean dui_bulletins_run (DuiConnection *connection, DuiCatalog *catalog,
                            DuiIndicator *indicator, const DuiBulletinDraft *draft,
                            const DuiOccasion *occasion, GError **error);

/* The head of the chain of seals, which the next bulletin prints. The caller frees it. */
char *dui_bulletins_read_seal (DuiConnection *connection, const char *action, GError **error);

G_END_DECLS
