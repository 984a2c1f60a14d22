/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/figures.h"
#include "store/failure.h"
#include "store/figure-feed.h"
#include "store/place-index.h"
#include "store/row-text.h"
#include "store/tally.h"

#include <glib/gi18n-lib.h>

static inline DuiAmount
get_amount (sqlite3_stmt *handle,
            int column)
{
  return sqlite3_column_type (handle, column) == SQLITE_NULL ? DUI_AMOUNT_MISSING
                                                             : sqlite3_column_int64 (handle, column);
}

void
dui_figures_read_row (DuiStatement *statement,
                      DuiFigureRow *row,
                      gint64 *checksum)
{
  sqlite3_stmt *handle = statement->handle;

  row->indicator = sqlite3_column_int64 (handle, 0);
  row->period = sqlite3_column_int64 (handle, 1);
  row->place = sqlite3_column_int64 (handle, 2);
  row->value = get_amount (handle, 3);
  row->base = get_amount (handle, 4);
  row->growth = get_amount (handle, 5);
  row->status = sqlite3_column_int64 (handle, 6);
  row->source = sqlite3_column_int64 (handle, 7);
  row->source_row = sqlite3_column_int64 (handle, 8);
  *checksum = sqlite3_column_int64 (handle, 9);
}

void
dui_figures_parse_row (const char *text,
                       DuiFigureRow *row)
{
  *row = (DuiFigureRow){
    .indicator = dui_row_text_find_int (text, "indicator", 0),
    .period = dui_row_text_find_int (text, "period", 0),
    .place = dui_row_text_find_int (text, "place", 0),
    .value = dui_row_text_find_int (text, "value", DUI_AMOUNT_MISSING),
    .base = dui_row_text_find_int (text, "base", DUI_AMOUNT_MISSING),
    .growth = dui_row_text_find_int (text, "growth", DUI_AMOUNT_MISSING),
    .status = dui_row_text_find_int (text, "status", 0),
    .source = dui_row_text_find_int (text, "source", 0),
    .source_row = dui_row_text_find_int (text, "source_row", 0),
  };
}

gboolean
dui_figures_are_same (const DuiFigureRow *a,
                      const DuiFigureRow *b)
{
  return a->indicator == b->indicator && a->period == b->period && a->place == b->place
         && a->value == b->value && a->base == b->base && a->growth == b->growth
         && a->status == b->status && a->source == b->source && a->source_row == b->source_row;
}

static gboolean
is_damaged (DuiCatalog *catalog,
            DuiIndicator *indicator,
            guint place,
            gint64 period,
            GError **error)
{
  g_autofree char *label = dui_period_to_label ((DuiPeriod) period);

  /* Translators: 1 place, 2 indicator, 3 period. */
  g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED,
               _ ("The book is damaged: the figure of %1$s for %2$s in %3$s has changed by itself. "
                  "Keep it as it is and go back to a backup."),
               dui_place_get_name (dui_catalog_get_place (catalog, place)),
               dui_indicator_get_display_name (indicator), label);
  return FALSE;
}

static gboolean
is_incomplete (DuiIndicator *indicator,
               gint64 period,
               GError **error)
{
  g_autofree char *label = dui_period_to_label ((DuiPeriod) period);

  /* Translators: 1 indicator, 2 period. */
  g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED,
               _ ("The book is damaged: the figures of %1$s in %2$s are not all that the program "
                  "wrote, or not those. Keep it as it is and go back to a backup."),
               dui_indicator_get_display_name (indicator), label);
  return FALSE;
}

typedef struct
{
  DuiPanel *panel;
  GArray *index;
  gint64 period, place; /* of the row before */
  DuiTally *tallies;    /* of each period of the panel */
  GError *error;
} Filling;

static gboolean
fill (gpointer data,
      const DuiFigureRow *row,
      gint64 checksum)
{
  Filling *self = data;
  DuiPanel *panel = self->panel;
  guint place = dui_place_index_find (self->index, row->place);
  gssize at;

  if (place == DUI_NO_PLACE)
    return dui_place_index_set_error (&self->error);
  at = dui_panel_index (panel, place, (DuiPeriod) row->period);
  if (checksum != dui_checksum_figure (row) || at < 0
      || row->period < self->period
      || (row->period == self->period && row->place <= self->place))
    return is_damaged (panel->catalog, panel->indicator, place, row->period, &self->error);
  panel->value[at] = row->value;
  panel->base[at] = row->base;
  panel->growth[at] = row->growth;
  panel->status[at] = (guint8) row->status;
  dui_tally_count (&self->tallies[row->period - panel->first], checksum);
  self->period = row->period;
  self->place = row->place;
  return TRUE;
}

static gboolean
read_range (DuiConnection *connection,
            gint64 indicator,
            DuiPeriod *first,
            DuiPeriod *last,
            const char *action,
            GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      "SELECT (SELECT min(period) FROM figure WHERE indicator = ?1),"
      " (SELECT max(period) FROM figure WHERE indicator = ?1)",
      error);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", indicator);
  if (dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  *first = (DuiPeriod) dui_statement_get_int (statement, 0);
  *last = (DuiPeriod) dui_statement_get_int (statement, 1);
  if (sqlite3_column_type (statement->handle, 0) == SQLITE_NULL)
    *last = *first - 1;
  return TRUE;
}

