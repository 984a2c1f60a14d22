/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last command taken back, or done again. */
#include "command-line/json.h"
#include "command-line/output.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

static void
print_json (const DuiUndoStep *step)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_text (json, "command", step->verb);
  dui_json_count (json, "changes", step->n_changes);
  dui_json_text (json, "at", step->at);
  dui_json_text (json, "who", step->who);
  dui_json_text (json, "reason", step->reason);
  dui_json_end_object (json);
}

static void
print_text (gboolean redo,
            const DuiUndoStep *step)
{
  g_autofree char *what = dui_undo_step_describe (step);
  g_autofree char *rows
      = g_strdup_printf (ngettext ("%u entry changed", "%u entries changed", step->n_changes),
                         step->n_changes);

  /* Translators: 1 "figure changed: …", 2 who, 3 when, 4 "1 entry changed". */
  dui_output_format (redo ? _ ("Redone: %1$s (%2$s, %3$s); %4$s.\n")
                          : _ ("Undone: %1$s (%2$s, %3$s); %4$s.\n"),
                     what, step->who, step->at, rows);
}

static DuiExit
run (DuiInvocation *self,
     gboolean redo,
     int argc,
     char **argv,
     GError **error)
{
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (DuiUndoStep) step = NULL;
  DuiOccasion occasion = { 0 };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_WRITING, error))
    return DUI_EXIT_DONE;
  occasion.reason = reason;
  step = redo ? dui_book_redo (self->book, 0, &occasion, error)
              : dui_book_undo (self->book, 0, &occasion, error);
  if (step && self->json)
    print_json (step);
  else if (step)
    print_text (redo, step);
  return DUI_EXIT_DONE;
}

static DuiExit
run_undo (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  return run (self, FALSE, argc, argv, error);
}

const DuiVerb dui_verb_undo = {
  .name = "undo",
  .summary = N_ ("takes back the last change, an import as one"),
  .notes = N_ ("What is undone and by whom stays in the log. When something it wrote has been\n"
               "changed since, nothing is touched and the reason is told."),
  .shape = "  {'command','changes','at','who','reason'}",
  .examples = "  duibiao undo\n"
              "  duibiao undo --reason 导错文件 --json",
  .run = run_undo,
};

static DuiExit
run_redo (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  return run (self, TRUE, argc, argv, error);
}

const DuiVerb dui_verb_redo = {
  .name = "redo",
  .summary = N_ ("does again what was undone last"),
  .notes = N_ ("Only until something else is changed."),
  .shape = "  {'command','changes','at','who','reason'}",
  .examples = "  duibiao redo\n"
              "  duibiao redo --json",
  .run = run_redo,
};
