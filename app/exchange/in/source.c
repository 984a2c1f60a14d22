/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/source.h"
#include "exchange/in/import.h"
#include "exchange/in/large.h"
#include "model/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Smaller files are hashed sooner than a thread starts. */
#define HASH_BESIDE_FROM ((gsize) 1 << 18)

static void
set_unreadable (GError **error, int saved_errno)
{
  g_set_error (
      error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_UNREADABLE,
      _ ("The file could not be read (%s); check that it is there and that you may open it"),
      g_strerror (saved_errno));
}

static gboolean
check_kind (int fd, gsize *length, GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      set_unreadable (error, errno);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_UNREADABLE,
                           _ ("This is not a file; choose a CSV or TSV file"));
      return FALSE;
    }
  if ((guint64) status.st_size >= DUI_SOURCE_MAX)
    {
      g_set_error_literal (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_UNREADABLE,
                           _ ("The file is larger than 256 MiB; split it"));
      return FALSE;
    }
  *length = (gsize) status.st_size;
  return TRUE;
}

/* At most @length bytes: what is appended meanwhile is left for the next import. */
static gboolean
read_bytes (int fd, char *bytes, gsize *length, GError **error)
{
  gsize done = 0;

  while (done < *length)
    {
      gssize got = read (fd, bytes + done, *length - done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          set_unreadable (error, errno);
          return FALSE;
        }
      if (got == 0)
        break;
      done += (gsize) got;
    }
  *length = done;
  return TRUE;
}

static GBytes *
read_file (int fd, GError **error)
{
  g_autofree char *buffer = NULL;
  gsize length;

  if (!check_kind (fd, &length, error))
    return NULL;
  buffer = g_malloc (length + DUI_TEXT_PADDING);
  dui_large_prepare (buffer, length);
  if (!read_bytes (fd, buffer, &length, error))
    return NULL;
  if (length == 0)
    {
      g_set_error_literal (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_EMPTY,
                           _ ("The file is empty (0 bytes); have it sent again"));
      return NULL;
    }
  memset (buffer + length, 0, DUI_TEXT_PADDING);
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

static gpointer
hash_bytes (gpointer data)
{
  gsize size;
  gconstpointer bytes = g_bytes_get_data (data, &size);

  return dui_sha256_compute (bytes, size);
}

DuiSource *
dui_source_open (const char *path, GError **error)
{
  DuiSource *self;
  GBytes *bytes;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0)
    {
      set_unreadable (error, errno);
      return NULL;
    }
  bytes = read_file (fd, error);
  close (fd);
  if (!bytes)
    return NULL;

  self = g_new0 (DuiSource, 1);
  self->bytes = bytes;
  if (g_bytes_get_size (bytes) >= HASH_BESIDE_FROM)
    self->hasher = g_thread_try_new ("duibiao-hash", hash_bytes, bytes, NULL);
  return self;
}

char *
dui_source_finish_hash (DuiSource *self)
{
  if (self->hasher)
    return g_thread_join (g_steal_pointer (&self->hasher));
  return hash_bytes (self->bytes);
}

void
dui_source_free (DuiSource *self)
{
  if (self->hasher)
    g_free (dui_source_finish_hash (self));
  g_bytes_unref (self->bytes);
  g_free (self);
}
