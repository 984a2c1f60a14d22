/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a whole book that were opened and checked before they got their name. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Copies the book into the folder "backups" beside it, and lets go of old ones. Written under a
 * temporary name, checked, made safe on disk, renamed. @path (nullable) receives where it is; the
 * caller frees it. DUI_STORE_ERROR_DAMAGED when the copy, and so the book, is not whole. */
gboolean dui_backup_make (DuiConnection *connection, char **path, GError **error);

/* The same unless there is nothing to lose: a book that can only be read, one without a command but
 * its making, or one that is as its newest backup has it. */
gboolean dui_backup_make_if_changed (DuiConnection *connection, GError **error);

/* The same without letting go of any; @path receives where it is, or NULL. */
gboolean dui_backup_save (DuiConnection *connection, char **path, GError **error);

/* A copy for another place at @path, where no file may be: one file, as small as it can be, that can
 * be read on a medium that nobody can write to. */
gboolean dui_backup_copy (DuiConnection *connection, const char *path, GError **error);

/* All pages of @from into @to. */
gboolean dui_backup_copy_pages (sqlite3 *from, sqlite3 *to, const char *action, GError **error);

G_END_DECLS
