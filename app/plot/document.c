/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/document.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *
dui_document_new_pdf (GByteArray *bytes, double width, double height, const char *title)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, bytes, width, height);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
  if (title)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  return surface;
}

cairo_surface_t *
dui_document_new_svg (GByteArray *bytes, double width, double height)
{
  return cairo_svg_surface_create_for_stream (collect, bytes, width, height);
}

cairo_surface_t *
dui_document_new_png (double width, double height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static const char *
end_of_document (cairo_surface_t *surface)
{
  static const char png_end[] = { 'I', 'E', 'N', 'D', (char) 0xae, 'B', '`', (char) 0x82, 0 };

  switch (cairo_surface_get_type (surface))
    {
    case CAIRO_SURFACE_TYPE_PDF:
      return "%%EOF\n";
    case CAIRO_SURFACE_TYPE_SVG:
      return "</svg>\n";
    default:
      return png_end;
    }
}

static gboolean
ends_with (const GByteArray *bytes, const char *end)
{
  gsize length = strlen (end);

  return bytes->len >= length && memcmp (bytes->data + bytes->len - length, end, length) == 0;
}

gboolean
dui_document_finish (cairo_surface_t *surface, GByteArray *bytes, GError **error)
{
  const char *end = end_of_document (surface);
  cairo_status_t status;

  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE)
    status = cairo_surface_write_to_png_stream (surface, collect, bytes);
  else
    {
      cairo_surface_finish (surface);
      status = cairo_surface_status (surface);
    }
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS && ends_with (bytes, end))
    return TRUE;

  g_set_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_RENDER,
               _ ("The page could not be drawn: %s; nothing was written."),
               status == CAIRO_STATUS_SUCCESS ? _ ("it is not complete")
                                              : cairo_status_to_string (status));
  return FALSE;
}

static void
set_write_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (
        error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_NO_SPACE,
        _ ("“%s” was not written because the disk is full; free some space and try again."), name);
  else
    g_set_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_WRITE, _ ("“%s” was not written: %s."), name,
                 g_strerror (code));
}

static gboolean
write_all (int fd, const GByteArray *bytes)
{
  for (gsize done = 0; done < bytes->len;)
    {
      gssize n = write (fd, bytes->data + done, bytes->len - done);

      if (n < 0 && errno != EINTR)
        return FALSE;
      done += (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* Closes @fd in any case. */
static gboolean
write_and_close (int fd, const GByteArray *bytes, gboolean sync)
{
  gboolean ok = write_all (fd, bytes) && (!sync || fsync (fd) == 0);
  int code = errno;

  if (close (fd) != 0 && ok)
    return FALSE;
  errno = code;
  return ok;
}

/* The name itself becomes durable only with its folder. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
replace (const char *path, const GByteArray *bytes, mode_t mode)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = g_build_filename (folder, ".duibiao-XXXXXX", NULL);
  int fd = g_mkstemp_full (aside, O_WRONLY | O_CLOEXEC, (int) mode);
  int code;

  if (fd < 0)
    return FALSE;
  if (write_and_close (fd, bytes, TRUE) && g_rename (aside, path) == 0)
    {
      sync_folder (path);
      return TRUE;
    }
  code = errno;
  g_unlink (aside);
  errno = code;
  return FALSE;
}

static gboolean
write_directly (const char *path, const GByteArray *bytes)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);

  return fd >= 0 && write_and_close (fd, bytes, FALSE);
}

gboolean
dui_document_save (const char *path, const GByteArray *bytes, GError **error)
{
  struct stat old;
  gboolean exists = stat (path, &old) == 0;
  /* The file that a link stands for is replaced, not the link. */
  char *real = exists ? realpath (path, NULL) : NULL;
  gboolean ok;

  if (exists && !S_ISREG (old.st_mode))
    ok = write_directly (path, bytes);
  else
    ok = replace (real ? real : path, bytes, exists ? old.st_mode & 0777 : 0666);
  if (!ok)
    set_write_error (error, path, errno);
  free (real);
  return ok;
}
