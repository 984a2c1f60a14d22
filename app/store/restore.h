/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book made what it was in a backup (DESIGN §5 "Backups"). */
#pragma once

#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* Makes the open book what @backup holds, with an entry in its log that says so, in one transaction:
 * others who have it open see it as it was or as it is. What it was is backed up before; @kept
 * receives where, or NULL when a backup has it already; the caller frees it. A book that is not whole is
 * kept byte for byte instead, and another file takes its place.
 * DUI_STORE_ERROR_REFUSED for a backup of another book; DUI_STORE_ERROR_DAMAGED when it is not
 * whole. */
gboolean dui_restore_run (DuiConnection *connection, const char *backup,
                          const DuiOccasion *occasion, char **kept, GError **error);

/* The same for a book that nobody can open: what is at @path is kept byte for byte under ".damaged",
 * @kept says where, and @backup takes its place. On failure it is where it was, unless @kept tells. */
gboolean dui_restore_rescue (const char *path, const char *backup, const DuiOccasion *occasion,
                             char **kept, GError **error);

G_END_DECLS
