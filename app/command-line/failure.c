/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/failure.h"

#include "book.h"
#include "command-line/output.h"
#include "exchange/in/import.h"
#include "model/error.h"

G_DEFINE_QUARK (dui-usage-error-quark, dui_usage_error)

static DuiExit
exit_for_book (int code)
{
  switch (code)
    {
    case DUI_STORE_ERROR_NOT_FOUND:
    case DUI_STORE_ERROR_EXISTS:
    case DUI_STORE_ERROR_NOT_A_BOOK:
    case DUI_STORE_ERROR_NEWER:
    case DUI_STORE_ERROR_DAMAGED:
    case DUI_STORE_ERROR_READ_ONLY:
    case DUI_STORE_ERROR_BUSY:
      return DUI_EXIT_BOOK;
    case DUI_STORE_ERROR_REFUSED:
      return DUI_EXIT_REFUSED;
    default:
      return DUI_EXIT_FAILED;
    }
}

DuiExit
dui_failure_to_exit (const GError *error)
{
  if (g_error_matches (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_NO_FIGURES))
    return DUI_EXIT_FAILED;
  if (error->domain == DUI_USAGE_ERROR || error->domain == DUI_MODEL_ERROR)
    return DUI_EXIT_USAGE;
  if (error->domain == DUI_IMPORT_ERROR)
    return DUI_EXIT_REFUSED;
  if (error->domain == DUI_STORE_ERROR)
    return exit_for_book (error->code);
  return DUI_EXIT_FAILED;
}

char *
dui_failure_format_place (const char *file,
                          const char *sheet,
                          guint row,
                          guint column)
{
  GString *place = g_string_new (file);

  if (sheet)
    g_string_append_printf (place, ":%s", sheet);
  if (row > 0)
    g_string_append_printf (place, "%c%u", sheet ? '!' : ':', row);
  if (row > 0 && column > 0)
    g_string_append_printf (place, ":%u", column);
  return g_string_free (place, FALSE);
}

void
dui_failure_print (const char *file,
                   const char *sheet,
                   guint row,
                   guint column,
                   const char *text)
{
  g_autofree char *place = dui_failure_format_place (file, sheet, row, column);
  g_autofree char *line = g_strdup_printf ("%s: %s\n", place, text);

  /* One line each, whatever a file name or a cell holds. */
  for (char *p = line; p[0] != '\0' && p[1] != '\0'; p++)
    if (*p == '\n' || *p == '\r')
      *p = ' ';
  dui_output_complain (line);
}
