/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/text.h"

#include "plot/fonts.h"

/* Han characters fill 0.88 em above the baseline, brackets and Latin tails 0.28 em below it. The
 * fonts' own line heights (1.45 em in Noto) leave room for scripts that charts do not use. */
#define ASCENT 0.88
#define DESCENT 0.28

static const char ellipsis[] = "…";

static double
pango_width (DuiTextMeasure *self, const char *text, DuiFont font)
{
  PangoRectangle logical;

  pango_layout_get_extents (dui_fonts_shape (self->theme, font, text), NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
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
dui_text_width (DuiTextMeasure *self,
                const char *text,
                DuiFont font)
{
  return self->width (self, text, font);
}

double
dui_text_height (DuiTextMeasure *self,
                 DuiFont font)
{
  return self->theme->fonts[font].size * (ASCENT + DESCENT);
}

double
dui_text_ascent (DuiTextMeasure *self,
                 DuiFont font)
{
  return self->theme->fonts[font].size * ASCENT;
}

/* The first @n_chars of @text with "…" behind. */
static char *
cut (const char *text, glong n_chars)
{
  g_autofree char *head = g_utf8_substring (text, 0, n_chars);

  return g_strconcat (g_strchomp (head), ellipsis, NULL);
}

/* The most characters for which cut() fits; -1 for none. Where a cut parts a base from its
 * combining sign, the sign is given up. */
static glong
most_that_fit (DuiTextMeasure *self, const char *text, DuiFont font, double width)
{
  glong low = 0;
  glong high = g_utf8_strlen (text, -1);

  while (low < high)
    {
      glong middle = (low + high + 1) / 2;
      g_autofree char *shorter = cut (text, middle);

      if (dui_text_width (self, shorter, font) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  return low > 0 ? low : -1;
}

char *
dui_text_ellipsize (DuiTextMeasure *self,
                    const char *text,
                    DuiFont font,
                    double width)
{
  glong fitting;

  if (dui_text_width (self, text, font) <= width)
    return g_strdup (text);
  fitting = most_that_fit (self, text, font, width);
  return fitting < 0 ? NULL : cut (text, fitting);
}

/* Bytes of @text that make its first line: up to the last place where it may be broken so that it
 * fits, or to the first such place if not even that fits. */
static gsize
first_line (DuiTextMeasure *self, const char *text, DuiFont font, double width)
{
  int n_chars = (int) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *breaks = g_new0 (PangoLogAttr, n_chars + 1);
  const char *p = text;
  gsize length = 0;

  pango_get_log_attrs (text, -1, -1, pango_language_from_string ("zh-cn"), breaks, n_chars + 1);
  for (int i = 1; i <= n_chars; i++)
    {
      g_autofree char *head = NULL;

      p = g_utf8_next_char (p);
      if (!breaks[i].is_line_break && i < n_chars)
        continue;
      head = g_strndup (text, (gsize) (p - text));
      if (length > 0 && dui_text_width (self, g_strchomp (head), font) > width)
        break;
      length = (gsize) (p - text);
    }
  return length;
}

GStrv
dui_text_wrap (DuiTextMeasure *self,
               const char *text,
               DuiFont font,
               double width,
               guint max_lines)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 1; *text; i++)
    {
      gsize length = i < max_lines ? first_line (self, text, font, width) : strlen (text);
      g_autofree char *line = g_strchomp (g_strndup (text, length));
      g_autofree char *fitting = dui_text_ellipsize (self, line, font, width);

      if (fitting)
        g_strv_builder_add (lines, fitting);
      text += length;
    }
  return g_strv_builder_end (lines);
}
