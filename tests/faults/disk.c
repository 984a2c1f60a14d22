/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static sqlite3_vfs *inner_vfs;
static DiskWatcher watcher;
static char *watched;

/* SQLite's own file layer makes the calls that are watched below: each is asked about once. */
static __thread gboolean inside;

void
disk_watch (const char *folder)
{
  g_free (watched);
  watched = g_strdup (folder);
}

static int
ask (const DiskOperation *operation)
{
  if (watched == NULL || inside || operation->path == NULL
      || !g_str_has_prefix (operation->path, watched))
    return SQLITE_OK;
  return watcher (operation);
}

/* SQLite's files ---------------------------------------------------------------------------------- */

typedef struct
{
  sqlite3_file parent;
  sqlite3_file *inner;
  char *path;
} File;

#define SELF(file) ((File *) (file))

/* Asks about an operation and does it, as the statement that follows. */
#define PASS(result, call)                                                                         \
  do                                                                                               \
    {                                                                                              \
      inside = TRUE;                                                                               \
      result = call;                                                                               \
      inside = FALSE;                                                                              \
    }                                                                                              \
  while (0)

#define INNER(result, file, method, ...)                                                           \
  PASS (result, SELF (file)->inner->pMethods->method (SELF (file)->inner, ##__VA_ARGS__))

#define ASK(file, asked, ...)                                                                      \
  ask (&(DiskOperation){ .kind = asked, .path = SELF (file)->path, ##__VA_ARGS__ })

static int
close_file (sqlite3_file *file)
{
  int result;

  INNER (result, file, xClose);
  g_free (SELF (file)->inner);
  g_free (SELF (file)->path);
  return result;
}

static int
read_file (sqlite3_file *file, void *bytes, int n, sqlite3_int64 at)
{
  int result = ASK (file, DISK_READ);

  if (result == SQLITE_OK)
    INNER (result, file, xRead, bytes, n, at);
  return result;
}

static int
write_file (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at)
{
  int result = ASK (file, DISK_WRITE, .bytes = bytes, .at = at, .size = n);
  int written;

  INNER (written, file, xWrite, bytes, result == SQLITE_OK ? n : n / 2, at);
  return result == SQLITE_OK ? written : result;
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  int result = ASK (file, DISK_TRUNCATE, .size = size);

  if (result == SQLITE_OK)
    INNER (result, file, xTruncate, size);
  return result;
}

static int
sync_file (sqlite3_file *file, int flags)
{
  int result = ASK (file, DISK_SYNC);

  if (result == SQLITE_OK)
    INNER (result, file, xSync, flags);
  return result;
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  int result;

  INNER (result, file, xFileSize, size);
  return result;
}

static int
lock_file (sqlite3_file *file, int level)
{
  int result = ASK (file, DISK_LOCK);

  if (result == SQLITE_OK)
    INNER (result, file, xLock, level);
  return result;
}

static int
unlock_file (sqlite3_file *file, int level)
{
  int result;

  INNER (result, file, xUnlock, level);
  return result;
}

static int
check_lock (sqlite3_file *file, int *reserved)
{
  int result;

  INNER (result, file, xCheckReservedLock, reserved);
  return result;
}

static int
control_file (sqlite3_file *file, int operation, void *argument)
{
  int result;

  INNER (result, file, xFileControl, operation, argument);
  return result;
}

static int
sector_size (sqlite3_file *file)
{
  int result;

  INNER (result, file, xSectorSize);
  return result;
}

static int
characteristics (sqlite3_file *file)
{
  int result;

  INNER (result, file, xDeviceCharacteristics);
  return result;
}

static int
map_memory (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  int result = ASK (file, DISK_MAP);

  if (result == SQLITE_OK)
    INNER (result, file, xShmMap, region, size, extend, memory);
  return result;
}

/* Letting go of a lock does not fail. */
static int
lock_memory (sqlite3_file *file, int offset, int n, int flags)
{
  int result = flags & SQLITE_SHM_LOCK ? ASK (file, DISK_LOCK) : SQLITE_OK;

  if (result == SQLITE_OK)
    INNER (result, file, xShmLock, offset, n, flags);
  return result;
}

static void
memory_barrier (sqlite3_file *file)
{
  SELF (file)->inner->pMethods->xShmBarrier (SELF (file)->inner);
}

static int
unmap_memory (sqlite3_file *file, int delete)
{
  int result;

  INNER (result, file, xShmUnmap, delete);
  return result;
}

static const sqlite3_io_methods methods = {
  2,           close_file,   read_file,   write_file,   truncate_file,   sync_file,
  file_size,   lock_file,    unlock_file, check_lock,   control_file,    sector_size,
  characteristics, map_memory, lock_memory, memory_barrier, unmap_memory,
};

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = SELF (file);
  int result = ask (&(DiskOperation){ .kind = DISK_OPEN, .path = name });

  self->parent.pMethods = NULL;
  if (result != SQLITE_OK)
    return result;
  self->inner = g_malloc0 ((gsize) inner_vfs->szOsFile);
  PASS (result, inner_vfs->xOpen (inner_vfs, name, self->inner, flags, out_flags));
  if (result != SQLITE_OK)
    {
      g_free (self->inner);
      return result;
    }
  self->path = g_strdup (name);
  self->parent.pMethods = &methods;
  return result;
}

static int
delete_file (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  g_autofree char *folder = g_path_get_dirname (name);
  int result = ask (&(DiskOperation){ .kind = DISK_DELETE, .path = name });

  if (result == SQLITE_OK && sync_folder)
    result = ask (&(DiskOperation){ .kind = DISK_SYNC, .path = folder });
  if (result == SQLITE_OK)
    PASS (result, inner_vfs->xDelete (inner_vfs, name, sync_folder));
  return result;
}

void
disk_install (DiskWatcher function)
{
  static sqlite3_vfs vfs;

  watcher = function;
  inner_vfs = sqlite3_vfs_find (NULL);
  vfs = *inner_vfs;
  vfs.zName = "disk";
  vfs.szOsFile = sizeof (File);
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}

/* The program's own calls: these take the place of the C library's for all that it links ------------ */

static int
fail (int result)
{
  errno = result == SQLITE_FULL ? ENOSPC : EIO;
  return -1;
}

static int
ask_about (DiskKind kind,
           const char *path,
           const char *to)
{
  return ask (&(DiskOperation){ .kind = kind, .path = path, .to = to });
}

static int
ask_about_sync (int descriptor)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", descriptor);
  char path[4096];
  gssize length = readlink (link, path, sizeof path - 1);

  if (length < 0)
    return SQLITE_OK;
  path[length] = '\0';
  return ask_about (DISK_SYNC, path, NULL);
}

int
fsync (int descriptor)
{
  int result = ask_about_sync (descriptor);

  return result == SQLITE_OK ? (int) syscall (SYS_fsync, descriptor) : fail (result);
}

int
rename (const char *from,
        const char *to)
{
  int result = ask_about (DISK_RENAME, from, to);

  return result == SQLITE_OK ? (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0)
                             : fail (result);
}

int
renameat2 (int from_folder,
           const char *from,
           int to_folder,
           const char *to,
           unsigned int flags)
{
  int result = ask_about (DISK_RENAME, from, to);

  return result == SQLITE_OK
             ? (int) syscall (SYS_renameat2, from_folder, from, to_folder, to, flags)
             : fail (result);
}

int
unlink (const char *path)
{
  int result = ask_about (DISK_DELETE, path, NULL);

  return result == SQLITE_OK ? (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0) : fail (result);
}

int
mkdir (const char *path,
       mode_t mode)
{
  int result = ask_about (DISK_FOLDER, path, NULL);

  return result == SQLITE_OK ? (int) syscall (SYS_mkdirat, AT_FDCWD, path, mode) : fail (result);
}

int
open64 (const char *path,
        int flags,
        ...)
{
  int result = ask_about (DISK_OPEN, path, NULL);
  mode_t mode;
  va_list arguments;

  va_start (arguments, flags);
  mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return result == SQLITE_OK ? (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode)
                             : fail (result);
}
