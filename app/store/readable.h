/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books that can't be written here: why, and how they are read all the same. */
#pragma once

#include "store/error.h"

#include <sys/types.h>

G_BEGIN_DECLS

/* Whether a file system, by the number that statfs() gives for its kind and the device of its files, is
 * another machine's: SQLite's log is not safe there. What is mounted by a program counts unless it lies
 * on a disk of this machine. */
gboolean dui_readable_is_network (guint32 kind, dev_t device);

/* A translated sentence for the banner when @path must not or can't be written: its folder or
 * itself is read-only, or it lies on a network share, where SQLite's log is not safe across
 * machines. NULL when it can be written. The caller frees it. */
char *dui_readable_why_only (const char *path);

/* What SQLite is to open, as a URI. A file without a log beside it is read where it is; with one,
 * both are copied into a private folder first (@copy receives it), because the log can't be read in
 * a read-only folder and must not be passed over. */
char *dui_readable_prepare (const char *path, const char *action, char **copy, GError **error);

/* Something that differs when the file or its log has changed. The caller frees it. */
char *dui_readable_fingerprint (const char *path);

/* Removes a folder made by dui_readable_prepare(). */
void dui_readable_drop_copy (const char *copy);

G_END_DECLS
