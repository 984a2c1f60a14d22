/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of a book: private from the first moment, and safe on disk before they get their name. */
#pragma once

#include "store/error.h"

G_BEGIN_DECLS

/* @path as an absolute name, that of the file itself where it is a link to one: what lies beside a book
 * lies beside the file. The caller frees it. */
char *dui_files_resolve (const char *path);

/* Makes @folder and what is missing above it, 0700 under any umask. */
gboolean dui_files_make_folder (const char *folder, const char *action, GError **error);

/* A new empty file 0600 with an unused name beside @target. The caller frees the name. What was left
 * there of a program that was killed goes after a day. */
char *dui_files_make_temporary (const char *target, const char *action, GError **error);

/* Flushes @temporary, gives it the name @target, never over another file, and flushes the folder.
 * DUI_STORE_ERROR_EXISTS. */
gboolean dui_files_publish (const char *temporary, const char *target, const char *action,
                            GError **error);

/* Removes a database file and what SQLite keeps beside it. */
void dui_files_remove (const char *path);

G_END_DECLS
