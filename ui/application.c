/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"

#include <glib/gi18n-lib.h>

#include "book.h"
#include "desktop-style.h"
#include "settings.h"
#include "shortcuts-window.h"
#include "ui-resources.h"
#include "window.h"

struct _DuiApplication
{
  GtkApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (DuiApplication, dui_application, GTK_TYPE_APPLICATION)

static gboolean renderer_is_ours;

void
dui_application_clear_renderer_later (void)
{
  renderer_is_ours = TRUE;
}

static void
clear_renderer (void)
{
  if (!renderer_is_ours)
    return;
  g_unsetenv ("GSK_RENDERER");
  g_unsetenv ("GDK_DEBUG");
  renderer_is_ours = FALSE;
}

static GtkWindow *
active_window (DuiApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

static void
about_activated (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer user_data)
{
  gtk_show_about_dialog (active_window (user_data),
                         "program-name", _("Duibiao"),
                         "logo-icon-name", DUI_APPLICATION_ID,
                         "version", DUI_VERSION,
                         "comments", _("A county's industrial economy on one desk: from the "
                                       "townships' sheets to the printed briefing"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
shortcuts_activated (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer user_data)
{
  dui_shortcuts_window_present (active_window (user_data));
}

static void
quit_activated (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  GtkWindow *window;

  while ((window = active_window (user_data)))
    gtk_window_destroy (window);
}

static const GActionEntry entries[] = {
  { "about", about_activated },
  { "shortcuts", shortcuts_activated },
  { "quit", quit_activated },
};

static void
set_accelerators (GtkApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } table[] = {
    { "app.quit", { "<Control>q" } },
    { "app.shortcuts", { "<Control>question", "F1" } },
    { "window.close", { "<Control>w" } },
    { "win.new-book", { "<Control>n" } },
    { "win.open-book", { "<Control>o" } },
    { "win.import", { "<Control>i" } },
    { "win.print", { "<Control>p" } },
    { "win.edit-figure", { "F2" } },
    { "win.refresh", { "F5" } },
    { "win.fullscreen", { "F11" } },
    { "win.menu", { "F10" } },
    { "win.page::overview", { "<Alt>1" } },
    { "win.page::ranking", { "<Alt>2" } },
    { "win.previous-period", { "<Alt>Left", "<Control>Page_Up" } },
    { "win.next-period", { "<Alt>Right", "<Control>Page_Down" } },
    { "win.focus-indicator", { "<Alt>d" } },
    { "win.copy-reminder", { "<Control><Shift>c" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (self, table[i].action, table[i].accelerators);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/duibiao/Duibiao/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
dui_application_startup (GApplication *application)
{
  dui_ui_register_resource ();
  G_APPLICATION_CLASS (dui_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  set_accelerators (GTK_APPLICATION (application));
  load_style ();
  dui_desktop_style_follow ();
}

/* A window that shows the book at @path, made if there is none yet. */
static DuiWindow *
window_for_book (DuiApplication *self,
                 const char *path)
{
  DuiWindow *window;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (DUI_IS_WINDOW (l->data) && dui_window_shows_book (l->data, path))
      return l->data;
  window = dui_window_new (GTK_APPLICATION (self));
  dui_window_open_book (window, path);
  return window;
}

static int
dui_application_command_line (GApplication *application,
                              GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree char *book = NULL;
  g_autofree const char **files = NULL;
  g_autofree char *given = NULL;
  DuiWindow *window;

  g_variant_dict_lookup (options, "book", "^ay", &given);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);

  if (given)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, given);
      book = g_file_get_path (file);
    }
  if (files && g_str_has_suffix (files[0], ".duibiao"))
    {
      g_autoptr (GFile) file
          = g_application_command_line_create_file_for_arg (command_line, files[0]);
      g_free (book);
      book = g_file_get_path (file);
    }
  if (!book)
    book = dui_settings_dup_book ();
  if (!book)
    book = dui_book_default_path ();

  window = window_for_book (DUI_APPLICATION (application), book);
  gtk_window_present (GTK_WINDOW (window));
  clear_renderer ();

  if (files && !g_str_has_suffix (files[0], ".duibiao"))
    {
      g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; files[i]; i++)
        {
          g_autoptr (GFile) file
              = g_application_command_line_create_file_for_arg (command_line, files[i]);
          g_ptr_array_add (paths, g_file_get_path (file));
        }
      dui_window_import (window, paths);
    }
  return 0;
}

static void
dui_application_class_init (DuiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = dui_application_startup;
  application_class->command_line = dui_application_command_line;
}

static void
dui_application_init (DuiApplication *self)
{
  const GOptionEntry options[] = {
    { "book", 'b', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
      N_("The book to open (default: the user's book)"), N_("FILE") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
      N_("[BOOK or sheets to import]") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

DuiApplication *
dui_application_new (void)
{
  return g_object_new (DUI_TYPE_APPLICATION,
                       "application-id", DUI_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/duibiao/Duibiao",
                       NULL);
}
