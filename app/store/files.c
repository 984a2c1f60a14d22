/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/files.h"
#include "store/failure.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A dot and six letters. */
#define TAIL 7

/* Nobody writes a book for a day. */
#define ABANDONED_SECONDS 86400

static gboolean
fail (GError **error,
      int cause,
      const char *action)
{
  switch (cause)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return dui_failure_set (error, NULL, SQLITE_FULL, action);
    case EROFS:
    case EACCES:
    case EPERM:
      return dui_failure_explain (error, DUI_STORE_ERROR_READ_ONLY, action,
                                  _ ("the folder can't be written. Choose another one"));
    case EIO:
      return dui_failure_set (error, NULL, SQLITE_IOERR, action);
    case EEXIST:
      return dui_failure_explain (error, DUI_STORE_ERROR_EXISTS, action,
                                  _ ("there is such a file already. Choose another name"));
    default:
      return dui_failure_explain (error, DUI_STORE_ERROR_FAILED, action, g_strerror (cause));
    }
}

char *
dui_files_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *resolved = realpath (absolute, NULL);

  return resolved ? resolved : g_steal_pointer (&absolute);
}

gboolean
dui_files_make_folder (const char *folder,
                       const char *action,
                       GError **error)
{
  g_autofree char *above = NULL;

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  above = g_path_get_dirname (folder);
  if (!dui_files_make_folder (above, action, error))
    return FALSE;
  if (g_mkdir (folder, 0700) != 0)
    return errno == EEXIST && g_file_test (folder, G_FILE_TEST_IS_DIR) ? TRUE
                                                                       : fail (error, errno, action);
  /* A umask may have taken the owner's own rights. */
  return g_chmod (folder, 0700) == 0 || fail (error, errno, action);
}

static gboolean
is_temporary (const char *name)
{
  gsize length = strlen (name);

  return length > TAIL && name[0] == '.' && name[length - TAIL] == '.'
         && strstr (name, ".duibiao") != NULL;
}

/* Whole books that a program which was killed could not remove: they are of no use, and in the way of
 * whoever must not see the figures. */
static void
remove_abandoned (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (is_temporary (name) && g_lstat (path, &status) == 0
          && now - status.st_mtime > ABANDONED_SECONDS)
        dui_files_remove (path);
    }
}

char *
dui_files_make_temporary (const char *target,
                          const char *action,
                          GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *path = g_strdup_printf ("%s/.%s.XXXXXX", folder, base);
  int descriptor;

  remove_abandoned (folder);
  descriptor = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0 || fchmod (descriptor, 0600) != 0)
    {
      fail (error, errno, action);
      if (descriptor >= 0)
        g_close (descriptor, NULL);
      return NULL;
    }
  g_close (descriptor, NULL);
  return g_steal_pointer (&path);
}

static gboolean
flush (const char *path,
       int flags)
{
  int descriptor = g_open (path, flags | O_CLOEXEC, 0);
  gboolean done;

  if (descriptor < 0)
    return FALSE;
  done = fsync (descriptor) == 0;
  g_close (descriptor, NULL);
  return done;
}

/* Where the file system can't rename without replacing, a hard link does not replace either. */
static gboolean
rename_new (const char *from,
            const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (link (from, to) != 0)
    return FALSE;
  g_unlink (from);
  return TRUE;
}

gboolean
dui_files_publish (const char *temporary,
                   const char *target,
                   const char *action,
                   GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);

  if (!flush (temporary, O_RDWR) || !rename_new (temporary, target))
    return fail (error, errno, action);
  /* Not every file system can flush a folder; the file itself is safe. */
  flush (folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}

void
dui_files_remove (const char *path)
{
  static const char *const beside[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *name = g_strconcat (path, beside[i], NULL);

      g_unlink (name);
    }
}
