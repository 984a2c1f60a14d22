/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settings.h"

#include "book.h"

GSettings *
dui_settings_get (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema
          = source ? g_settings_schema_source_lookup (source, DUI_APPLICATION_ID, TRUE) : NULL;

      /* g_settings_new() ends the program where there is no schema. */
      if (schema)
        settings = g_settings_new_full (schema, NULL, NULL);
      looked = TRUE;
    }
  return settings;
}

void
dui_settings_restore_window (GtkWindow *window)
{
  GSettings *settings = dui_settings_get ();

  if (!settings)
    return;
  gtk_window_set_default_size (window, g_settings_get_int (settings, "width"),
                               g_settings_get_int (settings, "height"));
  if (g_settings_get_boolean (settings, "maximized"))
    gtk_window_maximize (window);
}

void
dui_settings_save_window (GtkWindow *window)
{
  GSettings *settings = dui_settings_get ();
  int width, height;

  if (!settings)
    return;
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "width", width);
  g_settings_set_int (settings, "height", height);
  g_settings_set_boolean (settings, "maximized", gtk_window_is_maximized (window));
}

char *
dui_settings_dup_book (void)
{
  GSettings *settings = dui_settings_get ();
  g_autoptr (GVariant) value = settings ? g_settings_get_value (settings, "book") : NULL;
  const char *path = value ? g_variant_get_bytestring (value) : "";

  return *path ? g_strdup (path) : NULL;
}

void
dui_settings_save_book (const char *path)
{
  GSettings *settings = dui_settings_get ();
  g_autofree char *own = dui_book_default_path ();

  if (settings)
    g_settings_set_value (settings, "book",
                          g_variant_new_bytestring (g_str_equal (path, own) ? "" : path));
}
