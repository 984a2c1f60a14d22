/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/backup-list.h"
#include "store/backup-thinning.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define SUFFIX ".duibiao"

static void
backup_file_free (DuiBackupFile *file)
{
  g_free (file->path);
  g_date_time_unref (file->time);
  g_free (file);
}

static char *
find_folder (const char *book)
{
  g_autofree char *folder = g_path_get_dirname (book);

  return g_build_filename (folder, "backups", NULL);
}

/* NULL for a file that is no backup of @base. */
static DuiBackupFile *
read_name (const char *folder,
           const char *base,
           const char *name)
{
  gsize length = strlen (base);
  int year, month, day, hour, minute, second, number = 1, end = 0;
  DuiBackupFile *file;
  GDateTime *time;

  if (!g_str_has_prefix (name, base) || name[length] != ' ' || !g_str_has_suffix (name, SUFFIX))
    return NULL;
  name += length + 1;
  if (sscanf (name, "%4d-%2d-%2d %2d%2d%2d%n", &year, &month, &day, &hour, &minute, &second, &end)
          != 6
      || end != 17)
    return NULL;
  if (!g_str_equal (name + end, SUFFIX))
    {
      int behind = 0;

      if (sscanf (name + end, " %d%n", &number, &behind) != 1
          || !g_str_equal (name + end + behind, SUFFIX))
        return NULL;
    }
  time = g_date_time_new_local (year, month, day, hour, minute, second);
  if (time == NULL)
    return NULL;
  file = g_new (DuiBackupFile, 1);
  file->path = g_build_filename (folder, name - length - 1, NULL);
  file->time = time;
  file->number = number;
  return file;
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  const DuiBackupFile *left = *(DuiBackupFile *const *) a, *right = *(DuiBackupFile *const *) b;
  int order = g_date_time_compare (right->time, left->time);

  return order ? order : right->number - left->number;
}

GPtrArray *
dui_backup_list_files (const char *book)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) backup_file_free);
  g_autofree char *folder = find_folder (book);
  g_autofree char *base = g_path_get_basename (book);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      DuiBackupFile *file = read_name (folder, base, name);

      if (file)
        g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_files);
  return files;
}

char *
dui_backup_choose_name (const char *book,
                        gint64 time)
{
  g_autofree char *folder = find_folder (book);
  g_autofree char *base = g_path_get_basename (book);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (time);
  g_autofree char *when = g_date_time_format (at, "%Y-%m-%d %H%M%S");

  for (int number = 1;; number++)
    {
      g_autofree char *tail
          = number == 1 ? g_strdup (SUFFIX) : g_strdup_printf (" %d" SUFFIX, number);
      g_autofree char *name = g_strconcat (base, " ", when, tail, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

void
dui_backup_remove_old (const char *book)
{
  g_autoptr (GPtrArray) files = dui_backup_list_files (book);
  g_autofree GDateTime **times = g_new (GDateTime *, files->len);
  g_autofree gboolean *keep = g_new (gboolean, files->len);

  for (guint i = 0; i < files->len; i++)
    times[i] = ((DuiBackupFile *) g_ptr_array_index (files, i))->time;
  dui_backup_thin (times, files->len, keep);
  for (guint i = 0; i < files->len; i++)
    if (!keep[i])
      g_unlink (((DuiBackupFile *) g_ptr_array_index (files, i))->path);
}
