/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was where in the last periods: a matrix of ranks, the bottom set black, what follows one
 * another in it joined (PRACTICE §4 "Ranking"; crossing lines of 17 places can't be read). Where
 * rows do not fit, those in the middle are left out and counted: the best, the bottom set and the
 * unreported stay. */
#include <glib/gi18n-lib.h>

#include "analysis/streak.h"
#include "charts/frame.h"
#include "charts/ranking-data.h"

/* 6.5 mm, and what a cell grows to. */
#define CELL_MIN 18.5
#define CELL_MAX 60
#define PITCH_MAX 24
/* Between two lines of text: the bar that joins cells runs there. */
#define LEADING 1.5
#define JOIN 0.9

#define SPACE 6
#define NAME_SHARE 0.3
#define HEADS_HEIGHT 110

typedef struct
{
  DuiChartFrame frame;
  DuiRankingData *data;
  const char *value_title;
} RankingChart;

typedef struct
{
  const RankingChart *chart;
  DuiLayout *layout;
  DuiTextMeasure *measure;
  DuiRect rect;
  DuiFont font;
  double heads; /* height of the headings */
  double pitch, cell;
  double cells_x, value_right, streak_x;
  double name_width, value_width, streak_width;
  guint first_period; /* shown from this one on */
  guint n_periods;
} Picture;

static void
ranking_chart_free (gpointer pointer)
{
  RankingChart *self = pointer;

  dui_chart_frame_clear (&self->frame);
  dui_ranking_data_free (self->data);
  g_free (self);
}

static const DuiRankingRow *
row_at (const RankingChart *self, guint index)
{
  return &g_array_index (self->data->rows, DuiRankingRow, index);
}

static DuiPeriod
period_at (const Picture *self, guint column)
{
  return g_array_index (self->chart->data->periods, DuiPeriod, self->first_period + column);
}

static double
widen (const Picture *self, double width, const char *text, DuiFont font)
{
  return text ? MAX (width, dui_text_width (self->measure, text, font)) : width;
}

static void
measure_columns (Picture *self)
{
  double names = 0;

  self->value_width = widen (self, 0, self->chart->value_title, DUI_FONT_SMALL);
  self->streak_width = 0;
  for (guint i = 0; i < self->chart->data->rows->len; i++)
    {
      const DuiRankingRow *row = row_at (self->chart, i);

      names = widen (self, names, row->name, self->font);
      self->value_width = widen (self, self->value_width, row->value, self->font);
      self->streak_width = widen (self, self->streak_width, row->streak_text, self->font);
    }
  self->name_width = MIN (names, NAME_SHARE * self->rect.width);
}

/* FALSE where there is no room for one period. Values give way before the older periods do. */
static gboolean
fit_columns (Picture *self)
{
  double room = self->rect.width - self->name_width - SPACE;
  guint n = self->chart->data->periods->len;

  if (self->streak_width > 0)
    room -= self->streak_width + SPACE;
  if (room - self->value_width - SPACE < MIN (n, 3) * CELL_MIN)
    self->value_width = 0;
  if (self->value_width > 0)
    room -= self->value_width + SPACE;
  self->n_periods = MIN (n, (guint) MAX (room / CELL_MIN, 0));
  if (self->n_periods == 0)
    return FALSE;
  self->first_period = n - self->n_periods;
  self->cell = MIN (room / self->n_periods, CELL_MAX);
  self->cells_x = self->rect.x + self->name_width + SPACE;
  self->streak_x = self->cells_x + self->n_periods * self->cell + SPACE;
  self->value_right = self->streak_x + self->value_width;
  if (self->streak_width > 0)
    self->value_right += self->streak_width + SPACE;
  return TRUE;
}

/* The number of rows that fit; sets the pitch that they then have. */
static guint
fit_rows (Picture *self, guint n_rows)
{
  static const DuiFont fonts[] = { DUI_FONT_LABEL, DUI_FONT_NOTE };
  double small = dui_text_height (self->measure, DUI_FONT_SMALL);
  double body;
  guint room;

  self->heads = (self->rect.height >= HEADS_HEIGHT ? 2 : 1) * small + 3;
  body = self->rect.height - self->heads;
  room = (guint) MAX (body / (small + LEADING), 0);
  self->pitch = MIN (body / MAX (MIN (n_rows, room), 1), PITCH_MAX);
  self->font = DUI_FONT_SMALL;
  for (guint i = G_N_ELEMENTS (fonts); i-- > 0;)
    if (dui_text_height (self->measure, fonts[i]) + LEADING <= self->pitch)
      self->font = fonts[i];
  return room;
}

static void
add_text (const Picture *self, DuiRole role, DuiFont font, const char *text, double x, double middle)
{
  dui_layout_add_text (self->layout, role, font, text, x,
                       middle - dui_text_height (self->measure, font) / 2, self->measure);
}

static void
add_centred (const Picture *self, DuiRole role, DuiFont font, const char *text, DuiRect rect)
{
  double width = dui_text_width (self->measure, text, font);

  if (width <= rect.width)
    add_text (self, role, font, text, rect.x + (rect.width - width) / 2,
              rect.y + rect.height / 2);
}

static void
add_cell (const Picture *self, const DuiRankingCell *cell, DuiRect rect)
{
  static const struct
  {
    gboolean has_rect;
    DuiRole rect, text;
  } looks[] = {
    [DUI_RANKING_CELL_MISSING] = { TRUE, DUI_ROLE_MISSING, DUI_ROLE_TEXT },
    [DUI_RANKING_CELL_UNRANKED] = { FALSE, 0, DUI_ROLE_TEXT_QUIET },
    [DUI_RANKING_CELL_PLAIN] = { FALSE, 0, DUI_ROLE_TEXT },
    [DUI_RANKING_CELL_TOP] = { TRUE, DUI_ROLE_BOX, DUI_ROLE_TEXT },
    [DUI_RANKING_CELL_BOTTOM] = { TRUE, DUI_ROLE_BLOCK, DUI_ROLE_TEXT_ON_BLOCK },
  };

  if (cell->kind == DUI_RANKING_CELL_NONE)
    return;
  if (looks[cell->kind].has_rect)
    dui_layout_add_rect (self->layout, looks[cell->kind].rect,
                         (DuiRect){ rect.x + 1, rect.y + 0.5, rect.width - 2, rect.height - 2 });
  add_centred (self, looks[cell->kind].text, self->font, cell->text, rect);
}

static double
column_x (const Picture *self, guint column)
{
  return self->cells_x + column * self->cell;
}

/* The bar under the periods that the streak joins, and how many they are. */
static void
add_streak (const Picture *self, const DuiRankingRow *row, double top)
{
  guint first = MAX (row->first, self->first_period);
  double bottom = top + self->pitch - JOIN;

  if (row->streak_text == NULL)
    return;
  dui_layout_add_segment (self->layout, DUI_ROLE_CURVE,
                          column_x (self, first - self->first_period) + 1, bottom,
                          column_x (self, row->last - self->first_period + 1) - 1, bottom);
  add_text (self, DUI_ROLE_TEXT_BEHIND, self->font, row->streak_text, self->streak_x,
            top + self->pitch / 2);
}

static gboolean
opens_year (const Picture *self, guint column)
{
  return column == 0
         || dui_period_year (period_at (self, column - 1))
                != dui_period_year (period_at (self, column));
}

/* A double rule between two years. */
static void
add_new_years (const Picture *self, double top, double bottom)
{
  for (guint i = 1; i < self->n_periods; i++)
    for (int side = -1; side <= 1 && opens_year (self, i); side += 2)
      dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, column_x (self, i) + 1.3 * side, top,
                              column_x (self, i) + 1.3 * side, bottom);
}

