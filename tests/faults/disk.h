/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk under the program: what SQLite's file layer and the program's own file calls do in one
 * folder is told to a watcher, before it is done, and the watcher may let it fail. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DISK_READ = 1 << 0,
  DISK_WRITE = 1 << 1,
  DISK_TRUNCATE = 1 << 2,
  DISK_SYNC = 1 << 3, /* of a file or a folder */
  DISK_OPEN = 1 << 4,
  DISK_DELETE = 1 << 5,
  DISK_RENAME = 1 << 6,
  DISK_FOLDER = 1 << 7, /* a folder is made */
  DISK_LOCK = 1 << 8,
  DISK_MAP = 1 << 9, /* the memory that programs share */
} DiskKind;

typedef struct
{
  DiskKind kind;
  const char *path;
  const char *to;      /* of a renaming */
  gconstpointer bytes; /* of a write */
  gint64 at;
  gint64 size; /* of a write; what a file is truncated to */
} DiskOperation;

/* SQLITE_OK lets it pass, else it fails with that. A write that fails has written its first half. */
typedef int (*DiskWatcher) (const DiskOperation *operation);

/* Once, before any database is opened. Until disk_watch() nobody is asked. */
void disk_install (DiskWatcher watcher);

/* What lies in @folder is watched from now on; NULL ends it. Not while the program runs. */
void disk_watch (const char *folder);

G_END_DECLS
