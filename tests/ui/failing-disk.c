/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the window: while the file that DUI_TEST_DISK names is there, the log of every book
 * fails; a "w" in it: when it is written, an "s": when it is flushed, once. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int
is_log (int fd)
{
  static const char suffix[] = "-wal";
  char link[64], path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < (ssize_t) strlen (suffix))
    return 0;
  path[length] = '\0';
  return strcmp (path + length - strlen (suffix), suffix) == 0;
}

static int
fails (int fd,
       char when)
{
  const char *name = getenv ("DUI_TEST_DISK");
  int file = name ? open (name, O_RDONLY) : -1;
  char wanted = '\0';

  if (file < 0)
    return 0;
  if (read (file, &wanted, 1) != 1)
    wanted = '\0';
  close (file);
  if (wanted != when || !is_log (fd))
    return 0;
  if (when == 's')
    unlink (name);
  errno = EIO;
  return 1;
}

#define NEXT(function) ((__typeof__ (&function)) dlsym (RTLD_NEXT, #function))

ssize_t
write (int fd,
       const void *bytes,
       size_t size)
{
  return fails (fd, 'w') ? -1 : NEXT (write) (fd, bytes, size);
}

ssize_t
pwrite64 (int fd,
          const void *bytes,
          size_t size,
          off64_t offset)
{
  return fails (fd, 'w') ? -1 : NEXT (pwrite64) (fd, bytes, size, offset);
}

int
fsync (int fd)
{
  return fails (fd, 's') ? -1 : NEXT (fsync) (fd);
}

int
fdatasync (int fd)
{
  return fails (fd, 's') ? -1 : NEXT (fdatasync) (fd);
}
