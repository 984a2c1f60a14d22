/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/bulletins.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/row-insert.h"

#include <glib/gi18n-lib.h>

#define ISSUE _ ("The bulletin could not be issued")

/* The target assessed: the newest adjusted one in force at the period's end, else agreed (PRACTICE
 * R1). Tiers are stored as 0 agreed, 1 adjusted. */
#define ASSESSED                                                                                   \
  "(SELECT value FROM target WHERE indicator = f.indicator AND place = f.place AND year = ?4"      \
  " AND tier IN (0, 1) AND effective <= ?5 ORDER BY tier DESC, effective DESC LIMIT 1)"
#define SHARE "(SELECT share FROM plan WHERE indicator = f.indicator AND year = ?4 AND month = ?6)"

/* The sum of resources/schema/1.sql over the row that is inserted. */
#define CHECKSUM                                                                                   \
  "ifnull(value, 100000000000000003) * 3 + ifnull(base, 100000000000000003) * 5"                   \
  " + ifnull(growth, 100000000000000003) * 7 + ifnull(target, 100000000000000003) * 11"            \
  " + ifnull(share, -1) * 13 + indicator * 1000000007 + ?1 * 100000007 + place * 10000019"         \
  " + status * 1000003 + ?7 * 1009"

static gboolean
freeze_figures (DuiConnection *connection,
                gint64 indicator,
                DuiPeriod period,
                gint64 id,
                gint64 source,
                const char *action,
                GError **error)
{
  return dui_statement_execute (
      connection, action, error,
      "INSERT INTO bulletin_figure (bulletin, indicator, place, value, base, growth, target, share,"
      " status, source, checksum) SELECT ?1, indicator, place, value, base, growth, target, share,"
      " status, ?7, " CHECKSUM " FROM (SELECT indicator, place, value, base, growth, status,"
      " " ASSESSED " AS target, " SHARE " AS share FROM figure AS f"
      " WHERE indicator = ?2 AND period = ?3)",
      "iiiiiii", id, indicator, (gint64) period, (gint64) dui_period_year (period),
      (gint64) dui_period_last_day (period), (gint64) dui_period_month (period), source);
}

static gint64
get_place_id (DuiCatalog *catalog,
              const DuiIssuedRow *row)
{
  return dui_place_get_id (dui_catalog_get_place (catalog, row->place));
}

static gboolean
freeze_ranks (DuiConnection *connection,
              DuiCatalog *catalog,
              gint64 indicator,
              GPtrArray *rows,
              gint64 id,
              gint64 source,
              const char *action,
              GError **error)
{
  for (guint i = 0; rows && i < rows->len; i++)
    for (guint by = 0; by < DUI_N_ISSUED_BY; by++)
      {
        const DuiIssuedRow *row = g_ptr_array_index (rows, i);
        const DuiIssuedRank *rank = &row->ranks[by];

        if (rank->rank > 0
            && !dui_row_insert (connection, action, error, "bulletin_rank",
                                "bulletin, indicator, ranked_by, place, rank, value, bottom, tied,"
                                " source",
                                "iisiiaiii", id, indicator, dui_issued_by_to_nick (by),
                                get_place_id (catalog, row), (gint64) rank->rank, rank->value,
                                (gint64) rank->bottom, (gint64) rank->tied, source))
          return FALSE;
      }
  return TRUE;
}

/* What a JSON function makes of the JSON @json, which is replaced, and a key and value. */
static gboolean
extend_json (DuiConnection *connection,
             const char *sql,
             char **json,
             const char *key,
             const char *value,
             const char *action,
             GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (connection, action, sql, error);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "sss", *json, key, value);
  if (dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  g_free (*json);
  *json = g_strdup (dui_statement_get_text (statement, 0));
  return TRUE;
}

/* The settings that hold in @draft's period, and those that ranked its rows, as JSON. The caller frees
 * it. */
static char *
freeze_settings (DuiConnection *connection,
                 const DuiBulletinDraft *draft,
                 const char *action,
                 GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      "SELECT json_group_object(key, value) FROM (SELECT key, value, max(from_period) FROM setting"
      " WHERE from_period <= ?1 GROUP BY key)",
      error);
  const char *const *keys = draft->rules ? dui_rules_keys () : NULL;
  g_autofree char *json = NULL;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "i", (gint64) draft->period);
  if (dui_statement_step (statement, error) != DUI_STEP_ROW)
    return NULL;
  json = g_strdup (dui_statement_get_text (statement, 0));
  for (; keys && *keys; keys++)
    {
      g_autofree char *value = dui_rules_get (draft->rules, *keys);

      if (!extend_json (connection, "SELECT json_patch(?1, json_object(?2, ?3))", &json, *keys,
                        value, action, error))
        return NULL;
    }
  return g_steal_pointer (&json);
}

/* What the places of the table were called, by their id, as JSON: {"places":{"12":name}}. The caller
 * frees it. */
static char *
freeze_wording (DuiConnection *connection,
                DuiCatalog *catalog,
                GPtrArray *rows,
                const char *action,
                GError **error)
{
  g_autofree char *json = g_strdup ("{}");

  for (guint i = 0; rows && i < rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (rows, i);
      g_autofree char *key
          = g_strdup_printf ("%" G_GINT64_FORMAT, get_place_id (catalog, row));

      if (!extend_json (connection,
                        "SELECT json_patch(?1, json_object('places', json_object(?2, ?3)))", &json,
                        key, row->name, action, error))
        return NULL;
    }
  return g_steal_pointer (&json);
}

static char *
read_seal (DuiConnection *connection,
           const char *action,
           GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action, "SELECT hash FROM seal ORDER BY command DESC LIMIT 1", error);

  return statement && dui_statement_step (statement, error) == DUI_STEP_ROW
             ? g_strdup (dui_statement_get_text (statement, 0))
             : NULL;
}

