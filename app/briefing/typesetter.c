/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/typesetter.h"
#include "plot/text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Han characters stand 0.88 em above and 0.12 em below the baseline. */
#define HAN_ASCENT 0.88

/* No line may end within a number, a period or a rate: 1—11月, −4.1%. */
#define UNBREAKABLE "−?[0-9][0-9.,]*(—[0-9]+)?[%月年日]?"

/* Last lines of so few characters are avoided. */
#define ORPHAN_MAX 2
#define TIGHTEN_MAX 3 /* percent of a line */
#define LOOSEN_MAX 10

/* Of an em. Readers of PDFs take a tenth for a blank, and would not find 全县 in 全 县. */
#define EVEN_FIRST 0.07
#define EVEN_MOST 0.095
#define FURTHER_MOST 0.4

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
dui_typesetter_new (double width,
                    const char *language)
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
dui_typesetter_take_box (DuiTypesetter *self,
                         DuiBox *box)
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
dui_typesetter_baseline (double pitch,
                         double size)
{
  return (pitch - size) / 2 + HAN_ASCENT * size;
}

static PangoAttrList *
forbid_breaks (const char *text)
{
  static GRegex *regex;
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new (UNBREAKABLE, G_REGEX_OPTIMIZE, 0, NULL));
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);
      int start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      attribute->start_index = (guint) start;
      attribute->end_index = (guint) end;
      pango_attr_list_insert (attributes, attribute);
    }
  return attributes;
}

static double
layout_width (PangoLayout *layout)
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
  PangoAttrList *attributes = forbid_breaks (text);

  pango_font_description_set_size (description, (int) (size * PANGO_SCALE + 0.5));
  if (bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  /* Rather a number on two lines than one outside of its place. */
  if (width > 0 && layout_width (layout) > width)
    pango_layout_set_attributes (layout, NULL);
  return layout;
}

static PangoLayout *
shape_paragraph (DuiTypesetter *self,
                 const DuiTextStyle *style,
                 const char *text)
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
stays_with_next (guint line,
                 guint n_lines,
                 gboolean keep)
{
  if (line + 1 == n_lines)
    return keep;
  return line == 0 || line + 2 == n_lines;
}

static gboolean
ends_phrase (gunichar c)
{
  static const char marks[] = "，。；：、！？）》”　";

  return c == ' ' || g_utf8_strchr (marks, -1, c) != NULL;
}

/* Where a line may be opened: behind every Han character and sign, and further behind what ends a
 * phrase. */
static gboolean
opens_even (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == ' ' || g_unichar_iswide (c);
}

static gboolean
opens_further (const char *p)
{
  const char *next = g_utf8_next_char (p);

  return ends_phrase (g_utf8_get_char (p)) && !ends_phrase (g_utf8_get_char (next));
}

/* What to put behind characters to fill a line, in Pango units: a little everywhere, then more between
 * phrases, then the most that characters may be apart. A line that is still short stays short. */
typedef struct
{
  double even;
  double further;
} Opening;

static Opening
choose_opening (const char *text,
                double lacking,
                double em)
{
  guint n_even = 0, n_further = 0;
  Opening opening = { 0, 0 };

  for (const char *p = text; *p != '\0' && *g_utf8_next_char (p) != '\0'; p = g_utf8_next_char (p))
    {
      n_even += opens_even (p);
      n_further += opens_further (p);
    }
  if (n_even == 0)
    return opening;
  opening.even = MIN (lacking / n_even, EVEN_FIRST * em);
  if (n_further > 0)
    opening.further = MIN ((lacking - opening.even * n_even) / n_further, FURTHER_MOST * em);
  opening.even = MIN ((lacking - opening.further * n_further) / n_even, EVEN_MOST * em);
  return opening;
}

static void
open_run (PangoGlyphItem *run,
          const char *text,
          const Opening *opening)
{
  PangoGlyphString *glyphs = run->glyphs;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const char *p = text + run->item->offset + glyphs->log_clusters[i];
      gboolean ends_cluster = i + 1 == glyphs->num_glyphs
                              || glyphs->log_clusters[i + 1] != glyphs->log_clusters[i];

      if (!ends_cluster || *g_utf8_next_char (p) == '\0')
        continue;
      glyphs->glyphs[i].geometry.width
          += (int) ((opens_even (p) ? opening->even : 0)
                    + (opens_further (p) ? opening->further : 0));
    }
}

