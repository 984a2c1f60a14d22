/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"

#include <glib/gi18n-lib.h>

#include "desktop-style.h"
#include "opening.h"
#include "settings.h"
#include "shortcuts-window.h"
#include "ui-resources.h"
#include "window.h"

#define ICON_DELAY_MS 500

struct _DuiApplication
{
  GtkApplication parent_instance;

  DuiOpening *opening; /* of the book that the command line names, until a window takes it */
};

G_DEFINE_FINAL_TYPE (DuiApplication, dui_application, GTK_TYPE_APPLICATION)

static gboolean renderer_is_ours;

void
dui_application_clear_renderer_later (void)
{
  renderer_is_ours = TRUE;
}

/* Looking for the icon waits until all icon themes have been read. */
static void
set_icon (gpointer unused)
{
  gtk_window_set_default_icon_name (DUI_APPLICATION_ID);
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
                         "program-name", _ ("Duibiao"),
                         "logo-icon-name", DUI_APPLICATION_ID,
                         "version", DUI_VERSION,
                         "comments", _ ("A county's industrial economy on one desk: from the "
                                       "townships' sheets to the printed briefing"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "translator-credits", _ ("translator-credits"),
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
    { "win.history::figure", { "<Control>h" } },
    { "win.history::target", { "<Control><Shift>h" } },
    { "win.changes", { "<Control>d" } },
    { "win.log", { "<Control>l" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.list-undo", { "<Control><Alt>z" } },
    { "win.list-redo", { "<Control><Shift><Alt>z" } },
    { "win.list-backups", { "<Control>b" } },
    { "win.copy-book", { "<Control><Shift>s" } },
    { "win.refresh", { "F5" } },
    { "win.fullscreen", { "F11" } },
    { "win.page::overview", { "<Alt>1" } },
    { "win.page::data", { "<Alt>2" } },
    { "win.page::targets", { "<Alt>3" } },
    { "win.page::ranking", { "<Alt>4" } },
    { "win.page::score", { "<Alt>5" } },
    { "win.page::peers", { "<Alt>6" } },
    { "win.page::bulletins", { "<Alt>7" } },
    { "win.page::cases", { "<Alt>8" } },
    { "win.previous-period", { "<Alt>Left", "<Control>Page_Up" } },
    { "win.next-period", { "<Alt>Right", "<Control>Page_Down" } },
    { "win.focus-indicator", { "<Alt>d" } },
    { "win.copy-reminder", { "<Control><Shift>c" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (self, table[i].action, table[i].accelerators);
}

static void
add_style (const char *resource)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, resource);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Places are Chinese in every language. Where the desktop's font does not know that, it is mixed
 * with another one, often in the Japanese form of a character; there ours is as in the charts. */
static void
load_style (void)
{
  const char *language = pango_language_to_string (pango_language_get_default ());

  add_style ("/org/duibiao/Duibiao/ui/style.css");
  if (!g_str_has_prefix (language, "zh"))
    add_style ("/org/duibiao/Duibiao/ui/style-han.css");
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
  if (self->opening && g_str_equal (dui_opening_get_path (self->opening), path))
    dui_window_take_opening (window, path, g_steal_pointer (&self->opening));
  else
    dui_window_open_book (window, path);
  return window;
}

static gboolean
is_book (const char *file)
{
  return g_str_has_suffix (file, ".duibiao");
}

/* The book that the command line asks for, absolute; the caller frees it. */
static char *
dup_book_path (GVariantDict *options,
               const char *folder)
{
  g_autofree char *given = NULL;
  g_autofree const char **files = NULL;
  char *last;

  g_variant_dict_lookup (options, "book", "^ay", &given);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);
  if (files && is_book (files[0]))
    return g_canonicalize_filename (files[0], folder);
  if (given)
    return g_canonicalize_filename (given, folder);
  last = dui_settings_dup_book ();
  return last ? last : dui_book_default_path ();
}

static int
dui_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  DuiApplication *self = DUI_APPLICATION (application);
  g_autofree char *path = dup_book_path (options, NULL);

  self->opening = dui_opening_new (path);
  return -1;
}

static void
import_files (DuiWindow *window,
              const char *const *files,
              const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files[i]; i++)
    g_ptr_array_add (paths, g_canonicalize_filename (files[i], folder));
  dui_window_import (window, paths);
}

static int
dui_application_command_line (GApplication *application,
                              GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  const char *folder = g_application_command_line_get_cwd (command_line);
  g_autofree char *book = dup_book_path (options, folder);
  g_autofree const char **files = NULL;
  DuiWindow *window = window_for_book (DUI_APPLICATION (application), book);

  gtk_window_present (GTK_WINDOW (window));
  clear_renderer ();
  g_timeout_add_once (ICON_DELAY_MS, set_icon, NULL);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);
  if (files && !is_book (files[0]))
    import_files (window, files, folder);
  return 0;
}

static void
dui_application_finalize (GObject *object)
{
  DuiApplication *self = DUI_APPLICATION (object);
  DuiBook *book;

  /* Another instance has taken the command line. */
  if (self->opening)
    {
      book = dui_opening_finish (self->opening, NULL);
      if (book)
        dui_book_close (book);
      g_clear_object (&book);
    }
  G_OBJECT_CLASS (dui_application_parent_class)->finalize (object);
}

static void
dui_application_class_init (DuiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_application_finalize;
  application_class->startup = dui_application_startup;
  application_class->handle_local_options = dui_application_handle_local_options;
  application_class->command_line = dui_application_command_line;
}

static void
dui_application_init (DuiApplication *self)
{
  const GOptionEntry options[] = {
    { "book", 'b', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL,
      N_ ("The book to open (default: the user's book)"), N_ ("FILE") },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
      N_ ("[BOOK or sheets to import]") },
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
