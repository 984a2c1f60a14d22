/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How uneven: a dot for each place on one axis, of what share of its target is done, or of its growth
 * where there is no pace. Places that are alike stand above one another; the farthest are named. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/standing.h"
#include "charts/frame.h"
#include "model/format.h"
#include "plot/scale.h"
#include "plot/text.h"

#define DOT_MAX 9.0
#define DOT_MIN 2.0
#define DOT_STEP 0.5
#define SPACE 4
#define EDGE 8 /* beside the outermost dots */
#define TICKS 8
#define TICK_PITCH 44
#define PICTURE_MIN 36 /* less room for dots is no picture */
#define WIDTH_MIN 90
#define STACK_SHARE 0.5 /* of the height, at most, for dots above one another */
#define BELOW_SHARE 0.35 /* of what is left, for names below the dots */
#define APART 3 /* between names in a line */

typedef struct
{
  guint place;
  char *name;
  double value; /* percent */
  char *text;   /* 66.2 */
  gboolean bottom;
} Dot;

typedef struct
{
  DuiChartFrame frame;
  GArray *dots; /* of Dot, ascending */
  double pace;  /* percent; NAN without */
  char *pace_label;
  double whole; /* percent; NAN without */
  char *whole_label;
  char *axis_title;
} SpreadChart;

/* A name above or below the dots: a line leads straight to it. */
typedef struct
{
  gboolean below;
  guint row; /* from the dots away */
  double x;  /* of the line */
  double start, end;
} Name;

typedef struct
{
  const SpreadChart *chart;
  DuiLayout *layout;
  DuiTextMeasure *measure;
  DuiRect rect; /* of dots and names, above the axis */
  DuiScale x;
  double dot;
  double base;   /* where the lowest dots stand */
  double top;    /* of the highest one */
  double line;   /* height of small text */
  GArray *names; /* of Name: those that were placed */
  DuiPoint *at;      /* where each dot stands */
  guint *stands_for; /* how many each dot stands for; 0: another stands for it */
} Picture;

static void
dot_clear (gpointer pointer)
{
  Dot *dot = pointer;

  g_free (dot->name);
  g_free (dot->text);
}

static void
spread_chart_free (gpointer pointer)
{
  SpreadChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  g_array_unref (self->dots);
  g_free (self->pace_label);
  g_free (self->whole_label);
  g_free (self->axis_title);
  g_free (self);
}

static const Dot *
dot_at (const SpreadChart *self, guint index)
{
  return &g_array_index (self->dots, Dot, index);
}

/* Stacks the dots, ascending, each as low as it does not touch another one. What finds no room is stood
 * for by the one that is last in its row. Returns how many are stood for by others. */
static guint
stack (Picture *self)
{
  guint n_levels = (guint) MAX (floor (STACK_SHARE * self->rect.height / self->dot), 1);
  g_autofree guint *last = g_new (guint, n_levels); /* the dot at the right of each level */
  guint n_used = 0, n_hidden = 0;

  for (guint i = 0; i < self->chart->dots->len; i++)
    {
      double x = self->x.map (&self->x, dot_at (self->chart, i)->value);
      guint level = 0;

      while (level < n_used && x - self->at[last[level]].x < self->dot)
        level++;
      self->stands_for[i] = 1;
      if (level == n_levels)
        {
          self->stands_for[i] = 0;
          self->at[i] = self->at[last[n_levels - 1]];
          self->stands_for[last[n_levels - 1]]++;
          n_hidden++;
          continue;
        }
      self->at[i] = (DuiPoint){ x, -(double) level * self->dot };
      last[level] = i;
      n_used = MAX (n_used, level + 1);
    }
  self->top = -(n_used - 0.5) * self->dot;
  return n_hidden;
}

/* The largest dots with which each has its own; the smallest where there are too many. */
static void
fit_dots (Picture *self)
{
  double left;

  self->dot = DOT_MAX;
  while (stack (self) > 0 && self->dot > DOT_MIN)
    self->dot -= DOT_STEP;
  left = self->rect.height - (self->dot / 2 - self->top);
  self->base = self->rect.y + self->rect.height - BELOW_SHARE * left - self->dot / 2;
  self->top += self->base;
  for (guint i = 0; i < self->chart->dots->len; i++)
    self->at[i].y += self->base;
}

