/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small multiples: a year for each place, all on the same scales, the farthest behind first. What is done
 * is a share of the place's target, beside what was due; without pace it is the growth. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/standing.h"
#include "charts/frame.h"
#include "model/format.h"
#include "plot/scale.h"
#include "plot/text.h"

#define CELL_WIDTH_MIN 62.0
#define CELL_HEIGHT_MIN 34.0
#define CELL_SHAPE 1.6 /* width to height that a small picture looks best at */
#define GUTTER 8
#define SPACE 3
#define DOT 3.4
#define HIGHEST 1000 /* percent: what is more is drawn at the edge */

typedef struct
{
  guint place;
  char *name;
  char *text;      /* 欠25.4 */
  char *mark;
  gboolean behind;
  GArray *values;  /* of DuiPoint: month, percent; a month without a figure is NAN */
  GArray *path;    /* of DuiPoint: what was due; empty without pace */
} Cell;

typedef struct
{
  DuiChartFrame frame;
  GArray *cells; /* of Cell */
  double low, high;
} SheetChart;

static void
cell_clear (gpointer pointer)
{
  Cell *cell = pointer;

  g_free (cell->name);
  g_free (cell->text);
  g_free (cell->mark);
  g_array_unref (cell->values);
  g_array_unref (cell->path);
}

static void
sheet_chart_free (gpointer pointer)
{
  SheetChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  g_array_unref (self->cells);
  g_free (self);
}

/* Layout ------------------------------------------------------------------------------------------- */

/* The number of columns with which cells are nearest to their best shape; 0 where one has no room. */
static guint
choose_columns (const DuiRect *rect, guint n)
{
  guint most = (guint) ((rect->width + GUTTER) / (CELL_WIDTH_MIN + GUTTER)), best = 0;
  double least = INFINITY;

  for (guint columns = 1; columns <= MIN (most, n); columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double width = (rect->width + GUTTER) / columns - GUTTER;
      double height = MAX ((rect->height + GUTTER) / rows - GUTTER, CELL_HEIGHT_MIN);
      double off = fabs (log (width / height / CELL_SHAPE));

      if (off < least)
        {
          least = off;
          best = columns;
        }
    }
  return best;
}

/* The line through @points, broken where one is not known. */
static void
add_curve (DuiLayout *layout,
           DuiRole role,
           const GArray *points,
           const DuiScale *x,
           const DuiScale *y,
           double high)
{
  g_autofree DuiPoint *run = g_new (DuiPoint, points->len);
  guint n = 0;

  for (guint i = 0; i <= points->len; i++)
    {
      const DuiPoint *point = i < points->len ? &g_array_index (points, DuiPoint, i) : NULL;

      if (point && isfinite (point->y))
        {
          run[n++] = (DuiPoint){ x->map (x, point->x), y->map (y, fmin (point->y, high)) };
          continue;
        }
      if (n > 1)
        dui_layout_add_line (layout, role, run, n);
      n = 0;
    }
}

static void
add_head (DuiLayout *layout, DuiTextMeasure *measure, const Cell *cell, const DuiRect *rect)
{
  double width = dui_text_width (measure, cell->text, DUI_FONT_SMALL);
  g_autofree char *name = NULL;

  if (width <= rect->width / 2)
    dui_layout_add_text (layout, cell->behind ? DUI_ROLE_TEXT_BEHIND : DUI_ROLE_TEXT_QUIET,
                         DUI_FONT_SMALL, cell->text, rect->x + rect->width - width, rect->y, measure);
  else
    width = 0;
  name = dui_text_ellipsize_name (measure, cell->name, DUI_FONT_SMALL,
                                  rect->width - width - SPACE);
  if (name)
    dui_layout_add_text (layout, DUI_ROLE_TEXT, DUI_FONT_SMALL, name, rect->x, rect->y, measure);
}

