/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reader.h"
#include "store/checksum.h"
#include "store/figures.h"
#include "store/mapper.h"
#include "store/place-index.h"
#include "store/state.h"
#include "store/whole.h"

#include <glib/gi18n-lib.h>

#define READING _ ("The book could not be read")

/* Names and settings hold from a period on: the newest one with figures is now. The clock is not
 * asked, so that a book looks the same on every day. */
static gboolean
read_newest_period (DuiConnection *connection,
                    gint64 *newest,
                    GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT max((SELECT max(period) FROM figure WHERE indicator = indicator.id)) FROM indicator",
      error);

  if (statement == NULL || dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  *newest = sqlite3_column_type (statement->handle, 0) == SQLITE_NULL
                ? G_MAXINT32
                : dui_statement_get_int (statement, 0);
  return TRUE;
}

static GPtrArray *
read_objects (DuiConnection *connection,
              const DuiMapping *mapping,
              const char *tail,
              gint64 period,
              GError **error)
{
  g_autofree char *sql = dui_mapping_select (mapping, tail);
  g_autoptr (DuiStatement) statement = dui_statement_new (connection, READING, sql, error);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement->handle, 1, period);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      gpointer object = dui_mapping_read (mapping, statement, error);

      if (object == NULL)
        return NULL;
      g_ptr_array_add (objects, object);
    }
  return step == DUI_STEP_DONE ? g_steal_pointer (&objects) : NULL;
}

static gboolean
read_rules (DuiConnection *connection,
            gint64 period,
            DuiRules *rules,
            char **office,
            GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT key, value FROM setting WHERE from_period <= ?1 ORDER BY key, from_period", error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", period);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      const char *key = dui_statement_get_text (statement, 0);
      const char *value = dui_statement_get_text (statement, 1);

      if (g_str_equal (key, "office"))
        {
          g_free (*office);
          *office = g_strdup (value);
        }
      else /* Other settings are of pages. */
        dui_rules_set (rules, key, value);
    }
  return step == DUI_STEP_DONE;
}

static GArray *
read_memberships (DuiConnection *connection,
                  GArray *index,
                  GError **error)
{
  g_autoptr (GArray) memberships = g_array_new (FALSE, FALSE, sizeof (DuiMembership));
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT membership.place, parent, from_period, ifnull(to_period, 2147483647),"
      " membership.ranked AND place.ranked, in_total"
      " FROM membership JOIN place ON place.id = membership.place"
      " ORDER BY place.position, place.id, from_period",
      error);
  DuiStep step;

  if (statement == NULL)
    return NULL;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiMembership membership = {
        .place = dui_place_index_find (index, dui_statement_get_int (statement, 0)),
        .parent = dui_place_index_find (index, dui_statement_get_int (statement, 1)),
        .from = (DuiPeriod) dui_statement_get_int (statement, 2),
        .to = (DuiPeriod) dui_statement_get_int (statement, 3),
        .ranked = dui_statement_get_int (statement, 4) != 0,
        .in_total = dui_statement_get_int (statement, 5) != 0,
      };

      if (membership.place == DUI_NO_PLACE || membership.parent == DUI_NO_PLACE)
        {
          dui_place_index_set_error (error);
          return NULL;
        }
      g_array_append_val (memberships, membership);
    }
  return step == DUI_STEP_DONE ? g_steal_pointer (&memberships) : NULL;
}

static gboolean
read_book (DuiConnection *connection,
           GArray *index,
           guint *home,
           gboolean *sample,
           GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_statement_new (connection, READING, "SELECT home, sample FROM book", error);
  DuiStep step;

  if (statement == NULL || (step = dui_statement_step (statement, error)) == DUI_STEP_FAILED)
    return FALSE;
  *home = step == DUI_STEP_ROW ? dui_place_index_find (index, dui_statement_get_int (statement, 0))
                               : DUI_NO_PLACE;
  *sample = step == DUI_STEP_ROW && dui_statement_get_int (statement, 1) != 0;
  if (*home != DUI_NO_PLACE)
    return TRUE;
  return dui_place_index_set_error (error);
}

/* Whether the small tables on which everything rests and their indexes are whole. */
static gboolean
check_tables (DuiConnection *connection,
              GError **error)
{
  static const char *const tables[]
      = { "book", "place", "place_name", "alias", "membership", "indicator", "setting" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) cause = NULL;

      if (dui_whole_check (connection->db, tables[i], READING, &cause))
        continue;
      if (g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
        g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED,
                     _ ("The book is damaged: its table “%s” has changed by itself. Keep it as "
                        "it is and go back to a backup."),
                     tables[i]);
      else
        g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return TRUE;
}

