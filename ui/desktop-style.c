/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desktop-style.h"

#include <string.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"
#define PREFER_DARK 1

/* GTK says it in 1024ths of a dot. */
#define USUAL_DPI (96 * 1024.0)
#define MAX_TEXT_SCALE 2

static GtkCssProvider *dark_colours;

gboolean
dui_desktop_style_is_dark (void)
{
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *name = NULL;
  gboolean prefer = FALSE;

  if (forced && *forced)
    return strstr (forced, "dark") != NULL;
  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &name,
                "gtk-application-prefer-dark-theme", &prefer, NULL);
  return prefer || (name && strstr (name, "dark"));
}

/* The dark theme is of high contrast already. */
gboolean
dui_desktop_style_is_high_contrast (void)
{
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *name = NULL;

  if (!forced || !*forced)
    g_object_get (gtk_settings_get_default (), "gtk-theme-name", &name, NULL);
  else
    name = g_strdup (forced);
  return name && g_str_has_prefix (name, "HighContrast") && !dui_desktop_style_is_dark ();
}

double
dui_desktop_style_get_text_scale (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / USUAL_DPI, 1, MAX_TEXT_SCALE) : 1;
}

/* Named colours can't depend on the theme in GTK's CSS, so the dark ones are laid over. */
static void
choose_colours (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  gboolean dark = dui_desktop_style_is_dark ();

  if (dark && !dark_colours)
    {
      dark_colours = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (dark_colours,
                                           "/org/duibiao/Duibiao/ui/style-dark.css");
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (dark_colours),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    }
  else if (!dark && dark_colours)
    {
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (dark_colours));
      g_clear_object (&dark_colours);
    }
}

static void
take_preference (GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);
      g_variant_unref (inner);
      inner = next;
    }
  if (g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme",
                  g_variant_get_uint32 (inner) == PREFER_DARK, NULL);
}

static void
setting_changed (GDBusConnection *connection,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *signal,
                 GVariant *parameters,
                 gpointer user_data)
{
  const char *namespace, *key;
  g_autoptr (GVariant) value = NULL;

  g_variant_get (parameters, "(&s&sv)", &namespace, &key, &value);
  if (g_str_equal (namespace, APPEARANCE) && g_str_equal (key, "color-scheme"))
    take_preference (value);
}

static void
preference_read (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  /* No portal: the theme's name decides. */
  if (!reply)
    return;
  value = g_variant_get_child_value (reply, 0);
  take_preference (value);
}

void
dui_desktop_style_follow (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());

  choose_colours ();
  g_signal_connect (settings, "notify::gtk-theme-name", G_CALLBACK (choose_colours), NULL);
  g_signal_connect (settings, "notify::gtk-application-prefer-dark-theme",
                    G_CALLBACK (choose_colours), NULL);
  if (!bus)
    return;
  g_dbus_connection_signal_subscribe (bus, PORTAL, PORTAL_SETTINGS, "SettingChanged",
                                      PORTAL_PATH, APPEARANCE, G_DBUS_SIGNAL_FLAGS_NONE,
                                      setting_changed, NULL, NULL);
  g_dbus_connection_call (bus, PORTAL, PORTAL_PATH, PORTAL_SETTINGS, "Read",
                          g_variant_new ("(ss)", APPEARANCE, "color-scheme"), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, preference_read, NULL);
}
