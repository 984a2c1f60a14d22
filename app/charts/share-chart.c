/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds the gap: a bar for each place that has one, the largest first, and beside it how much of
 * the whole gap is held so far (Pareto). Where rows do not fit, the smallest are summed in one. */
#include <glib/gi18n-lib.h>

#include "analysis/standing.h"
#include "charts/frame.h"
#include "charts/rows.h"
#include "model/format.h"
#include "plot/scale.h"
#include "plot/text.h"

#define PITCH_MAX 24
#define LEADING 1.5
#define BAR_SHARE 0.62
#define SPACE 5
#define NAME_SHARE 0.28
/* Of what the names leave: the rest is for the shares. */
#define GAPS_SHARE 0.62
#define DOT 4.5

typedef struct
{
  guint place;
  char *name;
  DuiWide gap; /* raw amounts */
  DuiWide sum; /* of the gaps so far */
  gboolean behind;
} Row;

typedef struct
{
  DuiChartFrame frame;
  DuiIndicator *indicator;
  GArray *rows;  /* of Row, the largest gap first */
  DuiWide total; /* of all gaps */
  char *gaps_title;
} ShareChart;

/* A row at its size: one place, or the smallest ones together. */
typedef struct
{
  const char *name;
  DuiWide gap, sum;
  gboolean behind;
  char *label; /* 4.52（10.0%） */
  char *sum_label;
} Line;

typedef struct
{
  const ShareChart *chart;
  DuiLayout *layout;
  DuiTextMeasure *measure;
  DuiRect rect;
  DuiFont font;
  double heads, pitch;
  double name_width;
  DuiScale gaps, sums;
  double sums_right;
  GArray *lines; /* of Line */
} Picture;

static void
row_clear (gpointer pointer)
{
  g_free (((Row *) pointer)->name);
}

static void
line_clear (gpointer pointer)
{
  Line *line = pointer;

  g_free (line->label);
  g_free (line->sum_label);
}

static void
share_chart_free (gpointer pointer)
{
  ShareChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  g_array_unref (self->rows);
  g_clear_object (&self->indicator);
  g_free (self->gaps_title);
  g_free (self);
}

static double
percent (const ShareChart *self, DuiWide part)
{
  return 100 * dui_ratio_to_double ((DuiRatio){ part, self->total });
}

static char *
format_gap (const ShareChart *self, DuiWide gap)
{
  g_autofree char *amount = dui_format_average (self->indicator, (DuiRatio){ gap, 1 });
  g_autofree char *share = dui_format_percent ((DuiRatio){ gap, self->total }, 1);

  /* Translators: 1 an amount, 2 a share of the whole. */
  return g_strdup_printf (C_ ("share", "%1$s (%2$s%%)"), amount, share);
}

static void
add_line (Picture *self, const char *name, DuiWide gap, DuiWide sum, gboolean behind)
{
  Line line = { name, gap, sum, behind, format_gap (self->chart, gap) };
  g_autofree char *share = dui_format_percent ((DuiRatio){ sum, self->chart->total }, 1);

  line.sum_label = g_strconcat (share, "%", NULL);
  g_array_append_val (self->lines, line);
}

/* The rows that fit, and the smallest as one; sets pitch and font. FALSE where there is no room. */
static gboolean
fit_rows (Picture *self, const char *rest_name)
{
  const GArray *rows = self->chart->rows;
  double small = dui_text_height (self->measure, DUI_FONT_SMALL);
  double body = self->rect.height - 2 * small - 4;
  guint room = (guint) MAX (body / (small + LEADING), 0);
  guint n = rows->len > room ? MAX (room, 1) - 1 : rows->len;

  if (room < MIN (rows->len, 3))
    return FALSE;
  self->heads = small + 2;
  for (guint i = 0; i < n; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      add_line (self, row->name, row->gap, row->sum, row->behind);
    }
  if (n < rows->len)
    add_line (self, rest_name,
              self->chart->total - (n > 0 ? g_array_index (rows, Row, n - 1).sum : 0),
              self->chart->total, FALSE);
  self->pitch = MIN (body / self->lines->len, PITCH_MAX);
  self->font = dui_chart_rows_choose_font (self->measure, self->pitch, LEADING);
  return TRUE;
}

