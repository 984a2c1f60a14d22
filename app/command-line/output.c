/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* errno of the first write that failed. */
static int output_errno;

void
dui_output_open (void)
{
  /* Opened the wrong way round, so that writing to a closed standard output still is an error. */
  for (int fd = 0; fd < 3; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
      _exit (1);
  /* A reader that left early must not end the program in the middle of a command. */
  signal (SIGPIPE, SIG_IGN);
  /* Scheduled jobs run in the C locale, where no argument could name a township. */
  if (!g_get_charset (NULL) && g_str_equal (setlocale (LC_CTYPE, NULL), "C"))
    setlocale (LC_CTYPE, "C.UTF-8");
}

static void
write_to (FILE *stream,
          const char *bytes,
          gsize length)
{
  if (fwrite (bytes, 1, length, stream) != length && output_errno == 0 && stream == stdout)
    output_errno = errno;
}

static void
write_text (FILE *stream,
            const char *text)
{
  const char *charset;
  g_autofree char *converted = NULL;
  gsize length = strlen (text);

  if (!g_get_charset (&charset))
    converted = g_convert_with_fallback (text, -1, charset, "UTF-8", "?", NULL, &length, NULL);
  if (converted)
    write_to (stream, converted, length);
  else
    write_to (stream, text, strlen (text));
}

void
dui_output_write (const char *bytes,
                  gssize length)
{
  write_to (stdout, bytes, length >= 0 ? (gsize) length : strlen (bytes));
}

void
dui_output_text (const char *text)
{
  write_text (stdout, text);
}

void
dui_output_format (const char *format,
                   ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  dui_output_text (text);
}

void
dui_output_complain (const char *text)
{
  write_text (stderr, text);
}

gboolean
dui_output_close (GError **error)
{
  errno = 0;
  if ((fflush (stdout) != 0 || ferror (stdout)) && output_errno == 0)
    output_errno = errno != 0 ? errno : EIO;
  if (output_errno == 0)
    return TRUE;
  if (output_errno == ENOSPC)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                 _ ("the output could not be written because the disk is full; free some space and "
                    "try again"));
  else
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (output_errno),
                 _ ("the output could not be written: %s"), g_strerror (output_errno));
  return FALSE;
}

guint
dui_output_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}
