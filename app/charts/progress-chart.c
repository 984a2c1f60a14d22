/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year of one place: the cumulative figure against the way to its targets, last year, where the
 * year may end, and both gaps (PRACTICE §4 "Progress"). An indicator without pace shows its level
 * by month against the target. Labels that find no room go in this order: document of a raise, last
 * year, other tiers, forecasts, judged target, gap. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/frame.h"
#include "charts/progress-data.h"
#include "plot/labels.h"
#include "plot/scale.h"

#define SPACE 3
#define DOT 4.4
#define BRACKET 8 /* column of the year's gap, right of the frame */
#define RANGE 12  /* column of the forecasts, right of that */
#define CAP 2.5   /* half a crossbar of a bracket or range */
#define TOP_SHARE 1.08
#define TICKS_MAX 12    /* more lines than these are a pattern, on however large a sheet */
#define SIDE_SHARE 0.38 /* of the width, at most, for the labels at the right */
#define FAR 60
#define FRAME_MIN 40 /* less is no picture */

typedef struct
{
  DuiChartFrame frame;
  DuiProgressData *data;
} ProgressChart;

/* A label in the column at the right. */
typedef struct
{
  const char *text;
  double at;      /* the value it belongs to */
  double from_x;  /* where its leader begins */
  int importance; /* the higher, the longer it stays */
  DuiRole role;
} SideLabel;

/* The picture while it is being laid out. */
typedef struct
{
  const DuiProgressData *data;
  DuiLayout *layout;
  DuiTextMeasure *measure;
  DuiScale x, y;
  DuiRect frame;
  double side;  /* x of the labels at the right */
  double right; /* where the picture ends */
  DuiFont font;
  GArray *labels; /* of SideLabel */
  DuiPlacer *placer;
} Picture;

static void
progress_chart_free (gpointer pointer)
{
  ProgressChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  dui_progress_data_free (self->data);
  g_free (self);
}

static void
widen (double value, double *low, double *high)
{
  *low = fmin (*low, value);
  *high = fmax (*high, value);
}

static void
find_domain (const DuiProgressData *data, double *low, double *high)
{
  *low = data->from_zero ? 0 : INFINITY;
  *high = data->from_zero ? 0 : -INFINITY;
  for (guint i = 0; i < data->points->len; i++)
    if (isfinite (g_array_index (data->points, DuiProgressPoint, i).value))
      widen (g_array_index (data->points, DuiProgressPoint, i).value, low, high);
  for (guint i = 0; i < data->paths->len; i++)
    {
      const GArray *points = g_array_index (data->paths, DuiProgressPath, i).points;

      for (guint k = 0; k < points->len; k++)
        widen (g_array_index (points, DuiPoint, k).y, low, high);
    }
  for (guint i = 0; i < data->n_forecasts; i++)
    widen (data->forecasts[i].value, low, high);
  if (data->from_zero)
    *high *= TOP_SHARE;
  else if (*high > *low)
    {
      double around = (*high - *low) * 0.15;

      *low -= around;
      *high += around;
    }
}

static void
add_side_label (Picture *self,
                const char *text,
                double at,
                double from_x,
                int importance,
                DuiRole role)
{
  SideLabel label = { text, at, from_x, importance, role };

  if (text && isfinite (at))
    g_array_append_val (self->labels, label);
}

static DuiPoint
to_position (const Picture *self, DuiPoint point)
{
  return (DuiPoint){ self->x.map (&self->x, point.x), self->y.map (&self->y, point.y) };
}

static void
add_curve (Picture *self, DuiRole role, const DuiPoint *values, guint n)
{
  g_autofree DuiPoint *points = g_new (DuiPoint, n);

  for (guint i = 0; i < n; i++)
    points[i] = to_position (self, values[i]);
  dui_layout_add_line (self->layout, role, points, n);
  dui_placer_avoid_line (self->placer, points, n);
}

/* How important a path's label is. */
static int
path_importance (DuiRole role)
{
  return role == DUI_ROLE_TARGET ? 5 : role == DUI_ROLE_PAST ? 1 : 2;
}

static void
add_paths (Picture *self)
{
  for (guint i = 0; i < self->data->paths->len; i++)
    {
      const DuiProgressPath *path = &g_array_index (self->data->paths, DuiProgressPath, i);
      const DuiPoint *last = &g_array_index (path->points, DuiPoint, path->points->len - 1);

      add_curve (self, path->role, (const DuiPoint *) path->points->data, path->points->len);
      add_side_label (self, path->label, last->y, self->x.map (&self->x, last->x),
                      path_importance (path->role), DUI_ROLE_TEXT_QUIET);
    }
}

