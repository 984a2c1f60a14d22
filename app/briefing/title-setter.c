/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets a title in balanced lines (GB/T 9704: 词意完整，排列对称，长短适宜). */
#include "briefing/typesetter.h"

#include <math.h>

/* The cost of a line that has to be wrapped: more than any unevenness. */
#define TOO_LONG 1000.0

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
join_pieces (GPtrArray *pieces, guint from, guint to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append (text, g_ptr_array_index (pieces, i));
  return g_strstrip (g_string_free (text, FALSE));
}

static double
natural_width (DuiTypesetter *self, const DuiTextStyle *style, const char *text)
{
  g_autoptr (PangoLayout) layout
      = dui_typesetter_shape (self, style->face, style->size, FALSE, text, DUI_NOT_WRAPPED);

  return dui_typesetter_measure (layout);
}

/* How bad it is to set pieces @from to @to as one of the lines: far from the even width, or
 * longer than the line (which is then wrapped). A line that is longer than the even one is
 * better below. */
static double
line_cost (double width, double even, double most, gboolean last)
{
  double off = (width - even) / even;
  double cost = off * off;

  if (width > most)
    cost += TOO_LONG * (width / most);
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
                         + line_cost (natural_width (self, style, text), even,
                                      dui_typesetter_get_width (self), line == n_lines);

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
dui_typesetter_add_title (DuiTypesetter *self, const DuiTextStyle *style, const char *text)
{
  g_autoptr (GPtrArray) pieces = split_title (text);
  g_autofree guint *ends = g_new (guint, pieces->len);
  guint n_lines = 1, start = 0;
  DuiTextStyle line_style = *style;

  while (break_title (self, style, pieces, n_lines, ends) >= TOO_LONG && n_lines < pieces->len)
    n_lines++;
  line_style.keep = TRUE;
  dui_typesetter_next_block (self);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *line = join_pieces (pieces, start, ends[i]);

      dui_typesetter_add_lines (self, &line_style, line);
      line_style.space = 0;
      start = ends[i];
    }
}