static void
add_row (const Picture *self, const DuiRankingRow *row, double top)
{
  double middle = top + self->pitch / 2;
  g_autofree char *name
      = dui_text_ellipsize_name (self->measure, row->name, self->font, self->name_width + 0.01);

  if (name)
    add_text (self, DUI_ROLE_TEXT, self->font, name, self->rect.x, middle);
  for (guint i = 0; i < self->n_periods; i++)
    add_cell (self, &row->cells[self->first_period + i],
              (DuiRect){ column_x (self, i), top, self->cell, self->pitch });
  add_new_years (self, top, top + self->pitch);
  add_streak (self, row, top);
  if (self->value_width > 0 && row->value)
    add_text (self, DUI_ROLE_TEXT, self->font, row->value,
              self->value_right - dui_text_width (self->measure, row->value, self->font), middle);
  dui_layout_add_mark (self->layout, (DuiRect){ self->rect.x, top, self->rect.width, self->pitch },
                       row->place, g_strdup (row->mark));
}

/* "2021" above the first of its periods, where it ends before the next year. */
static void
add_year (const Picture *self, guint column)
{
  guint end = column;
  g_autofree char *text = NULL;

  while (end < self->n_periods
         && dui_period_year (period_at (self, end)) == dui_period_year (period_at (self, column)))
    end++;
  text = g_strdup_printf (C_ ("year", "%d"), dui_period_year (period_at (self, column)));
  if (dui_text_width (self->measure, text, DUI_FONT_SMALL) <= (end - column) * self->cell - 3)
    dui_layout_add_text (self->layout, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, text,
                         column_x (self, column) + 3, self->rect.y, self->measure);
}