/* FALSE where names and labels leave nothing. */
static gboolean
fit_columns (Picture *self)
{
  double names = 0, labels = 0, sums = 0, largest = 0;
  double left, gaps, right;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      names = MAX (names, dui_text_width (self->measure, line->name, self->font));
      labels = MAX (labels, dui_text_width (self->measure, line->label, self->font));
      sums = MAX (sums, dui_text_width (self->measure, line->sum_label, self->font));
      largest = MAX (largest, percent (self->chart, line->gap));
    }
  self->name_width = MIN (names, NAME_SHARE * self->rect.width);
  left = self->rect.x + self->name_width + SPACE;
  self->sums_right = self->rect.x + self->rect.width;
  gaps = GAPS_SHARE * (self->sums_right - left);
  right = left + gaps + 2 * SPACE;
  self->gaps = dui_scale_linear (0, largest, left, left + gaps - labels - SPACE);
  self->sums = dui_scale_linear (0, 100, right, self->sums_right - sums - SPACE - DOT / 2);
  return self->gaps.end > left + 2 * SPACE && self->sums.end > right + 2 * SPACE;
}

static void
add_text (const Picture *self, DuiRole role, const char *text, double x, double middle)
{
  dui_layout_add_text (self->layout, role, self->font, text, x,
                       middle - dui_text_height (self->measure, self->font) / 2, self->measure);
}

static void
add_head (const Picture *self, const char *text, double x, double width)
{
  g_autofree char *fitting = dui_text_ellipsize (self->measure, text, DUI_FONT_SMALL, width);

  if (fitting)
    dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, fitting, x,
                         self->rect.y, self->measure);
}

static void
add_frame (const Picture *self)
{
  double top = self->rect.y + self->heads;
  double bottom = top + self->lines->len * self->pitch;

  add_head (self, self->chart->gaps_title, self->gaps.start,
            self->sums.start - self->gaps.start - SPACE);
  add_head (self, _ ("Held so far"), self->sums.start, self->sums_right - self->sums.start);
  dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, self->gaps.start, top, self->gaps.start,
                          bottom);
  for (guint share = 0; share <= 100; share += 50)
    {
      g_autofree char *label = g_strdup_printf ("%u%%", share);
      double at = self->sums.map (&self->sums, share);
      double width = dui_text_width (self->measure, label, DUI_FONT_SMALL);

      dui_layout_add_segment (self->layout, share == 0 ? DUI_ROLE_AXIS : DUI_ROLE_GRID, at, top, at,
                              bottom);
      if (share == 0 || self->sums.end - self->sums.start > 5 * width)
        dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label,
                             MIN (at - width / 2, self->sums_right - width), bottom + 2,
                             self->measure);
    }
}

static void
add_bar (const Picture *self, const Line *line, double top)
{
  double middle = top + self->pitch / 2;
  double end = self->gaps.map (&self->gaps, percent (self->chart, line->gap));
  double height = BAR_SHARE * self->pitch;
  g_autofree char *name
      = dui_text_ellipsize_name (self->measure, line->name, self->font, self->name_width + 0.01);

  if (name)
    add_text (self, DUI_ROLE_TEXT, name, self->rect.x, middle);
  dui_layout_add_rect (
      self->layout, line->behind ? DUI_ROLE_BEHIND : DUI_ROLE_SHORT,
      (DuiRect){ self->gaps.start, middle - height / 2, end - self->gaps.start, height });
  add_text (self, DUI_ROLE_TEXT, line->label, end + SPACE, middle);
  add_text (self, DUI_ROLE_TEXT, line->sum_label,
            self->sums_right - dui_text_width (self->measure, line->sum_label, self->font), middle);
}

static void
add_lines (const Picture *self)
{
  double top = self->rect.y + self->heads;
  g_autofree DuiPoint *points = g_new (DuiPoint, self->lines->len);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      add_bar (self, line, top + i * self->pitch);
      points[i].x = self->sums.map (&self->sums, percent (self->chart, line->sum));
      points[i].y = top + (i + 0.5) * self->pitch;
    }
  dui_layout_add_line (self->layout, DUI_ROLE_REFERENCE, points, self->lines->len);
  for (guint i = 0; i < self->lines->len; i++)
    dui_layout_add_symbol (self->layout, DUI_ROLE_DOT, DUI_SYMBOL_DOT, points[i].x, points[i].y,
                           DOT);
}

static void
add_marks (const Picture *self)
{
  for (guint i = 0; i < self->lines->len && i < self->chart->rows->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      dui_layout_add_mark (
          self->layout,
          (DuiRect){ self->rect.x, self->rect.y + self->heads + i * self->pitch,
                     self->rect.width, self->pitch },
          g_array_index (self->chart->rows, Row, i).place,
          /* Translators: 1 place, 2 gap with its share, 3 share of all so far. */
          g_strdup_printf (_ ("%1$s: gap %2$s, %3$s with those above"), line->name, line->label,
                           line->sum_label));
    }
}