static void
add_cell (const SheetChart *self,
          DuiLayout *layout,
          DuiTextMeasure *measure,
          const Cell *cell,
          DuiRect rect)
{
  double head = dui_text_height (measure, DUI_FONT_SMALL) + 1;
  DuiScale x = dui_scale_month (rect.x, rect.x + rect.width);
  DuiScale y = dui_scale_linear (self->low, self->high, rect.y + rect.height - DOT / 2,
                                 rect.y + head + DOT / 2);
  double zero = y.map (&y, fmax (0, self->low));

  add_head (layout, measure, cell, &rect);
  dui_layout_add_segment (layout, DUI_ROLE_AXIS, rect.x, zero, rect.x + rect.width, zero);
  if (cell->path->len > 0)
    dui_layout_add_segment (layout, DUI_ROLE_GRID, rect.x, y.map (&y, 100), rect.x + rect.width,
                            y.map (&y, 100));
  add_curve (layout, DUI_ROLE_TARGET, cell->path, &x, &y, self->high);
  add_curve (layout, DUI_ROLE_CURVE, cell->values, &x, &y, self->high);
  for (guint i = cell->values->len; i-- > 0;)
    {
      const DuiPoint *last = &g_array_index (cell->values, DuiPoint, i);

      if (!isfinite (last->y))
        continue;
      dui_layout_add_symbol (layout, DUI_ROLE_DOT, DUI_SYMBOL_DOT,
                             fmin (x.map (&x, last->x), rect.x + rect.width - DOT / 2),
                             y.map (&y, fmin (last->y, self->high)), DOT);
      break;
    }
  dui_layout_add_mark (layout, rect, cell->place, g_strdup (cell->mark));
}

/* Those that find no room are counted, never dropped in silence. */
static void
add_rest (DuiLayout *layout, DuiTextMeasure *measure, const DuiRect *rect, guint n_left)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u more place finds no room", "%u more places find no room", n_left), n_left);
  g_autofree char *fitting = dui_text_ellipsize (measure, text, DUI_FONT_SMALL, rect->width);

  if (fitting)
    dui_layout_add_text (layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, fitting, rect->x,
                         rect->y + rect->height - dui_text_height (measure, DUI_FONT_SMALL),
                         measure);
}

static DuiLayout *
sheet_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const SheetChart *self = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  DuiRect rect = dui_chart_frame_lay_out (&self->frame, layout, measure);
  guint n = self->cells->len, columns = n > 0 ? choose_columns (&rect, n) : 0, rows, room;
  double cell_width, cell_height;

  if (columns == 0 || rect.height < CELL_HEIGHT_MIN)
    return layout;
  rows = (n + columns - 1) / columns;
  room = (guint) ((rect.height + GUTTER) / (CELL_HEIGHT_MIN + GUTTER));
  if (rows > room)
    {
      double line = dui_text_height (measure, DUI_FONT_SMALL) + SPACE;

      columns = (guint) ((rect.width + GUTTER) / (CELL_WIDTH_MIN + GUTTER));
      room = (guint) ((rect.height - line + GUTTER) / (CELL_HEIGHT_MIN + GUTTER));
      if (room == 0)
        return layout;
      rows = MIN (room, (n + columns - 1) / columns);
      if (columns * rows < n)
        {
          add_rest (layout, measure, &rect, n - columns * rows);
          rect.height -= line;
        }
    }
  cell_width = (rect.width + GUTTER) / columns - GUTTER;
  cell_height = (rect.height + GUTTER) / rows - GUTTER;
  for (guint i = 0; i < MIN (n, columns * rows); i++)
    add_cell (self, layout, measure, &g_array_index (self->cells, Cell, i),
              (DuiRect){ rect.x + (i % columns) * (cell_width + GUTTER),
                         rect.y + (i / columns) * (cell_height + GUTTER), cell_width,
                         cell_height });
  return layout;
}

/* Data --------------------------------------------------------------------------------------------- */

static void
add_point (GArray *points, double x, double y)
{
  DuiPoint point = { x, y };

  g_array_append_val (points, point);
}

