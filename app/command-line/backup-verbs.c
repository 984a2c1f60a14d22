/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups of the book: made, looked into, restored; and a copy for another place. */
#include "command-line/json.h"
#include "command-line/output.h"
#include "command-line/text-table.h"
#include "command-line/verbs.h"

#include <glib/gi18n-lib.h>

static void
print_file (DuiInvocation *self,
            const char *path)
{
  if (self->json)
    {
      g_autoptr (DuiJson) json = dui_json_new ();

      dui_json_begin_object (json, NULL);
      dui_json_text (json, "file", path);
      dui_json_end_object (json);
    }
  else
    dui_output_format ("%s\n", path);
}

static DuiExit
run_backup (DuiInvocation *self,
            int argc,
            char **argv,
            GError **error)
{
  g_autofree char *path = NULL;

  if (!dui_invocation_parse (self, NULL, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_open (self, DUI_NEEDS_CATALOG, error))
    return DUI_EXIT_DONE;
  path = dui_book_back_up (self->book, error);
  if (path)
    print_file (self, path);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_backup = {
  .name = "backup",
  .summary = N_ ("makes a backup of the book now"),
  .notes = N_ ("Backups lie in the folder “backups” beside the book and are made by themselves before\n"
               "an import and when the window closes. The last of 12 days, 10 weeks and 9 months are\n"
               "kept."),
  .shape = "  {'file'}",
  .examples = "  duibiao backup\n"
              "  duibiao backup --book 2021.duibiao --json",
  .run = run_backup,
};

static DuiExit
run_copy (DuiInvocation *self,
          int argc,
          char **argv,
          GError **error)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("the file to make; it must not exist"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 0, error)
      || !dui_invocation_require (self, "-o", path, error)
      || !dui_invocation_open (self, DUI_NEEDS_CATALOG, error))
    return DUI_EXIT_DONE;
  if (dui_book_copy (self->book, path, error))
    print_file (self, path);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_copy = {
  .name = "copy",
  .summary = N_ ("writes a copy of the book for another place"),
  .notes = N_ ("One file with everything in it, the log too, that opens to read where nobody can\n"
               "write. A book in use must not be copied in any other way."),
  .shape = "  {'file'}",
  .examples = "  duibiao copy -o /media/usb/清丰县.duibiao",
  .run = run_copy,
};

/* Restoring --------------------------------------------------------------------------------------- */

static void
print_row_json (DuiJson *json,
                const char *path,
                const DuiBackupLook *look)
{
  dui_json_begin_object (json, NULL);
  dui_json_text (json, "file", path);
  dui_json_flag (json, "whole", look != NULL);
  dui_json_text (json, "at", look ? look->at : NULL);
  if (look)
    dui_json_count (json, "figures", look->n_figures);
  else
    dui_json_null (json, "figures");
  dui_json_end_object (json);
}

static void
add_row (DuiTextTable *table,
         const char *path,
         const DuiBackupLook *look)
{
  dui_text_table_add (table, look ? look->at : _ ("damaged"));
  dui_text_table_take (table, look ? g_strdup_printf ("%" G_GINT64_FORMAT, look->n_figures)
                                   : g_strdup ("—"));
  dui_text_table_take (table, g_filename_display_basename (path));
}

static void
list_backups (DuiInvocation *self)
{
  g_auto (GStrv) paths = dui_book_list_backups (dui_invocation_get_path (self));
  g_autoptr (DuiJson) json = self->json ? dui_json_new () : NULL;
  g_autoptr (DuiTextTable) table = dui_text_table_new ();

  dui_text_table_add_column (table, _ ("Last change"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Figures"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Backup"), DUI_ALIGN_LEFT);
  if (json)
    {
      dui_json_begin_object (json, NULL);
      dui_json_begin_array (json, "rows");
    }
  for (guint i = 0; paths[i]; i++)
    {
      g_autoptr (DuiBackupLook) look = dui_book_look_inside (NULL, paths[i], NULL);

      if (json)
        print_row_json (json, paths[i], look);
      else
        add_row (table, paths[i], look);
    }
  if (json)
    {
      dui_json_end_array (json);
      dui_json_end_object (json);
    }
  else
    dui_text_table_print (table);
}

/* A name is looked for among the backups. */
static char *
find_backup (DuiInvocation *self)
{
  g_auto (GStrv) paths = NULL;

  if (g_file_test (self->words[0], G_FILE_TEST_EXISTS))
    return g_strdup (self->words[0]);
  paths = dui_book_list_backups (dui_invocation_get_path (self));
  for (guint i = 0; paths[i]; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);

      if (g_str_equal (name, self->words[0]))
        return g_strdup (paths[i]);
    }
  return g_strdup (self->words[0]);
}