static void
add_axis (Picture *self)
{
  double bottom = self->rect.y + self->rect.height, right = self->rect.x + self->rect.width;
  DuiTicks ticks
      = self->x.ticks (&self->x, (guint) CLAMP (self->rect.width / TICK_PITCH, 2, TICKS));

  dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, self->rect.x, bottom, right, bottom);
  for (guint i = 0; i < ticks.n; i++)
    {
      double at = self->x.map (&self->x, dui_ticks_get_value (&ticks, i));
      g_autofree char *label = dui_ticks_get_label (&ticks, i);
      double width = dui_text_width (self->measure, label, DUI_FONT_SMALL);

      if (at - width / 2 < 0 || at + width / 2 > dui_layout_get_width (self->layout))
        continue;
      dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, at, bottom, at, bottom + SPACE / 2.0);
      dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label, at - width / 2,
                           bottom + SPACE / 2.0, self->measure);
    }
}

/* A line through all of the picture, its name in the line above at @row. */
static void
add_reference (Picture *self, DuiRole role, double value, const char *label, guint row)
{
  double at = self->x.map (&self->x, value), width;
  double top = self->rect.y - (2 - row) * self->line;
  DuiPoint points[2] = { { at, top + self->line }, { at, self->rect.y + self->rect.height } };

  if (!isfinite (value))
    return;
  width = dui_text_width (self->measure, label, DUI_FONT_SMALL);
  dui_layout_add_line (self->layout, role, points, 2);
  if (width <= self->rect.width)
    dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label,
                         CLAMP (at - width / 2, self->rect.x,
                                self->rect.x + self->rect.width - width),
                         top, self->measure);
}

static char *
name_dot (const Picture *self, guint index)
{
  const Dot *dot = dot_at (self->chart, index);
  guint n = self->stands_for[index];

  if (n <= 1)
    /* Translators: 1 place, 2 a number. */
    return g_strdup_printf (_ ("%1$s: %2$s%%"), dot->name, dot->text);
  /* Translators: 1 place, 2 a number, 3 how many others. */
  return g_strdup_printf (ngettext ("%1$s: %2$s%%, and %3$u other that is about the same",
                                    "%1$s: %2$s%%, and %3$u others that are about the same", n - 1),
                          dot->name, dot->text, n - 1);
}

static void
add_dots (Picture *self)
{
  double half = self->dot / 2;

  for (guint i = 0; i < self->chart->dots->len; i++)
    {
      const Dot *dot = dot_at (self->chart, i);
      DuiRect rect = { self->at[i].x - half, self->at[i].y - half, self->dot, self->dot };

      if (self->stands_for[i] == 0)
        continue;
      dui_layout_add_symbol (self->layout, dot->bottom ? DUI_ROLE_HOLLOW : DUI_ROLE_DOT,
                             DUI_SYMBOL_DOT, self->at[i].x, self->at[i].y, self->dot - 0.8);
      dui_layout_add_mark (self->layout, rect, dot->place, name_dot (self, i));
    }
}

/* Whether the line from a dot away would run through another one. */
static gboolean
is_covered (const Picture *self, guint index, gboolean below)
{
  for (guint i = 0; i < self->chart->dots->len; i++)
    if (self->stands_for[i] > 0 && i != index
        && fabs (self->at[i].x - self->at[index].x) < self->dot / 2 + 0.5
        && (below ? self->at[i].y > self->at[index].y : self->at[i].y < self->at[index].y))
      return TRUE;
  return FALSE;
}

/* Whether a name would lie on another one, on the line to one that is farther away, or its own line on
 * one that is nearer. */
static gboolean
is_free (const Picture *self, const Name *name)
{
  const double references[] = { self->chart->pace, self->chart->whole };

  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *other = &g_array_index (self->names, Name, i);

      if (other->below != name->below)
        continue;
      if ((other->row == name->row && name->start < other->end + APART
           && other->start < name->end + APART)
          || (other->row < name->row && name->x > other->start - 1 && name->x < other->end + 1)
          || (other->row > name->row && other->x > name->start - 1 && other->x < name->end + 1))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      double at = isfinite (references[i]) ? self->x.map (&self->x, references[i]) : -1;

      if (at > name->start - 1 && at < name->end + 1)
        return FALSE;
    }
  return TRUE;
}