/* What happened, in as many pieces as missing months leave. */
static void
add_actual (Picture *self)
{
  const GArray *points = self->data->points;
  g_autoptr (GArray) piece = g_array_new (FALSE, FALSE, sizeof (DuiPoint));
  DuiPoint zero = { 0, 0 };

  if (self->data->from_zero)
    g_array_append_val (piece, zero);
  for (guint i = 0; i <= points->len; i++)
    {
      const DuiProgressPoint *point
          = i < points->len ? &g_array_index (points, DuiProgressPoint, i) : NULL;

      if (point && isfinite (point->value))
        {
          DuiPoint value = { dui_period_month (point->period), point->value };
          g_array_append_val (piece, value);
          continue;
        }
      if (piece->len > 1)
        add_curve (self, DUI_ROLE_CURVE, (const DuiPoint *) piece->data, piece->len);
      g_array_set_size (piece, 0);
    }
  for (guint i = 0; i < points->len; i++)
    {
      const DuiProgressPoint *point = &g_array_index (points, DuiProgressPoint, i);
      DuiPoint at
          = to_position (self, (DuiPoint){ dui_period_month (point->period), point->value });

      if (!isfinite (point->value))
        continue;
      dui_layout_add_symbol (self->layout, DUI_ROLE_DOT, DUI_SYMBOL_DOT, at.x, at.y, DOT);
      dui_placer_avoid_rect (self->placer, (DuiRect){ at.x - DOT / 2, at.y - DOT / 2, DOT, DOT });
    }
}

static void
add_obstacle (Picture *self, DuiRole role, DuiPoint from, DuiPoint to)
{
  const DuiPoint points[] = { from, to };

  dui_layout_add_line (self->layout, role, points, G_N_ELEMENTS (points));
  dui_placer_avoid_line (self->placer, points, G_N_ELEMENTS (points));
}

/* A bar with crossbars at its ends. */
static void
add_bracket (Picture *self, double x, double from, double to)
{
  add_obstacle (self, DUI_ROLE_MEASURE, (DuiPoint){ x, from }, (DuiPoint){ x, to });
  add_obstacle (self, DUI_ROLE_MEASURE, (DuiPoint){ x - CAP, from }, (DuiPoint){ x + CAP, from });
  add_obstacle (self, DUI_ROLE_MEASURE, (DuiPoint){ x - CAP, to }, (DuiPoint){ x + CAP, to });
}

/* The year's gap, beside the frame. */
static void
add_gap (Picture *self)
{
  const DuiProgressData *data = self->data;
  double x = self->frame.x + self->frame.width + BRACKET / 2.0;
  DuiPoint now = to_position (self, data->now);
  double to;

  if (!data->gap_label || !isfinite (data->now.y) || !isfinite (data->target))
    return;
  to = self->y.map (&self->y, data->target);
  add_obstacle (self, DUI_ROLE_LEADER, now, (DuiPoint){ x, now.y });
  add_bracket (self, x, now.y, to);
  add_side_label (self, data->gap_label, (data->now.y + data->target) / 2, x, 6,
                  data->now.y < data->target ? DUI_ROLE_TEXT_BEHIND : DUI_ROLE_TEXT);
}

/* Never a line into the future: one upright bar outside the frame, a tick for each method. */
static void
add_forecasts (Picture *self)
{
  const DuiProgressData *data = self->data;
  double x = self->frame.x + self->frame.width + BRACKET + RANGE / 2.0;

  if (data->n_forecasts == 0)
    return;
  dui_layout_add_segment (self->layout, DUI_ROLE_MEASURE, x,
                          self->y.map (&self->y, data->forecasts[0].value), x,
                          self->y.map (&self->y, data->forecasts[data->n_forecasts - 1].value));
  for (guint i = 0; i < data->n_forecasts; i++)
    {
      double y = self->y.map (&self->y, data->forecasts[i].value);

      dui_layout_add_segment (self->layout, DUI_ROLE_MEASURE, x - CAP, y, x + CAP, y);
      add_side_label (self, data->forecasts[i].label, data->forecasts[i].value, x + CAP, 3,
                      DUI_ROLE_TEXT_QUIET);
    }
}

