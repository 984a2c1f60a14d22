/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a CSV file: decoded and split into cells, all of which can be read. The first byte
 * chooses the encoding. */
#include <string.h>

#include "exchange/in/delimited.h"
#include "exchange/in/encoding.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static GBytes *
pad (const guint8 *data, gsize size)
{
  char *padded = g_malloc0 (size + DUI_TEXT_PADDING);

  memcpy (padded, data, size);
  return g_bytes_new_take (padded, size);
}

static void
read_sheet (GBytes *text)
{
  DuiDelimitedFault fault = { 0 };
  g_autoptr (DuiSheet) sheet = dui_delimited_read (text, &fault);

  if (!sheet)
    {
      g_assert_true (g_utf8_validate (fault.text, -1, NULL));
      g_free (fault.text);
      return;
    }
  for (guint row = 0; row < sheet->n_rows; row++)
    for (guint column = 0; column < dui_sheet_get_row_length (sheet, row); column++)
      {
        g_autofree char *cell = dui_sheet_dup_text (sheet, row, column);

        g_assert_true (g_utf8_validate (cell, -1, NULL));
      }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const char *const encodings[]
      = { NULL, "UTF-8", "GB18030", "CP936", "UTF-16LE", "UTF-16BE", "none" };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) error = NULL;
  guint row = 0;

  if (size < 2)
    return 0;
  bytes = pad (data + 1, size - 1);
  text = dui_encoding_decode (bytes, encodings[data[0] % G_N_ELEMENTS (encodings)], NULL, &row,
                              &error);
  g_assert_true ((text == NULL) == (error != NULL));
  if (text)
    read_sheet (text);
  return 0;
}
