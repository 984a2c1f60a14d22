/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault.h"

#include <sqlite3.h>
#include <string.h>

#define ALL (DISK_MAP * 2 - 1)

const Fault faults[] = {
  { "write", DISK_WRITE },
  { "write, for good", DISK_WRITE, .for_good = TRUE },
  { "full", DISK_WRITE | DISK_FOLDER, .full = TRUE },
  { "full, for good", DISK_WRITE | DISK_FOLDER, .full = TRUE, .for_good = TRUE },
  { "sync", DISK_SYNC },
  { "sync, for good", DISK_SYNC, .for_good = TRUE },
  { "truncate", DISK_TRUNCATE },
  { "truncate, for good", DISK_TRUNCATE, .for_good = TRUE },
  { "open", DISK_OPEN | DISK_FOLDER },
  { "open, for good", DISK_OPEN | DISK_FOLDER, .for_good = TRUE },
  { "delete or rename", DISK_DELETE | DISK_RENAME },
  { "delete or rename, for good", DISK_DELETE | DISK_RENAME, .for_good = TRUE },
  { "read", DISK_READ },
  { "read, for good", DISK_READ, .for_good = TRUE },
  { "lock or map", DISK_LOCK | DISK_MAP },
  { "lock or map, for good", DISK_LOCK | DISK_MAP, .for_good = TRUE },
  { "anything", ALL },
  { "the disk is gone", ALL, .for_good = TRUE },
};
const guint n_faults = G_N_ELEMENTS (faults);

static GMutex mutex;
static const Fault *armed;
static guint fail_at, n_met, n_failures;
static guint n_counted[16]; /* by kind */

static int
result_for (DiskKind kind)
{
  switch (kind)
    {
    case DISK_READ:
      return SQLITE_IOERR_READ;
    case DISK_WRITE:
      return armed->full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    case DISK_TRUNCATE:
      return SQLITE_IOERR_TRUNCATE;
    case DISK_SYNC:
      return SQLITE_IOERR_FSYNC;
    case DISK_OPEN:
      return SQLITE_CANTOPEN;
    case DISK_DELETE:
      return SQLITE_IOERR_DELETE;
    case DISK_LOCK:
      return SQLITE_IOERR_LOCK;
    case DISK_MAP:
      return SQLITE_IOERR_SHMMAP;
    case DISK_RENAME:
    case DISK_FOLDER:
    default:
      return armed->full ? SQLITE_FULL : SQLITE_IOERR;
    }
}

static int
watch (const DiskOperation *operation)
{
  int result = SQLITE_OK;

  g_mutex_lock (&mutex);
  if (armed == NULL)
    n_counted[g_bit_nth_lsf (operation->kind, -1)]++;
  else if (armed->kinds & operation->kind)
    {
      n_met++;
      if (n_met == fail_at || (armed->for_good && n_met > fail_at))
        {
          n_failures++;
          result = result_for (operation->kind);
        }
    }
  g_mutex_unlock (&mutex);
  return result;
}

void
fault_install (void)
{
  disk_install (watch);
}

void
fault_arm (const char *folder,
           const Fault *fault,
           guint n)
{
  g_mutex_lock (&mutex);
  armed = fault;
  fail_at = n;
  n_met = n_failures = 0;
  if (fault == NULL)
    memset (n_counted, 0, sizeof n_counted);
  g_mutex_unlock (&mutex);
  disk_watch (folder);
}

guint
fault_disarm (void)
{
  disk_watch (NULL);
  return n_failures;
}

guint
fault_count (const Fault *fault)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (n_counted); i++)
    if (fault->kinds & 1u << i)
      n += n_counted[i];
  return n;
}