/* Beside @anchor, with a leader when it had to go far. */
static gboolean
place_text (Picture *self,
            DuiRole role,
            DuiFont font,
            const char *text,
            DuiPoint anchor,
            DuiSide side,
            double reach)
{
  double width = dui_text_width (self->measure, text, font);
  double height = dui_text_height (self->measure, font);
  DuiRect rect;
  DuiPoint end;

  if (!dui_placer_place (self->placer, anchor, side, width, height, reach, &rect, &end))
    return FALSE;
  /* Of all lines only those of the grid may be below a text: they make way. */
  dui_layout_add_rect (self->layout, DUI_ROLE_GAP_MARK, rect);
  if (dui_placer_is_far (anchor, end))
    dui_layout_add_segment (self->layout, DUI_ROLE_LEADER, anchor.x, anchor.y, end.x, end.y);
  dui_layout_add_text (self->layout, role, font, text, rect.x, rect.y, self->measure);
  return TRUE;
}

static void
add_due (Picture *self)
{
  const DuiProgressData *data = self->data;
  DuiPoint now, due;
  gboolean short_of = data->now.y < data->due;

  if (!data->due_label || !isfinite (data->due))
    return;
  now = to_position (self, data->now);
  due = to_position (self, (DuiPoint){ data->now.x, data->due });
  add_bracket (self, now.x, now.y, due.y);
  /* From the end on the plan's line, so that a leader does not cross it. */
  place_text (self, short_of ? DUI_ROLE_TEXT_BEHIND : DUI_ROLE_TEXT, self->font, data->due_label,
              due, short_of ? DUI_SIDE_NORTH_WEST : DUI_SIDE_SOUTH_EAST, FAR);
}

/* Beside the last dot; among the labels at the right where lines leave no room there. */
static void
add_now_label (Picture *self)
{
  DuiPoint now = to_position (self, self->data->now);

  if (!self->data->now_label || !isfinite (now.y)
      || place_text (self, DUI_ROLE_TEXT, self->font, self->data->now_label, now,
                     DUI_SIDE_SOUTH_EAST, DUI_LABEL_NEAR))
    return;
  if (!self->data->gap_label)
    add_obstacle (self, DUI_ROLE_LEADER, now,
                  (DuiPoint){ self->frame.x + self->frame.width, now.y });
  add_side_label (self, self->data->now_side_label, self->data->now.y,
                  self->frame.x + self->frame.width, 7, DUI_ROLE_TEXT);
}

static void
add_jumps (Picture *self)
{
  for (guint i = 0; i < self->data->jumps->len; i++)
    {
      const DuiProgressJump *jump = &g_array_index (self->data->jumps, DuiProgressJump, i);
      DuiPoint from = to_position (self, jump->from);
      DuiPoint to = to_position (self, jump->to);

      place_text (self, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, jump->label, from.y < to.y ? from : to,
                  DUI_SIDE_NORTH_WEST, FAR);
    }
}

static void
add_missing (Picture *self)
{
  const char *word = C_ ("a month without figures", "none");
  double bottom = self->frame.y + self->frame.height;

  for (guint i = 0; i < self->data->points->len; i++)
    {
      const DuiProgressPoint *point = &g_array_index (self->data->points, DuiProgressPoint, i);
      double x = self->x.map (&self->x, dui_period_month (point->period));

      if (!isfinite (point->value))
        place_text (self, DUI_ROLE_TEXT, DUI_FONT_SMALL, word, (DuiPoint){ x, bottom },
                    DUI_SIDE_NORTH, DUI_LABEL_NEAR);
    }
}

static int
compare_side_labels (gconstpointer a, gconstpointer b)
{
  double left = ((const SideLabel *) a)->at;
  double right = ((const SideLabel *) b)->at;

  return (left < right) - (left > right);
}

static void
drop_least_important (GArray *labels)
{
  guint least = 0;

  for (guint i = 1; i < labels->len; i++)
    if (g_array_index (labels, SideLabel, i).importance
        < g_array_index (labels, SideLabel, least).importance)
      least = i;
  g_array_remove_index (labels, least);
}

static void
add_side_labels (Picture *self)
{
  double height = dui_text_height (self->measure, self->font);
  g_autofree double *centres = g_new (double, self->labels->len + 1);

  g_array_sort (self->labels, compare_side_labels);
  for (;;)
    {
      for (guint i = 0; i < self->labels->len; i++)
        centres[i] = self->y.map (&self->y, g_array_index (self->labels, SideLabel, i).at);
      if (dui_labels_spread (centres, self->labels->len, height, self->frame.y - height / 2,
                             self->frame.y + self->frame.height + height / 2))
        break;
      drop_least_important (self->labels);
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      const SideLabel *label = &g_array_index (self->labels, SideLabel, i);
      g_autofree char *text = dui_text_ellipsize (self->measure, label->text, self->font,
                                                  self->right - self->side + 0.01);

      if (!text)
        continue;
      dui_layout_add_segment (self->layout, DUI_ROLE_LEADER, label->from_x,
                              self->y.map (&self->y, label->at), self->side - 1, centres[i]);
      dui_layout_add_text (self->layout, label->role, self->font, text, self->side,
                           centres[i] - height / 2, self->measure);
    }
}

