/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/header.h"
#include "store/connection.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define HEADER_SIZE 100
#define MAGIC "SQLite format 3"

/* Offsets from SQLite's file format. */
#define AT_PAGE_SIZE 16
#define AT_CHANGE_COUNTER 24
#define AT_PAGE_COUNT 28
#define AT_USER_VERSION 60
#define AT_APPLICATION_ID 68
#define AT_VERSION_VALID_FOR 92

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Read through SQLite's own file layer: closing a plain descriptor of the same file would drop the
 * locks that another connection of this process holds on it. */
static gboolean
read_bytes (const char *path,
            guint8 *bytes,
            int *result)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  /* The file layer looks for parameters behind the name and its zero. */
  g_autofree char *name = g_malloc0 (strlen (path) + 4);

  strcpy (name, path);
  *result = vfs->xOpen (vfs, name, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);
  if (*result == SQLITE_OK)
    *result = file->pMethods->xRead (file, bytes, HEADER_SIZE, 0);
  if (file->pMethods)
    file->pMethods->xClose (file);
  return *result == SQLITE_OK || *result == SQLITE_IOERR_SHORT_READ;
}

static gboolean
refuse (GError **error,
        DuiStoreError code,
        const char *format,
        const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, DUI_STORE_ERROR, code, format, shown);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
is_beside (const char *path,
           const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  return g_file_test (name, G_FILE_TEST_EXISTS);
}

/* Whether the file is shorter than it says. Pages may still be in the log beside it, or there is a
 * journal to take back what was half written. */
static gboolean
is_cut (const char *path,
        const guint8 *bytes,
        gint64 size)
{
  gint64 page_size = big_endian (bytes + AT_PAGE_SIZE) >> 16;
  gint64 n_pages = big_endian (bytes + AT_PAGE_COUNT);

  return big_endian (bytes + AT_CHANGE_COUNTER) == big_endian (bytes + AT_VERSION_VALID_FOR)
         && size < n_pages * (page_size == 1 ? 65536 : page_size)
         && !is_beside (path, "-wal") && !is_beside (path, "-journal");
}

static gboolean
check_kind (const char *path,
            gint64 *size,
            GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return g_file_test (path, G_FILE_TEST_IS_SYMLINK)
               ? refuse (error, DUI_STORE_ERROR_NOT_FOUND,
                         _ ("“%s” is a link that leads to no file. Choose the book itself."), path)
           : errno == ENOENT || errno == ENOTDIR
               ? refuse (error, DUI_STORE_ERROR_NOT_FOUND,
                         _ ("There is no book “%s”. Make one, or choose another file."), path)
               : refuse (error, DUI_STORE_ERROR_FAILED,
                         _ ("The book “%s” could not be looked at. Check its permissions."), path);
  if (S_ISDIR (status.st_mode))
    return refuse (error, DUI_STORE_ERROR_NOT_A_BOOK,
                   _ ("“%s” is a folder, not a book. Choose the file inside it."), path);
  if (!S_ISREG (status.st_mode))
    return refuse (error, DUI_STORE_ERROR_NOT_A_BOOK, _ ("“%s” is not a file. Choose a book."),
                   path);
  if (status.st_size == 0)
    return refuse (error, DUI_STORE_ERROR_NOT_A_BOOK,
                   _ ("“%s” is an empty file, not a book. Choose another file."), path);
  *size = status.st_size;
  return TRUE;
}

gboolean
dui_header_read (const char *path,
                 int *version,
                 GError **error)
{
  guint8 bytes[HEADER_SIZE] = { 0 };
  gint64 size;
  int result;

  if (!check_kind (path, &size, error))
    return FALSE;
  if (!read_bytes (path, bytes, &result))
    return refuse (error, DUI_STORE_ERROR_FAILED,
                   _ ("The book “%s” could not be read. Check its permissions."), path);
  if (memcmp (bytes, MAGIC, sizeof MAGIC) != 0)
    return refuse (error, DUI_STORE_ERROR_NOT_A_BOOK,
                   _ ("“%s” is not a book of this program. It was left as it is."), path);
  if (big_endian (bytes + AT_APPLICATION_ID) != DUI_APPLICATION_ID)
    return refuse (error, DUI_STORE_ERROR_NOT_A_BOOK,
                   _ ("“%s” is a database of another program. It was left as it is."), path);
  if (result == SQLITE_IOERR_SHORT_READ || is_cut (path, bytes, size))
    return refuse (error, DUI_STORE_ERROR_DAMAGED,
                   _ ("The book “%s” is damaged: it ends too early. Go back to a backup."), path);
  *version = (int) big_endian (bytes + AT_USER_VERSION);
  if (*version <= 0)
    return refuse (error, DUI_STORE_ERROR_DAMAGED,
                   _ ("The book “%s” is damaged: it does not say its version. Go back to a backup."),
                   path);
  return TRUE;
}
