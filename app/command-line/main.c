/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program `duibiao`: with a verb it does one thing without a display and leaves; without one it
 * becomes the window, which is a program of its own so that this one never loads GTK. */
#include "config.h"

#include "command-line/help.h"
#include "command-line/output.h"
#include "command-line/verbs.h"
#include "command-line/window.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <malloc.h>
#include <string.h>

static void
set_up_translations (void)
{
  const char *directory = g_getenv ("DUI_LOCALEDIR");

  bindtextdomain (GETTEXT_PACKAGE, directory ? directory : DUI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The index of the verb's first word: common options may stand before it (duibiao --book FILE
 * rank). argc when there is none. */
static int
find_verb_word (int argc,
                char **argv)
{
  static const char *const with_value[] = { "--book", "--indicator", "--period", "--place",
                                            "--tier", NULL };
  int i = 1;

  while (i < argc && argv[i][0] == '-')
    i += g_strv_contains (with_value, argv[i]) ? 2 : 1;
  return MIN (i, argc);
}

/* argv without the words of the verb. The caller frees the array, not its strings. */
static char **
without_verb (int argc,
              char **argv,
              int at,
              int n_words)
{
  char **rest = g_new0 (char *, argc + 1);
  int n = 0;

  for (int i = 0; i < argc; i++)
    if (i < at || i >= at + n_words)
      rest[n++] = argv[i];
  return rest;
}

/* What to go back to from a book that is damaged or gone. */
static void
offer_backup (DuiInvocation *invocation)
{
  const char *path = dui_invocation_get_path (invocation);
  g_autofree char *usual = dui_book_default_path ();
  g_autoptr (DuiBackupLook) look = dui_book_find_whole_backup (path);
  g_autofree char *name = NULL, *quoted = NULL, *quoted_book = NULL, *command = NULL, *text = NULL;

  if (!look)
    return;
  name = g_path_get_basename (look->path);
  quoted = g_shell_quote (name);
  quoted_book = g_shell_quote (path);
  command = g_str_equal (path, usual)
                ? g_strdup_printf ("duibiao restore %s", quoted)
                : g_strdup_printf ("duibiao restore --book %s %s", quoted_book, quoted);
  /* Translators: 1 day and time, 2 a command to type. */
  text = g_strdup_printf (_ ("the newest backup that is whole, last changed %1$s; to go back to it: "
                             "%2$s"),
                          look->at, command);
  dui_failure_print (look->path, NULL, 0, 0, text);
}

static gboolean
has_lost_book (DuiInvocation *invocation,
               const GError *error)
{
  if (g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    return TRUE;
  return invocation->book_failed
         && (g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_A_BOOK)
             || g_error_matches (error, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND));
}

static DuiExit
report (DuiInvocation *invocation,
        const GError *error)
{
  g_autofree char *verb = g_strconcat ("duibiao ", invocation->verb->name, NULL);
  DuiExit code = invocation->book_failed ? DUI_EXIT_BOOK : dui_failure_to_exit (error);

  dui_failure_print (error->domain == DUI_STORE_ERROR ? dui_invocation_get_path (invocation) : verb,
                     NULL, 0, 0, error->message);
  if (has_lost_book (invocation, error))
    offer_backup (invocation);
  return code;
}

static DuiExit
run_verb (int argc,
          char **argv,
          int at)
{
  g_auto (DuiInvocation) invocation = { 0 };
  g_autofree char **rest = NULL;
  g_autoptr (GError) error = NULL;
  DuiExit code;
  int n_words;

  invocation.verb = dui_verbs_find (argv + at, &n_words, &error);
  if (!invocation.verb)
    {
      dui_failure_print ("duibiao", NULL, 0, 0, error->message);
      return DUI_EXIT_USAGE;
    }
  rest = without_verb (argc, argv, at, n_words);
  code = invocation.verb->run (&invocation, argc - n_words, rest, &error);
  if (error)
    return report (&invocation, error);
  /* A document carries the mark itself. */
  if (invocation.verb->shape && !invocation.json && invocation.catalog
      && invocation.catalog->sample)
    dui_output_text (_ ("Sample data: the numbers are invented.\n"));
  return code;
}

static DuiExit
run (int argc,
     char **argv)
{
  int at = find_verb_word (argc, argv);

  if (at < argc)
    return run_verb (argc, argv, at);
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    dui_help_print_program (dui_verbs_list ());
  else if (argc > 1 && g_str_equal (argv[1], "--version"))
    dui_output_format ("duibiao %s\n", DUI_VERSION);
  else
    return dui_window_exec (argv);
  return DUI_EXIT_DONE;
}

/* A program that will soon leave keeps what it frees: the kernel clears every page that is given
 * back before it can be used again. That is a tenth of the time of an import, whose arrays grow and
 * are copied, and a fifth of that of a page, for which cairo copies a font's outlines three times,
 * 16 MB of a Chinese one. */
static void
set_up_memory (void)
{
  /* The store's thread does most of the work, and glibc would ask the system for each single page of a
   * heap of its own. */
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, 32 << 20);
  mallopt (M_TRIM_THRESHOLD, 128 << 20);
  mallopt (M_TOP_PAD, 16 << 20);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  DuiExit code;

  set_up_memory ();
  setlocale (LC_ALL, "");
  dui_output_open ();
  set_up_translations ();
  /* A file that may not grow is an error to report like a full disk. */
  signal (SIGXFSZ, SIG_IGN);
  g_set_prgname ("duibiao");

  code = run (argc, argv);
  if (!dui_output_close (&error))
    {
      /* Whoever closed a pipe has seen enough and needs no sentence. */
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PIPE))
        dui_failure_print ("duibiao", NULL, 0, 0, error->message);
      if (code == DUI_EXIT_DONE)
        code = DUI_EXIT_FAILED;
    }
  return code;
}
