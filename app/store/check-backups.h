/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chain of seals tells of a command that was changed or taken out of the middle, not of the newest
 * ones when they are cut off with their seals, or of an older book in the place of this one: a book that
 * ends earlier is whole in itself. Its newest backup knows better. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Adds a DuiFinding to @findings when the newest backup ends with a seal that the book does not have,
 * unless a backup was restored since. A backup that can't be read says nothing. */
gboolean dui_check_backups (DuiConnection *connection, GPtrArray *findings, const char *action,
                            GError **error);

G_END_DECLS
