/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/text.h"

#include <math.h>
#include <string.h>

#include "plot/fonts.h"

/* Han characters fill 0.88 em above the baseline, brackets and Latin tails 0.28 em below it. The
 * fonts' own line heights (1.45 em in Noto) leave room for scripts that charts do not use. */
#define ASCENT 0.88
#define DESCENT 0.28

static const char ellipsis[] = "…";

void
dui_text_prepare (const DuiTheme *theme)
{
  dui_fonts_prepare (theme->family);
}

void
dui_text_abandon (void)
{
  dui_fonts_abandon ();
}

static double
pango_width (DuiTextMeasure *self, const char *text, DuiFont font)
{
  const DuiFontStyle *style = &self->theme->fonts[font];
  PangoLayout *shaped = dui_fonts_shape (self->theme->family, style->bold, text);
  PangoRectangle logical;

  pango_layout_get_extents (shaped, NULL, &logical);
  return (double) logical.width / PANGO_SCALE * (style->size / DUI_FONTS_SIZE);
}

DuiTextMeasure *
dui_text_measure_new (const DuiTheme *theme)
{
  DuiTextMeasure *self = g_new0 (DuiTextMeasure, 1);

  self->theme = theme;
  self->width = pango_width;
  return self;
}

static double
fixed_width (DuiTextMeasure *self, const char *text, DuiFont font)
{
  double ems = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    ems += g_unichar_iszerowidth (g_utf8_get_char (p)) ? 0
           : g_unichar_iswide (g_utf8_get_char (p))    ? 1
                                                       : 0.5;
  return ems * self->theme->fonts[font].size;
}

DuiTextMeasure *
dui_text_measure_new_fixed (const DuiTheme *theme)
{
  DuiTextMeasure *self = g_new0 (DuiTextMeasure, 1);

  self->theme = theme;
  self->width = fixed_width;
  return self;
}

void
dui_text_measure_free (DuiTextMeasure *self)
{
  g_free (self);
}

double
dui_text_width (DuiTextMeasure *self, const char *text, DuiFont font)
{
  return self->width (self, text, font);
}

double
dui_text_height (DuiTextMeasure *self, DuiFont font)
{
  return self->theme->fonts[font].size * (ASCENT + DESCENT);
}

double
dui_text_ascent (DuiTextMeasure *self, DuiFont font)
{
  return self->theme->fonts[font].size * ASCENT;
}

/* @n_chars of @text and "…": from its start, or two thirds from its start and the rest from its
 * end. */
static char *
cut (const char *text, glong n_chars, gboolean middle)
{
  glong length = g_utf8_strlen (text, -1);
  glong n_tail = middle ? n_chars / 3 : 0;
  g_autofree char *head = g_utf8_substring (text, 0, n_chars - n_tail);
  g_autofree char *tail = g_utf8_substring (text, length - n_tail, length);

  return g_strconcat (g_strchomp (head), ellipsis, g_strchug (tail), NULL);
}

static char *
shorten (DuiTextMeasure *self, const char *text, DuiFont font, double width, gboolean middle)
{
  glong low = 0;
  glong high = g_utf8_strlen (text, -1);

  if (dui_text_width (self, text, font) <= width)
    return g_strdup (text);
  while (low < high)
    {
      glong tried = (low + high + 1) / 2;
      g_autofree char *shorter = cut (text, tried, middle);

      if (dui_text_width (self, shorter, font) <= width)
        low = tried;
      else
        high = tried - 1;
    }
  return low > 0 ? cut (text, low, middle) : NULL;
}

char *
dui_text_ellipsize (DuiTextMeasure *self, const char *text, DuiFont font, double width)
{
  return shorten (self, text, font, width, FALSE);
}

char *
dui_text_ellipsize_name (DuiTextMeasure *self, const char *text, DuiFont font, double width)
{
  return shorten (self, text, font, width, TRUE);
}

