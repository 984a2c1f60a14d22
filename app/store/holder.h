/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is writing to a book while we wait: the kernel's list of locks tells the process. The file beside
 * the book that is locked is never opened for it: closing it would drop our own locks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sentence's subject, "duibiao, process 4711, of 张三"; NULL when nobody is found, as when it has just
 * finished. Translated; the caller frees it. */
char *dui_holder_find (const char *path);

/* The process that holds a write lock over @byte of the file with @device and @inode, other than @own, in
 * the text of /proc/locks; 0 for none. */
int dui_holder_read_locks (const char *locks, guint device_major, guint device_minor, guint64 inode,
                           guint64 byte, int own);

G_END_DECLS
