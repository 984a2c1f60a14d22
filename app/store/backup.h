/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a whole book that were opened and checked before they got their name. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Copies the book into the folder "backups" beside it, named for the book, the day and time and the
 * schema's version. Written under a temporary name, checked, made safe on disk, renamed. @path
 * (nullable) receives where it is; the caller frees it. */
gboolean dui_backup_make (DuiConnection *connection, char **path, GError **error);

G_END_DECLS
