/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking page's table as a file. */
#include "command-line/measured.h"
#include "command-line/scoring.h"
#include "command-line/verbs.h"
#include "exchange/out/ranking.h"

#include <glib/gi18n-lib.h>

static DuiExportTable *
make_table (DuiInvocation *self,
            const DuiMeasured *measured,
            GError **error)
{
  g_autoptr (DuiStanding) standing = NULL;
  g_autoptr (DuiScoring) scoring = NULL;

  if (measured->by_score)
    {
      scoring = dui_scoring_new (self, 0, error);
      return scoring ? dui_export_score (scoring->score, scoring->scheme, scoring->catalog)
                     : NULL;
    }
  standing = dui_standing_compute (self->panel, self->place, self->period, measured->by, self->tier,
                                   0);
  return dui_export_ranking (standing, self->panel, self->place);
}

static DuiExit
run_export (DuiInvocation *self,
            int argc,
            char **argv,
            GError **error)
{
  g_autofree char *path = NULL, *by = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("the file to write; its name ends with .csv or .xlsx"), N_ ("FILE") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, DUI_MEASURED_HELP, N_ ("MEASURED") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DuiExportTable) table = NULL;
  DuiMeasured measured;

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_require (self, "-o", path, error)
      || !dui_measured_read (self, by, &measured, error)
      || !dui_invocation_open (self, DUI_NEEDS_PERIOD, error))
    return DUI_EXIT_DONE;
  table = make_table (self, &measured, error);
  if (table)
    dui_export_table_save (table, path, error);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_export = {
  .name = "export",
  .synopsis = N_ ("-o FILE"),
  .summary = N_ ("writes the ranking as a table"),
  .notes = N_ ("Numbers are numbers: amounts exact in the shown measure, rates in percent. A workbook\n"
              "has the ranking as a chart too."),
  .examples = "  duibiao export -o ranking.xlsx\n"
              "  duibiao export --by progress --period 2021-11 -o ranking.csv",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD | DUI_TAKES_TIER,
  .run = run_export,
};