static void
add_heads (const Picture *self)
{
  double line = dui_text_height (self->measure, DUI_FONT_SMALL);
  DuiRect head = { 0, self->rect.y + self->heads - 3 - line, self->cell, line };
  gboolean two_lines = self->heads > 2 * line;

  for (guint i = 0; i < self->n_periods; i++)
    {
      g_autofree char *month
          = g_strdup_printf (C_ ("month", "%d"), dui_period_month (period_at (self, i)));

      head.x = column_x (self, i);
      add_centred (self, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, month, head);
      if (two_lines && opens_year (self, i))
        add_year (self, i);
    }
  add_new_years (self, self->rect.y, self->rect.y + self->heads);
  if (self->value_width > 0)
    add_text (self, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, self->chart->value_title,
              self->value_right
                  - dui_text_width (self->measure, self->chart->value_title, DUI_FONT_SMALL),
              head.y + line / 2);
  dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, self->rect.x,
                          self->rect.y + self->heads - 1, self->value_right,
                          self->rect.y + self->heads - 1);
}

/* How many of the last rows stay where some are left out: who is in the bottom set or has no rank. */
static guint
count_kept_ends (const RankingChart *self, guint room)
{
  guint n = self->data->rows->len, kept = 0;

  while (kept < room / 2)
    {
      const DuiRankingRow *row = row_at (self, n - 1 - kept);
      DuiRankingCellKind now = row->cells[row->n_cells - 1].kind;

      if (now == DUI_RANKING_CELL_PLAIN || now == DUI_RANKING_CELL_TOP)
        break;
      kept++;
    }
  return kept;
}

static void
add_rest (const Picture *self, guint n_rest, double top)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("… %u more does not fit here", "… %u more do not fit here", n_rest), n_rest);
  g_autofree char *fitting
      = dui_text_ellipsize (self->measure, text, self->font, self->rect.width);

  if (fitting)
    add_text (self, DUI_ROLE_TEXT_QUIET, self->font, fitting, self->rect.x,
              top + self->pitch / 2);
}

