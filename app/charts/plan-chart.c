/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan path of a year: the share of the target that is due at the end of each month, against even
 * twelfths and against how the months of the year before went. */
#include <glib/gi18n-lib.h>

#include "analysis/plan.h"
#include "charts/frame.h"
#include "model/format.h"
#include "plot/labels.h"
#include "plot/scale.h"

#define SPACE 4
#define DOT 4.4
#define KEY_LINE 18 /* length of a line in the key */
#define KEY_SPACE 12
#define TICKS 5
#define PICTURE_MIN 40 /* less is no picture */

typedef enum
{
  PATH_PLAN,
  PATH_EVEN,
  PATH_LAST,
  N_PATHS
} Path;

typedef struct
{
  DuiChartFrame frame;
  DuiPlan paths[N_PATHS];
  gboolean has_path[N_PATHS];
} PlanChart;

static const DuiRole path_roles[N_PATHS] = { DUI_ROLE_CURVE, DUI_ROLE_TARGET_OLD, DUI_ROLE_PAST };

static void
plan_chart_free (gpointer pointer)
{
  PlanChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  g_free (self);
}

static const char *
path_label (Path path)
{
  static const char *const labels[N_PATHS]
      = { NC_ ("path", "Plan"), NC_ ("path", "Twelfths"), NC_ ("path", "Last year") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "path", labels[path]);
}

static char *
format_share (gint32 share)
{
  return dui_format_percent (dui_ratio_new (share, DUI_SHARE_ONE), 1);
}

/* A line and its name for each path, as far as there is room; takes the line from @rest. */
static void
add_key (const PlanChart *self,
         DuiLayout *layout,
         DuiTextMeasure *measure,
         DuiRect *rest)
{
  double height = dui_text_height (measure, DUI_FONT_SMALL), x = rest->x;

  for (Path path = 0; path < N_PATHS; path++)
    {
      double width = KEY_LINE + SPACE + dui_text_width (measure, path_label (path), DUI_FONT_SMALL);

      if (!self->has_path[path] || x + width > rest->x + rest->width)
        continue;
      dui_layout_add_segment (layout, path_roles[path], x, rest->y + height / 2, x + KEY_LINE,
                              rest->y + height / 2);
      dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, path_label (path),
                           x + KEY_LINE + SPACE, rest->y, measure);
      x += width + KEY_SPACE;
    }
  rest->y += height + SPACE;
  rest->height -= height + SPACE;
}

static void
add_shares (DuiLayout *layout,
            DuiTextMeasure *measure,
            const DuiRect *rect,
            const DuiScale *y)
{
  DuiTicks ticks = y->ticks (y, TICKS);
  double half = dui_text_height (measure, DUI_FONT_SMALL) / 2;

  for (guint i = 0; i < ticks.n; i++)
    {
      double at = y->map (y, dui_ticks_get_value (&ticks, i));
      g_autofree char *number = dui_ticks_get_label (&ticks, i);
      g_autofree char *label = g_strdup_printf ("%s%%", number);

      dui_layout_add_segment (layout, i == 0 ? DUI_ROLE_AXIS : DUI_ROLE_GRID, rect->x, at,
                              rect->x + rect->width, at);
      dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label,
                           rect->x - SPACE - dui_text_width (measure, label, DUI_FONT_SMALL),
                           at - half, measure);
    }
}

static void
add_months (DuiLayout *layout,
            DuiTextMeasure *measure,
            const DuiRect *rect,
            const DuiScale *x)
{
  DuiTicks ticks = x->ticks (x, MAX (2, (guint) (rect->width / 24)));

  for (guint i = 0; i < ticks.n; i++)
    {
      int month = (int) dui_ticks_get_value (&ticks, i);
      g_autofree char *label = NULL;

      if (month == 0)
        continue;
      label = g_strdup_printf ("%d", month);
      dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, label,
                           x->map (x, month) - dui_text_width (measure, label, DUI_FONT_SMALL) / 2,
                           rect->y + rect->height + SPACE / 2, measure);
    }
}

static void
add_path (const PlanChart *self,
          DuiLayout *layout,
          DuiPlacer *placer,
          Path path,
          const DuiScale *x,
          const DuiScale *y)
{
  DuiPoint points[13] = { { x->map (x, 0), y->map (y, 0) } };

  for (int month = 1; month <= 12; month++)
    points[month] = (DuiPoint){ x->map (x, month),
                                y->map (y, self->paths[path].share[month - 1] * 100.0
                                               / DUI_SHARE_ONE) };
  dui_layout_add_line (layout, path_roles[path], points, G_N_ELEMENTS (points));
  dui_placer_avoid_line (placer, points, G_N_ELEMENTS (points));
}

/* What is due at the end of a month, with what it would be otherwise. */
static char *
describe_month (const PlanChart *self,
                int month)
{
  DuiPeriod period = dui_period_new (self->paths[PATH_PLAN].year, month);
  g_autofree char *name = dui_period_to_short_label (period);
  g_autofree char *plan = format_share (self->paths[PATH_PLAN].share[month - 1]);
  g_autofree char *even = format_share (self->paths[PATH_EVEN].share[month - 1]);
  g_autofree char *last = NULL;

  if (!self->has_path[PATH_LAST])
    /* Translators: 1 period, 2 and 3 numbers. */
    return g_strdup_printf (_ ("%1$s: %2$s%% due; by twelfths %3$s%%"), name, plan, even);
  last = format_share (self->paths[PATH_LAST].share[month - 1]);
  /* Translators: 1 period, 2 to 4 numbers. */
  return g_strdup_printf (_ ("%1$s: %2$s%% due; by twelfths %3$s%%, last year %4$s%%"), name, plan,
                          even, last);
}

