/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program duibiao-window. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "application.h"
#include "settings.h"

/* Our window is cairo charts and tables. GTK 4.8 loads GL even when the cairo renderer is chosen,
 * which costs 130 ms and 130 MB on a machine without a GPU; both variables are read before the
 * first window. Whoever has set one of them, or the
 * setting, has decided. */
static void
choose_renderer (void)
{
  GSettings *settings = dui_settings_get ();

  if (g_getenv ("GSK_RENDERER") || g_getenv ("GDK_DEBUG")
      || (settings && g_settings_get_boolean (settings, "gl")))
    return;
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
  dui_application_clear_renderer_later ();
}

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("DUI_LOCALEDIR");
  g_autoptr (DuiApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir ? localedir : DUI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  choose_renderer ();

  application = dui_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