/* That a row has changed is told by the digest of all (store/state.h), so its echo need not be looked
 * at (resources/schema/1.sql); which takes two thirds of the time. */
static gboolean
check_structure (DuiConnection *connection,
                 GError **error)
{
  gboolean whole = dui_connection_execute (connection, READING,
                                           "PRAGMA ignore_check_constraints = ON", error)
                   && check_tables (connection, error);

  return dui_connection_execute (connection, READING, "PRAGMA ignore_check_constraints = OFF",
                                 whole ? error : NULL)
         && whole;
}

static DuiCatalog *
read_catalog (DuiConnection *connection,
              GError **error)
{
  g_autoptr (GPtrArray) places = NULL, indicators = NULL;
  g_autoptr (GArray) index = NULL, memberships = NULL;
  g_autofree char *office = NULL;
  DuiRules rules = dui_rules_default;
  gint64 newest;
  gboolean sample;
  guint home;

  if (!check_structure (connection, error) || !read_newest_period (connection, &newest, error)
      || !read_rules (connection, newest, &rules, &office, error))
    return NULL;
  places = read_objects (connection, &dui_mapping_place, "ORDER BY position, id", newest, error);
  if (places == NULL)
    return NULL;
  indicators = read_objects (connection, &dui_mapping_indicator,
                             "WHERE active ORDER BY position, id", newest, error);
  if (indicators == NULL)
    return NULL;
  index = dui_place_index_new (places);
  memberships = read_memberships (connection, index, error);
  if (memberships == NULL || !read_book (connection, index, &home, &sample, error))
    return NULL;
  return dui_catalog_new (g_steal_pointer (&places), home, (DuiMembership *) memberships->data,
                          memberships->len, g_steal_pointer (&indicators), &rules, sample, office);
}

static gboolean
target_is_damaged (DuiPanel *panel,
                   const DuiTarget *target,
                   GError **error)
{
  DuiPlace *place = dui_catalog_get_place (panel->catalog, target->place);

  /* Translators: 1 place, 2 indicator, 3 year. */
  g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED,
               _ ("The book is damaged: the target of %1$s for %2$s in %3$d has changed by itself. "
                  "Keep it as it is and go back to a backup."),
               dui_place_get_name (place), dui_indicator_get_display_name (panel->indicator),
               target->year);
  return FALSE;
}

static gboolean
plan_is_damaged (DuiPanel *panel,
                 gint64 year,
                 GError **error)
{
  /* Translators: 1 indicator, 2 year. */
  g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED,
               _ ("The book is damaged: the plan of %1$s for %2$d has changed by itself. Keep it "
                  "as it is and go back to a backup."),
               dui_indicator_get_display_name (panel->indicator), (int) year);
  return FALSE;
}

static gboolean
read_targets (DuiConnection *connection,
              DuiPanel *panel,
              GArray *index,
              GError **error)
{
  gint64 indicator = dui_indicator_get_id (panel->indicator);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (DuiTarget));
  g_autoptr (GStringChunk) documents = g_string_chunk_new (256);
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT place, year, tier, effective, value, document, source, checksum"
      " FROM target WHERE indicator = ?1 ORDER BY place, year, tier, effective",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", indicator);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      gint64 place = dui_statement_get_int (statement, 0);
      const char *document = dui_statement_get_text (statement, 5);
      DuiTarget target = {
        .place = dui_place_index_find (index, place),
        .year = (int) dui_statement_get_int (statement, 1),
        .tier = (DuiTier) dui_statement_get_int (statement, 2),
        .effective = (DuiDay) dui_statement_get_int (statement, 3),
        .value = dui_statement_get_int (statement, 4),
        .document = document ? g_string_chunk_insert_const (documents, document) : NULL,
      };

      if (target.place == DUI_NO_PLACE)
        return dui_place_index_set_error (error);
      if (dui_statement_get_int (statement, 7)
          != dui_checksum_target (indicator, place, target.year, target.tier, target.effective,
                                  target.value, dui_statement_get_int (statement, 6)))
        return target_is_damaged (panel, &target, error);
      g_array_append_val (targets, target);
    }
  dui_panel_set_targets (panel, (DuiTarget *) targets->data, targets->len);
  return step == DUI_STEP_DONE;
}

