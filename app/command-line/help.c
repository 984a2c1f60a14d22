/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/help.h"

#include "command-line/output.h"
#include "command-line/text-table.h"

#include <glib/gi18n-lib.h>

void
dui_help_print_program (const DuiVerb *const *verbs)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, NULL, DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, NULL, DUI_ALIGN_LEFT);
  for (guint i = 0; verbs[i]; i++)
    {
      dui_text_table_take (table, g_strconcat ("  ", verbs[i]->name, NULL));
      dui_text_table_add (table, _ (verbs[i]->summary));
    }
  dui_output_text (_ ("Usage: duibiao [VERB [OPTION…]]\n\n"
                      "Keeps a county's targets and figures, ranks its places and writes the "
                      "briefing.\nWithout a verb it opens the window.\n\nVerbs:\n"));
  dui_text_table_print (table);
  dui_output_text (
      _ ("\nduibiao VERB --help explains a verb; --version tells the version.\n\n"
         "Errors go to standard error, one line each:\n"
         "  FILE:SHEET!ROW:COLUMN: what is wrong; what to do\n"
         "Rows and columns count from 1. A CSV file has no sheet, and where a line or the whole\n"
         "file is meant the rest is left out: FILE:ROW:COLUMN, FILE:ROW, FILE.\n\n"
         "Exit codes: 0 done; 1 failed; 2 wrong usage; 3 input refused, nothing written;\n"
         "4 the book can't be used.\n"));
}

static char *
format_option (const GOptionEntry *entry)
{
  g_autofree char *value = entry->arg_description
                               ? g_strconcat (" ", _ (entry->arg_description), NULL)
                               : NULL;

  if (entry->short_name)
    return g_strdup_printf ("  -%c, --%s%s", entry->short_name, entry->long_name,
                            value ? value : "");
  return g_strdup_printf ("  --%s%s", entry->long_name, value ? value : "");
}

void
dui_help_print_verb (const DuiVerb *verb,
                     const GOptionEntry *entries)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();
  g_autofree char *shape = g_strdup (verb->shape);

  dui_text_table_add_column (table, NULL, DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, NULL, DUI_ALIGN_LEFT);
  for (; entries->long_name; entries++)
    {
      dui_text_table_take (table, format_option (entries));
      dui_text_table_add (table, _ (entries->description));
    }
  if (verb->synopsis)
    /* Translators: 1 the verb, 2 what follows the options. */
    dui_output_format (_ ("Usage: duibiao %1$s [OPTION…] %2$s\n\n"), verb->name,
                       _ (verb->synopsis));
  else
    dui_output_format (_ ("Usage: duibiao %s [OPTION…]\n\n"), verb->name);
  dui_output_format ("%s\n\n", _ (verb->summary));
  dui_output_text (_ ("Options:\n"));
  dui_text_table_print (table);
  if (verb->notes)
    dui_output_format ("\n%s\n", _ (verb->notes));
  if (shape)
    dui_output_format (_ ("\nThe answer in JSON:\n%s\n"), g_strdelimit (shape, "'", '"'));
  dui_output_format (_ ("\nExamples:\n%s\n"), verb->examples);
}
