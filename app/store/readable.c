/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/readable.h"
#include "store/failure.h"
#include "store/files.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
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

static gboolean
is_remote (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
      = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info && g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
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