static void
draw_name (Picture *self, guint index, const Name *name, const char *label)
{
  double from = self->at[index].y + (name->below ? 0.5 : -0.5) * self->dot;
  double y = name->below ? self->base + self->dot / 2 + SPACE + name->row * self->line
                         : self->top - SPACE - (name->row + 1) * self->line;
  double to = name->below ? y : y + self->line;

  if (fabs (to - from) > SPACE + 0.5)
    dui_layout_add_segment (self->layout, DUI_ROLE_LEADER, name->x, from, name->x, to);
  dui_layout_add_text (self->layout, DUI_ROLE_TEXT, DUI_FONT_SMALL, label, name->start, y,
                       self->measure);
}

static gboolean
place_name (Picture *self, guint index, gboolean below, const char *label)
{
  /* Of the name, left of its line. */
  static const double offsets[] = { 0.5, 0.08, 0.92 };
  double width = dui_text_width (self->measure, label, DUI_FONT_SMALL);
  double room = (below ? self->rect.y + self->rect.height - self->base - self->dot / 2
                       : self->top - self->rect.y)
                - SPACE;
  Name name = { .below = below, .x = self->at[index].x };

  if (width > self->rect.width || is_covered (self, index, below))
    return FALSE;
  for (; (name.row + 1) * self->line <= room; name.row++)
    for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
      {
        name.start = CLAMP (name.x - offsets[i] * width, self->rect.x,
                            self->rect.x + self->rect.width - width);
        name.end = name.start + width;
        if (!is_free (self, &name))
          continue;
        draw_name (self, index, &name, label);
        g_array_append_val (self->names, name);
        return TRUE;
      }
  return FALSE;
}

static void
add_name (Picture *self, guint index)
{
  const Dot *dot = dot_at (self->chart, index);
  g_autofree char *label = g_strdup_printf ("%s %s", dot->name, dot->text);

  if (self->stands_for[index] == 1 && !place_name (self, index, FALSE, label))
    place_name (self, index, TRUE, label);
}

/* The farthest first, from both ends in turn, as long as there is room. */
static void
add_names (Picture *self)
{
  guint n = self->chart->dots->len;

  for (guint i = 0; i < (n + 1) / 2; i++)
    {
      add_name (self, i);
      if (n - 1 - i > i)
        add_name (self, n - 1 - i);
    }
}

static void
find_domain (const SpreadChart *self, double *low, double *high)
{
  *low = dot_at (self, 0)->value;
  *high = dot_at (self, self->dots->len - 1)->value;
  if (isfinite (self->pace))
    {
      *low = fmin (*low, self->pace);
      *high = fmax (*high, self->pace);
    }
  if (isfinite (self->whole))
    {
      *low = fmin (*low, self->whole);
      *high = fmax (*high, self->whole);
    }
}

static DuiLayout *
spread_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const SpreadChart *chart = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  DuiRect rect = dui_chart_frame_lay_out (&chart->frame, layout, measure);
  g_autofree DuiPoint *at = g_new (DuiPoint, chart->dots->len);
  g_autofree guint *stands_for = g_new (guint, chart->dots->len);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autofree char *title = NULL;
  Picture self = { chart, layout, measure };
  double low, high;

  self.line = dui_text_height (measure, DUI_FONT_SMALL);
  if (chart->dots->len == 0 || rect.width < WIDTH_MIN
      || rect.height < PICTURE_MIN + 4 * self.line + SPACE)
    return layout;
  title = dui_text_ellipsize (measure, chart->axis_title, DUI_FONT_SMALL, rect.width);
  if (title)
    dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, title, rect.x,
                         rect.y + rect.height - self.line, measure);
  self.rect = (DuiRect){ rect.x, rect.y + 2 * self.line, rect.width,
                         rect.height - 4 * self.line - SPACE / 2.0 };
  find_domain (chart, &low, &high);
  self.x = dui_scale_linear (low, high, rect.x + EDGE, rect.x + rect.width - EDGE);
  self.at = at;
  self.stands_for = stands_for;
  self.names = names;
  fit_dots (&self);
  add_axis (&self);
  add_reference (&self, DUI_ROLE_REFERENCE, chart->pace, chart->pace_label, 0);
  add_reference (&self, DUI_ROLE_TARGET_OLD, chart->whole, chart->whole_label, 1);
  add_dots (&self);
  add_names (&self);
  return layout;
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const Dot *left = a, *right = b;

  if (left->value != right->value)
    return left->value > right->value ? 1 : -1;
  return left->place > right->place ? 1 : -1;
}

/* In percent; missing where it has none. */
static DuiRatio
find_value (const DuiChartSubject *subject, const DuiStandingRow *row)
{
  DuiRatio value = dui_indicator_has_pace (subject->panel->indicator) ? row->tier.completion
                                                                      : row->progress.growth;

  return dui_ratio_is_missing (value) ? value : dui_ratio_scale (value, 100, 1);
}

