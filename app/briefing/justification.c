/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/justification.h"

/* Of an em. Readers of PDFs take a tenth for a blank, and would not find 全县 in 全 县. */
#define EVEN_FIRST 0.07
#define EVEN_MOST 0.095
#define FURTHER_MOST 0.4

/* Last lines of so few characters are avoided. */
#define ORPHAN_MAX 2
#define TIGHTEN_MAX 3 /* percent of a line */
#define LOOSEN_MAX 10

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

/* What to put behind characters to fill a line, in Pango units: a little everywhere, then more
 * between phrases, then the most that characters may be apart. A line that is still short stays
 * short. */
typedef struct
{
  double even;
  double further;
} Opening;

static Opening
choose_opening (const char *text, double lacking, double em)
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
open_run (PangoGlyphItem *run, const char *text, const Opening *opening)
{
  PangoGlyphString *glyphs = run->glyphs;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const char *p = text + run->item->offset + glyphs->log_clusters[i];
      gboolean ends_cluster
          = i + 1 == glyphs->num_glyphs || glyphs->log_clusters[i + 1] != glyphs->log_clusters[i];

      if (!ends_cluster || *g_utf8_next_char (p) == '\0')
        continue;
      glyphs->glyphs[i].geometry.width += (int) ((opens_even (p) ? opening->even : 0)
                                                 + (opens_further (p) ? opening->further : 0));
    }
}

void
dui_justification_open (PangoLayout *layout, double width, double em)
{
  const char *text = pango_layout_get_text (layout);
  PangoRectangle logical;
  PangoLayoutLine *line;
  Opening opening;

  pango_layout_get_extents (layout, NULL, &logical);
  opening = choose_opening (text, width * PANGO_SCALE - logical.width, em * PANGO_SCALE);
  line = pango_layout_get_line (layout, 0);
  for (GSList *l = line->runs; l; l = l->next)
    open_run (l->data, text, &opening);
}

static glong
last_line_length (PangoLayout *layout)
{
  int last = pango_layout_get_line_count (layout) - 1;
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, last);

  return g_utf8_strlen (pango_layout_get_text (layout) + line->start_index, line->length);
}

static void
set_measure (PangoLayout *layout, double width, double percent)
{
  pango_layout_set_width (layout, (int) (width * (1 + percent / 100) * PANGO_SCALE));
}

void
dui_justification_avoid_orphan (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);

  if (n_lines < 2 || last_line_length (layout) > ORPHAN_MAX)
    return;
  for (int percent = 1; percent <= TIGHTEN_MAX; percent++)
    {
      set_measure (layout, width, percent);
      if (pango_layout_get_line_count (layout) < n_lines)
        return;
    }
  for (int percent = 1; percent <= LOOSEN_MAX; percent++)
    {
      set_measure (layout, width, -percent);
      if (last_line_length (layout) > ORPHAN_MAX)
        return;
    }
  set_measure (layout, width, 0);
}