/* One line of a paragraph again, as wide as @width: Pango's own justification would tear numbers
 * apart. */
static PangoLayout *
justify_line (DuiTypesetter *self,
              const DuiTextStyle *style,
              const char *text,
              double width)
{
  PangoLayout *layout = dui_typesetter_shape (self, style->face, style->size, FALSE, text,
                                              DUI_NOT_WRAPPED);
  double lacking = (width - layout_width (layout)) * PANGO_SCALE;
  Opening opening = choose_opening (text, lacking, style->size * PANGO_SCALE);
  PangoLayoutLine *line = pango_layout_get_line (layout, 0);

  for (GSList *l = line->runs; l; l = l->next)
    open_run (l->data, text, &opening);
  return layout;
}

/* Line @index of @layout, justified behind its indent. */
static PangoLayout *
justify_line_of (DuiTypesetter *self,
                 const DuiTextStyle *style,
                 PangoLayout *layout,
                 int index,
                 double left)
{
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, index);
  g_autofree char *text = g_strchomp (
      g_strndup (pango_layout_get_text (layout) + line->start_index, (gsize) line->length));

  return justify_line (self, style, text, self->width - left);
}

static glong
last_line_length (PangoLayout *layout)
{
  int last = pango_layout_get_line_count (layout) - 1;
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, last);

  return g_utf8_strlen (pango_layout_get_text (layout) + line->start_index, line->length);
}

static void
set_measure (DuiTypesetter *self,
             PangoLayout *layout,
             double percent)
{
  pango_layout_set_width (layout, (int) (self->width * (1 + percent / 100) * PANGO_SCALE));
}

/* Spares a last line of one or two characters: breaks the paragraph as if lines were a little wider,
 * so that it ends a line earlier, or else a little narrower, so that more is left for the last one.
 * Justifying the lines closes or opens them by less than anybody sees. */
static void
avoid_orphan (DuiTypesetter *self,
              PangoLayout *layout)
{
  int n_lines = pango_layout_get_line_count (layout);

  if (n_lines < 2 || last_line_length (layout) > ORPHAN_MAX)
    return;
  for (int percent = 1; percent <= TIGHTEN_MAX; percent++)
    {
      set_measure (self, layout, percent);
      if (pango_layout_get_line_count (layout) < n_lines)
        return;
    }
  for (int percent = 1; percent <= LOOSEN_MAX; percent++)
    {
      set_measure (self, layout, -percent);
      if (last_line_length (layout) > ORPHAN_MAX)
        return;
    }
  set_measure (self, layout, 0);
}

static void
take_lines (DuiTypesetter *self,
            const DuiTextStyle *style,
            PangoLayout *layout,
            gboolean first,
            gboolean keep)
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
                  && (i + 1 < n_lines
                      || left + (double) logical.width / PANGO_SCALE > self->width);
      shown = justified ? justify_line_of (self, style, layout, (int) i, left) : g_object_ref (layout);
      dui_box_add_line (box,
                        (DuiRect){ left, 0, justified ? layout_width (shown)
                                                      : (double) logical.width / PANGO_SCALE,
                                   style->pitch },
                        shown, justified ? 0 : (int) i, baseline);
      box->space = first && i == 0 ? style->space : 0;
      box->keep = stays_with_next (i, n_lines, keep);
      dui_typesetter_take_box (self, box);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

void
dui_typesetter_add_text (DuiTypesetter *self,
                         const DuiTextStyle *style,
                         const char *text)
{
  g_autoptr (PangoLayout) layout = shape_paragraph (self, style, text);

  if (style->align == DUI_ALIGN_BOTH)
    avoid_orphan (self, layout);
  dui_typesetter_next_block (self);
  take_lines (self, style, layout, TRUE, style->keep);
}