static void
widen (SheetChart *self, double value)
{
  if (!isfinite (value))
    return;
  self->low = fmin (self->low, value);
  self->high = fmax (self->high, fmin (value, HIGHEST));
}

/* In percent: of the target that is in force at the subject's period, or growth; NAN for none. */
static double
value_at (const DuiChartSubject *subject, guint place, DuiPeriod period, const DuiTarget *target)
{
  const DuiPanel *panel = subject->panel;
  DuiProgress progress;

  dui_progress_compute (panel, place, period, &progress);
  if (!dui_progress_is_reported (&progress, panel->indicator))
    return NAN;
  if (!dui_indicator_has_pace (panel->indicator))
    return dui_ratio_is_missing (progress.growth) ? NAN
                                                  : 100 * dui_ratio_to_double (progress.growth);
  if (!target || target->value <= 0 || dui_amount_is_missing (progress.completed))
    return NAN;
  return 100.0 * (double) progress.completed / (double) target->value;
}

static void
fill_year (SheetChart *self, const DuiChartSubject *subject, Cell *cell)
{
  const DuiPanel *panel = subject->panel;
  DuiCalendar calendar = dui_indicator_get_calendar (panel->indicator);
  gboolean has_pace = dui_indicator_has_pace (panel->indicator);
  int year = dui_period_year (subject->period);
  const DuiTarget *target = dui_panel_get_target (panel, cell->place, year, subject->tier,
                                                  dui_period_last_day (subject->period));

  if (has_pace && target)
    {
      add_point (cell->path, 0, 0);
      add_point (cell->values, 0, 0);
    }
  for (int month = 1; month <= 12; month++)
    {
      DuiPeriod period = dui_period_new (year, month);

      if (has_pace && target)
        add_point (cell->path, month, 100 * dui_ratio_to_double (dui_panel_get_pace (panel, period)));
      if (period > subject->period || !dui_period_is_published (period, calendar))
        continue;
      add_point (cell->values, month, value_at (subject, cell->place, period, target));
      widen (self, g_array_index (cell->values, DuiPoint, cell->values->len - 1).y);
    }
}

static void
add_place (SheetChart *self, const DuiChartSubject *subject, guint place, const DuiStandingRow *row,
           const char *state)
{
  gboolean has_pace = dui_indicator_has_pace (subject->panel->indicator);
  Cell cell = { .place = place,
                .values = g_array_new (FALSE, FALSE, sizeof (DuiPoint)),
                .path = g_array_new (FALSE, FALSE, sizeof (DuiPoint)) };
  g_autofree char *value = NULL;

  cell.name = g_strdup (
      dui_place_get_name (dui_catalog_get_place (subject->panel->catalog, place)));
  if (row && has_pace)
    {
      int sign = dui_format_sign (row->tier.difference, 1);

      value = dui_format_magnitude (row->tier.difference, 1);
      cell.behind = sign < 0;
      /* Translators: points of pace in a small picture. */
      cell.text = g_strdup_printf (sign < 0 ? C_ ("sheet", "−%s") : C_ ("sheet", "+%s"), value);
      /* Translators: 1 place, 2 points of pace with their sign. */
      cell.mark = g_strdup_printf (_ ("%1$s: %2$s points to the pace"), cell.name, cell.text);
    }
  else if (row)
    {
      cell.text = dui_format_percent (row->value, 1);
      /* Translators: 1 place, 2 a number. */
      cell.mark = g_strdup_printf (_ ("%1$s: growth %2$s%%"), cell.name, cell.text);
    }
  else
    {
      cell.text = g_strdup (state);
      cell.mark = g_strdup_printf (_ ("%1$s: %2$s"), cell.name, state);
    }
  fill_year (self, subject, &cell);
  g_array_append_val (self->cells, cell);
}

