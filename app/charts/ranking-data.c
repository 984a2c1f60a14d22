/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/ranking-data.h"

#include <glib/gi18n-lib.h>

#include "analysis/streak.h"
#include "model/format.h"

/* Ranks that are framed as the best. */
#define TOP 3

typedef struct
{
  const DuiChartSubject *subject;
  const DuiStanding *standing;
  GPtrArray *streaks; /* NULL where the ranking shown is not the one they are counted in */
  DuiHistory *history;
  DuiMatrix *matrix;
  int decimals; /* of the values */
} Maker;

static DuiRatio
shown_value (const Maker *maker, DuiRatio value)
{
  switch (maker->standing->by)
    {
    case DUI_RANK_BY_GROWTH:
      return dui_ratio_scale (value, 100, 1);
    case DUI_RANK_BY_PROGRESS:
      return dui_format_difference_to_shown (maker->subject->panel->indicator, value);
    default:
      return dui_format_raw_to_shown (maker->subject->panel->indicator, value);
    }
}

static int
find_decimals (const Maker *maker)
{
  const GArray *rows = maker->standing->rows;
  DuiIndicator *indicator = maker->subject->panel->indicator;
  gboolean in_points
      = maker->standing->by == DUI_RANK_BY_GROWTH
        || (maker->standing->by == DUI_RANK_BY_PROGRESS && dui_indicator_has_pace (indicator));
  g_autofree DuiRatio *values = g_new (DuiRatio, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    values[i] = shown_value (maker, g_array_index (rows, DuiStandingRow, i).value);
  return dui_format_column_decimals (values, rows->len,
                                     in_points ? 1 : dui_indicator_get_decimals (indicator));
}

static char *
format_value (const Maker *maker, DuiRatio value)
{
  g_autofree char *number = dui_format_number (shown_value (maker, value), maker->decimals);

  return maker->standing->by == DUI_RANK_BY_GROWTH ? g_strconcat (number, "%", NULL)
                                                   : g_steal_pointer (&number);
}

static DuiMatrixCell
make_cell (const DuiPlacing *placing, const DuiRankSummary *summary)
{
  DuiMatrixCell cell = { NULL, DUI_ROLE_TEXT };

  if (!(placing->flags & DUI_PLACING_DUE))
    return cell;
  if (!(placing->flags & DUI_PLACING_REPORTED))
    return (DuiMatrixCell){ g_strdup (C_ ("rank", "n/r")), DUI_ROLE_TEXT, DUI_ROLE_MISSING, TRUE };
  if (placing->rank == 0)
    return (DuiMatrixCell){ g_strdup ("—"), DUI_ROLE_TEXT_QUIET };
  cell.text = g_strdup_printf ("%u", placing->rank);
  if (placing->flags & DUI_PLACING_BOTTOM)
    {
      cell.text_role = DUI_ROLE_TEXT_ON_BLOCK;
      cell.rect_role = DUI_ROLE_BLOCK;
      cell.has_rect = TRUE;
    }
  else if (placing->rank <= TOP && summary->bottom_state != DUI_BOTTOM_NONE)
    {
      cell.rect_role = DUI_ROLE_BOX;
      cell.has_rect = TRUE;
    }
  return cell;
}

static guint
find_member (const DuiHistory *history, guint place)
{
  for (guint i = 0; i < history->members.n_items; i++)
    if (history->members.items[i].place == place)
      return i;
  g_return_val_if_reached (0);
}

static void
fill_cells (const Maker *maker, DuiMatrixRow *row)
{
  const GArray *periods = maker->matrix->periods;
  guint member = find_member (maker->history, row->place);

  row->n_cells = periods->len;
  row->cells = g_new (DuiMatrixCell, periods->len);
  for (guint i = 0; i < periods->len; i++)
    {
      const DuiHistoryRow *ranking
          = dui_history_get_row (maker->history, g_array_index (periods, DuiPeriod, i));

      row->cells[i] = make_cell (&ranking->placings[member], &ranking->summary);
      row->stays = !ranking->placings[member].rank
                   || (ranking->placings[member].flags & DUI_PLACING_BOTTOM);
    }
}

/* The index of the first shown period not before @period. */
static guint
find_column (const GArray *periods, DuiPeriod period)
{
  guint i = 0;

  while (i + 1 < periods->len && g_array_index (periods, DuiPeriod, i) < period)
    i++;
  return i;
}

/* The length of the place's streak, 0 for none; from two periods on it is joined. */
static guint
fill_streak (const Maker *maker, DuiMatrixRow *row)
{
  for (guint i = 0; maker->streaks && i < maker->streaks->len; i++)
    {
      const DuiStreak *streak = g_ptr_array_index (maker->streaks, i);

      if (streak->place != row->place)
        continue;
      row->first
          = find_column (maker->matrix->periods, g_array_index (streak->periods, DuiPeriod, 0));
      row->last = find_column (maker->matrix->periods,
                               g_array_index (streak->periods, DuiPeriod, streak->length - 1));
      if (streak->length >= 2)
        /* Translators: so many periods running in the bottom set, in a narrow column: 连3. */
        row->joined_text = g_strdup_printf (C_ ("streak", "%u×"), streak->length);
      return streak->length;
    }
  return 0;
}

static char *
describe_row (const Maker *maker,
              const DuiMatrixRow *row,
              const DuiStandingRow *placed,
              guint streak)
{
  g_autofree char *now = NULL;

  if (placed == NULL)
    {
      const DuiMatrixCell *cell = &row->cells[row->n_cells - 1];

      /* Translators: a place. */
      now = g_strdup_printf (cell->has_rect ? _ ("%s: not reported") : _ ("%s: not ranked"),
                             row->name);
    }
  else
    /* Translators: 1 place, 2 rank, 3 how many are ranked, 4 value. */
    now = g_strdup_printf (_ ("%1$s: rank %2$u of %3$u, %4$s"), row->name, placed->rank,
                           maker->standing->rows->len, row->value);
  if (streak == 0)
    return g_steal_pointer (&now);
  /* Translators: 1 place with its rank, 2 periods. */
  return g_strdup_printf (ngettext ("%1$s, %2$u period in the bottom set",
                                    "%1$s, %2$u periods running in the bottom set", streak),
                          now, streak);
}

static void
add_row (const Maker *maker, guint place, const DuiStandingRow *placed)
{
  DuiCatalog *catalog = maker->subject->panel->catalog;
  DuiMatrixRow row = { .place = place };
  guint streak;

  row.name = g_strdup (dui_place_get_name (dui_catalog_get_place (catalog, place)));
  fill_cells (maker, &row);
  streak = fill_streak (maker, &row);
  if (placed)
    row.value = format_value (maker, placed->value);
  row.mark = describe_row (maker, &row, placed, streak);
  g_array_append_val (maker->matrix->rows, row);
}

static void
add_rows (const Maker *maker)
{
  const DuiStanding *standing = maker->standing;
  const GArray *apart[] = { standing->unreported, standing->untargeted };

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      add_row (maker, row->place, row);
    }
  maker->matrix->n_first = standing->rows->len;
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    for (guint k = 0; k < apart[i]->len; k++)
      add_row (maker, g_array_index (apart[i], guint, k), NULL);
}

DuiMatrix *
dui_ranking_matrix_new (const DuiChartSubject *subject,
                        const DuiStanding *standing,
                        GPtrArray *streaks)
{
  g_autoptr (DuiHistory) history
      = dui_history_new (subject->panel, subject->place, standing->by, standing->tier, 0,
                         DUI_STREAK_BY_CUMULATIVE);
  DuiMatrix *self = dui_matrix_new ();
  Maker maker = { subject, standing, NULL, history, self };

  if (dui_streak_is_counted_in (history))
    maker.streaks = streaks;
  maker.decimals = find_decimals (&maker);
  dui_matrix_set_periods (self, history, subject->period);
  add_rows (&maker);
  return self;
}