static void
add_dots (const PlanChart *self,
          DuiLayout *layout,
          DuiPlacer *placer,
          const DuiRect *rect,
          const DuiScale *x,
          const DuiScale *y)
{
  double pitch = rect->width / 12;

  for (int month = 1; month <= 12; month++)
    {
      double at = x->map (x, month), right = MIN (at + pitch / 2, rect->x + rect->width);
      double level = y->map (y, self->paths[PATH_PLAN].share[month - 1] * 100.0 / DUI_SHARE_ONE);

      dui_layout_add_symbol (layout, DUI_ROLE_DOT, DUI_SYMBOL_DOT, at, level, DOT);
      dui_placer_avoid_rect (placer, (DuiRect){ at - DOT / 2, level - DOT / 2, DOT, DOT });
      dui_layout_add_mark (layout,
                           (DuiRect){ at - pitch / 2, rect->y, right - (at - pitch / 2), rect->height },
                           (guint) dui_period_new (self->paths[PATH_PLAN].year, month),
                           describe_month (self, month));
    }
}

/* The ends of quarters first; December is what the scale says. */
static void
add_numbers (const PlanChart *self,
             DuiLayout *layout,
             DuiPlacer *placer,
             DuiTextMeasure *measure,
             const DuiScale *x,
             const DuiScale *y)
{
  static const int order[] = { 6, 9, 3, 11, 1, 2, 4, 5, 7, 8, 10 };
  double height = dui_text_height (measure, DUI_FONT_SMALL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      gint32 share = self->paths[PATH_PLAN].share[order[i] - 1];
      DuiPoint anchor = { x->map (x, order[i]), y->map (y, share * 100.0 / DUI_SHARE_ONE) }, end;
      g_autofree char *number = format_share (share);
      DuiRect rect;

      if (dui_placer_place (placer, anchor, DUI_SIDE_NORTH_WEST,
                            dui_text_width (measure, number, DUI_FONT_SMALL), height,
                            DUI_LABEL_NEAR, &rect, &end)
          && !dui_placer_is_far (anchor, end))
        dui_layout_add_text (layout, DUI_ROLE_TEXT, DUI_FONT_SMALL, number, rect.x, rect.y,
                             measure);
    }
}

static DuiLayout *
plan_chart_layout (gconstpointer pointer,
                   double width,
                   double height,
                   DuiTextMeasure *measure)
{
  const PlanChart *self = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  DuiRect rect = dui_chart_frame_lay_out (&self->frame, layout, measure);
  double line = dui_text_height (measure, DUI_FONT_SMALL);
  double side = dui_text_width (measure, "100%", DUI_FONT_SMALL) + SPACE;
  g_autoptr (DuiPlacer) placer = NULL;
  DuiScale x, y;

  if (rect.width < side + PICTURE_MIN || rect.height < 2 * (line + SPACE) + PICTURE_MIN)
    return layout;
  add_key (self, layout, measure, &rect);
  rect.x += side;
  rect.width -= side + line;
  rect.y += line / 2;
  rect.height -= line / 2 + line + SPACE;
  x = dui_scale_month (rect.x, rect.x + rect.width);
  y = dui_scale_linear (0, 100, rect.y + rect.height, rect.y);
  add_shares (layout, measure, &rect, &y);
  add_months (layout, measure, &rect, &x);
  placer = dui_placer_new (rect);
  for (Path path = N_PATHS; path-- > 0;)
    if (self->has_path[path])
      add_path (self, layout, placer, path, &x, &y);
  add_dots (self, layout, placer, &rect, &x, &y);
  add_numbers (self, layout, placer, measure, &x, &y);
  return layout;
}

static char *
make_title (const PlanChart *self)
{
  g_autofree char *half = format_share (self->paths[PATH_PLAN].share[5]);
  g_autofree char *autumn = format_share (self->paths[PATH_PLAN].share[8]);

  if (dui_plan_is_even (&self->paths[PATH_PLAN]))
    return g_strdup (_ ("A twelfth of the target is due each month"));
  /* Translators: shares of the year's target. */
  return g_strdup_printf (_ ("%1$s%% due by the end of June, %2$s%% by the end of September"), half,
                          autumn);
}

DuiChart *
dui_plan_chart_new (const DuiChartSubject *subject,
                    const DuiPlan *plan)
{
  PlanChart *self = g_new0 (PlanChart, 1);
  const DuiPanel *panel = subject->panel;
  g_autofree char *description = NULL;
  char *subtitle;

  self->paths[PATH_PLAN] = *plan;
  dui_plan_set_even (&self->paths[PATH_EVEN], plan->year);
  self->has_path[PATH_PLAN] = TRUE;
  self->has_path[PATH_EVEN] = !dui_plan_is_even (plan);
  self->has_path[PATH_LAST]
      = dui_plan_from_last_year (panel, subject->place, plan->year, &self->paths[PATH_LAST]);
  /* Translators: 1 indicator, 2 year. */
  subtitle = g_strdup_printf (_ ("%1$s · plan path of %2$d, share of the year's target"),
                              dui_indicator_get_display_name (panel->indicator), plan->year);
  dui_chart_frame_init_plain (&self->frame, subject, make_title (self), subtitle);
  description = g_strdup_printf (_ ("%1$s. %2$s."), self->frame.title, self->frame.subtitle);
  return dui_chart_new (self->frame.title, description, self, plan_chart_free, plan_chart_layout);
}
