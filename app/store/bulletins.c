/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/bulletins.h"
#include "store/bulletin-reader.h"
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

/* The text of the document, and what the places of the table were called, by their id, as JSON:
 * {"text":…,"places":{"12":name}}. The caller frees it. */
static char *
freeze_wording (DuiConnection *connection,
                DuiCatalog *catalog,
                const DuiBulletinDraft *draft,
                const char *action,
                GError **error)
{
  g_autofree char *json = g_strdup ("{}");

  if (draft->text
      && !extend_json (connection, "SELECT json_patch(?1, json_object(?2, ?3))", &json, "text",
                       draft->text, action, error))
    return NULL;
  for (guint i = 0; draft->rows && i < draft->rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (draft->rows, i);
      g_autofree char *key
          = g_strdup_printf ("%" G_GINT64_FORMAT, get_place_id (catalog, row));

      if (!extend_json (connection,
                        "SELECT json_patch(?1, json_object('places', json_object(?2, ?3)))", &json,
                        key, row->name, action, error))
        return NULL;
    }
  return g_steal_pointer (&json);
}

char *
dui_bulletins_read_seal (DuiConnection *connection,
                         const char *action,
                         GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action, "SELECT hash FROM seal ORDER BY command DESC LIMIT 1", error);

  return statement && dui_statement_step (statement, error) == DUI_STEP_ROW
             ? g_strdup (dui_statement_get_text (statement, 0))
             : NULL;
}

/* Keeps @document, unless the book has those bytes already. The caller frees what names it. */
static char *
keep_document (DuiConnection *connection,
               GBytes *document,
               const char *title,
               gint64 source,
               const char *action,
               GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, document);
  g_autofree char *name = g_strconcat (title, ".pdf", NULL);
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, action,
      "INSERT INTO attachment (sha256, name, media_type, content, source)"
      " VALUES (?1, ?2, 'application/pdf', ?4, ?3) ON CONFLICT DO NOTHING",
      error);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (document, &size);

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "ssi", sha256, name, source);
  sqlite3_bind_blob64 (statement->handle, 4, bytes, size, SQLITE_STATIC);
  return dui_statement_run (statement, error) ? g_steal_pointer (&sha256) : NULL;
}

static gboolean
insert_head (DuiConnection *connection,
             DuiCatalog *catalog,
             const DuiBulletinDraft *draft,
             gint64 id,
             gint64 source,
             const char *action,
             GError **error)
{
  g_autofree char *settings = freeze_settings (connection, draft, action, error);
  g_autofree char *wording = NULL, *seal = NULL, *document = NULL;

  if (settings == NULL
      || (wording = freeze_wording (connection, catalog, draft, action, error)) == NULL
      || (seal = dui_bulletins_read_seal (connection, action, error)) == NULL
      || (draft->document
          && !(document = keep_document (connection, draft->document, draft->title, source, action,
                                         error))))
    return FALSE;
  return dui_row_insert (connection, action, error, "bulletin",
                         "id, kind, corrects, number, title, period, issued_on, summary, wording,"
                         " settings, seal, document, source",
                         "isassiisssssi", id, draft->corrects ? "correction" : "bulletin",
                         draft->corrects ? draft->corrects : DUI_AMOUNT_MISSING, draft->number,
                         draft->title, (gint64) draft->period, (gint64) draft->issued_on,
                         draft->summary, wording, settings, seal, document, source);
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
  gint64 id;

  return dui_row_next_id (connection, "bulletin", action, &id, error)
         && insert_head (connection, catalog, draft, id, source, action, error)
         && freeze_figures (connection, indicator, draft->period, id, source, action, error)
         && freeze_ranks (connection, catalog, indicator, draft->rows, id, source, action, error);
}

/* The command -------------------------------------------------------------------------------------- */

/* A period has one bulletin; a correction is of the newest. */
static gboolean
check_follows (DuiConnection *connection,
               gint64 indicator,
               const DuiBulletinDraft *draft,
               GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (DuiIssuedBulletin) newest
      = dui_bulletin_reader_find (connection, indicator, draft->period, 0, ISSUE, &cause);

  if (cause && !g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (draft->corrects != (newest ? newest->id : 0))
    return dui_failure_explain (error,
                                draft->corrects ? DUI_STORE_ERROR_STALE : DUI_STORE_ERROR_REFUSED,
                                ISSUE,
                                _ ("that period has a bulletin already, which stays as it is. "
                                   "Compare it with now to see what to correct"));
  return newest == NULL || newest->issued_on <= draft->issued_on
         || dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, ISSUE,
                                 _ ("what it corrects was issued later. Choose another day"));
}

static gboolean
check_seal (DuiConnection *connection,
            const char *seal,
            GError **error)
{
  g_autofree char *head = dui_bulletins_read_seal (connection, ISSUE, error);

  if (head == NULL)
    return FALSE;
  return seal == NULL || g_str_equal (head, seal)
         || dui_failure_explain (error, DUI_STORE_ERROR_STALE, ISSUE,
                                 _ ("the book has been changed meanwhile. Look at the table and "
                                    "issue it again"));
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
      = dui_bulletin_reader_find (connection, indicator, draft->period, 0, ISSUE, error);

  if (issued == NULL || !dui_bulletin_reader_fill (connection, catalog, indicator, issued, ISSUE, error))
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
      = dui_command_begin (connection, draft->corrects ? "bulletin correct" : "bulletin issue",
                           occasion, FALSE, ISSUE, error);
  gint64 id = dui_indicator_get_id (indicator);
  gint64 source;

  if (command == NULL || !check_follows (connection, id, draft, error)
      || !check_seal (connection, draft->seal, error)
      || (source = dui_command_get_source (command, error)) == 0
      || !dui_bulletins_issue (connection, catalog, id, draft, source, ISSUE, error)
      || !check_is_fresh (connection, catalog, id, draft, error))
    return FALSE;
  dui_command_forbid_undo (command);
  return dui_command_finish (command, error);
}