static void
add_rows (const Picture *self, guint room)
{
  const RankingChart *chart = self->chart;
  guint n = chart->data->rows->len;
  double top = self->rect.y + self->heads;
  guint ends = n > room ? count_kept_ends (chart, room) : 0;
  guint begins = n > room ? room - 1 - ends : n;

  for (guint i = 0; i < n; i++)
    {
      if (i == begins && n > room)
        {
          add_rest (self, n - begins - ends, top);
          top += self->pitch;
          i = n - ends;
          if (i == n)
            break;
        }
      if (i == chart->data->n_ranked && i > 0)
        dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, self->rect.x, top - 0.3,
                                self->value_right, top - 0.3);
      else if (i > 0)
        dui_layout_add_segment (self->layout, DUI_ROLE_GRID, self->rect.x, top - 0.3,
                                self->value_right, top - 0.3);
      add_row (self, row_at (chart, i), top);
      top += self->pitch;
    }
}

static DuiLayout *
ranking_chart_layout (gconstpointer pointer, double width, double height, DuiTextMeasure *measure)
{
  const RankingChart *chart = pointer;
  DuiLayout *layout = dui_layout_new (width, height);
  Picture self = { chart, layout, measure };
  guint n = chart->data->rows->len;
  guint room;

  self.rect = dui_chart_frame_lay_out (&chart->frame, layout, measure);
  room = fit_rows (&self, n);
  if (n == 0 || room < MIN (n, 3))
    return layout;
  measure_columns (&self);
  if (!fit_columns (&self))
    return layout;
  add_heads (&self);
  add_rows (&self, room);
  return layout;
}

static char *
make_subtitle (const DuiChartSubject *subject, const DuiStanding *standing)
{
  static const char *const by[]
      = { N_ ("ranked by growth"), N_ ("ranked by pace difference"), N_ ("ranked by completed"),
          N_ ("ranked by month") };
  const DuiPanel *panel = subject->panel;
  g_autofree char *period = dui_period_to_label (subject->period);
  GString *line = g_string_new (
      dui_place_get_name (dui_catalog_get_place (panel->catalog, subject->place)));

  g_string_append_printf (line, " · %s · %s · %s",
                          dui_indicator_get_display_name (panel->indicator), period,
                          _ (by[standing->by]));
  if (standing->by >= DUI_RANK_BY_COMPLETED)
    g_string_append_printf (line, " · %s", dui_chart_subject_get_measure (subject, FALSE));
  if (standing->provisional)
    g_string_append_printf (line, " · %s", _ ("provisional"));
  return g_string_free (line, FALSE);
}

DuiChart *
dui_ranking_chart_new (const DuiChartSubject *subject)
{
  static const char *const value_titles[]
      = { NC_ ("column", "Growth"), NC_ ("column", "Pace difference"),
          NC_ ("column", "Completed"), NC_ ("column", "Month") };
  g_autoptr (DuiStanding) standing = dui_standing_compute (
      subject->panel, subject->place, subject->period, subject->by, subject->tier, 0);
  g_autoptr (GPtrArray) streaks
      = dui_streaks_compute (subject->panel, subject->place, subject->period);
  g_autofree char *description = NULL;
  RankingChart *self = g_new0 (RankingChart, 1);

  self->data = dui_ranking_data_new (subject, standing, streaks);
  self->value_title = g_dpgettext2 (GETTEXT_PACKAGE, "column", value_titles[subject->by]);
  dui_chart_frame_init_plain (&self->frame, subject,
                              dui_ranking_title (subject, standing, streaks),
                              make_subtitle (subject, standing));
  description = g_strdup_printf (
      ngettext ("%1$s. %2$s. The ranks of %3$u place over the last periods.",
                "%1$s. %2$s. The ranks of %3$u places over the last periods.",
                self->data->rows->len),
      self->frame.title, self->frame.subtitle, self->data->rows->len);
  return dui_chart_new (self->frame.title, description, self, ranking_chart_free,
                        ranking_chart_layout);
}
