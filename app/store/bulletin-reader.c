/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/bulletin-reader.h"
#include "store/failure.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

#define READ _ ("The bulletins could not be read")

#define HEAD                                                                                       \
  "SELECT id, number, title, period, issued_on, seal, (SELECT code FROM indicator WHERE id ="      \
  " (SELECT min(indicator) FROM bulletin_figure WHERE bulletin = bulletin.id)), corrects, summary,"\
  " document IS NOT NULL, (SELECT command FROM source WHERE id = bulletin.source),"                \
  " wording ->> '$.text' FROM bulletin"
#define NEWEST " ORDER BY period DESC, id DESC"

static DuiAmount
get_amount (DuiStatement *statement,
            int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL
             ? DUI_AMOUNT_MISSING
             : dui_statement_get_int (statement, column);
}

static DuiIssuedBulletin *
make_head (DuiStatement *statement)
{
  DuiIssuedBulletin *bulletin = g_new0 (DuiIssuedBulletin, 1);

  bulletin->id = dui_statement_get_int (statement, 0);
  bulletin->number = g_strdup (dui_statement_get_text (statement, 1));
  bulletin->title = g_strdup (dui_statement_get_text (statement, 2));
  bulletin->period = (DuiPeriod) dui_statement_get_int (statement, 3);
  bulletin->issued_on = (DuiDay) dui_statement_get_int (statement, 4);
  bulletin->seal = g_strdup (dui_statement_get_text (statement, 5));
  bulletin->indicator = g_strdup (dui_statement_get_text (statement, 6));
  bulletin->corrects = dui_statement_get_int (statement, 7);
  bulletin->summary = g_strdup (dui_statement_get_text (statement, 8));
  bulletin->has_document = dui_statement_get_int (statement, 9) != 0;
  bulletin->command = dui_statement_get_int (statement, 10);
  bulletin->text = g_strdup (dui_statement_get_text (statement, 11));
  return bulletin;
}

GPtrArray *
dui_bulletin_reader_list (DuiConnection *connection,
                    GError **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_issued_bulletin_free);
  g_autoptr (DuiStatement) statement
      = dui_statement_new (connection, READ, HEAD NEWEST, error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    g_ptr_array_add (list, make_head (statement));
  return step == DUI_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

DuiIssuedBulletin *
dui_bulletin_reader_find (DuiConnection *connection,
                          gint64 indicator,
                          DuiPeriod period,
                          gint64 id,
                          const char *action,
                          GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      HEAD " WHERE EXISTS (SELECT 1 FROM bulletin_figure WHERE bulletin = bulletin.id"
           " AND indicator = ?1) AND (?3 OR period = ?2) AND ?4 IN (0, id)" NEWEST " LIMIT 1",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "iiii", indicator, (gint64) period,
                      (gint64) (period == DUI_PERIOD_NONE), id);
  step = dui_statement_step (statement, error);
  if (step == DUI_STEP_ROW)
    return make_head (statement);
  if (step == DUI_STEP_DONE)
    dui_failure_explain (error, DUI_STORE_ERROR_NOT_FOUND, action,
                         _ ("there is no such bulletin. Look at the list of those that were "
                            "issued"));
  return NULL;
}

static DuiIssuedRow *
make_row (DuiStatement *statement,
          DuiCatalog *catalog)
{
  DuiIssuedRow *row = g_new0 (DuiIssuedRow, 1);
  const char *name = dui_statement_get_text (statement, 1);

  row->place = dui_catalog_find_id (catalog, dui_statement_get_int (statement, 0));
  row->name = g_strdup (
      name ? name : dui_place_get_name (dui_catalog_get_place (catalog, row->place)));
  row->values = (DuiFigureValues){ get_amount (statement, 2), get_amount (statement, 3),
                                   get_amount (statement, 4),
                                   (DuiFigureStatus) dui_statement_get_int (statement, 6) };
  row->target = get_amount (statement, 5);
  for (guint i = 0; i < DUI_N_ISSUED_BY; i++)
    row->ranks[i].value = DUI_AMOUNT_MISSING;
  return row;
}

static gboolean
read_ranks (DuiConnection *connection,
            DuiCatalog *catalog,
            gint64 indicator,
            DuiIssuedBulletin *bulletin,
            DuiIssuedBy by,
            const char *action,
            GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      "SELECT rank, value, bottom, tied FROM bulletin_rank WHERE bulletin = ?1 AND indicator = ?2"
      " AND ranked_by = ?3 AND place = ?4",
      error);

  for (guint i = 0; statement && i < bulletin->rows->len; i++)
    {
      DuiIssuedRow *row = g_ptr_array_index (bulletin->rows, i);
      DuiStep step;

      dui_statement_bind (statement, "iisi", bulletin->id, indicator, dui_issued_by_to_nick (by),
                          dui_place_get_id (dui_catalog_get_place (catalog, row->place)));
      step = dui_statement_step (statement, error);
      if (step == DUI_STEP_FAILED)
        return FALSE;
      if (step == DUI_STEP_ROW)
        row->ranks[by] = (DuiIssuedRank){ (guint) dui_statement_get_int (statement, 0),
                                          get_amount (statement, 1),
                                          dui_statement_get_int (statement, 2) != 0,
                                          dui_statement_get_int (statement, 3) != 0 };
      sqlite3_reset (statement->handle);
    }
  return statement != NULL;
}

