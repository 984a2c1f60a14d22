/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/pdf.h"
#include "briefing/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The last @needle in @bytes, which are not text. */
static const char *
find_last (const GByteArray *bytes, const char *needle)
{
  gsize length = strlen (needle);

  for (gsize i = bytes->len >= length ? bytes->len - length + 1 : 0; i > 0; i--)
    if (memcmp (bytes->data + i - 1, needle, length) == 0)
      return (const char *) bytes->data + i - 1;
  return NULL;
}

static gboolean
read_number (const char *text, const char *key, guint64 *number)
{
  const char *found = text ? strstr (text, key) : NULL;

  if (!found)
    return FALSE;
  *number = g_ascii_strtoull (found + strlen (key), NULL, 10);
  return *number > 0;
}

/* The inside of the dictionary of object @number, without its brackets. The caller frees it. */
static char *
read_dictionary (const GByteArray *bytes, guint64 number)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", number);
  const char *found = find_last (bytes, head);
  const char *end = found ? strstr (found, ">>\nendobj") : NULL;

  return end ? g_strndup (found + strlen (head), (gsize) (end - found) - strlen (head)) : NULL;
}

static guint64
append_object (GByteArray *bytes, guint64 number, const char *dictionary, const char *more)
{
  guint64 offset = bytes->len;
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT " 0 obj\n<<%s%s>>\nendobj\n",
                                           number, dictionary, more);

  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  return offset;
}

static void
append_table (GByteArray *bytes,
              const guint64 numbers[2],
              const guint64 offsets[2],
              guint64 size,
              guint64 previous)
{
  guint64 offset = bytes->len;
  GString *text = g_string_new ("xref\n");

  for (guint i = 0; i < 2; i++)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT " 1\n%010" G_GUINT64_FORMAT " 00000 n \n",
                            numbers[i], offsets[i]);
  g_string_append_printf (text,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
                          size, numbers[0], numbers[1], previous, offset);
  g_byte_array_append (bytes, (const guint8 *) text->str, (guint) text->len);
  g_string_free (text, TRUE);
}

static char *
mend_date (const char *information)
{
  GString *text = g_string_new (information);

  g_string_replace (text, "/CreationDate (2", "/CreationDate (D:2", 1);
  return g_string_free (text, FALSE);
}

gboolean
dui_pdf_set_language (GByteArray *pdf, const char *language, GError **error)
{
  const char *trailer;
  g_autofree char *catalog = NULL, *information = NULL, *mended = NULL, *more = NULL;
  guint64 numbers[2], offsets[2], size, previous;

  /* The searches below stop at a zero. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);
  trailer = find_last (pdf, "\ntrailer\n");
  if (!read_number (trailer, "/Size ", &size) || !read_number (trailer, "/Root ", &numbers[0])
      || !read_number (trailer, "/Info ", &numbers[1])
      || !read_number (trailer, "startxref\n", &previous)
      || !(catalog = read_dictionary (pdf, numbers[0]))
      || !(information = read_dictionary (pdf, numbers[1])))
    {
      g_set_error_literal (error, DUI_BRIEFING_ERROR, DUI_BRIEFING_ERROR_RENDER,
                           _ ("The PDF could not be completed; nothing was written."));
      return FALSE;
    }
  more = g_strdup_printf ("   /Lang (%s)\n%s", language,
                          strstr (catalog, "/MarkInfo") ? "" : "   /MarkInfo << /Marked true >>\n");
  mended = mend_date (information);
  offsets[0] = append_object (pdf, numbers[0], catalog, more);
  offsets[1] = append_object (pdf, numbers[1], mended, "");
  append_table (pdf, numbers, offsets, size, previous);
  return TRUE;
}
