/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/not-text.h"
#include "exchange/in/import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *magic;
  gsize length;
  const char *sentence;
} kinds[] = {
  { "PK\x03\x04", 4,
    N_ ("This is a workbook (XLSX, ODS) or another archive, not text; open it, save the sheet as "
        "CSV "
        "and import that") },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8,
    N_ ("This is an old workbook (XLS, ET) or a Word document, not text; open it, save the sheet "
        "as "
        "CSV and import that") },
  { "%PDF-", 5, N_ ("This is a PDF; ask for the sheet itself") },
  { "\x89PNG", 4, N_ ("This is a picture; ask for the sheet itself") },
  { "\xff\xd8\xff", 3, N_ ("This is a picture; ask for the sheet itself") },
  { "GIF8", 4, N_ ("This is a picture; ask for the sheet itself") },
  { "SQLite format 3", 16,
    N_ ("This is a database, perhaps a book; open it instead of importing it") },
  { "\x1f\x8b", 2, N_ ("This is a compressed file; unpack it and import what is inside") },
  { "Rar!", 4, N_ ("This is a compressed file; unpack it and import what is inside") },
  { "7z\xbc\xaf", 4, N_ ("This is a compressed file; unpack it and import what is inside") },
  { "{\\rtf", 5, N_ ("This is a Word document (RTF), not a sheet; save its table as CSV") },
};

static const char *const markup[] = { "<!doctype", "<html", "<?xml", "<table", "<head", "<meta" };

static gboolean
set_not_text (GError **error, const char *sentence)
{
  g_set_error_literal (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_NOT_TEXT, sentence);
  return TRUE;
}

static gboolean
is_markup (const char *bytes, gsize length)
{
  while (length > 0 && g_ascii_isspace (*bytes))
    {
      bytes++;
      length--;
    }
  for (guint i = 0; i < G_N_ELEMENTS (markup); i++)
    if (length >= strlen (markup[i])
        && g_ascii_strncasecmp (bytes, markup[i], strlen (markup[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Zero bytes only on one side of each pair: UTF-16 that lost its mark. */
static gboolean
looks_like_utf16 (const char *bytes, gsize length)
{
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < length; i++)
    zeros[i & 1] += bytes[i] == '\0';
  return (zeros[0] == 0) != (zeros[1] == 0) && zeros[0] + zeros[1] > length / 8;
}

gboolean
dui_not_text_check (const char *bytes, gsize length, GError **error)
{
  const char *zero;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (bytes, kinds[i].magic, kinds[i].length) == 0)
      return set_not_text (error, _ (kinds[i].sentence));
  if (is_markup (bytes, length))
    return set_not_text (error,
                         _ ("This is a web page or XML, whatever its name says; open it in a "
                            "spreadsheet and save the sheet as CSV"));
  zero = memchr (bytes, '\0', length);
  if (!zero)
    return FALSE;
  if (looks_like_utf16 (bytes, length))
    return set_not_text (error, _ ("This seems to be UTF-16 text without its mark; choose the "
                                   "encoding UTF-16LE or UTF-16BE"));
  g_set_error (
      error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_NOT_TEXT,
      _ ("This is not text: byte %u is zero; choose a CSV or TSV file, or have it sent again"),
      (guint) (zero - bytes) + 1);
  return TRUE;
}

static inline gboolean
is_control (guchar byte)
{
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
}

gboolean
dui_not_text_check_controls (const char *text, gsize length, guint *row, GError **error)
{
  guchar found = 0;
  gsize at;

  /* Without a branch, so that the compiler makes whole vectors of it. */
  for (at = 0; at < length; at++)
    found |= is_control ((guchar) text[at]);
  if (!found)
    return FALSE;
  *row = 1;
  for (at = 0; at < length && !is_control ((guchar) text[at]); at++)
    *row += text[at] == '\n';
  g_set_error (
      error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_NOT_TEXT,
      /* Translators: 1 row, 2 the character's number. */
      _ ("This is not text: in row %1$u there is a control character (%2$02X); choose a CSV "
         "or TSV file, or have it sent again"),
      *row, (guint) (guchar) text[at]);
  return TRUE;
}
