/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/typesetter.h"
#include "briefing/justification.h"
#include "plot/text.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Han characters stand 0.88 em above and 0.12 em below the baseline. */
#define HAN_ASCENT 0.88

/* No line may end within a number, a period or a rate: 1—11月, −4.1%. Behind the dash of an English
 * 1–11 Pango breaks all the same. */
#define UNBREAKABLE "−?[0-9][0-9.,]*(—[0-9]+)?[%月年日]?"

#define CHART_SPACE 10.0

struct _DuiTypesetter
{
  PangoContext *context;
  DuiTypefaces *faces;
  double width;
  GPtrArray *boxes;
  guint block;
  gboolean new_page;
};

DuiTypesetter *
dui_typesetter_new (double width, const char *language)
{
  DuiTypesetter *self = g_new0 (DuiTypesetter, 1);
  PangoFontMap *fonts = pango_cairo_font_map_get_default ();
  cairo_font_options_t *options = cairo_font_options_create ();
  gboolean chinese = g_str_has_prefix (language, "zh");

  self->context = pango_font_map_create_context (fonts);
  /* English pages have Chinese names in them; without this some would come out in another region's
   * form. */
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  pango_cairo_context_set_resolution (self->context, 72);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->faces = dui_typefaces_new (fonts, chinese);
  self->width = width;
  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_box_unref);
  return self;
}

void
dui_typesetter_free (DuiTypesetter *self)
{
  g_object_unref (self->context);
  dui_typefaces_free (self->faces);
  g_ptr_array_unref (self->boxes);
  g_free (self);
}

const char *
dui_typesetter_get_substitution (DuiTypesetter *self)
{
  return dui_typefaces_get_substitution (self->faces);
}

GPtrArray *
dui_typesetter_steal_boxes (DuiTypesetter *self)
{
  GPtrArray *boxes = self->boxes;

  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_box_unref);
  self->new_page = FALSE;
  return boxes;
}

double
dui_typesetter_get_width (DuiTypesetter *self)
{
  return self->width;
}

guint
dui_typesetter_next_block (DuiTypesetter *self)
{
  return ++self->block;
}

void
dui_typesetter_take_box (DuiTypesetter *self, DuiBox *box)
{
  box->new_page = self->new_page;
  self->new_page = FALSE;
  g_ptr_array_add (self->boxes, box);
}

void
dui_typesetter_break_page (DuiTypesetter *self)
{
  self->new_page = TRUE;
}

double
dui_typesetter_baseline (double pitch, double size)
{
  return (pitch - size) / 2 + HAN_ASCENT * size;
}

static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
forbid_breaks (PangoAttrList *attributes, const char *text)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (UNBREAKABLE, G_REGEX_OPTIMIZE, 0, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      insert_attribute (attributes, pango_attr_allow_breaks_new (FALSE), (guint) start,
                        (guint) end);
    }
}

/* Digits of one width, so that columns of numbers align: of the serif faces only the half-width
 * ones are, and a font without such ones has no other. */
static void
align_digits (PangoAttrList *attributes, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize n_digits = strspn (p, "0123456789");

      if (n_digits > 0)
        insert_attribute (attributes, pango_attr_font_features_new ("hwid=1"), (guint) (p - text),
                          (guint) (p - text + n_digits));
      p += MAX (n_digits, 1);
    }
}

static void
set_attributes (PangoLayout *layout, DuiFace face, const char *text, gboolean breakable)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (!breakable)
    forbid_breaks (attributes, text);
  if (face == DUI_FACE_SONG)
    align_digits (attributes, text);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