/* The CHECK on figure.period; in a damaged file it may be anything. */
static gboolean
is_sane (DuiPeriod first,
         DuiPeriod last)
{
  return last < first || (first >= dui_period_new (1949, 1) && last <= dui_period_new (2199, 12));
}

DuiPanel *
dui_figures_read_panel (DuiConnection *connection,
                        DuiCatalog *catalog,
                        DuiIndicator *indicator,
                        GArray *index,
                        const char *action,
                        GError **error)
{
  gint64 id = dui_indicator_get_id (indicator);
  g_autoptr (DuiPanel) panel = NULL;
  g_autofree DuiTally *tallies = NULL;
  DuiPeriod first, last;
  gint64 wrong;
  Filling filling;

  if (!read_range (connection, id, &first, &last, action, error))
    return NULL;
  if (!is_sane (first, last))
    {
      is_damaged (catalog, indicator, catalog->home, 0, error);
      return NULL;
    }
  panel = dui_panel_new (catalog, indicator, first, last);
  tallies = g_new0 (DuiTally, panel->n_periods + 1);
  filling = (Filling){ panel, index, .tallies = tallies };
  if (!dui_figure_feed_read (connection, id, fill, &filling, action, error)
      || !dui_tally_compare (connection, id, tallies, first, panel->n_periods, &wrong, action,
                             error))
    return NULL;
  /* A key that changed in the middle ends the rows early, except when looked for from behind. */
  if (filling.error == NULL && last >= first && filling.period != last)
    is_damaged (catalog, indicator, catalog->home, last, &filling.error);
  if (filling.error == NULL && wrong != 0)
    is_incomplete (indicator, wrong, &filling.error);
  if (filling.error == NULL)
    return g_steal_pointer (&panel);
  g_propagate_error (error, filling.error);
  return NULL;
}

DuiStatement *
dui_figures_prepare_find (DuiConnection *connection,
                          const char *action,
                          GError **error)
{
  return dui_statement_new (connection, action,
                            "SELECT " DUI_FIGURE_COLUMNS
                            " FROM figure WHERE indicator = ?1 AND period = ?2 AND place = ?3",
                            error);
}

gboolean
dui_figures_look_up (DuiStatement *statement,
                     gint64 indicator,
                     gint64 period,
                     gint64 place,
                     DuiFigureRow *row,
                     GError **error)
{
  gboolean found;
  gint64 checksum;

  dui_statement_bind (statement, "iii", indicator, period, place);
  found = dui_statement_step (statement, error) == DUI_STEP_ROW;
  if (found)
    dui_figures_read_row (statement, row, &checksum);
  sqlite3_reset (statement->handle);
  return found;
}

gboolean
dui_figures_find (DuiConnection *connection,
                  gint64 indicator,
                  gint64 period,
                  gint64 place,
                  DuiFigureRow *row,
                  const char *action,
                  GError **error)
{
  g_autoptr (DuiStatement) statement = dui_figures_prepare_find (connection, action, error);

  return statement && dui_figures_look_up (statement, indicator, period, place, row, error);
}

DuiStatement *
dui_figures_prepare_insert (DuiConnection *connection,
                            const char *action,
                            GError **error)
{
  return dui_statement_new (connection, action,
                            "INSERT INTO figure (" DUI_FIGURE_COLUMNS ")"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                            error);
}

DuiStatement *
dui_figures_prepare_update (DuiConnection *connection,
                            const char *action,
                            GError **error)
{
  return dui_statement_new (connection, action,
                            "UPDATE figure SET value = ?4, base = ?5, growth = ?6, status = ?7,"
                            " source = ?8, source_row = ?9, checksum = ?10"
                            " WHERE indicator = ?1 AND period = ?2 AND place = ?3",
                            error);
}

static inline void
bind_amount (sqlite3_stmt *handle,
             int at,
             DuiAmount amount)
{
  if (dui_amount_is_missing (amount))
    sqlite3_bind_null (handle, at);
  else
    sqlite3_bind_int64 (handle, at, amount);
}

gboolean
dui_figures_write (DuiStatement *statement,
                   const DuiFigureRow *row,
                   GError **error)
{
  sqlite3_stmt *handle = statement->handle;

  sqlite3_bind_int64 (handle, 1, row->indicator);
  sqlite3_bind_int64 (handle, 2, row->period);
  sqlite3_bind_int64 (handle, 3, row->place);
  bind_amount (handle, 4, row->value);
  bind_amount (handle, 5, row->base);
  bind_amount (handle, 6, row->growth);
  sqlite3_bind_int64 (handle, 7, row->status);
  sqlite3_bind_int64 (handle, 8, row->source);
  sqlite3_bind_int64 (handle, 9, row->source_row);
  sqlite3_bind_int64 (handle, 10, dui_checksum_figure (row));
  return dui_statement_run (statement, error);
}

gboolean
dui_figures_delete (DuiConnection *connection,
                    gint64 indicator,
                    gint64 period,
                    gint64 place,
                    const char *action,
                    GError **error)
{
  return dui_statement_execute (
      connection, action, error,
      "DELETE FROM figure WHERE indicator = ?1 AND period = ?2 AND place = ?3", "iii", indicator,
      period, place);
}