gboolean
dui_bulletins_issue (DuiConnection *connection,
                     DuiCatalog *catalog,
                     gint64 indicator,
                     const DuiBulletinDraft *draft,
                     gint64 source,
                     const char *action,
                     GError **error)
{
  g_autofree char *settings = freeze_settings (connection, draft, action, error);
  g_autofree char *wording = NULL;
  g_autofree char *seal = NULL;
  gint64 id;

  if (settings == NULL
      || (wording = freeze_wording (connection, catalog, draft->rows, action, error)) == NULL
      || (seal = read_seal (connection, action, error)) == NULL
      || !dui_row_next_id (connection, "bulletin", action, &id, error)
      || !dui_row_insert (connection, action, error, "bulletin",
                          "id, kind, corrects, number, title, period, issued_on, summary, wording,"
                          " settings, seal, document, source",
                          "isassiisssssi", id, "bulletin", DUI_AMOUNT_MISSING, draft->number,
                          draft->title, (gint64) draft->period, (gint64) draft->issued_on, NULL,
                          wording, settings, seal, NULL, source))
    return FALSE;
  return freeze_figures (connection, indicator, draft->period, id, source, action, error)
         && freeze_ranks (connection, catalog, indicator, draft->rows, id, source, action, error);
}

/* The command -------------------------------------------------------------------------------------- */

static DuiIssuedBulletin *find_head (DuiConnection *connection, gint64 indicator,
                                     DuiPeriod period, const char *action, GError **error);
static gboolean read_rows (DuiConnection *connection, DuiCatalog *catalog, gint64 indicator,
                           DuiIssuedBulletin *bulletin, const char *action, GError **error);

static gboolean
check_is_first (DuiConnection *connection,
                gint64 indicator,
                DuiPeriod period,
                GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (DuiIssuedBulletin) issued
      = find_head (connection, indicator, period, ISSUE, &cause);

  if (cause && !g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return issued == NULL
         || dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, ISSUE,
                                 _ ("that period has a bulletin already, which stays as it is. "
                                    "Compare it with now to see what to correct"));
}

/* What was frozen is what @draft's ranks were made from. */
static gboolean
check_is_fresh (DuiConnection *connection,
                DuiCatalog *catalog,
                gint64 indicator,
                const DuiBulletinDraft *draft,
                GError **error)
{
  g_autoptr (DuiIssuedBulletin) issued
      = find_head (connection, indicator, draft->period, ISSUE, error);

  if (issued == NULL || !read_rows (connection, catalog, indicator, issued, ISSUE, error))
    return FALSE;
  for (guint i = 0; i < MAX (issued->rows->len, draft->rows->len); i++)
    if (issued->rows->len != draft->rows->len
        || dui_issued_row_differs (g_ptr_array_index (issued->rows, i),
                                   g_ptr_array_index (draft->rows, i), TRUE))
      return dui_failure_explain (error, DUI_STORE_ERROR_STALE, ISSUE,
                                  _ ("the book has been changed meanwhile. Look at the table and "
                                     "issue it again"));
  return TRUE;
}

gboolean
dui_bulletins_run (DuiConnection *connection,
                   DuiCatalog *catalog,
                   DuiIndicator *indicator,
                   const DuiBulletinDraft *draft,
                   const DuiOccasion *occasion,
                   GError **error)
{
  g_autoptr (DuiCommand) command
      = dui_command_begin (connection, "bulletin issue", occasion, FALSE, ISSUE, error);
  gint64 id = dui_indicator_get_id (indicator);
  gint64 source;

  if (command == NULL || !check_is_first (connection, id, draft->period, error)
      || (source = dui_command_get_source (command, error)) == 0
      || !dui_bulletins_issue (connection, catalog, id, draft, source, ISSUE, error)
      || !check_is_fresh (connection, catalog, id, draft, error))
    return FALSE;
  dui_command_forbid_undo (command);
  return dui_command_finish (command, error);
}

/* Reading ------------------------------------------------------------------------------------------ */

#define READ _ ("The bulletins could not be read")

#define HEAD                                                                                       \
  "SELECT id, number, title, period, issued_on, seal, (SELECT code FROM indicator WHERE id ="      \
  " (SELECT min(indicator) FROM bulletin_figure WHERE bulletin = bulletin.id)) FROM bulletin"
#define NEWEST " ORDER BY period DESC, issued_on DESC, id DESC"

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
  return bulletin;
}

GPtrArray *
dui_bulletins_list (DuiConnection *connection,
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

static DuiIssuedBulletin *
find_head (DuiConnection *connection,
           gint64 indicator,
           DuiPeriod period,
           const char *action,
           GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      HEAD " WHERE EXISTS (SELECT 1 FROM bulletin_figure WHERE bulletin = bulletin.id"
           " AND indicator = ?1) AND (?3 OR period = ?2)" NEWEST " LIMIT 1",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "iii", indicator, (gint64) period,
                      (gint64) (period == DUI_PERIOD_NONE));
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
                          get_place_id (catalog, row));
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
static gboolean
read_rows (DuiConnection *connection,
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
      " AND (wording = '{}' OR name IS NOT NULL) ORDER BY place.position, place.id)",
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
dui_bulletins_read (DuiConnection *connection,
                    DuiCatalog *catalog,
                    DuiIndicator *indicator,
                    DuiPeriod period,
                    GError **error)
{
  gint64 id = dui_indicator_get_id (indicator);
  g_autoptr (DuiIssuedBulletin) bulletin = find_head (connection, id, period, READ, error);

  return bulletin && read_rows (connection, catalog, id, bulletin, READ, error)
             ? g_steal_pointer (&bulletin)
             : NULL;
}
