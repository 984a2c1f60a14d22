/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was read from a sheet, cell by cell, before anything is made of it. */
#include "command-line/output.h"
#include "command-line/verbs.h"
#include "exchange/in/sheet-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FLUSH_AT 32768

static void
append_escaped (GString *text,
                const char *value,
                gsize length)
{
  for (gsize i = 0; i < length; i++)
    switch (value[i])
      {
      case '\\':
        g_string_append (text, "\\\\");
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      case '\r':
        g_string_append (text, "\\r");
        break;
      default:
        g_string_append_c (text, value[i]);
      }
}

static void
append_cell (GString *text,
             const DuiSheet *sheet,
             guint index,
             guint row,
             guint column)
{
  static const char types[] = { 's', 'n', 'n', 'b', 'e' }; /* by DuiCellType */
  const DuiCell *cell = dui_sheet_get_cell (sheet, row, column);

  if (cell->length == 0)
    return;
  g_string_append_printf (text, "C\t%u\t%u\t%u\t%c\t", index, row, column, types[cell->type]);
  append_escaped (text, dui_sheet_get_cell_text (sheet, cell), cell->length);
  g_string_append_c (text, '\n');
}

static void
print_sheet (const DuiSheet *sheet,
             guint index)
{
  static const char *const visibilities[] = { "visible", "hidden", "veryHidden" };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *name = sheet->name ? sheet->name : "";

  g_string_append_printf (text, "S\t%u\t", index);
  append_escaped (text, name, strlen (name));
  g_string_append_printf (text, "\t%s\n", visibilities[sheet->visibility]);
  for (guint row = 0; row < sheet->n_rows; row++)
    {
      for (guint column = 0; column < dui_sheet_get_row_length (sheet, row); column++)
        append_cell (text, sheet, index, row, column);
      if (text->len > FLUSH_AT)
        {
          dui_output_write (text->str, (gssize) text->len);
          g_string_truncate (text, 0);
        }
    }
  dui_output_write (text->str, (gssize) text->len);
}

static DuiExit
read_and_print (const char *path,
                const char *encoding)
{
  g_autoptr (DuiSheetFile) file = dui_sheet_file_open (path, encoding);

  if (file->sheet)
    {
      print_sheet (file->sheet, 0);
      return DUI_EXIT_DONE;
    }
  if (file->problem)
    dui_failure_print (path, NULL, file->row, 0, file->problem->message);
  else
    dui_failure_print (path, NULL, file->fault.row + 1, file->fault.column + 1, file->fault.text);
  return DUI_EXIT_REFUSED;
}

static DuiExit
run_sheet (DuiInvocation *self,
           int argc,
           char **argv,
           GError **error)
{
  g_autofree char *encoding = NULL;
  const GOptionEntry entries[] = {
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &encoding,
      N_ ("the encoding of the files (default: found out)"), N_ ("NAME") },
    G_OPTION_ENTRY_NULL,
  };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 1, 1, error))
    return DUI_EXIT_DONE;
  return read_and_print (self->words[0], encoding);
}

const DuiVerb dui_verb_sheet = {
  .name = "sheet",
  .synopsis = N_ ("FILE"),
  .summary = N_ ("prints what was read from a sheet (CSV, TSV), cell by cell"),
  .notes = N_ (
      "Tab separated: S, index, name and visibility of a sheet; then C, sheet, row, column, type\n"
      "and value of each cell that is not empty, counted from 0. The types are s text, n number,\n"
      "b true or false, e error. Backslash, line end and tab are written \\\\, \\n, \\r and \\t."),
  .examples = "  duibiao sheet 仙庄镇.csv\n"
              "  duibiao sheet --encoding GB18030 仙庄镇.csv",
  .run = run_sheet,
};