static const char *
month_label (int month, gboolean january_too)
{
  static const char *const months[]
      = { NC_ ("month", "Jan"), NC_ ("month", "Feb"), NC_ ("month", "Mar"), NC_ ("month", "Apr"),
          NC_ ("month", "May"), NC_ ("month", "Jun"), NC_ ("month", "Jul"), NC_ ("month", "Aug"),
          NC_ ("month", "Sep"), NC_ ("month", "Oct"), NC_ ("month", "Nov"), NC_ ("month", "Dec") };

  if (month == 2 && january_too)
    return C_ ("month", "Jan–Feb");
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", months[month - 1]);
}

static void
add_months (Picture *self)
{
  double widest = dui_text_width (self->measure, month_label (12, FALSE), DUI_FONT_SMALL) + SPACE;
  DuiTicks ticks = self->x.ticks (&self->x, (guint) (self->frame.width / widest));
  double bottom = self->frame.y + self->frame.height;
  double free_from = self->frame.x - widest;
  gboolean joined = self->data->calendar == DUI_CALENDAR_MONTHLY && ticks.step == 1;

  for (guint i = 0; i < ticks.n; i++)
    {
      int month = (int) dui_ticks_get_value (&ticks, i);
      double at = self->x.map (&self->x, month);
      const char *label = month_label (month, joined);
      double width = dui_text_width (self->measure, label, DUI_FONT_SMALL);

      dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, at, bottom, at, bottom + 2);
      if ((month == 1 && joined) || at - width / 2 < free_from)
        continue;
      dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label, at - width / 2,
                           bottom + 3, self->measure);
      free_from = at + width / 2 + 1;
    }
}

static DuiTicks
value_ticks (const Picture *self, const DuiScale *scale, double height)
{
  double line = dui_text_height (self->measure, DUI_FONT_SMALL);
  guint room = (guint) MAX (height / (2.2 * line), 2);

  return scale->ticks (scale, MIN (room, TICKS_MAX));
}

static void
add_values_axis (Picture *self)
{
  double height = dui_text_height (self->measure, DUI_FONT_SMALL);
  DuiTicks ticks = value_ticks (self, &self->y, self->frame.height);

  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *label = dui_ticks_get_label (&ticks, i);
      double at = self->y.map (&self->y, dui_ticks_get_value (&ticks, i));
      double width = dui_text_width (self->measure, label, DUI_FONT_SMALL);

      dui_layout_add_segment (self->layout, DUI_ROLE_GRID, self->frame.x, at,
                              self->frame.x + self->frame.width, at);
      dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label,
                           self->frame.x - SPACE - width, at - height / 2, self->measure);
    }
}

static void
add_axes (Picture *self)
{
  double bottom = self->frame.y + self->frame.height;
  double zero = self->y.low < 0 && self->y.high > 0 ? self->y.map (&self->y, 0) : bottom;

  add_values_axis (self);
  add_months (self);
  add_obstacle (self, DUI_ROLE_AXIS, (DuiPoint){ self->frame.x, zero },
                (DuiPoint){ self->frame.x + self->frame.width, zero });
}

static void
add_marks (Picture *self)
{
  const GArray *points = self->data->points;

  for (guint i = 0; i < points->len; i++)
    {
      const DuiProgressPoint *point = &g_array_index (points, DuiProgressPoint, i);
      int month = dui_period_month (point->period);
      int before
          = i > 0 ? dui_period_month (g_array_index (points, DuiProgressPoint, i - 1).period) : 0;
      double from = self->x.map (&self->x, i > 0 ? (before + month) / 2.0 : 0);
      double to = self->x.map (&self->x, MIN (month + (month - before) / 2.0, 12));

      if (i + 1 < points->len)
        to = self->x.map (
            &self->x,
            (month + dui_period_month (g_array_index (points, DuiProgressPoint, i + 1).period))
                / 2.0);
      dui_layout_add_mark (self->layout,
                           (DuiRect){ from, self->frame.y, to - from, self->frame.height },
                           (guint) point->period, g_strdup (point->mark));
    }
}

