/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book made, a book examined. */
#include "command-line/json.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

static void
print_new_book (DuiInvocation *self)
{
  g_autoptr (GArray) members = dui_catalog_get_members (self->catalog, self->catalog->home,
                                                        dui_invocation_get_running_month (), TRUE);
  g_autoptr (DuiJson) json = NULL;

  if (!self->json)
    {
      /* Translators: 1 file, 2 place, 3 how many places are ranked. */
      dui_output_format (ngettext ("%1$s: a book for %2$s with %3$u place\n",
                                   "%1$s: a book for %2$s with %3$u places\n", members->len),
                         dui_invocation_get_path (self),
                         dui_label_place (self->catalog, self->catalog->home), members->len);
      return;
    }
  json = dui_json_new ();
  dui_json_begin_object (json, NULL);
  dui_json_text (json, "book", dui_invocation_get_path (self));
  dui_json_place (json, "place", self->catalog, self->catalog->home);
  dui_json_places (json, "places", self->catalog, members);
  dui_json_flag (json, "sample", self->catalog->sample);
  dui_json_end_object (json);
}

/* What the book refuses here is the code that was typed: wrong usage, not a wrong sheet. */
static DuiBook *
create_for_place (const char *path,
                  const char *code,
                  GError **error)
{
  g_autoptr (GError) cause = NULL;
  DuiBook *book = dui_book_create (path, code, &cause);

  if (g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_REFUSED))
    g_set_error_literal (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED, cause->message);
  else if (cause)
    g_propagate_error (error, g_steal_pointer (&cause));
  return book;
}

static DuiExit
run_init (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  gboolean sample = FALSE;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample,
      N_ ("Qingfeng county with sample figures, marked as such everywhere"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error))
    return DUI_EXIT_DONE;
  if (sample == (self->place_text != NULL))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("give either --place with a code such as 410922, or --sample"));
      return DUI_EXIT_USAGE;
    }
  self->book = sample ? dui_book_create_sample (dui_invocation_get_path (self), error)
                      : create_for_place (dui_invocation_get_path (self), self->place_text, error);
  if (self->book)
    self->catalog = dui_book_get_catalog (self->book, error);
  if (self->catalog)
    print_new_book (self);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_init = {
  .name = "init",
  .summary = N_ ("makes a book for a place and fills in its places"),
  .notes = N_ (
      "The places below it are the ones that are ranked, those beside it its peers: a county has\n"
      "townships, a city counties, a province cities, 100000 the provinces. An existing book is\n"
      "never touched."),
  .shape = "  {'book','place','places':[place],'sample'}",
  .examples = "  duibiao init --place 410922\n"
              "  duibiao init --sample --book sample.duibiao",
  .takes = DUI_TAKES_PLACE,
  .run = run_init,
};

static void
print_findings_json (GPtrArray *findings)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_flag (json, "ok", findings->len == 0);
  dui_json_begin_array (json, "findings");
  for (guint i = 0; i < findings->len; i++)
    {
      const DuiFinding *finding = g_ptr_array_index (findings, i);

      dui_json_begin_object (json, NULL);
      dui_json_text (json, "what", finding->what);
      dui_json_text (json, "where", finding->where);
      dui_json_text (json, "text", finding->text);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
  dui_json_end_object (json);
}

static void
print_findings_text (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const DuiFinding *finding = g_ptr_array_index (findings, i);

      dui_output_format ("%s: %s\n", finding->where, finding->text);
    }
  if (findings->len == 0)
    dui_output_text (_ ("The book is whole.\n"));
}

static DuiExit
run_check (DuiInvocation *self,
           int argc,
           char **argv,
           GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;

  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_FILE_ALONE, error))
    return DUI_EXIT_DONE;
  findings = dui_book_check (self->book, error);
  if (!findings)
    return DUI_EXIT_FAILED;
  if (self->json)
    print_findings_json (findings);
  else
    print_findings_text (findings);
  return findings->len == 0 ? DUI_EXIT_DONE : DUI_EXIT_FAILED;
}

const DuiVerb dui_verb_check = {
  .name = "check",
  .summary = N_ ("examines the whole book: file, log, checksums, sums"),
  .notes = N_ ("Exit code 1 when there is a finding."),
  .shape = "  {'ok','findings':[{'what','where','text'}]}",
  .examples = "  duibiao check\n"
              "  duibiao check --book 2021.duibiao --json",
  .run = run_check,
};
