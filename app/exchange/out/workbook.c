/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/out/workbook.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

/* In characters of the sheet's font; Han are two of them wide. */
#define PADDING 2
#define WIDTH_MAX 40

/* A name may have 31 characters and none of these. */
#define SHEET_NAME_MAX 31
#define SHEET_NAME_FORBIDDEN "[]:*?/\\'"

typedef struct
{
  const DuiExportTable *table;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  char *name;
} Maker;

static char *
make_name (const char *text)
{
  g_autofree char *clean = g_strdelimit (g_strdup (text), SHEET_NAME_FORBIDDEN, ' ');

  return g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), SHEET_NAME_MAX));
}

static double
measure (const char *text)
{
  double width = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    width += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return width;
}

static const DuiExportField *
field_at (const Maker *self, guint index)
{
  return &g_array_index (self->table->fields, DuiExportField, index);
}

static const DuiExportCell *
cell_at (const Maker *self, guint row, guint field)
{
  return &g_array_index (self->table->cells, DuiExportCell, row * self->table->fields->len + field);
}

static lxw_format *
number_format (const Maker *self, const DuiExportField *field)
{
  lxw_format *format = workbook_add_format (self->workbook);
  GString *picture = g_string_new ("0");

  if (field->decimals > 0)
    {
      g_string_append_c (picture, '.');
      for (int i = 0; i < field->decimals; i++)
        g_string_append_c (picture, '0');
    }
  format_set_num_format (format, picture->str);
  g_string_free (picture, TRUE);
  return format;
}

static void
add_field (const Maker *self, guint index, lxw_format *heading)
{
  const DuiExportField *field = field_at (self, index);
  lxw_format *numbers = number_format (self, field);
  lxw_col_t column = (lxw_col_t) index;
  double width = measure (field->title);

  worksheet_write_string (self->sheet, 0, column, field->title, heading);
  for (guint row = 0; row < dui_export_table_get_n_rows (self->table); row++)
    {
      const DuiExportCell *cell = cell_at (self, row, index);

      if (cell->text)
        {
          worksheet_write_string (self->sheet, row + 1, column, cell->text, NULL);
          width = MAX (width, measure (cell->text));
        }
      else if (!dui_ratio_is_missing (cell->number))
        {
          g_autofree char *exact = dui_ratio_to_string (cell->number, field->exact_decimals);

          worksheet_write_number (self->sheet, row + 1, column, g_ascii_strtod (exact, NULL),
                                  numbers);
        }
    }
  worksheet_set_column (self->sheet, column, column, MIN (width, WIDTH_MAX) + PADDING, NULL);
}

/* Bars in the order of the table, the first on top. */
static void
add_chart (const Maker *self)
{
  const DuiExportTable *table = self->table;
  lxw_row_t first = table->first_charted + 1, last = first + table->n_charted - 1;
  lxw_chart *chart;
  lxw_chart_series *series;

  if (table->charted == 0 || table->n_charted == 0)
    return;
  chart = workbook_add_chart (self->workbook, LXW_CHART_BAR);
  series = chart_add_series (chart, NULL, NULL);
  chart_series_set_categories (series, self->name, first, 1, last, 1);
  chart_series_set_values (series, self->name, first, (lxw_col_t) table->charted, last,
                           (lxw_col_t) table->charted);
  chart_title_set_name (chart, field_at (self, table->charted)->title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_set_label_position (chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  worksheet_insert_chart (self->sheet, 1, (lxw_col_t) (table->fields->len + 1), chart);
}

/* The moment of its making would make every file another one. */
static void
set_properties (const Maker *self)
{
  lxw_doc_properties properties = { .title = self->table->name, .created = 946684800 };

  workbook_set_properties (self->workbook, &properties);
}

static lxw_error
write_all (Maker *self)
{
  lxw_format *heading = workbook_add_format (self->workbook);

  format_set_bold (heading);
  format_set_bottom (heading, LXW_BORDER_THIN);
  set_properties (self);
  self->sheet = workbook_add_worksheet (self->workbook, self->name);
  for (guint i = 0; i < self->table->fields->len; i++)
    add_field (self, i, heading);
  worksheet_freeze_panes (self->sheet, 1, 2);
  worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, 0, 0);
  add_chart (self);
  return workbook_close (self->workbook);
}

static GByteArray *
fail (const char *reason, GError **error)
{
  g_set_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_RENDER,
               /* Translators: a reason of the system or of a library. */
               _ ("The workbook could not be made: %s"), reason);
  return NULL;
}

GByteArray *
dui_workbook_make (const DuiExportTable *table, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *folder = g_dir_make_tmp ("duibiao-XXXXXX", &cause);
  g_autofree char *path = folder ? g_build_filename (folder, "table.xlsx", NULL) : NULL;
  g_autofree char *name = make_name (table->name);
  Maker maker = { .table = table, .name = name };
  lxw_workbook_options options = { .tmpdir = folder };
  lxw_error result;
  char *contents;
  gsize n_bytes;
  gboolean read;

  if (folder == NULL)
    return fail (cause->message, error);
  maker.workbook = workbook_new_opt (path, &options);
  result = maker.workbook ? write_all (&maker) : LXW_ERROR_CREATING_XLSX_FILE;
  read = result == LXW_NO_ERROR && g_file_get_contents (path, &contents, &n_bytes, &cause);
  g_remove (path);
  g_rmdir (folder);
  if (!read)
    return fail (cause ? cause->message : lxw_strerror (result), error);
  return g_byte_array_new_take ((guint8 *) contents, n_bytes);
}
