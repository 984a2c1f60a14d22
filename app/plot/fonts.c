/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/fonts.h"

/* Enough for several charts of 300 places. */
#define CACHE_MAX 4096

typedef struct
{
  PangoContext *context; /* one for the thread: making one looks fonts up again */
  GHashTable *layouts;   /* Key -> PangoLayout */
} Fonts;

typedef struct
{
  const char *family; /* of a theme, which are never freed */
  DuiFontStyle style;
  char text[];
} Key;

static guint
key_hash (gconstpointer pointer)
{
  const Key *key = pointer;

  return g_str_hash (key->text) * 31 + (guint) (key->style.size * 16) * 2
         + (key->style.bold ? 1 : 0);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->style.size == right->style.size && left->style.bold == right->style.bold
         && g_str_equal (left->family, right->family) && g_str_equal (left->text, right->text);
}

static Key *
key_new (const DuiTheme *theme, DuiFont font, const char *text)
{
  gsize length = strlen (text) + 1;
  Key *key = g_malloc (sizeof (Key) + length);

  key->family = theme->family;
  key->style = theme->fonts[font];
  memcpy (key->text, text, length);
  return key;
}

static Fonts *
fonts_new (void)
{
  Fonts *fonts = g_new (Fonts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  fonts->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* Without it some Han characters come out in another region's form. */
  pango_context_set_language (fonts->context, pango_language_from_string ("zh-cn"));
  pango_cairo_context_set_resolution (fonts->context, 72);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (fonts->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (fonts->context, FALSE);
  fonts->layouts = g_hash_table_new_full (key_hash, key_equal, g_free, g_object_unref);
  return fonts;
}

static void
fonts_free (gpointer pointer)
{
  Fonts *fonts = pointer;

  g_hash_table_unref (fonts->layouts);
  g_object_unref (fonts->context);
  g_free (fonts);
}

static PangoLayout *
shape (Fonts *fonts, const DuiTheme *theme, DuiFont font, const char *text)
{
  PangoLayout *layout = pango_layout_new (fonts->context);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, theme->family);
  pango_font_description_set_size (description, (int) (theme->fonts[font].size * PANGO_SCALE + 0.5));
  if (theme->fonts[font].bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

PangoLayout *
dui_fonts_shape (const DuiTheme *theme,
                 DuiFont font,
                 const char *text)
{
  static GPrivate of_thread = G_PRIVATE_INIT (fonts_free);
  Fonts *fonts = g_private_get (&of_thread);
  PangoLayout *layout;
  Key *key;

  if (!fonts)
    {
      fonts = fonts_new ();
      g_private_set (&of_thread, fonts);
    }

  key = key_new (theme, font, text);
  layout = g_hash_table_lookup (fonts->layouts, key);
  if (layout)
    {
      g_free (key);
      return layout;
    }

  if (g_hash_table_size (fonts->layouts) >= CACHE_MAX)
    g_hash_table_remove_all (fonts->layouts);
  layout = shape (fonts, theme, font, text);
  g_hash_table_insert (fonts->layouts, key, layout);
  return layout;
}