static gboolean
read_plans (DuiConnection *connection,
            DuiPanel *panel,
            GError **error)
{
  gint64 indicator = dui_indicator_get_id (panel->indicator);
  g_autoptr (GArray) plans = g_array_new (FALSE, TRUE, sizeof (DuiPlan));
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT year, month, share, source, checksum FROM plan WHERE indicator = ?1"
      " ORDER BY year, month",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", indicator);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      gint64 year = dui_statement_get_int (statement, 0);
      gint64 month = dui_statement_get_int (statement, 1);
      gint64 share = dui_statement_get_int (statement, 2);
      gint64 sum = dui_checksum_plan (indicator, year, month, share,
                                      dui_statement_get_int (statement, 3));

      if (month < 1 || month > 12 || dui_statement_get_int (statement, 4) != sum)
        return plan_is_damaged (panel, year, error);
      if (plans->len == 0 || g_array_index (plans, DuiPlan, plans->len - 1).year != year)
        g_array_set_size (plans, plans->len + 1);
      g_array_index (plans, DuiPlan, plans->len - 1).year = (int) year;
      g_array_index (plans, DuiPlan, plans->len - 1).share[month - 1] = (gint32) share;
    }
  dui_panel_set_plans (panel, (DuiPlan *) plans->data, plans->len);
  return step == DUI_STEP_DONE;
}

static gboolean
read_issued (DuiConnection *connection,
             DuiPanel *panel,
             GError **error)
{
  g_autoptr (GArray) issued = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT DISTINCT bulletin.period FROM bulletin WHERE EXISTS (SELECT 1 FROM bulletin_figure"
      " WHERE bulletin = bulletin.id AND indicator = ?1) ORDER BY 1",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", dui_indicator_get_id (panel->indicator));
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiPeriod period = (DuiPeriod) dui_statement_get_int (statement, 0);

      g_array_append_val (issued, period);
    }
  dui_panel_set_issued (panel, (DuiPeriod *) issued->data, issued->len);
  return step == DUI_STEP_DONE;
}

static DuiPanel *
read_panel (DuiConnection *connection,
            DuiCatalog *catalog,
            DuiIndicator *indicator,
            GError **error)
{
  g_autoptr (GArray) index = dui_place_index_new (catalog->places);
  g_autoptr (DuiPanel) panel
      = dui_figures_read_panel (connection, catalog, indicator, index, READING, error);

  if (panel == NULL || !read_targets (connection, panel, index, error)
      || !read_plans (connection, panel, error) || !read_issued (connection, panel, error))
    return NULL;
  return g_steal_pointer (&panel);
}

static gboolean
read_one (DuiConnection *connection,
          const char *code,
          DuiReading *reading,
          GError **error)
{
  DuiIndicator *indicator = dui_catalog_get_indicator (reading->catalog, code);

  if (indicator == NULL)
    {
      g_set_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_NOT_FOUND,
                   _ ("The book has no indicator “%s”. Choose one of those that it has."), code);
      return FALSE;
    }
  reading->panel = read_panel (connection, reading->catalog, indicator, error);
  return reading->panel != NULL;
}

static gboolean
read_all (DuiConnection *connection,
          const char *code,
          DuiReading *reading,
          GError **error)
{
  gboolean fresh = reading->catalog == NULL || reading->version != connection->version;

  if (fresh)
    {
      DuiCatalog *catalog = read_catalog (connection, error);

      if (catalog == NULL)
        return FALSE;
      g_clear_pointer (&reading->catalog, dui_catalog_unref);
      reading->catalog = catalog;
      reading->version = connection->version;
    }
  if (code && !read_one (connection, code, reading, error))
    return FALSE;
  /* After what tells of a single row which one it is. */
  if (!fresh || dui_state_check (connection, READING, error))
    return TRUE;
  dui_reading_clear (reading);
  return FALSE;
}

/* A row that disagrees with its echo says in which table the damage is. */
static void
name_damage (DuiConnection *connection,
             GError **cause)
{
  g_autoptr (GError) named = NULL;

  if (check_tables (connection, &named)
      || !g_error_matches (named, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    return;
  g_clear_error (cause);
  *cause = g_steal_pointer (&named);
}

gboolean
dui_reader_read (DuiConnection *connection,
                 const char *indicator,
                 DuiReading *reading,
                 GError **error)
{
  GError *cause = NULL;
  gboolean done;

  if (!dui_connection_begin_read (connection, READING, error))
    return FALSE;
  done = read_all (connection, indicator, reading, &cause);
  if (g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    name_damage (connection, &cause);
  dui_connection_rollback (connection);
  if (g_error_matches (cause, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED))
    dui_connection_distrust (connection);
  if (cause)
    g_propagate_error (error, cause);
  return done;
}

void
dui_reading_clear (DuiReading *reading)
{
  g_clear_pointer (&reading->catalog, dui_catalog_unref);
  g_clear_pointer (&reading->panel, dui_panel_unref);
}