/* Its places are those that were named; one that names none has those with figures. */
gboolean
dui_bulletin_reader_fill (DuiConnection *connection,
                          DuiCatalog *catalog,
                          gint64 indicator,
                          DuiIssuedBulletin *bulletin,
                          const char *action,
                          GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      "SELECT * FROM (SELECT place.id, wording ->> ('$.places.\"' || place.id || '\"') AS name,"
      " value, base, growth, target, status FROM bulletin JOIN place LEFT JOIN bulletin_figure AS f"
      " ON f.bulletin = bulletin.id AND f.indicator = ?2 AND f.place = place.id"
      " WHERE bulletin.id = ?1 AND (f.place IS NOT NULL OR name IS NOT NULL)"
      " AND (wording -> '$.places' IS NULL OR name IS NOT NULL) ORDER BY place.position, place.id)",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  bulletin->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_issued_row_free);
  dui_statement_bind (statement, "ii", bulletin->id, indicator);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    g_ptr_array_add (bulletin->rows, make_row (statement, catalog));
  for (guint i = 0; step == DUI_STEP_DONE && i < DUI_N_ISSUED_BY; i++)
    if (!read_ranks (connection, catalog, indicator, bulletin, (DuiIssuedBy) i, action, error))
      return FALSE;
  return step == DUI_STEP_DONE;
}

DuiIssuedBulletin *
dui_bulletin_reader_read (DuiConnection *connection,
                          DuiCatalog *catalog,
                          DuiIndicator *indicator,
                          DuiPeriod period,
                          gint64 id,
                          GError **error)
{
  gint64 of = dui_indicator_get_id (indicator);
  g_autoptr (DuiIssuedBulletin) bulletin
      = dui_bulletin_reader_find (connection, of, period, id, READ, error);

  return bulletin && dui_bulletin_reader_fill (connection, catalog, of, bulletin, READ, error)
             ? g_steal_pointer (&bulletin)
             : NULL;
}

GPtrArray *
dui_bulletin_reader_read_all (DuiConnection *connection,
                              DuiCatalog *catalog,
                              DuiIndicator *indicator,
                              GError **error)
{
  g_autoptr (GPtrArray) list = dui_bulletin_reader_list (connection, error);
  DuiPeriod last = DUI_PERIOD_NONE;
  guint at = 0;

  while (list && at < list->len)
    {
      DuiIssuedBulletin *bulletin = g_ptr_array_index (list, at);

      if (g_strcmp0 (bulletin->indicator, dui_indicator_get_code (indicator)) != 0
          || bulletin->period == last)
        {
          g_ptr_array_remove_index (list, at);
          continue;
        }
      last = bulletin->period;
      if (!dui_bulletin_reader_fill (connection, catalog, dui_indicator_get_id (indicator), bulletin,
                                     READ, error))
        return NULL;
      at++;
    }
  for (guint i = 0; list && i < list->len / 2; i++)
    {
      gpointer *items = list->pdata, swapped = items[i];

      items[i] = items[list->len - 1 - i];
      items[list->len - 1 - i] = swapped;
    }
  return g_steal_pointer (&list);
}

GBytes *
dui_bulletin_reader_read_document (DuiConnection *connection,
                                   gint64 id,
                                   GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READ,
      "SELECT content, sha256 FROM attachment WHERE sha256 ="
      " (SELECT document FROM bulletin WHERE id = ?1)",
      error);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "i", id);
  step = dui_statement_step (statement, error);
  if (step == DUI_STEP_DONE)
    dui_failure_explain (error, DUI_STORE_ERROR_NOT_FOUND, READ,
                         _ ("that bulletin was kept without its pages. Look at its table"));
  if (step != DUI_STEP_ROW)
    return NULL;
  content = g_bytes_new (sqlite3_column_blob (statement->handle, 0),
                         (gsize) sqlite3_column_bytes (statement->handle, 0));
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  if (g_str_equal (sha256, dui_statement_get_text (statement, 1)))
    return g_steal_pointer (&content);
  dui_failure_explain (error, DUI_STORE_ERROR_DAMAGED, READ,
                       _ ("its pages are not what was issued any more. Restore a backup"));
  return NULL;
}