static double
widest_tick (const Picture *self, double low, double high, double height)
{
  DuiScale scale = dui_scale_linear (low, high, height, 0);
  DuiTicks ticks = value_ticks (self, &scale, height);
  double widest = 0;

  for (guint i = 0; i < ticks.n; i++)
    {
      g_autofree char *label = dui_ticks_get_label (&ticks, i);
      widest = MAX (widest, dui_text_width (self->measure, label, DUI_FONT_SMALL));
    }
  return widest;
}

static double
widest_side_label (const Picture *self)
{
  const DuiProgressData *data = self->data;
  double widest = 0;

  for (guint i = 0; i < data->paths->len; i++)
    widest = MAX (widest, dui_text_width (self->measure,
                                          g_array_index (data->paths, DuiProgressPath, i).label,
                                          self->font));
  if (data->gap_label)
    widest = MAX (widest, dui_text_width (self->measure, data->gap_label, self->font));
  if (data->now_side_label)
    widest = MAX (widest, dui_text_width (self->measure, data->now_side_label, self->font));
  for (guint i = 0; i < data->n_forecasts; i++)
    widest = MAX (widest, dui_text_width (self->measure, data->forecasts[i].label, self->font));
  return widest;
}

/* FALSE where there is no room for a picture. */
static gboolean
fit (Picture *self, const DuiRect *rect)
{
  double line = dui_text_height (self->measure, DUI_FONT_SMALL);
  double height = rect->height - line - 4 - line / 2;
  double columns = 0;
  double low, high, left, side;

  self->font = rect->width >= 300 && rect->height >= 150 ? DUI_FONT_NOTE : DUI_FONT_SMALL;
  find_domain (self->data, &low, &high);
  left = rect->x + SPACE;
  if (height > 0)
    left += widest_tick (self, low, high, height);
  if (self->data->gap_label)
    columns += BRACKET;
  if (self->data->n_forecasts > 0)
    columns = BRACKET + RANGE;
  side = MIN (widest_side_label (self), SIDE_SHARE * rect->width);
  self->right = rect->x + rect->width;
  self->side = self->right - side;
  self->frame
      = (DuiRect){ left, rect->y + line / 2, self->side - 3 * SPACE - columns - left, height };
  if (self->frame.width < FRAME_MIN || self->frame.height < FRAME_MIN)
    return FALSE;
  self->x = dui_scale_month (self->frame.x, self->frame.x + self->frame.width);
  self->y = dui_scale_linear (low, high, self->frame.y + height, self->frame.y);
  return TRUE;
}

static DuiLayout *
progress_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const ProgressChart *chart = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  DuiRect rect = dui_chart_frame_lay_out (&chart->frame, layout, measure);
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (SideLabel));
  g_autoptr (DuiPlacer) placer = NULL;
  Picture self = { .data = chart->data, .layout = layout, .measure = measure, .labels = labels };

  if (!fit (&self, &rect))
    return layout;
  placer = dui_placer_new (self.frame);
  self.placer = placer;
  add_axes (&self);
  add_paths (&self);
  add_gap (&self);
  add_forecasts (&self);
  add_actual (&self);
  add_due (&self);
  add_now_label (&self);
  add_missing (&self);
  add_jumps (&self);
  add_side_labels (&self);
  add_marks (&self);
  return layout;
}

/* The finding, what is shown, and the forecasts with what their errors are. */
static char *
describe (const ProgressChart *self)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, _ ("%1$s. %2$s. The year month by month."), self->frame.title,
                   self->frame.subtitle);
  for (guint i = 0; i < self->data->n_forecasts; i++)
    g_string_append_printf (text, i == 0 ? _ (" Forecast for the year: %s") : _ ("; %s"),
                            self->data->forecasts[i].label);
  if (self->data->n_forecasts > 0)
    g_string_append (text, _ (". An error is the median of how far the method was from the year's "
                              "end at this month of earlier years."));
  return g_string_free (text, FALSE);
}

DuiChart *
dui_progress_chart_new (const DuiChartSubject *subject)
{
  g_auto (DuiChartWhole) whole = { NULL };
  g_autofree char *description = NULL;
  ProgressChart *self = g_new0 (ProgressChart, 1);

  dui_chart_whole_init (&whole, subject, subject->period);
  self->data = dui_progress_data_new (subject, &whole);
  dui_chart_frame_init (&self->frame, subject, &whole, dui_progress_title (subject, &whole), FALSE);
  description = describe (self);
  return dui_chart_new (self->frame.title, description, self, progress_chart_free,
                        progress_chart_layout);
}