/* The farthest behind first; those that are not ranked last. */
static void
fill_cells (SheetChart *self, const DuiChartSubject *subject, const DuiStanding *standing)
{
  gboolean has_pace = dui_indicator_has_pace (subject->panel->indicator);

  for (guint i = standing->rows->len; i-- > 0;)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      add_place (self, subject, row->place, row, NULL);
    }
  for (guint i = 0; i < standing->untargeted->len; i++)
    add_place (self, subject, g_array_index (standing->untargeted, guint, i), NULL,
               has_pace ? C_ ("sheet", "no target") : C_ ("sheet", "no growth"));
  for (guint i = 0; i < standing->unreported->len; i++)
    add_place (self, subject, g_array_index (standing->unreported, guint, i), NULL,
               C_ ("rank", "n/r"));
}

static char *
make_title (const DuiChartSubject *subject, const DuiStanding *standing)
{
  const DuiStandingRow *worst;
  guint n = standing->rows->len, n_behind = 0;
  g_autofree char *count = NULL, *points = NULL;

  if (n == 0)
    return dui_chart_subject_get_nothing_title (subject, standing->untargeted->len > 0);
  if (!dui_indicator_has_pace (subject->panel->indicator))
    {
      count = dui_chart_subject_count_members (subject, n);
      /* Translators: "17 townships". */
      return g_strdup_printf (_ ("The year of %s"), count);
    }
  for (guint i = 0; i < n; i++)
    n_behind
        += dui_format_sign (g_array_index (standing->rows, DuiStandingRow, i).tier.difference, 1) < 0;
  if (n_behind == 0)
    return g_strdup (_ ("Nobody is behind the pace"));
  worst = &g_array_index (standing->rows, DuiStandingRow, n - 1);
  count = dui_chart_subject_count_members (subject, n_behind);
  points = dui_format_magnitude (worst->tier.difference, 1);
  /* Translators: 1 "11 townships", 2 a place, 3 points. */
  return g_strdup_printf (
      _ ("%1$s behind the pace, %2$s the farthest by %3$s points"), count,
      dui_place_get_name (dui_catalog_get_place (subject->panel->catalog, worst->place)), points);
}

static char *
make_subtitle (const SheetChart *self, const DuiChartSubject *subject)
{
  const DuiPanel *panel = subject->panel;
  g_autofree char *period = dui_period_to_label (subject->period);
  g_autofree char *low = g_strdup_printf ("%.0f", self->low);
  g_autofree char *high = g_strdup_printf ("%.0f", self->high);

  /* Translators: 1 place, 2 indicator, 3 period, 4 and 5 percentages. */
  return g_strdup_printf (
      dui_indicator_has_pace (panel->indicator)
          ? _ ("%1$s · %2$s · %3$s · share of the target, all from %4$s to %5$s%%; thin: what is due")
          : _ ("%1$s · %2$s · %3$s · growth, all from %4$s to %5$s%%"),
      dui_place_get_name (dui_catalog_get_place (panel->catalog, subject->place)),
      dui_indicator_get_display_name (panel->indicator), period, low, high);
}

DuiChart *
dui_sheet_chart_new (const DuiChartSubject *subject)
{
  gboolean has_pace = dui_indicator_has_pace (subject->panel->indicator);
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      subject->panel, subject->place, subject->period,
      has_pace ? DUI_RANK_BY_PROGRESS : DUI_RANK_BY_GROWTH, subject->tier, 0);
  g_autofree char *description = NULL;
  SheetChart *self = g_new0 (SheetChart, 1);

  self->high = has_pace ? 100 : 0;
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
  fill_cells (self, subject, standing);
  dui_chart_frame_init_plain (&self->frame, subject, make_title (subject, standing),
                              make_subtitle (self, subject));
  description = g_strdup_printf (
      ngettext ("%1$s. %2$s. A small picture for %3$u place.",
                "%1$s. %2$s. Small pictures for %3$u places, the farthest behind first.",
                self->cells->len),
      self->frame.title, self->frame.subtitle, self->cells->len);
  return dui_chart_new (self->frame.title, description, self, sheet_chart_free,
                        sheet_chart_layout);
}
