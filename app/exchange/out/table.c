/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/out/table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/out/workbook.h"
#include "plot/document.h"

static void
cell_clear (gpointer cell)
{
  g_free (((DuiExportCell *) cell)->text);
}

static void
field_clear (gpointer field)
{
  g_free (((DuiExportField *) field)->title);
}

DuiExportTable *
dui_export_table_new (const char *name)
{
  DuiExportTable *self = g_new0 (DuiExportTable, 1);

  self->name = g_strdup (name);
  self->fields = g_array_new (FALSE, FALSE, sizeof (DuiExportField));
  g_array_set_clear_func (self->fields, field_clear);
  self->cells = g_array_new (FALSE, FALSE, sizeof (DuiExportCell));
  g_array_set_clear_func (self->cells, cell_clear);
  return self;
}

void
dui_export_table_free (DuiExportTable *self)
{
  g_free (self->name);
  g_array_unref (self->fields);
  g_array_unref (self->cells);
  g_free (self);
}

void
dui_export_table_add_field (DuiExportTable *self, char *title, int decimals, int exact_decimals)
{
  const DuiExportField field = { title, decimals, exact_decimals };

  g_array_append_val (self->fields, field);
}

static void
add_cell (DuiExportTable *self, char *text, DuiRatio number)
{
  const DuiExportCell cell = { text, number };

  g_array_append_val (self->cells, cell);
}

void
dui_export_table_add_text (DuiExportTable *self, const char *text)
{
  add_cell (self, g_strdup (text), DUI_RATIO_MISSING);
}

void
dui_export_table_add_number (DuiExportTable *self, DuiRatio number)
{
  add_cell (self, NULL, number);
}

void
dui_export_table_add_count (DuiExportTable *self, guint count)
{
  add_cell (self, NULL, count > 0 ? (DuiRatio){ count, 1 } : DUI_RATIO_MISSING);
}

guint
dui_export_table_get_n_rows (const DuiExportTable *self)
{
  return self->fields->len > 0 ? self->cells->len / self->fields->len : 0;
}

static char *
format_number (const DuiExportField *field, DuiRatio number)
{
  char *text = dui_ratio_to_string (number, field->exact_decimals);

  if (text && strchr (text, '.'))
    {
      char *end = text + strlen (text);

      while (end[-1] == '0')
        end--;
      if (end[-1] == '.')
        end--;
      *end = '\0';
    }
  return text;
}

static void
append_text (GString *out, const char *text, char delimiter)
{
  const char special[] = { delimiter, '"', '\r', '\n', '\0' };

  if (strpbrk (text, special) == NULL)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *at = text; *at; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

char *
dui_export_table_to_text (const DuiExportTable *self, char delimiter, const char *line_end)
{
  guint n = self->fields->len;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      append_text (out, g_array_index (self->fields, DuiExportField, i).title, delimiter);
      g_string_append (out, i + 1 < n ? (char[]){ delimiter, '\0' } : line_end);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      const DuiExportCell *cell = &g_array_index (self->cells, DuiExportCell, i);
      g_autofree char *number
          = format_number (&g_array_index (self->fields, DuiExportField, i % n), cell->number);

      if (cell->text || number)
        append_text (out, cell->text ? cell->text : number, delimiter);
      g_string_append (out, (i + 1) % n ? (char[]){ delimiter, '\0' } : line_end);
    }
  return g_string_free (out, FALSE);
}

static GByteArray *
to_csv (const DuiExportTable *self)
{
  static const guint8 mark[] = { 0xef, 0xbb, 0xbf };
  GByteArray *bytes = g_byte_array_new ();
  g_autofree char *text = dui_export_table_to_text (self, ',', "\r\n");

  g_byte_array_append (bytes, mark, sizeof mark);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
  return bytes;
}

gboolean
dui_export_table_save (const DuiExportTable *self, const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (GByteArray) bytes = NULL;

  if (g_str_has_suffix (lower, ".csv"))
    bytes = to_csv (self);
  else if (g_str_has_suffix (lower, ".xlsx"))
    bytes = dui_workbook_make (self, error);
  else
    g_set_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_FORMAT,
                 _ ("“%s” is not a table that can be written; use a name that ends in .csv or "
                    ".xlsx."),
                 path);
  return bytes && dui_document_save (path, bytes, error);
}