/* The pieces of a title that are never parted. */
static GPtrArray *
split_title (const char *text)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '|' || *p == ' ')
      {
        g_ptr_array_add (pieces, g_strndup (start, (gsize) (p - start) + (*p == ' ')));
        start = p + 1;
      }
  g_ptr_array_add (pieces, g_strdup (start));
  return pieces;
}

static char *
join_pieces (GPtrArray *pieces,
             guint from,
             guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append (text, g_ptr_array_index (pieces, i));
  return g_strstrip (g_string_free (text, FALSE));
}

static double
natural_width (DuiTypesetter *self,
               const DuiTextStyle *style,
               const char *text)
{
  g_autoptr (PangoLayout) layout
      = dui_typesetter_shape (self, style->face, style->size, FALSE, text, DUI_NOT_WRAPPED);

  return layout_width (layout);
}

/* How bad it is to set pieces @from to @to as one of the lines: far from the even width, or longer
 * than the line (which is then wrapped). A line that is longer than the even one is better below. */
static double
line_cost (double width,
           double even,
           double most,
           gboolean last)
{
  double off = (width - even) / even;
  double cost = off * off;

  if (width > most)
    cost += 1000 * (width / most);
  if (!last && off > 0)
    cost += 0.01;
  return cost;
}

/* Breaks title pieces into @n_lines lines at least cost: ends[i] is the piece after line i. */
static double
break_title (DuiTypesetter *self,
             const DuiTextStyle *style,
             GPtrArray *pieces,
             guint n_lines,
             guint *ends)
{
  guint n = pieces->len;
  g_autofree double *cost = g_new (double, (n_lines + 1) * (n + 1));
  g_autofree guint *from = g_new0 (guint, (n_lines + 1) * (n + 1));
  g_autofree char *whole = join_pieces (pieces, 0, n);
  double even = natural_width (self, style, whole) / n_lines;

  for (guint i = 0; i < (n_lines + 1) * (n + 1); i++)
    cost[i] = INFINITY;
  cost[0] = 0;
  for (guint line = 1; line <= n_lines; line++)
    for (guint start = line - 1; start < n; start++)
      for (guint end = start + 1; end <= n && cost[(line - 1) * (n + 1) + start] < INFINITY; end++)
        {
          g_autofree char *text = join_pieces (pieces, start, end);
          double total = cost[(line - 1) * (n + 1) + start]
                         + line_cost (natural_width (self, style, text), even, self->width,
                                      line == n_lines);

          if (total < cost[line * (n + 1) + end])
            {
              cost[line * (n + 1) + end] = total;
              from[line * (n + 1) + end] = start;
            }
        }
  for (guint line = n_lines, end = n; line > 0; line--)
    {
      ends[line - 1] = end;
      end = from[line * (n + 1) + end];
    }
  return cost[n_lines * (n + 1) + n];
}

void
dui_typesetter_add_title (DuiTypesetter *self,
                          const DuiTextStyle *style,
                          const char *text)
{
  g_autoptr (GPtrArray) pieces = split_title (text);
  g_autofree guint *ends = g_new (guint, pieces->len);
  guint n_lines = 1, start = 0;

  while (break_title (self, style, pieces, n_lines, ends) >= 1000 && n_lines < pieces->len)
    n_lines++;
  dui_typesetter_next_block (self);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *line = join_pieces (pieces, start, ends[i]);
      g_autoptr (PangoLayout) layout = shape_paragraph (self, style, line);

      take_lines (self, style, layout, i == 0, TRUE);
      start = ends[i];
    }
}

void
dui_typesetter_add_chart (DuiTypesetter *self,
                          DuiChart *chart,
                          double height)
{
  g_autoptr (DuiTextMeasure) measure = dui_text_measure_new (dui_theme_get (DUI_THEME_MONO));
  DuiBox *box = dui_box_new (DUI_PART_CHART, dui_typesetter_next_block (self), self->width, height);

  dui_box_add_chart (box, (DuiRect){ 0, 0, self->width, height },
                     dui_chart_layout (chart, self->width, height, measure));
  box->space = CHART_SPACE;
  box->keep = TRUE;
  dui_typesetter_take_box (self, box);
}
