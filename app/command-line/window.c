/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command-line/window.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

#define WINDOW "duibiao-window"

/* Beside the program in a build folder, else where it was installed. */
static char *
find_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self ? g_path_get_dirname (self) : NULL;
  g_autofree char *built
      = folder ? g_build_filename (folder, "..", "..", "ui", WINDOW, NULL) : NULL;

  if (built && g_file_test (built, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&built);
  return g_build_filename (DUI_LIBEXECDIR, WINDOW, NULL);
}

static gboolean
is_set (const char *variable)
{
  const char *value = g_getenv (variable);

  return value && *value != '\0';
}

DuiExit
dui_window_exec (char **argv)
{
  g_autofree char *program = find_program ();

  if (!is_set ("WAYLAND_DISPLAY") && !is_set ("DISPLAY"))
    {
      dui_failure_print ("duibiao", NULL, 0, 0,
                         _ ("there is no display for the window; give a verb, duibiao --help lists "
                            "them"));
      return DUI_EXIT_FAILED;
    }
  signal (SIGPIPE, SIG_DFL);
  argv[0] = program;
  execv (program, argv);
  dui_failure_print (program, NULL, 0, 0,
                     _ ("the window's program can't be started; install Duibiao again"));
  return DUI_EXIT_FAILED;
}