static void
print_difference (DuiJson *json,
                  const char *key,
                  const DuiBackupLook *look,
                  gint64 n)
{
  if (look->compared)
    dui_json_count (json, key, n);
  else
    dui_json_null (json, key);
}

static void
print_restored_json (const DuiBackupLook *look,
                     gboolean restored,
                     const char *kept)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_text (json, "file", look->path);
  dui_json_text (json, "at", look->at);
  dui_json_count (json, "figures", look->n_figures);
  print_difference (json, "changed", look, look->n_changed);
  print_difference (json, "only_now", look, look->n_only_now);
  print_difference (json, "only_then", look, look->n_only_then);
  print_difference (json, "commands_since", look, look->n_commands);
  dui_json_flag (json, "restored", restored);
  dui_json_text (json, "kept", kept);
  dui_json_end_object (json);
}

static void
print_restored_text (const DuiBackupLook *look,
                     gboolean restored,
                     const char *kept)
{
  g_autofree char *name = g_filename_display_basename (look->path);

  /* Translators: 1 file, 2 day and time, 3 a number. */
  dui_output_format (_ ("%1$s: last change %2$s, %3$u figures\n"), name, look->at,
                     (guint) look->n_figures);
  if (look->compared)
    /* Translators: four numbers. */
    dui_output_format (_ ("Against now: %1$u figures differ, %2$u are only in the book now, %3$u "
                          "only in the backup; %4$u changes since.\n"),
                       (guint) look->n_changed, (guint) look->n_only_now,
                       (guint) look->n_only_then, (guint) look->n_commands);
  if (restored)
    dui_output_text (_ ("Restored.\n"));
  else
    dui_output_text (_ ("Nothing was changed.\n"));
  if (kept)
    dui_output_format (_ ("What it was before is kept: %s\n"), kept);
}

/* NULL without an error for a book that is gone or damaged: what backups are for. */
static gboolean
open_book (DuiInvocation *self,
           GError **error)
{
  g_autoptr (GError) cause = NULL;

  self->book = dui_book_open (dui_invocation_get_path (self), &cause);
  if (self->book || g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED)
      || g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_A_BOOK)
      || g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND))
    return TRUE;
  self->book_failed = TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static DuiExit
restore (DuiInvocation *self,
         gboolean dry_run,
         const DuiOccasion *occasion,
         GError **error)
{
  g_autofree char *backup = find_backup (self);
  g_autoptr (DuiBackupLook) look = NULL;
  g_autofree char *kept = NULL;

  if (!open_book (self, error) || !(look = dui_book_look_inside (self->book, backup, error)))
    return DUI_EXIT_DONE;
  if (!dry_run
      && !(self->book ? dui_book_restore (self->book, backup, occasion, &kept, error)
                      : dui_book_rescue (dui_invocation_get_path (self), backup, occasion, &kept,
                                         error)))
    return DUI_EXIT_DONE;
  if (self->json)
    print_restored_json (look, !dry_run, kept);
  else
    print_restored_text (look, !dry_run, kept);
  return DUI_EXIT_DONE;
}

static DuiExit
run_restore (DuiInvocation *self,
             int argc,
             char **argv,
             GError **error)
{
  gboolean dry_run = FALSE;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("looks inside and changes nothing"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("why; it is kept in the log"),
      N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };
  DuiOccasion occasion = { 0 };

  if (!dui_invocation_parse (self, entries, argc, argv, error)
      || !dui_invocation_check_words (self, 0, 1, error))
    return DUI_EXIT_DONE;
  occasion.reason = reason;
  if (self->words[0])
    return restore (self, dry_run, &occasion, error);
  list_backups (self);
  return DUI_EXIT_DONE;
}

const DuiVerb dui_verb_restore = {
  .name = "restore",
  .synopsis = N_ ("[FILE]"),
  .summary = N_ ("lists the backups, or makes the book what it was in one"),
  .notes = N_ ("FILE is a backup by its name or path; --dry-run tells how it differs from the book now.\n"
               "What the book is now is backed up before; a damaged one is kept as it is."),
  .shape = "  without FILE {'rows':[{'file','whole','at','figures'}]}\n"
           "  with it {'file','at','figures','changed','only_now','only_then',\n"
           "   'commands_since','restored','kept'}",
  .examples = "  duibiao restore\n"
              "  duibiao restore 'book.duibiao 2021-12-03 094112.duibiao' --dry-run",
  .run = run_restore,
};
