/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schemes.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/row-insert.h"

#include <glib/gi18n-lib.h>

#define READING _ ("The scoring schemes could not be read")
#define WRITING _ ("The scoring scheme could not be changed")

static DuiScheme *
get_scheme (GPtrArray *schemes,
            const char *name,
            DuiPeriod from)
{
  DuiScheme *last = schemes->len > 0 ? g_ptr_array_index (schemes, schemes->len - 1) : NULL;

  if (last && g_str_equal (last->name, name))
    return last;
  last = dui_scheme_new (name, from);
  g_ptr_array_add (schemes, last);
  return last;
}

GPtrArray *
dui_schemes_list (DuiConnection *connection,
                  GError **error)
{
  g_autoptr (GPtrArray) schemes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_scheme_free);
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT scheme.name, from_period, code, rule, weight, bonus, bonus_cap FROM scheme"
      " JOIN scheme_part ON scheme = scheme.id JOIN indicator ON indicator.id = indicator"
      " ORDER BY from_period, scheme.id, indicator.position, indicator.id",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiScheme *scheme = get_scheme (schemes, dui_statement_get_text (statement, 0),
                                      (DuiPeriod) dui_statement_get_int (statement, 1));
      DuiScoreRule rule;

      if (!dui_score_rule_from_nick (dui_statement_get_text (statement, 3), &rule))
        {
          dui_failure_set (error, NULL, SQLITE_CORRUPT, READING);
          return NULL;
        }
      dui_scheme_add (scheme, dui_statement_get_text (statement, 2), rule,
                      dui_statement_get_int (statement, 4), dui_statement_get_int (statement, 5),
                      dui_statement_get_int (statement, 6));
    }
  return step == DUI_STEP_DONE ? g_steal_pointer (&schemes) : NULL;
}

static gboolean
refuse (GError **error,
        const char *reason)
{
  return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, WRITING, reason);
}

static gboolean
is_in_range (gint64 points)
{
  return points >= 0 && points <= DUI_SCORE_TOTAL;
}

static gboolean
check_part (DuiCatalog *catalog,
            const DuiSchemePart *part,
            GError **error)
{
  DuiIndicator *indicator = dui_catalog_get_indicator (catalog, part->indicator);
  gboolean by_pace
      = part->rule == DUI_SCORE_PACE || part->rule == DUI_SCORE_FULL_ON_COMPLETION;

  if (indicator == NULL)
    return refuse (error, _ ("the book has no such indicator. Choose one of those that it has"));
  if (part->weight == 0 || !is_in_range (part->weight) || !is_in_range (part->bonus)
      || !is_in_range (part->bonus_cap))
    return refuse (error, _ ("points are from 0 to 100, and no weight is 0. Correct them"));
  if (by_pace && !dui_indicator_has_pace (indicator))
    return refuse (error, _ ("one of the indicators has no pace. Score it by rank, or all or "
                             "nothing"));
  if ((part->bonus > 0 && part->rule != DUI_SCORE_FULL_ON_COMPLETION)
      || (part->bonus_cap > 0 && !by_pace))
    return refuse (error, _ ("only what is full on completion has a bonus, and what is in "
                             "proportion to pace a cap. Leave them out"));
  return TRUE;
}

static gboolean
check_scheme (DuiCatalog *catalog,
              const DuiScheme *scheme,
              GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 sum = 0;

  if (scheme->name[0] == '\0')
    return refuse (error, _ ("it needs a name. Give it one"));
  if (scheme->from < dui_period_new (1949, 1) || scheme->from > dui_period_new (2199, 12))
    return refuse (error, _ ("there is no such period. Choose another one"));
  for (guint i = 0; i < scheme->parts->len; i++)
    {
      const DuiSchemePart *part = &g_array_index (scheme->parts, DuiSchemePart, i);

      if (!check_part (catalog, part, error))
        return FALSE;
      if (!g_hash_table_add (seen, part->indicator))
        return refuse (error, _ ("an indicator is in it twice. Leave one of them out"));
      sum += part->weight;
    }
  return sum == DUI_SCORE_TOTAL
         || refuse (error, _ ("the weights must sum to 100. Correct them"));
}

