/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/figure-feed.h"
#include "store/failure.h"
#include "store/figures.h"

/* In: a table-valued function of SQL that is filled from memory ---------------------------------- */

#define TABLE "incoming_figures"

typedef struct
{
  DuiFigureNext next;
  gpointer data;
} Source;

typedef struct
{
  sqlite3_vtab parent;
  Source *source;
} Table;

typedef struct
{
  sqlite3_vtab_cursor parent;
  DuiFigureRow row;
  gboolean at_end;
  gint64 n;
} Cursor;

static int
connect_table (sqlite3 *db,
               void *source,
               int n_arguments,
               const char *const *arguments,
               sqlite3_vtab **table,
               char **message)
{
  int result = sqlite3_declare_vtab (db, "CREATE TABLE x (" DUI_FIGURE_COLUMNS ")");

  if (result == SQLITE_OK)
    {
      Table *self = g_new0 (Table, 1);

      self->source = source;
      *table = &self->parent;
    }
  return result;
}

static int
disconnect_table (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

/* There is one way to read it: all of it, once. */
static int
choose_index (sqlite3_vtab *table,
              sqlite3_index_info *info)
{
  return SQLITE_OK;
}

static int
open_cursor (sqlite3_vtab *table,
             sqlite3_vtab_cursor **cursor)
{
  Cursor *self = g_new0 (Cursor, 1);

  *cursor = &self->parent;
  return SQLITE_OK;
}

static int
close_cursor (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
next_row (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;
  Source *source = ((Table *) cursor->pVtab)->source;

  self->at_end = !source->next (source->data, &self->row);
  self->n++;
  return SQLITE_OK;
}

static int
first_row (sqlite3_vtab_cursor *cursor,
           int index,
           const char *index_name,
           int n_values,
           sqlite3_value **values)
{
  return next_row (cursor);
}

static int
is_at_end (sqlite3_vtab_cursor *cursor)
{
  return ((Cursor *) cursor)->at_end;
}

static void
give_amount (sqlite3_context *context,
             DuiAmount amount)
{
  if (!dui_amount_is_missing (amount)) /* else NULL, which is what is there */
    sqlite3_result_int64 (context, amount);
}

/* In the order of DUI_FIGURE_COLUMNS. */
static int
give_column (sqlite3_vtab_cursor *cursor,
             sqlite3_context *context,
             int column)
{
  const DuiFigureRow *row = &((Cursor *) cursor)->row;

  switch (column)
    {
    case 0:
      sqlite3_result_int64 (context, row->indicator);
      break;
    case 1:
      sqlite3_result_int64 (context, row->period);
      break;
    case 2:
      sqlite3_result_int64 (context, row->place);
      break;
    case 3:
      give_amount (context, row->value);
      break;
    case 4:
      give_amount (context, row->base);
      break;
    case 5:
      give_amount (context, row->growth);
      break;
    case 6:
      sqlite3_result_int64 (context, row->status);
      break;
    case 7:
      sqlite3_result_int64 (context, row->source);
      break;
    case 8:
      sqlite3_result_int64 (context, row->source_row);
      break;
    default:
      sqlite3_result_int64 (context, dui_checksum_figure (row));
    }
  return SQLITE_OK;
}

static int
give_rowid (sqlite3_vtab_cursor *cursor,
            sqlite3_int64 *rowid)
{
  *rowid = ((Cursor *) cursor)->n;
  return SQLITE_OK;
}

static const sqlite3_module module = {
  .xConnect = connect_table,
  .xBestIndex = choose_index,
  .xDisconnect = disconnect_table,
  .xOpen = open_cursor,
  .xClose = close_cursor,
  .xFilter = first_row,
  .xNext = next_row,
  .xEof = is_at_end,
  .xColumn = give_column,
  .xRowid = give_rowid,
};

gboolean
dui_figure_feed_insert (DuiConnection *connection,
                        DuiFigureNext next,
                        gpointer data,
                        const char *action,
                        GError **error)
{
  Source source = { next, data };
  int result = sqlite3_create_module (connection->db, TABLE, &module, &source);
  gboolean done;

  if (result != SQLITE_OK)
    return dui_failure_set (error, connection->db, result, action);
  /* OR FAIL keeps no copies of pages to take the statement alone back: the whole command is. */
  done = dui_connection_execute (connection, action,
                                 "INSERT OR FAIL INTO figure (" DUI_FIGURE_COLUMNS
                                 ") SELECT " DUI_FIGURE_COLUMNS " FROM " TABLE,
                                 error);
  sqlite3_create_module (connection->db, TABLE, NULL, NULL);
  return done;
}

/* Out: an aggregate function of SQL that keeps nothing -------------------------------------------- */

#define FUNCTION "take_figure"

typedef struct
{
  DuiFigureTake take;
  gpointer data;
  gboolean ended;
} Sink;

static inline DuiAmount
get_amount (sqlite3_value *value)
{
  return sqlite3_value_type (value) == SQLITE_NULL ? DUI_AMOUNT_MISSING
                                                   : sqlite3_value_int64 (value);
}

static void
take_row (sqlite3_context *context,
          int n_values,
          sqlite3_value **values)
{
  Sink *sink = sqlite3_user_data (context);
  DuiFigureRow row;

  if (sink->ended)
    return;
  row.indicator = sqlite3_value_int64 (values[0]);
  row.period = sqlite3_value_int64 (values[1]);
  row.place = sqlite3_value_int64 (values[2]);
  row.value = get_amount (values[3]);
  row.base = get_amount (values[4]);
  row.growth = get_amount (values[5]);
  row.status = sqlite3_value_int64 (values[6]);
  row.source = sqlite3_value_int64 (values[7]);
  row.source_row = sqlite3_value_int64 (values[8]);
  sink->ended = !sink->take (sink->data, &row, sqlite3_value_int64 (values[9]));
}

static void
give_nothing (sqlite3_context *context)
{
}

gboolean
dui_figure_feed_read (DuiConnection *connection,
                      gint64 indicator,
                      DuiFigureTake take,
                      gpointer data,
                      const char *action,
                      GError **error)
{
  Sink sink = { take, data };
  int result = sqlite3_create_function (connection->db, FUNCTION, 10,
                                        SQLITE_UTF8 | SQLITE_DIRECTONLY, &sink, NULL, take_row,
                                        give_nothing);
  gboolean done;

  if (result != SQLITE_OK)
    return dui_failure_set (error, connection->db, result, action);
  done = dui_statement_execute (connection, action, error,
                                "SELECT " FUNCTION "(" DUI_FIGURE_COLUMNS
                                ") FROM figure WHERE indicator = ?1",
                                "i", indicator);
  sqlite3_create_function (connection->db, FUNCTION, 10, SQLITE_UTF8, NULL, NULL, NULL, NULL);
  return done;
}