double
dui_typesetter_measure (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

PangoLayout *
dui_typesetter_shape (DuiTypesetter *self,
                      DuiFace face,
                      double size,
                      gboolean bold,
                      const char *text,
                      double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *description = dui_typefaces_describe (self->faces, face);

  pango_font_description_set_size (description, (int) (size * PANGO_SCALE + 0.5));
  if (bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  set_attributes (layout, face, text, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  /* Rather a number on two lines than one outside of its place. */
  if (width > 0 && dui_typesetter_measure (layout) > width)
    set_attributes (layout, face, text, TRUE);
  return layout;
}

static PangoLayout *
shape_paragraph (DuiTypesetter *self, const DuiTextStyle *style, const char *text)
{
  PangoLayout *layout
      = dui_typesetter_shape (self, style->face, style->size, FALSE, text, self->width);

  pango_layout_set_indent (layout, (int) (style->indent * style->size * PANGO_SCALE));
  if (style->align == DUI_ALIGN_MIDDLE)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if (style->align == DUI_ALIGN_END)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

/* Neither the first nor the last line of a paragraph stands alone on a page. */
static gboolean
stays_with_next (guint line, guint n_lines, gboolean keep)
{
  if (line + 1 == n_lines)
    return keep;
  return line == 0 || line + 2 == n_lines;
}

/* Line @index of @layout again, as wide as the type area behind its indent. */
static PangoLayout *
justify_line (DuiTypesetter *self,
              const DuiTextStyle *style,
              PangoLayout *layout,
              int index,
              double left)
{
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, index);
  g_autofree char *text = g_strchomp (
      g_strndup (pango_layout_get_text (layout) + line->start_index, (gsize) line->length));
  PangoLayout *justified
      = dui_typesetter_shape (self, style->face, style->size, FALSE, text, DUI_NOT_WRAPPED);

  dui_justification_open (justified, self->width - left, style->size);
  return justified;
}

static void
take_lines (DuiTypesetter *self, const DuiTextStyle *style, PangoLayout *layout)
{
  guint n_lines = (guint) pango_layout_get_line_count (layout);
  double baseline = dui_typesetter_baseline (style->pitch, style->size);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  for (guint i = 0; i < n_lines; i++)
    {
      DuiBox *box = dui_box_new (style->part, self->block, self->width, style->pitch);
      g_autoptr (PangoLayout) shown = NULL;
      PangoRectangle logical;
      gboolean justified;
      double left;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      left = (double) logical.x / PANGO_SCALE;
      justified = style->align == DUI_ALIGN_BOTH
                  && (i + 1 < n_lines || left + (double) logical.width / PANGO_SCALE > self->width);
      shown = justified ? justify_line (self, style, layout, (int) i, left) : g_object_ref (layout);
      dui_box_add_line (box,
                        (DuiRect){ left, 0,
                                   justified ? dui_typesetter_measure (shown)
                                             : (double) logical.width / PANGO_SCALE,
                                   style->pitch },
                        shown, justified ? 0 : (int) i, baseline);
      box->space = i == 0 ? style->space : 0;
      box->keep = stays_with_next (i, n_lines, style->keep);
      dui_typesetter_take_box (self, box);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

void
dui_typesetter_add_text (DuiTypesetter *self, const DuiTextStyle *style, const char *text)
{
  dui_typesetter_next_block (self);
  dui_typesetter_add_lines (self, style, text);
}

void
dui_typesetter_add_lines (DuiTypesetter *self, const DuiTextStyle *style, const char *text)
{
  g_autoptr (PangoLayout) layout = shape_paragraph (self, style, text);

  if (style->align == DUI_ALIGN_BOTH)
    dui_justification_avoid_orphan (layout, self->width);
  take_lines (self, style, layout);
}

void
dui_typesetter_add_chart (DuiTypesetter *self, DuiChart *chart, double height)
{
  g_autoptr (DuiTextMeasure) measure = dui_text_measure_new (dui_theme_get (DUI_THEME_MONO));
  DuiBox *box = dui_box_new (DUI_PART_CHART, dui_typesetter_next_block (self), self->width, height);

  dui_box_add_chart (box, (DuiRect){ 0, 0, self->width, height },
                     dui_chart_layout (chart, self->width, height, measure));
  box->space = CHART_SPACE;
  box->keep = TRUE;
  dui_typesetter_take_box (self, box);
}
