/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same sheets in every encoding, with every delimiter and line end, say the same; bytes that
 * are in no encoding are refused with their row. */
#include "county.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/in/encoding.h"

/* With commas, which are replaced; no cell holds one of the delimiters. */
static const char *const sheets[] = {
  "单位代码,指标,时期,累计,同期\n410922100,output,2021-11,1234.5,1200\n"
  "柳格镇,工业税收,1-11月,亩,\n",
  "清丰县2021年1—11月工业总产值,,单位：亿元\n乡镇,累计,增幅%\n城 关 镇,1.2,７．５\n"
  "柳格,\"2.5\",－3.2\n合计,3.7,\n注：快报数,,\n",
};

static const struct
{
  const char *name, *iconv, *mark;
  gsize mark_length;
} encodings[] = {
  { "UTF-8", "UTF-8", "", 0 },
  { "UTF-8", "UTF-8", "\xef\xbb\xbf", 3 },
  { "GB18030", "GB18030", "", 0 },
  { "GB18030", "GBK", "", 0 },
  { "UTF-16LE", "UTF-16LE", "\xff\xfe", 2 },
  { "UTF-16BE", "UTF-16BE", "\xfe\xff", 2 },
  { "UTF-32LE", "UTF-32LE", "\xff\xfe\0\0", 4 },
  { "UTF-32BE", "UTF-32BE", "\0\0\xfe\xff", 4 },
};

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

static char *
import_bytes (const char *bytes, gsize length, const char *encoding)
{
  g_autoptr (County) county = county_new (FALSE);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiBatch) batch = NULL;
  int fd = g_file_open_tmp ("import-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  county->options.encoding = encoding;
  batch = county_import (county, path, &error);
  g_unlink (path);
  return batch ? county_print (county, batch) : g_strdup (error->message);
}

static void
check_alike (const char *sheet,
             const char *expected,
             guint encoding,
             const char *delimiter,
             const char *line_end)
{
  g_autofree char *delimited = replace (sheet, ",", delimiter);
  g_autofree char *text = replace (delimited, "\n", line_end);
  g_autofree char *encoded = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  encoded = g_convert (text, -1, encodings[encoding].iconv, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_string_append_len (bytes, encodings[encoding].mark, (gssize) encodings[encoding].mark_length);
  g_string_append_len (bytes, encoded, (gssize) length);
  found = import_bytes (bytes->str, bytes->len, NULL);
  g_assert_cmpstr (found, ==, expected);
  g_clear_pointer (&found, g_free);
  found = import_bytes (bytes->str, bytes->len, encodings[encoding].name);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_alike (void)
{
  static const char *const delimiters[] = { ",", "\t", ";" }, *const ends[]
                                                              = { "\n", "\r\n", "\r" };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *expected = import_bytes (sheets[i], strlen (sheets[i]), NULL);

      g_assert_nonnull (strstr (expected, "new "));
      for (guint j = 0; j < G_N_ELEMENTS (encodings); j++)
        for (guint k = 0; k < 9; k++)
          check_alike (sheets[i], expected, j, delimiters[k / 3], ends[k % 3]);
    }
}

static void
check_found (const char *bytes, gsize length, const char *encoding, const char *text)
{
  g_autoptr (GBytes) given = g_bytes_new (bytes, length);
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (GError) error = NULL;
  const char *used = NULL;
  guint row;

  decoded = dui_encoding_decode (given, NULL, &used, &row, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (used, ==, encoding);
  g_assert_cmpmem (g_bytes_get_data (decoded, NULL), g_bytes_get_size (decoded), text,
                   strlen (text));
}

/* What is valid in two encodings, and the euro sign that tells CP936. */
static void
test_found (void)
{
  check_found ("a,b\n", 4, "UTF-8", "a,b\n");
  check_found ("\xc4\xb6,1\n", 5, "GB18030", "亩,1\n");         /* also U+0136 in UTF-8 */
  check_found ("\xc2\xb7,1\n", 5, "GB18030", "路,1\n");         /* also U+00B7 in UTF-8 */
  check_found ("\xd7\xa2,\xb1\xb8\n", 6, "GB18030", "注,备\n"); /* not UTF-8 */
  check_found ("\xe5\x8d\x95,1\n", 6, "UTF-8", "单,1\n");
  check_found ("\x80,\xb5\xa5\n", 5, "CP936", "€,单\n");
  check_found ("\x81\x30\x84\x36,\xb5\xa5\n", 8, "GB18030", "¥,单\n");
}

static void
check_refused (const char *bytes,
               gsize length,
               const char *encoding,
               DuiImportError code,
               guint row)
{
  g_autoptr (GBytes) given = g_bytes_new (bytes, length);
  g_autoptr (GBytes) decoded = NULL;
  g_autoptr (GError) error = NULL;
  guint found;

  decoded = dui_encoding_decode (given, encoding, NULL, &found, &error);
  g_assert_null (decoded);
  g_assert_error (error, DUI_IMPORT_ERROR, (int) code);
  g_assert_cmpuint (found, ==, row);
}

static void
test_refused (void)
{
  static const char zeros[] = "a,\0\0\0\0,b\n", wide[] = "a\0,\0b\0\n\0";

  check_refused ("单位\n\xe5\x8d", 9, NULL, DUI_IMPORT_ERROR_TRUNCATED, 2);
  check_refused ("单位\n\xff,单位\n", 14, NULL, DUI_IMPORT_ERROR_ENCODING, 2);
  check_refused ("\xb5\xa5\n\n\xb5", 5, NULL, DUI_IMPORT_ERROR_TRUNCATED, 3);
  check_refused ("\xff\xfe"
                 "a\0,",
                 5, NULL, DUI_IMPORT_ERROR_TRUNCATED, 1);
  check_refused ("\xff\xfe\x0a\0\x00\xd8\x41\0", 8, NULL, DUI_IMPORT_ERROR_ENCODING, 2);
  check_refused (zeros, sizeof zeros - 1, NULL, DUI_IMPORT_ERROR_NOT_TEXT, 0);
  check_refused (wide, sizeof wide - 1, NULL, DUI_IMPORT_ERROR_NOT_TEXT, 0);
  check_refused ("a\n\x01\n", 4, NULL, DUI_IMPORT_ERROR_NOT_TEXT, 2);
  check_refused ("\xef\xbb\xbf \r\n", 6, NULL, DUI_IMPORT_ERROR_EMPTY, 0);
  check_refused ("\xb5\xa5\n", 3, "UTF-8", DUI_IMPORT_ERROR_ENCODING, 1);
  check_refused ("a\n", 2, "no-such", DUI_IMPORT_ERROR_ENCODING, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/encoding/alike", test_alike);
  g_test_add_func ("/exchange/encoding/found", test_found);
  g_test_add_func ("/exchange/encoding/refused", test_refused);
  return g_test_run ();
}
