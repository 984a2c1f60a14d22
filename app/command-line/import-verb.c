/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets into the book: all of them or none. */
#include "command-line/import-preview.h"
#include "command-line/verbs.h"
#include "exchange/in/import.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *measure;
  char *encoding;
  char *reason;
  gboolean add_places;
  gboolean dry_run;
} TypedImport;

static void
typed_import_clear (TypedImport *self)
{
  g_free (self->measure);
  g_free (self->encoding);
  g_free (self->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TypedImport, typed_import_clear)

/* What the figures are compared with stays at hand for the preview, which is printed after the
 * book has changed. */
typedef struct
{
  DuiBook *book;
  GHashTable *panels; /* DuiIndicator, borrowed, to DuiPanel */
} Panels;

static DuiPanel *
get_panel (DuiIndicator *indicator,
           gpointer user_data,
           GError **error)
{
  Panels *self = user_data;
  DuiPanel *panel = g_hash_table_lookup (self->panels, indicator);

  if (!panel)
    {
      panel = dui_book_get_panel (self->book, dui_indicator_get_code (indicator), error);
      if (!panel)
        return NULL;
      g_hash_table_insert (self->panels, indicator, panel);
    }
  return dui_panel_ref (panel);
}

static gboolean
fill_options (DuiInvocation *self,
              const TypedImport *typed,
              DuiImportOptions *options,
              GError **error)
{
  options->encoding = typed->encoding;
  options->measure = typed->measure;
  options->add_places = typed->add_places;
  options->period = self->period;
  options->today = dui_invocation_get_running_month ();
  if (self->indicator_code)
    {
      options->indicator = dui_invocation_find_indicator (self, error);
      return options->indicator != NULL;
    }
  options->assumed_indicator = dui_invocation_find_indicator (self, NULL);
  return TRUE;
}

static gboolean
has_errors (GPtrArray *batches)
{
  for (guint i = 0; i < batches->len; i++)
    if (((DuiBatch *) g_ptr_array_index (batches, i))->errors->len > 0)
      return TRUE;
  return FALSE;
}

static DuiExit
import_batches (DuiInvocation *self,
                const TypedImport *typed,
                DuiReadAhead *sheets,
                GError **error)
{
  DuiImportOptions options = { 0 };
  DuiOccasion occasion = { .reason = typed->reason };
  g_autoptr (GHashTable) table
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) dui_panel_unref);
  Panels panels = { self->book, table };
  g_autoptr (GPtrArray) batches = NULL;
  gboolean refused;

  if (!fill_options (self, typed, &options, error))
    return DUI_EXIT_USAGE;
  batches = dui_import_read_files (sheets, self->catalog, &options, get_panel, &panels, error);
  if (!batches)
    return DUI_EXIT_FAILED;
  refused = has_errors (batches);
  if (!refused && !typed->dry_run && !dui_book_import (self->book, batches, &occasion, error))
    return DUI_EXIT_FAILED;
  dui_import_preview_print (batches, self->catalog, table, self->json,
                            !refused && !typed->dry_run);
  return refused ? DUI_EXIT_REFUSED : DUI_EXIT_DONE;
}

static DuiExit
run_import (DuiInvocation *self,
            int argc,
            char **argv,
            GError **error)
{
  g_auto (TypedImport) typed = { 0 };
  g_autoptr (DuiReadAhead) sheets = NULL;
  const GOptionEntry entries[] = {
    { "measure", 0, 0, G_OPTION_ARG_STRING, &typed.measure,
      N_ ("the measure of the numbers where the sheet does not say it"), N_ ("MEASURE") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &typed.encoding,
      N_ ("the encoding of the files (default: found out)"), N_ ("NAME") },
    { "add-places", 0, 0, G_OPTION_ARG_NONE, &typed.add_places,
      N_ ("make places that the book does not know"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &typed.reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &typed.dry_run, N_ ("check only, change nothing"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 1, G_MAXUINT, error))
    return DUI_EXIT_DONE;
  sheets = dui_read_ahead_new ((const char *const *) self->words, typed.encoding);
  if (!dui_invocation_open (self, typed.dry_run ? DUI_NEEDS_CATALOG : DUI_NEEDS_WRITING, error))
    return DUI_EXIT_DONE;
  return import_batches (self, &typed, sheets, error);
}

const DuiVerb dui_verb_import = {
  .name = "import",
  .synopsis = N_ ("FILE…"),
  .summary = N_ ("reads figures from sheets (CSV, TSV), all files or none"),
  .notes = N_ (
      "--indicator and --period are for sheets that do not name theirs. When anything is refused\n"
      "the exit code is 3 and the book is as it was. Rows and columns count from 1; in the JSON\n"
      "they are null where the whole file or row is meant."),
  .shape = "  {'files':[{'file','sha256','sheet','rows','new','changed','same','refused',\n"
           "    'warnings':[{'row','column','text'}],'errors':[{'row','column','text'}]}]}",
  .examples = "  duibiao import 仙庄镇.csv 马村乡.csv\n"
              "  duibiao import --dry-run --indicator investment --measure 亿元 11月.csv",
  .takes = DUI_TAKES_INDICATOR | DUI_TAKES_PERIOD,
  .run = run_import,
};