/* Where @text may be broken, as bytes from its start, in order and with its end. */
static GArray *
find_breaks (const char *text)
{
  int n_chars = (int) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_chars + 1);
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  const char *p = text;

  pango_get_log_attrs (text, -1, -1, pango_language_from_string ("zh-cn"), attributes, n_chars + 1);
  for (int i = 1; i <= n_chars; i++)
    {
      gsize length;

      p = g_utf8_next_char (p);
      length = (gsize) (p - text);
      if (attributes[i].is_line_break || i == n_chars)
        g_array_append_val (breaks, length);
    }
  return breaks;
}

/* The line from byte @from to @to, without blanks at its end. */
static char *
cut_line (const char *text, gsize from, gsize to)
{
  return g_strchomp (g_strndup (text + from, to - from));
}

static double
line_width (DuiTextMeasure *self, const char *text, DuiFont font, gsize from, gsize to)
{
  g_autofree char *line = cut_line (text, from, to);

  return dui_text_width (self, line, font);
}

/* The last of @breaks behind @from up to which the line fits; the first one if none does. */
static gsize
find_line_end (DuiTextMeasure *self,
               const char *text,
               DuiFont font,
               double width,
               const GArray *breaks,
               gsize from)
{
  guint low = 0;
  guint high;

  while (g_array_index (breaks, gsize, low) <= from)
    low++;
  high = breaks->len - 1;
  while (low < high)
    {
      guint middle = (low + high + 1) / 2;

      if (line_width (self, text, font, from, g_array_index (breaks, gsize, middle)) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  return g_array_index (breaks, gsize, low);
}

GStrv
dui_text_wrap (DuiTextMeasure *self, const char *text, DuiFont font, double width, guint max_lines)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GArray) breaks = find_breaks (text);
  gsize length = strlen (text);
  gsize from = 0;

  for (guint i = 1; from < length; i++)
    {
      gsize end = i < max_lines ? find_line_end (self, text, font, width, breaks, from) : length;
      g_autofree char *line = cut_line (text, from, end);
      g_autofree char *fitting = dui_text_ellipsize (self, line, font, width);

      if (fitting)
        g_strv_builder_add (lines, fitting);
      from = end;
    }
  return g_strv_builder_end (lines);
}

/* A line that ends with a clause reads best. */
static gboolean
ends_clause (const char *text, gsize end)
{
  static const char *const marks[] = { ", ", "; ", ": ", "，", "；", "：" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize length = strlen (marks[i]);

      if (end >= length && memcmp (text + end - length, marks[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where to break @text in two so that both lines fit: behind a clause, else so that they are most
 * alike. 0 when it cannot be done. */
static gsize
find_middle (DuiTextMeasure *self, const char *text, DuiFont font, double width)
{
  g_autoptr (GArray) breaks = find_breaks (text);
  gsize length = strlen (text);
  gsize best = 0;
  double best_score = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < breaks->len; i++)
    {
      gsize end = g_array_index (breaks, gsize, i);
      double first = line_width (self, text, font, 0, end);
      double second = line_width (self, text, font, end, length);
      double score = fabs (first - second) - (ends_clause (text, end) ? width / 2 : 0);

      if (first <= width && second <= width && score < best_score)
        {
          best = end;
          best_score = score;
        }
    }
  return best;
}

GStrv
dui_text_wrap_title (DuiTextMeasure *self,
                     const char *text,
                     DuiFont font,
                     double width,
                     guint max_lines)
{
  g_autoptr (GStrvBuilder) lines = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize middle = 0;

  if (max_lines > 1 && dui_text_width (self, text, font) > width)
    middle = find_middle (self, text, font, width);
  if (middle == 0)
    return dui_text_wrap (self, text, font, width, MIN (max_lines, 2));
  lines = g_strv_builder_new ();
  first = cut_line (text, 0, middle);
  second = cut_line (text, middle, strlen (text));
  g_strv_builder_add_many (lines, first, second, NULL);
  return g_strv_builder_end (lines);
}
