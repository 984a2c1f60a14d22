/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/fonts.h"

#include <string.h>

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
  gboolean bold;
  char text[];
} Key;

static guint
key_hash (gconstpointer pointer)
{
  const Key *key = pointer;

  return g_str_hash (key->text) * 2 + (key->bold ? 1 : 0);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->bold == right->bold && g_str_equal (left->family, right->family)
         && g_str_equal (left->text, right->text);
}

static Key *
key_new (const char *family, gboolean bold, const char *text)
{
  gsize length = strlen (text) + 1;
  Key *key = g_malloc (sizeof (Key) + length);

  key->family = family;
  key->bold = bold;
  memcpy (key->text, text, length);
  return key;
}

static PangoFontDescription *
describe (const char *family, gboolean bold)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, family);
  pango_font_description_set_size (description, (int) (DUI_FONTS_SIZE * PANGO_SCALE));
  if (bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  return description;
}

/* Without a language some Han characters come out in another region's form. Both names mean the
 * same forms to the fonts; but of zh-cn Pango knows that it is not written in Latin letters, and so
 * looks a second font up for those and takes other, equal glyphs for the digits beside them, which
 * are embedded once more. Fontconfig knows zh-cn only, which matters where it has to choose a font
 * by itself. */
static void
choose_language (PangoContext *context, const char *family)
{
  PangoFontDescription *wanted = describe (family, FALSE);
  PangoFontDescription *found = NULL;
  PangoFont *font;

  pango_context_set_language (context, pango_language_from_string ("zh-hans"));
  font = pango_context_load_font (context, wanted);
  if (font)
    found = pango_font_describe (font);
  if (!found || !strstr (family, pango_font_description_get_family (found)))
    pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  g_clear_pointer (&found, pango_font_description_free);
  g_clear_object (&font);
  pango_font_description_free (wanted);
}

/* @map is the thread's own, or one that no other thread uses. */
static Fonts *
fonts_new (PangoFontMap *map, const char *family)
{
  Fonts *fonts = g_new (Fonts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  fonts->context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (fonts->context, 72);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (fonts->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (fonts->context, FALSE);
  choose_language (fonts->context, family);
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
shape (Fonts *fonts, const char *family, gboolean bold, const char *text)
{
  PangoLayout *layout = pango_layout_new (fonts->context);
  PangoFontDescription *description = describe (family, bold);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static PangoLayout *
look_up (Fonts *fonts, const char *family, gboolean bold, const char *text)
{
  Key *key = key_new (family, bold, text);
  PangoLayout *layout = g_hash_table_lookup (fonts->layouts, key);

  if (layout)
    {
      g_free (key);
      return layout;
    }
  if (g_hash_table_size (fonts->layouts) >= CACHE_MAX)
    g_hash_table_remove_all (fonts->layouts);
  layout = shape (fonts, family, bold, text);
  g_hash_table_insert (fonts->layouts, key, layout);
  return layout;
}

/* A font map belongs to no thread, but to one at a time: this one is made here and given away. */
static gpointer
prepare (gpointer family)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  Fonts *fonts = fonts_new (map, family);

  for (gboolean bold = FALSE; bold <= TRUE; bold++)
    pango_layout_get_extents (look_up (fonts, family, bold, "1"), NULL, NULL);
  return fonts;
}

static GThread *preparing;
G_LOCK_DEFINE_STATIC (preparing);

void
dui_fonts_prepare (const char *family)
{
  G_LOCK (preparing);
  if (!preparing)
    preparing = g_thread_new ("fonts", prepare, (gpointer) family);
  G_UNLOCK (preparing);
}

static GThread *
take_preparing (void)
{
  GThread *thread;

  G_LOCK (preparing);
  thread = g_steal_pointer (&preparing);
  G_UNLOCK (preparing);
  return thread;
}

void
dui_fonts_abandon (void)
{
  GThread *thread = take_preparing ();

  if (thread)
    fonts_free (g_thread_join (thread));
}

PangoLayout *
dui_fonts_shape (const char *family, gboolean bold, const char *text)
{
  static GPrivate of_thread = G_PRIVATE_INIT (fonts_free);
  Fonts *fonts = g_private_get (&of_thread);

  if (!fonts)
    {
      GThread *thread = take_preparing ();

      fonts = thread ? g_thread_join (thread)
                     : fonts_new (pango_cairo_font_map_get_default (), family);
      g_private_set (&of_thread, fonts);
    }
  return look_up (fonts, family, bold, text);
}
