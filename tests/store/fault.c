/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault.h"

#include <sqlite3.h>

/* An open file: ours, with the default layer's behind it. */
typedef struct
{
  sqlite3_file parent;
  sqlite3_file *inner;
} File;

static sqlite3_vfs *inner_vfs;
static GMutex lock;
static guint countdown, n_failed;
static int fault_result;
static gboolean fault_for_good;

void
fault_arm (guint n,
           int result,
           gboolean for_good)
{
  g_mutex_lock (&lock);
  countdown = n;
  fault_result = result;
  fault_for_good = for_good;
  n_failed = 0;
  g_mutex_unlock (&lock);
}

guint
fault_count (void)
{
  return n_failed;
}

static int
next_operation (void)
{
  int result = SQLITE_OK;

  g_mutex_lock (&lock);
  if (countdown == 1)
    {
      result = fault_result;
      n_failed++;
    }
  if (countdown > 1 || (countdown == 1 && !fault_for_good))
    countdown--;
  g_mutex_unlock (&lock);
  return result;
}

#define INNER(file) (((File *) (file))->inner)
#define PASS(file, method, ...) INNER (file)->pMethods->method (INNER (file), ##__VA_ARGS__)

static int
close_file (sqlite3_file *file)
{
  int result = PASS (file, xClose);

  g_free (INNER (file));
  return result;
}

static int
read_file (sqlite3_file *file, void *bytes, int n, sqlite3_int64 at)
{
  return PASS (file, xRead, bytes, n, at);
}

static int
write_file (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
  int result = next_operation ();

  /* Half of it may have reached the disk. */
  if (result != SQLITE_OK)
    PASS (file, xWrite, bytes, n / 2, at);
  return result != SQLITE_OK ? result : PASS (file, xWrite, bytes, n, at);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  int result = next_operation ();

  return result != SQLITE_OK ? result : PASS (file, xTruncate, size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  /* A full disk is noticed in writing; SQLite never gets that answer here. */
  int result = fault_result == SQLITE_FULL ? SQLITE_OK : next_operation ();

  return result != SQLITE_OK ? result : PASS (file, xSync, flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return PASS (file, xFileSize, size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  return PASS (file, xLock, level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  return PASS (file, xUnlock, level);
}

static int
check_lock (sqlite3_file *file, int *reserved)
{
  return PASS (file, xCheckReservedLock, reserved);
}

static int
control_file (sqlite3_file *file, int operation, void *argument)
{
  return PASS (file, xFileControl, operation, argument);
}

static int
sector_size (sqlite3_file *file)
{
  return PASS (file, xSectorSize);
}

static int
characteristics (sqlite3_file *file)
{
  return PASS (file, xDeviceCharacteristics);
}

static int
map_memory (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  return PASS (file, xShmMap, region, size, extend, memory);
}

static int
lock_memory (sqlite3_file *file, int offset, int n, int flags)
{
  return PASS (file, xShmLock, offset, n, flags);
}

static void
memory_barrier (sqlite3_file *file)
{
  PASS (file, xShmBarrier);
}

static int
unmap_memory (sqlite3_file *file, int delete)
{
  return PASS (file, xShmUnmap, delete);
}

static const sqlite3_io_methods methods = {
  2,           close_file,   read_file,   write_file,   truncate_file,   sync_file,
  file_size,   lock_file,    unlock_file, check_lock,   control_file,    sector_size,
  characteristics, map_memory, lock_memory, memory_barrier, unmap_memory,
};

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int result;

  self->inner = g_malloc0 ((gsize) inner_vfs->szOsFile);
  result = inner_vfs->xOpen (inner_vfs, name, self->inner, flags, out_flags);
  self->parent.pMethods = result == SQLITE_OK ? &methods : NULL;
  if (result != SQLITE_OK)
    g_free (self->inner);
  return result;
}

void
fault_install (void)
{
  static sqlite3_vfs vfs;

  inner_vfs = sqlite3_vfs_find (NULL);
  vfs = *inner_vfs;
  vfs.zName = "fault";
  vfs.szOsFile = sizeof (File);
  vfs.xOpen = open_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