/* @id: of the scheme of that name, or a new one. */
static gboolean
find_id (DuiConnection *connection,
         const DuiScheme *scheme,
         gint64 *id,
         GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, WRITING,
      "SELECT id, name = ?1 AS own FROM scheme WHERE name = ?1 OR from_period = ?2 ORDER BY own",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "si", scheme->name, (gint64) scheme->from);
  step = dui_statement_step (statement, error);
  if (step == DUI_STEP_FAILED)
    return FALSE;
  if (step == DUI_STEP_DONE)
    return dui_row_next_id (connection, "scheme", WRITING, id, error);
  if (dui_statement_get_int (statement, 1) == 0)
    return refuse (error, _ ("another scheme begins with the same period. Use its name, or choose "
                             "another period"));
  *id = dui_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
write_scheme (DuiConnection *connection,
              gint64 id,
              const DuiScheme *scheme,
              gint64 source,
              GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_row_insert_prepare (connection, "scheme", "id, name, from_period, source",
                                "ON CONFLICT (id) DO UPDATE SET from_period ="
                                " excluded.from_period, source = excluded.source,"
                                " echo = excluded.echo"
                                " WHERE from_period <> excluded.from_period",
                                WRITING, error);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "isii", id, scheme->name, (gint64) scheme->from, source);
  return dui_statement_run (statement, error);
}

/* Parts of indicators that the scheme has no more. */
static gboolean
remove_parts (DuiConnection *connection,
              gint64 id,
              const DuiScheme *scheme,
              GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, WRITING,
      "SELECT indicator, code FROM scheme_part JOIN indicator ON indicator.id = indicator"
      " WHERE scheme = ?1",
      error);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", id);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      gint64 indicator = dui_statement_get_int (statement, 0);
      gboolean kept = FALSE;

      for (guint i = 0; i < scheme->parts->len; i++)
        kept |= g_str_equal (g_array_index (scheme->parts, DuiSchemePart, i).indicator,
                             dui_statement_get_text (statement, 1));
      if (!kept)
        g_array_append_val (gone, indicator);
    }
  for (guint i = 0; i < gone->len && step == DUI_STEP_DONE; i++)
    if (!dui_statement_execute (connection, WRITING, error,
                                "DELETE FROM scheme_part WHERE scheme = ?1 AND indicator = ?2",
                                "ii", id, g_array_index (gone, gint64, i)))
      return FALSE;
  return step == DUI_STEP_DONE;
}

static gboolean
write_part (DuiConnection *connection,
            DuiCatalog *catalog,
            gint64 id,
            const DuiSchemePart *part,
            gint64 source,
            GError **error)
{
  DuiIndicator *indicator = dui_catalog_get_indicator (catalog, part->indicator);
  g_autoptr (DuiStatement) statement = dui_row_insert_prepare (
      connection, "scheme_part", "scheme, indicator, rule, weight, bonus, bonus_cap, source",
      "ON CONFLICT DO UPDATE SET rule = excluded.rule, weight = excluded.weight,"
      " bonus = excluded.bonus, bonus_cap = excluded.bonus_cap, source = excluded.source,"
      " echo = excluded.echo WHERE echo <> excluded.echo",
      WRITING, error);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "iisiiii", id, dui_indicator_get_id (indicator),
                      dui_score_rule_to_nick (part->rule), part->weight, part->bonus,
                      part->bonus_cap, source);
  return dui_statement_run (statement, error);
}

gboolean
dui_schemes_set (DuiConnection *connection,
                 DuiCatalog *catalog,
                 const DuiScheme *scheme,
                 const DuiOccasion *occasion,
                 GError **error)
{
  g_autofree char *reason = g_strstrip (g_strdup (occasion->reason ? occasion->reason : ""));
  g_autoptr (DuiCommand) command = NULL;
  gint64 id, source;
  int before;

  if (reason[0] == '\0')
    return refuse (error, _ ("it needs a reason. Say why"));
  if (!check_scheme (catalog, scheme, error))
    return FALSE;
  command = dui_command_begin (connection, "set scheme", occasion, FALSE, WRITING, error);
  if (command == NULL || !find_id (connection, scheme, &id, error)
      || (source = dui_command_get_source (command, error)) == 0)
    return FALSE;
  before = sqlite3_total_changes (connection->db);
  if (!write_scheme (connection, id, scheme, source, error)
      || !remove_parts (connection, id, scheme, error))
    return FALSE;
  for (guint i = 0; i < scheme->parts->len; i++)
    if (!write_part (connection, catalog, id, &g_array_index (scheme->parts, DuiSchemePart, i),
                     source, error))
      return FALSE;
  /* When all was as it is now, nothing is logged. */
  return sqlite3_total_changes (connection->db) == before || dui_command_finish (command, error);
}
