/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts as data, and what drawing makes of them, pixel by pixel. */
#include <math.h>

#include "plot/draw.h"
#include "plot/text.h"

#define SIZE 60
#define SCALE 4

static cairo_surface_t *
render (const DuiLayout *layout, const DuiTheme *theme)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE * SCALE, SIZE * SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  dui_layout_draw (layout, cr, theme);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const unsigned char *row
      = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* How many pixels are not white inside and outside of @rect, grown by @slack points. */
static void
count_ink (cairo_surface_t *surface, DuiRect rect, double slack, guint *inside, guint *outside)
{
  *inside = *outside = 0;
  for (int y = 0; y < SIZE * SCALE; y++)
    for (int x = 0; x < SIZE * SCALE; x++)
      {
        double px = (x + 0.5) / SCALE;
        double py = (y + 0.5) / SCALE;
        gboolean within = px > rect.x - slack && px < rect.x + rect.width + slack
                          && py > rect.y - slack && py < rect.y + rect.height + slack;

        if (pixel (surface, x, y) != 0xffffff)
          *(within ? inside : outside) += 1;
      }
}

static void
test_marks (void)
{
  g_autoptr (DuiLayout) layout = dui_layout_new (SIZE, SIZE);

  dui_layout_add_mark (layout, (DuiRect){ 0, 0, 30, 10 }, 7, g_strdup ("one"));
  dui_layout_add_mark (layout, (DuiRect){ 0, 10, 30, 10 }, 9, g_strdup ("two"));
  g_assert_cmpuint (dui_layout_get_n_marks (layout), ==, 2);
  g_assert_cmpint (dui_layout_find_mark (layout, 5, 5), ==, 0);
  g_assert_cmpint (dui_layout_find_mark (layout, 5, 10), ==, 1);
  g_assert_cmpint (dui_layout_find_mark (layout, 30, 5), ==, -1);
  g_assert_cmpuint (dui_layout_get_mark (layout, 1)->key, ==, 9);
}

static void
test_items (void)
{
  g_autoptr (DuiTextMeasure) measure = dui_text_measure_new_fixed (dui_theme_get (DUI_THEME_MONO));
  g_autoptr (DuiLayout) layout = dui_layout_new (SIZE, SIZE);
  const DuiItem *item;

  dui_layout_add_rect (layout, DUI_ROLE_VALUE, (DuiRect){ 30, 5, -20, 8 });
  item = dui_layout_get_item (layout, 0);
  g_assert_cmpfloat (item->rect.x, ==, 10);
  g_assert_cmpfloat (item->rect.width, ==, 20);
  dui_layout_add_text (layout, DUI_ROLE_TEXT, DUI_FONT_LABEL, "甲镇", 3, 4, measure);
  item = dui_layout_get_item (layout, 1);
  g_assert_cmpfloat (item->rect.width, ==, 18);
  g_assert_cmpstr (item->text.text, ==, "甲镇");
  dui_layout_add_segment (layout, DUI_ROLE_AXIS, 9, 8, 2, 1);
  item = dui_layout_get_item (layout, 2);
  g_assert_cmpfloat (item->rect.x, ==, 2);
  g_assert_cmpfloat (item->rect.height, ==, 7);
}

/* The rectangles that tests of charts look at hold all the ink of their texts. */
static void
test_text_is_inside (void)
{
  static const char *const texts[] = { "马庄桥", "（）超", "gjpqy", "(A|y)", "囊赢", "−0.3%" };
  const DuiTheme *theme = dui_theme_get (DUI_THEME_MONO);
  g_autoptr (DuiTextMeasure) measure = dui_text_measure_new (theme);

  for (guint font = 0; font < DUI_N_FONTS; font++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        g_autoptr (DuiLayout) layout = dui_layout_new (SIZE, SIZE);
        cairo_surface_t *surface;
        guint inside, outside;

        dui_layout_add_text (layout, DUI_ROLE_TEXT, font, texts[i], 10, 20, measure);
        surface = render (layout, theme);
        count_ink (surface, dui_layout_get_item (layout, 0)->rect, 0.25, &inside, &outside);
        g_assert_cmpuint (inside, >, 20);
        g_assert_cmpuint (outside, ==, 0);
        cairo_surface_destroy (surface);
      }
}

/* Hatches are cut at the rectangle by arithmetic: nothing sticks out, and about as much is inked as
 * the pen's width and the lines' distance say. */
static void
test_hatch (void)
{
  const DuiTheme *theme = dui_theme_get (DUI_THEME_MONO);
  const DuiStyle *style = &theme->styles[DUI_ROLE_SHORT];
  const DuiRect rect = { 10, 15, 40, 20 };
  g_autoptr (DuiLayout) layout = dui_layout_new (SIZE, SIZE);
  cairo_surface_t *surface;
  guint inside, outside;
  double share;

  g_assert_cmpfloat (style->hatch, >, 0);
  dui_layout_add_rect (layout, DUI_ROLE_SHORT, rect);
  surface = render (layout, theme);
  count_ink (surface, rect, style->width, &inside, &outside);
  g_assert_cmpuint (outside, ==, 0);
  share = inside / (rect.width * rect.height * SCALE * SCALE);
  g_assert_cmpfloat (share, >, 0.2);
  g_assert_cmpfloat (share, <, 0.7);
  cairo_surface_destroy (surface);
}