static void
fill_dots (SpreadChart *self, const DuiChartSubject *subject, const DuiStanding *standing)
{
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);
      DuiRatio value = find_value (subject, row);
      Dot dot = { .place = row->place, .bottom = row->bottom };

      if (dui_ratio_is_missing (value))
        continue;
      dot.name = g_strdup (
          dui_place_get_name (dui_catalog_get_place (subject->panel->catalog, row->place)));
      dot.value = dui_ratio_to_double (value);
      dot.text = dui_format_number (value, 1);
      g_array_append_val (self->dots, dot);
    }
  g_array_sort (self->dots, compare_dots);
}

static char *
make_title (const SpreadChart *self, const DuiChartSubject *subject, const DuiStanding *standing)
{
  const Dot *lowest, *highest;
  g_autofree char *points = NULL;

  if (self->dots->len == 0)
    return dui_chart_subject_get_nothing_title (subject, standing->untargeted->len > 0);
  lowest = dot_at (self, 0);
  highest = dot_at (self, self->dots->len - 1);
  if (self->dots->len == 1)
    /* Translators: 1 place, 2 a number. */
    return g_strdup_printf (_ ("%1$s: %2$s%%"), lowest->name, lowest->text);
  if (g_str_equal (lowest->text, highest->text))
    /* Translators: a number. */
    return g_strdup_printf (_ ("All alike: %s%%"), lowest->text);
  points = g_strdup_printf ("%.1f", highest->value - lowest->value);
  /* Translators: 1 and 2 numbers, 3 their difference in points. */
  return g_strdup_printf (_ ("From %1$s%% to %2$s%%: %3$s points apart"), lowest->text,
                          highest->text, points);
}

/* Where the whole stands, and what is due. */
static void
fill_references (SpreadChart *self, const DuiChartSubject *subject, const DuiChartWhole *whole)
{
  gboolean has_pace = dui_indicator_has_pace (subject->panel->indicator);
  DuiRatio pace = has_pace ? dui_panel_get_pace (subject->panel, subject->period)
                           : DUI_RATIO_MISSING;
  DuiRatio value = !whole->progress  ? DUI_RATIO_MISSING
                   : has_pace ? whole->tier->completion
                              : whole->progress->growth;

  self->pace = self->whole = NAN;
  if (!dui_ratio_is_missing (pace))
    {
      g_autofree char *text = dui_format_percent (pace, 1);

      self->pace = 100 * dui_ratio_to_double (pace);
      /* Translators: a number. */
      self->pace_label = g_strdup_printf (_ ("pace %s%%"), text);
    }
  if (!dui_ratio_is_missing (value))
    {
      g_autofree char *text = dui_format_percent (value, 1);

      self->whole = 100 * dui_ratio_to_double (value);
      /* Translators: 1 全县, 2 a number. */
      self->whole_label = g_strdup_printf (_ ("%1$s %2$s%%"), whole->label, text);
    }
}

DuiChart *
dui_spread_chart_new (const DuiChartSubject *subject)
{
  gboolean has_pace = dui_indicator_has_pace (subject->panel->indicator);
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      subject->panel, subject->place, subject->period,
      has_pace ? DUI_RANK_BY_PROGRESS : DUI_RANK_BY_GROWTH, subject->tier, 0);
  g_auto (DuiChartWhole) whole = { NULL };
  g_autofree char *description = NULL;
  SpreadChart *self = g_new0 (SpreadChart, 1);

  dui_chart_whole_init (&whole, subject, subject->period);
  self->dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  g_array_set_clear_func (self->dots, dot_clear);
  fill_dots (self, subject, standing);
  fill_references (self, subject, &whole);
  self->axis_title = g_strdup (has_pace ? _ ("Share of the target (%); hollow: the bottom set")
                                        : _ ("Growth (%); hollow: the bottom set"));
  dui_chart_frame_init (&self->frame, subject, &whole, make_title (self, subject, standing),
                        standing->provisional);
  description = g_strdup_printf (
      ngettext ("%1$s. %2$s. A dot for %3$u place.", "%1$s. %2$s. Dots for %3$u places, from the "
                                                     "lowest to the highest.",
                self->dots->len),
      self->frame.title, self->frame.subtitle, self->dots->len);
  return dui_chart_new (self->frame.title, description, self, spread_chart_free,
                        spread_chart_layout);
}
