/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/readable.h"
#include "store/failure.h"
#include "store/files.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#define COPY_NAME "book.duibiao"
#define COPY_ATTEMPTS 10
#define COPY_PAUSE_US 100000

/* The permission bits count for root as well, who could write in spite of them. */
static gboolean
is_writable (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && (status.st_mode & 0222) != 0 && g_access (path, W_OK) == 0;
}

gboolean
dui_readable_is_network (guint32 kind,
                         dev_t device)
{
  /* From statfs(2) and the kernel's magic.h: NFS, SMB, CIFS, SMB 2, NCP, AFS, kAFS, Coda, 9P, Ceph,
   * Lustre, GFS2, OCFS2, GPFS. */
  static const guint32 kinds[]
      = { 0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x5346414f, 0x6b414653, 0x73757245,
          0x01021997, 0x00c36400, 0x0bd00bd0, 0x01161970, 0x7461636f, 0x47504653 };
  static const guint32 program = 0x65735546; /* FUSE */

  if (kind == program)
    return major (device) == 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kind == kinds[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_remote (const char *path)
{
  struct statfs system;
  GStatBuf status;

  return statfs (path, &system) == 0 && g_stat (path, &status) == 0
         && dui_readable_is_network ((guint32) system.f_type, status.st_dev);
}

char *
dui_readable_why_only (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (is_remote (path))
    return g_strdup (_ ("This book lies on a network share, where it can only be read. Copy it to "
                        "this computer to work on it."));
  if (!is_writable (path))
    return g_strdup (_ ("This book is write-protected: it can be read, not changed."));
  if (!is_writable (folder))
    return g_strdup (_ ("This book lies in a write-protected folder: it can be read, not changed."));
  return NULL;
}

char *
dui_readable_fingerprint (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf file = { 0 }, beside = { 0 };

  g_stat (path, &file);
  g_stat (log, &beside);
  return g_strdup_printf ("%lld %lld.%ld %lld %lld.%ld", (long long) file.st_size,
                          (long long) file.st_mtim.tv_sec, file.st_mtim.tv_nsec,
                          (long long) beside.st_size, (long long) beside.st_mtim.tv_sec,
                          beside.st_mtim.tv_nsec);
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

static char *
make_uri (const char *path,
          gboolean immutable)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);

  return g_strconcat ("file:", escaped, immutable ? "?immutable=1" : "", NULL);
}

static gboolean
copy_one (const char *path,
          const char *suffix,
          const char *folder,
          GError **error)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *name = g_strconcat (COPY_NAME, suffix, NULL);
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target,
                      G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL,
                      error)
         && g_chmod (to, 0600) == 0;
}

/* Another machine may be writing: a copy during which nothing changed is whole. */
static gboolean
copy_at_rest (const char *path,
              const char *folder,
              const char *action,
              GError **error)
{
  for (int i = 0; i < COPY_ATTEMPTS; i++)
    {
      g_autofree char *before = dui_readable_fingerprint (path);
      g_autofree char *after = NULL;
      g_autoptr (GError) cause = NULL;

      if (!copy_one (path, "", folder, &cause)
          || (has_log (path) && !copy_one (path, "-wal", folder, &cause)))
        return dui_failure_explain (error, DUI_STORE_ERROR_FAILED, action, cause->message);
      after = dui_readable_fingerprint (path);
      if (g_str_equal (before, after))
        return TRUE;
      g_usleep (COPY_PAUSE_US);
    }
  return dui_failure_set (error, NULL, SQLITE_BUSY, action);
}

char *
dui_readable_prepare (const char *path,
                      const char *action,
                      char **copy,
                      GError **error)
{
  g_autofree char *folder = NULL, *inside = NULL;

  *copy = NULL;
  if (!has_log (path))
    return make_uri (path, TRUE);

  if (!dui_files_make_folder (g_get_user_runtime_dir (), action, error))
    return NULL;
  folder = g_build_filename (g_get_user_runtime_dir (), "duibiao-XXXXXX", NULL);
  if (g_mkdtemp_full (folder, 0700) == NULL || g_chmod (folder, 0700) != 0)
    {
      dui_failure_explain (error, DUI_STORE_ERROR_FAILED, action,
                           _ ("there is no room for a private copy"));
      return NULL;
    }
  if (!copy_at_rest (path, folder, action, error))
    {
      dui_readable_drop_copy (folder);
      return NULL;
    }
  inside = g_build_filename (folder, COPY_NAME, NULL);
  *copy = g_steal_pointer (&folder);
  return make_uri (inside, FALSE);
}

void
dui_readable_drop_copy (const char *copy)
{
  g_autofree char *inside = g_build_filename (copy, COPY_NAME, NULL);

  dui_files_remove (inside);
  g_rmdir (copy);
}