static void
test_snaps_to_pixels (void)
{
  const DuiTheme *theme = dui_theme_get (DUI_THEME_MONO);
  g_autoptr (DuiLayout) layout = dui_layout_new (SIZE, SIZE);
  cairo_surface_t *surface;

  dui_layout_add_rect (layout, DUI_ROLE_AHEAD, (DuiRect){ 10.07, 10.03, 20.02, 10.06 });
  surface = render (layout, theme);
  /* No grey edge: each pixel is black or white. */
  for (int y = 0; y < SIZE * SCALE; y++)
    for (int x = 0; x < SIZE * SCALE; x++)
      g_assert_true (pixel (surface, x, y) == 0 || pixel (surface, x, y) == 0xffffff);
  g_assert_cmpuint (pixel (surface, 41, 41), ==, 0);
  cairo_surface_destroy (surface);
}

/* Every role can be drawn as every kind of item in every theme, and is seen. */
static void
test_all_roles (void)
{
  for (guint kind = 0; kind < DUI_N_THEMES; kind++)
    for (guint role = 0; role < DUI_N_ROLES; role++)
      {
        const DuiTheme *theme = dui_theme_get (kind);
        const DuiStyle *style = &theme->styles[role];
        g_autoptr (DuiLayout) layout = dui_layout_new (SIZE, SIZE);

        dui_layout_add_rect (layout, role, (DuiRect){ 5, 5, 20, 10 });
        dui_layout_add_segment (layout, role, 5, 30, 50, 35);
        dui_layout_add_symbol (layout, role, DUI_SYMBOL_DIAMOND, 20, 45, 8);
        cairo_surface_destroy (render (layout, theme));
        g_assert_true (style->fill.alpha > 0 || style->stroke.alpha > 0);
        if (style->stroke.alpha > 0)
          g_assert_cmpfloat (style->width, >, 0);
      }
}

static void
test_theme_nicks (void)
{
  static const char *const nicks[] = { "screen", "dark", "print", "mono" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_assert_true (dui_theme_from_nick (nicks[i]) == dui_theme_get (i));
      g_assert_cmpstr (dui_theme_get (i)->nick, ==, nicks[i]);
    }
  g_assert_null (dui_theme_from_nick ("blue"));
}

static double
channel (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (DuiColor color)
{
  return 0.2126 * channel (color.red) + 0.7152 * channel (color.green)
         + 0.0722 * channel (color.blue);
}

static double
contrast (DuiColor a, DuiColor b)
{
  double high = MAX (luminance (a), luminance (b));
  double low = MIN (luminance (a), luminance (b));

  return (high + 0.05) / (low + 0.05);
}

/* As the web's guidelines ask: 4.5 for texts, 3 for what carries meaning. */
static void
test_contrast (void)
{
  static const DuiRole texts[]
      = { DUI_ROLE_TEXT, DUI_ROLE_TEXT_QUIET, DUI_ROLE_TEXT_BEHIND, DUI_ROLE_DOT };
  static const DuiRole lines[]
      = { DUI_ROLE_CURVE,      DUI_ROLE_REFERENCE, DUI_ROLE_TARGET, DUI_ROLE_TARGET_OLD,
          DUI_ROLE_TARGET_FAR, DUI_ROLE_MEASURE,   DUI_ROLE_AXIS,   DUI_ROLE_SHORT,
          DUI_ROLE_BEHIND,     DUI_ROLE_MISSING,   DUI_ROLE_HOLLOW };

  for (guint kind = 0; kind < DUI_N_THEMES; kind++)
    {
      const DuiTheme *theme = dui_theme_get (kind);

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpfloat (contrast (theme->styles[texts[i]].fill, theme->paper), >=, 4.5);
      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        g_assert_cmpfloat (contrast (theme->styles[lines[i]].stroke, theme->paper), >=, 3);
      g_assert_cmpfloat (contrast (theme->styles[DUI_ROLE_VALUE].fill, theme->paper), >=, 3);
      g_assert_cmpfloat (contrast (theme->styles[DUI_ROLE_AHEAD].fill, theme->paper), >=, 3);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/draw/marks", test_marks);
  g_test_add_func ("/plot/draw/items", test_items);
  g_test_add_func ("/plot/draw/text-is-inside", test_text_is_inside);
  g_test_add_func ("/plot/draw/hatch", test_hatch);
  g_test_add_func ("/plot/draw/snaps-to-pixels", test_snaps_to_pixels);
  g_test_add_func ("/plot/draw/all-roles", test_all_roles);
  g_test_add_func ("/plot/draw/theme-nicks", test_theme_nicks);
  g_test_add_func ("/plot/draw/contrast", test_contrast);
  return g_test_run ();
}
