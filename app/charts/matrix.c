/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/matrix.h"
#include "charts/rows.h"

#include <glib/gi18n-lib.h>

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
  const DuiMatrix *matrix;
  DuiLayout *layout;
  DuiTextMeasure *measure;
  DuiRect rect;
  DuiFont font;
  double heads; /* height of the headings */
  double pitch, cell;
  double cells_x, value_right, joined_x;
  double name_width, value_width, joined_width;
  guint first_period; /* shown from this one on */
  guint n_periods;
} Picture;

static void
row_clear (gpointer pointer)
{
  DuiMatrixRow *row = pointer;

  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i].text);
  g_free (row->cells);
  g_free (row->name);
  g_free (row->value);
  g_free (row->joined_text);
  g_free (row->mark);
}

DuiMatrix *
dui_matrix_new (void)
{
  DuiMatrix *self = g_new0 (DuiMatrix, 1);

  self->periods = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
  self->rows = g_array_new (FALSE, TRUE, sizeof (DuiMatrixRow));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

void
dui_matrix_free (DuiMatrix *self)
{
  g_array_unref (self->periods);
  g_array_unref (self->rows);
  g_free (self);
}

static const DuiMatrixRow *
row_at (const DuiMatrix *self, guint index)
{
  return &g_array_index (self->rows, DuiMatrixRow, index);
}

static DuiPeriod
period_at (const Picture *self, guint column)
{
  return g_array_index (self->matrix->periods, DuiPeriod, self->first_period + column);
}

void
dui_matrix_set_periods (DuiMatrix *self, DuiHistory *history, DuiPeriod period)
{
  DuiCalendar calendar = dui_indicator_get_calendar (history->panel->indicator);

  for (guint i = 0; i < DUI_MATRIX_PERIODS && (i == 0 || period >= history->panel->first); i++)
    {
      g_array_prepend_val (self->periods, period);
      period = dui_period_previous (period, calendar);
    }
  while (self->periods->len > 1
         && dui_history_get_row (history, g_array_index (self->periods, DuiPeriod, 0))->summary.n_ranked
                == 0)
    g_array_remove_index (self->periods, 0);
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

  self->value_width = widen (self, 0, self->matrix->value_title, DUI_FONT_SMALL);
  self->joined_width = 0;
  for (guint i = 0; i < self->matrix->rows->len; i++)
    {
      const DuiMatrixRow *row = row_at (self->matrix, i);

      names = widen (self, names, row->name, self->font);
      self->value_width = widen (self, self->value_width, row->value, self->font);
      self->joined_width = widen (self, self->joined_width, row->joined_text, self->font);
    }
  self->name_width = MIN (names, NAME_SHARE * self->rect.width);
}

/* FALSE where there is no room for one period. Values give way before the older periods do. */
static gboolean
fit_columns (Picture *self)
{
  double room = self->rect.width - self->name_width - SPACE;
  guint n = self->matrix->periods->len;

  if (self->joined_width > 0)
    room -= self->joined_width + SPACE;
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
  self->joined_x = self->cells_x + self->n_periods * self->cell + SPACE;
  self->value_right = self->joined_x + self->value_width;
  if (self->joined_width > 0)
    self->value_right += self->joined_width + SPACE;
  return TRUE;
}

/* The number of rows that fit; sets the pitch that they then have. */
static guint
fit_rows (Picture *self, guint n_rows)
{
  double small = dui_text_height (self->measure, DUI_FONT_SMALL);
  double body;
  guint room;

  self->heads = (self->rect.height >= HEADS_HEIGHT ? 2 : 1) * small + 3;
  body = self->rect.height - self->heads;
  room = (guint) MAX (body / (small + LEADING), 0);
  self->pitch = MIN (body / MAX (MIN (n_rows, room), 1), PITCH_MAX);
  self->font = dui_chart_rows_choose_font (self->measure, self->pitch, LEADING);
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
add_cell (const Picture *self, const DuiMatrixCell *cell, DuiRect rect)
{
  DuiRect inner = { rect.x + 1, rect.y + 0.5, rect.width - 2, rect.height - 2 };
  DuiFont font = self->font;

  if (cell->text == NULL)
    return;
  if (cell->has_rect)
    dui_layout_add_rect (self->layout, cell->rect_role, inner);
  if (dui_text_width (self->measure, cell->text, font) > inner.width)
    font = DUI_FONT_SMALL;
  rect.x = inner.x;
  rect.width = inner.width;
  add_centred (self, cell->text_role, font, cell->text, rect);
}

static double
column_x (const Picture *self, guint column)
{
  return self->cells_x + column * self->cell;
}

/* The bar under the periods that belong together, and what it says. */
static void
add_joined (const Picture *self, const DuiMatrixRow *row, double top)
{
  guint first = MAX (row->first, self->first_period);
  double bottom = top + self->pitch - JOIN;

  if (row->joined_text == NULL)
    return;
  dui_layout_add_segment (self->layout, DUI_ROLE_CURVE,
                          column_x (self, first - self->first_period) + 1, bottom,
                          column_x (self, row->last - self->first_period + 1) - 1, bottom);
  add_text (self, DUI_ROLE_TEXT_BEHIND, self->font, row->joined_text, self->joined_x,
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
add_row (const Picture *self, const DuiMatrixRow *row, double top)
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
  add_joined (self, row, top);
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
  if (dui_text_width (self->measure, text, DUI_FONT_SMALL) <= (end - column) * self->cell - 5)
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
    add_text (self, DUI_ROLE_TEXT_QUIET, DUI_FONT_SMALL, self->matrix->value_title,
              self->value_right
                  - dui_text_width (self->measure, self->matrix->value_title, DUI_FONT_SMALL),
              head.y + line / 2);
  dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, self->rect.x,
                          self->rect.y + self->heads - 1, self->value_right,
                          self->rect.y + self->heads - 1);
}

/* How many of the last rows stay where some are left out. */
static guint
count_kept_ends (const DuiMatrix *self, guint room)
{
  guint kept = 0;

  while (kept < room / 2 && row_at (self, self->rows->len - 1 - kept)->stays)
    kept++;
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
  const DuiMatrix *matrix = self->matrix;
  guint n = matrix->rows->len;
  double top = self->rect.y + self->heads;
  guint ends = n > room ? count_kept_ends (matrix, room) : 0;
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
      if (i == matrix->n_first && i > 0)
        dui_layout_add_segment (self->layout, DUI_ROLE_AXIS, self->rect.x, top - 0.3,
                                self->value_right, top - 0.3);
      else if (i > 0)
        dui_layout_add_segment (self->layout, DUI_ROLE_GRID, self->rect.x, top - 0.3,
                                self->value_right, top - 0.3);
      add_row (self, row_at (matrix, i), top);
      top += self->pitch;
    }
}

void
dui_matrix_lay_out (const DuiMatrix *self,
                    DuiLayout *layout,
                    const DuiRect *rect,
                    DuiTextMeasure *measure)
{
  Picture picture = { self, layout, measure, *rect };
  guint n = self->rows->len;
  guint room = fit_rows (&picture, n);

  if (n == 0 || room < MIN (n, 3))
    return;
  measure_columns (&picture);
  if (!fit_columns (&picture))
    return;
  add_heads (&picture);
  add_rows (&picture, room);
}
