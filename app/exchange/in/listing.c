/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/listing.h"

#include <string.h>

#include "exchange/in/delimited.h"
#include "exchange/in/encoding.h"

static const char *const visibilities[] = { "visible", "hidden", "veryHidden" };

/* By DuiCellType. */
static const char types[] = "snnbe";

static void
append_escaped (GString *listing, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    switch (text[i])
      {
      case '\\':
        g_string_append (listing, "\\\\");
        break;
      case '\n':
        g_string_append (listing, "\\n");
        break;
      case '\t':
        g_string_append (listing, "\\t");
        break;
      case '\r':
        g_string_append (listing, "\\r");
        break;
      default:
        g_string_append_c (listing, text[i]);
      }
}

static void
append_cells (GString *listing, const DuiSheet *sheet, guint index)
{
  for (guint row = 0; row < sheet->n_rows; row++)
    for (guint column = 0; column < dui_sheet_get_row_length (sheet, row); column++)
      {
        const DuiCell *cell = dui_sheet_get_cell (sheet, row, column);

        if (cell->length == 0)
          continue;
        g_string_append_printf (listing, "C\t%u\t%u\t%u\t%c\t", index, row, column,
                                types[cell->type]);
        append_escaped (listing, dui_sheet_get_cell_text (sheet, cell), cell->length);
        g_string_append_c (listing, '\n');
      }
}

static char *
dup_sheet_name (const char *path)
{
  char *name = g_filename_display_basename (path);
  char *dot = strrchr (name, '.');

  if (dot && dot != name)
    *dot = '\0';
  return name;
}

GString *
dui_listing_make (const char *path, const char *encoding, GError **error)
{
  g_autoptr (DuiSource) source = dui_source_open (path, error);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (DuiSheet) sheet = NULL;
  g_autoptr (GString) listing = g_string_new ("S\t0\t");
  g_autofree char *name = NULL;
  DuiDelimitedFault fault;
  guint row;

  if (!source)
    return NULL;
  text = dui_encoding_decode (source->bytes, encoding, NULL, &row, error);
  if (!text)
    return NULL;
  sheet = dui_delimited_read (text, &fault);
  if (!sheet)
    {
      g_set_error_literal (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_TRUNCATED, fault.text);
      g_free (fault.text);
      return NULL;
    }
  name = dup_sheet_name (path);
  append_escaped (listing, name, strlen (name));
  g_string_append_printf (listing, "\t%s\n", visibilities[sheet->visibility]);
  append_cells (listing, sheet, 0);
  return g_steal_pointer (&listing);
}
