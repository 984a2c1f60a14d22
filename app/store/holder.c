/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/holder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/* Of the file "-shm": whoever writes has this byte (SQLite's WAL format). */
#define WRITE_LOCK_BYTE 120

/* "1: POSIX  ADVISORY  WRITE 4711 08:01:1234 120 120"; those that wait have "->" after the number. */
static gboolean
read_lock (const char *line,
           int *process,
           guint *device_major,
           guint *device_minor,
           guint64 *inode,
           guint64 *first,
           guint64 *last)
{
  unsigned long long at, from;
  char kind[16], end[32];

  if (sscanf (line, "%*d: %*s %*s %15s %d %x:%x:%llu %llu %31s", kind, process, device_major,
              device_minor, &at, &from, end)
          != 7
      || !g_str_equal (kind, "WRITE"))
    return FALSE;
  *inode = at;
  *first = from;
  *last = g_str_equal (end, "EOF") ? G_MAXUINT64 : g_ascii_strtoull (end, NULL, 10);
  return TRUE;
}

int
dui_holder_read_locks (const char *locks,
                       guint device_major,
                       guint device_minor,
                       guint64 inode,
                       guint64 byte,
                       int own)
{
  g_auto (GStrv) lines = g_strsplit (locks, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      guint64 at, first, last;
      guint upper, lower;
      int process;

      if (read_lock (lines[i], &process, &upper, &lower, &at, &first, &last) && at == inode
          && upper == device_major && lower == device_minor && first <= byte && byte <= last
          && process > 0 && process != own)
        return process;
    }
  return 0;
}

static char *
name_person (const char *folder)
{
  GStatBuf status;
  struct passwd *entry;

  if (g_stat (folder, &status) != 0 || (entry = getpwuid (status.st_uid)) == NULL)
    return NULL;
  return g_strdup (entry->pw_name);
}

static char *
describe (int process)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%d", process);
  g_autofree char *file = g_build_filename (folder, "comm", NULL);
  g_autofree char *program = NULL;
  g_autofree char *person = name_person (folder);

  if (!g_file_get_contents (file, &program, NULL, NULL) || person == NULL)
    /* Translators: a number. */
    return g_strdup_printf (_ ("process %d"), process);
  /* Translators: 1 name of a program, 2 its process number, 3 login of the person who runs it. */
  return g_strdup_printf (_ ("%1$s (process %2$d, run by %3$s)"), g_strchomp (program), process,
                          person);
}

char *
dui_holder_find (const char *path)
{
  g_autofree char *name = g_strconcat (path, "-shm", NULL);
  g_autofree char *locks = NULL;
  GStatBuf status;
  int process;

  if (g_stat (name, &status) != 0 || !g_file_get_contents ("/proc/locks", &locks, NULL, NULL))
    return NULL;
  process = dui_holder_read_locks (locks, major (status.st_dev), minor (status.st_dev),
                                   status.st_ino, WRITE_LOCK_BYTE, getpid ());
  return process ? describe (process) : NULL;
}