static DuiLayout *
share_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const ShareChart *chart = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Picture self = { chart, layout, measure };

  g_array_set_clear_func (lines, line_clear);
  self.lines = lines;
  self.rect = dui_chart_frame_lay_out (&chart->frame, layout, measure);
  if (chart->rows->len == 0 || !fit_rows (&self, C_ ("share", "The others")) || !fit_columns (&self))
    return layout;
  add_frame (&self);
  add_lines (&self);
  add_marks (&self);
  return layout;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;

  if (left->gap != right->gap)
    return right->gap > left->gap ? 1 : -1;
  return left->place > right->place ? 1 : -1;
}

static void
fill_rows (ShareChart *self, const DuiChartSubject *subject, const DuiStanding *standing)
{
  DuiWide sum = 0;

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *from = &g_array_index (standing->rows, DuiStandingRow, i);
      DuiPlace *place = dui_catalog_get_place (subject->panel->catalog, from->place);
      Row row = { from->place, NULL, from->tier.gap };

      if (dui_ratio_is_missing (from->share) || from->tier.gap <= 0)
        continue;
      row.name = g_strdup (dui_place_get_name (place));
      row.behind = dui_ratio_sign (from->tier.difference) < 0;
      self->total += row.gap;
      g_array_append_val (self->rows, row);
    }
  g_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      sum += g_array_index (self->rows, Row, i).gap;
      g_array_index (self->rows, Row, i).sum = sum;
    }
}

/* The fewest that hold half. */
static char *
holders_title (const ShareChart *self, const DuiChartSubject *subject)
{
  guint n = 1;
  g_autofree char *total = dui_format_with_measure (self->indicator, (DuiRatio){ self->total, 1 });
  g_autofree char *share = NULL, *count = NULL;

  if (self->rows->len == 1)
    /* Translators: 1 place, 2 amount. */
    return g_strdup_printf (_ ("%1$s holds the whole gap of %2$s"),
                            g_array_index (self->rows, Row, 0).name, total);
  while (2 * g_array_index (self->rows, Row, n - 1).sum < self->total)
    n++;
  share = dui_format_percent ((DuiRatio){ g_array_index (self->rows, Row, n - 1).sum, self->total },
                              1);
  count = n == 1 ? g_strdup (g_array_index (self->rows, Row, 0).name)
                 : dui_chart_subject_count_members (subject, n);
  /* Translators: 1 a place or "3 townships", 2 a share, 3 the gap of all with its measure. */
  return g_strdup_printf (ngettext ("%1$s holds %2$s%% of all gaps, %3$s",
                                    "%1$s hold %2$s%% of all gaps, %3$s", n),
                          count, share, total);
}

static char *
make_title (const ShareChart *self,
            const DuiChartSubject *subject,
            const DuiStanding *standing)
{
  if (self->rows->len > 0)
    return holders_title (self, subject);
  if (!dui_indicator_has_pace (self->indicator))
    return g_strdup_printf (_ ("Gaps in %s can’t be added up"),
                            dui_indicator_get_display_name (self->indicator));
  if (standing->rows->len > 0)
    return g_strdup (_ ("Nobody has a gap"));
  return dui_chart_subject_get_nothing_title (subject, standing->untargeted->len > 0);
}

DuiChart *
dui_share_chart_new (const DuiChartSubject *subject)
{
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      subject->panel, subject->place, subject->period, DUI_RANK_BY_PROGRESS, subject->tier, 0);
  g_auto (DuiChartWhole) whole = { NULL };
  g_autofree char *description = NULL;
  ShareChart *self = g_new0 (ShareChart, 1);

  dui_chart_whole_init (&whole, subject, subject->period);
  self->indicator = g_object_ref (subject->panel->indicator);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  if (dui_indicator_has_pace (self->indicator))
    fill_rows (self, subject, standing);
  self->gaps_title = g_strdup_printf (_ ("Gap (share), %s"),
                                      dui_chart_subject_get_measure (subject, FALSE));
  dui_chart_frame_init (&self->frame, subject, &whole, make_title (self, subject, standing),
                        standing->provisional);
  description = g_strdup_printf (
      ngettext ("%1$s. %2$s. A bar for %3$u place.",
                "%1$s. %2$s. Bars for %3$u places, the largest gap first.", self->rows->len),
      self->frame.title, self->frame.subtitle, self->rows->len);
  return dui_chart_new (self->frame.title, description, self, share_chart_free,
                        share_chart_layout);
}
