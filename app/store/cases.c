/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/cases.h"
#include "model/sha256.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/people.h"
#include "store/row-insert.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define READING _ ("The cases could not be read")
#define OPENING _ ("The explanations could not be asked for")
#define RECORDING _ ("The case could not be changed")

static DuiAmount
get_amount (DuiStatement *statement,
            int column)
{
  return sqlite3_column_type (statement->handle, column) == SQLITE_NULL
             ? DUI_AMOUNT_MISSING
             : dui_statement_get_int (statement, column);
}

static gboolean
is_damaged (GError **error)
{
  return dui_failure_set (error, NULL, SQLITE_CORRUPT, READING);
}

static gboolean
read_heads (DuiConnection *connection,
            DuiCatalog *catalog,
            GPtrArray *cases,
            GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT review_case.id, review_case.kind, place, code, period, ifnull (bulletin, 0), settings"
      " FROM review_case JOIN indicator ON indicator.id = indicator"
      " ORDER BY period DESC, review_case.id",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      guint place = dui_catalog_find_id (catalog, dui_statement_get_int (statement, 2));
      DuiCaseKind kind;
      DuiCase *self;

      if (!dui_case_kind_from_nick (dui_statement_get_text (statement, 1), &kind)
          || place == DUI_NO_PLACE)
        return is_damaged (error);
      self = dui_case_new (kind, place, dui_statement_get_text (statement, 3),
                           (DuiPeriod) dui_statement_get_int (statement, 4));
      self->id = dui_statement_get_int (statement, 0);
      self->bulletin = dui_statement_get_int (statement, 5);
      self->settings = g_strdup (dui_statement_get_text (statement, 6));
      g_ptr_array_add (cases, self);
    }
  return step == DUI_STEP_DONE;
}

static DuiCase *
find_case (GPtrArray *cases,
           gint64 id)
{
  for (guint i = 0; i < cases->len; i++)
    if (((DuiCase *) g_ptr_array_index (cases, i))->id == id)
      return g_ptr_array_index (cases, i);
  return NULL;
}

static gboolean
read_events (DuiConnection *connection,
             GPtrArray *cases,
             GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT review_case, kind, happened_on, ifnull (due_on, 0), note, attachment,"
      " (SELECT name FROM attachment WHERE sha256 = case_event.attachment),"
      " (SELECT name FROM person WHERE id = case_event.person) FROM case_event ORDER BY id",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiCase *self = find_case (cases, dui_statement_get_int (statement, 0));
      DuiCaseEvent event = {
        .happened_on = (DuiDay) dui_statement_get_int (statement, 2),
        .due_on = (DuiDay) dui_statement_get_int (statement, 3),
        .note = (char *) dui_statement_get_text (statement, 4),
        .attachment = (char *) dui_statement_get_text (statement, 5),
        .file_name = (char *) dui_statement_get_text (statement, 6),
        .person = (char *) dui_statement_get_text (statement, 7),
      };

      if (self == NULL
          || !dui_case_event_from_nick (dui_statement_get_text (statement, 1), &event.kind))
        return is_damaged (error);
      dui_case_add_event (self, &event);
    }
  return step == DUI_STEP_DONE;
}

static gboolean
read_evidence (DuiConnection *connection,
               GPtrArray *cases,
               GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING,
      "SELECT review_case, period, growth, ifnull (rank, 0), n_ranked, month_growth,"
      " ifnull (month_rank, 0) FROM case_period ORDER BY review_case, period",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiCase *self = find_case (cases, dui_statement_get_int (statement, 0));
      DuiCasePeriod period = {
        .period = (DuiPeriod) dui_statement_get_int (statement, 1),
        .growth = get_amount (statement, 2),
        .rank = (guint) dui_statement_get_int (statement, 3),
        .n_ranked = (guint) dui_statement_get_int (statement, 4),
        .month_growth = get_amount (statement, 5),
        .month_rank = (guint) dui_statement_get_int (statement, 6),
      };

      if (self == NULL)
        return is_damaged (error);
      g_array_append_val (self->evidence, period);
    }
  return step == DUI_STEP_DONE;
}

GPtrArray *
dui_cases_list (DuiConnection *connection,
                DuiCatalog *catalog,
                GError **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_case_free);

  return read_heads (connection, catalog, cases, error) && read_events (connection, cases, error)
                 && read_evidence (connection, cases, error)
             ? g_steal_pointer (&cases)
             : NULL;
}

GBytes *
dui_cases_read_file (DuiConnection *connection,
                     const char *sha256,
                     GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, READING, "SELECT content FROM attachment WHERE sha256 = ?1", error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;
  DuiStep step;

  if (statement == NULL)
    return NULL;
  dui_statement_bind (statement, "s", sha256);
  step = dui_statement_step (statement, error);
  if (step == DUI_STEP_DONE)
    dui_failure_explain (error, DUI_STORE_ERROR_NOT_FOUND, READING,
                         _ ("there is no such file. Look at the list again"));
  if (step != DUI_STEP_ROW)
    return NULL;
  bytes = g_bytes_new (sqlite3_column_blob (statement->handle, 0),
                       (gsize) sqlite3_column_bytes (statement->handle, 0));
  digest = dui_sha256_compute (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (g_str_equal (digest, sha256))
    return g_steal_pointer (&bytes);
  is_damaged (error);
  return NULL;
}

static gboolean
refuse (GError **error,
        const char *action,
        const char *reason)
{
  return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, action, reason);
}

static gboolean
insert_event (DuiConnection *connection,
              gint64 id,
              const DuiCaseEvent *event,
              gint64 person,
              gint64 source,
              const char *action,
              GError **error)
{
  gint64 event_id;

  return dui_row_next_id (connection, "case_event", action, &event_id, error)
         && dui_row_insert (connection, action, error, "case_event",
                            "id, review_case, kind, happened_on, due_on, note, attachment, person,"
                            " source",
                            "iisiassai", event_id, id, dui_case_event_to_nick (event->kind),
                            (gint64) event->happened_on,
                            event->due_on > 0 ? (DuiAmount) event->due_on : DUI_AMOUNT_MISSING,
                            event->note, event->attachment,
                            person > 0 ? person : DUI_AMOUNT_MISSING, source);
}

static gint64
missing_as (gint64 amount,
            gint64 missing)
{
  return dui_amount_is_missing (amount) ? missing : amount;
}

/* The expression of the CHECK on case_period. */
static gint64
checksum (gint64 id,
          const DuiCasePeriod *period,
          gint64 source)
{
  const gint64 none = G_GINT64_CONSTANT (100000000000000003);

  return missing_as (period->growth, none) * 3 + missing_as (period->month_growth, none) * 5
         + (period->rank > 0 ? (gint64) period->rank : -1) * 7
         + (period->month_rank > 0 ? (gint64) period->month_rank : -1) * 11
         + (gint64) period->n_ranked * 13 + id * 1000003 + (gint64) period->period * 100003
         + source * 1009;
}

static gboolean
insert_evidence (DuiConnection *connection,
                 gint64 id,
                 const DuiCasePeriod *period,
                 gint64 source,
                 GError **error)
{
  return dui_statement_execute (
      connection, OPENING, error,
      "INSERT INTO case_period (review_case, period, growth, rank, n_ranked, month_growth,"
      " month_rank, source, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      "iiaaiaaii", id, (gint64) period->period, period->growth,
      period->rank > 0 ? (DuiAmount) period->rank : DUI_AMOUNT_MISSING, (gint64) period->n_ranked,
      period->month_growth,
      period->month_rank > 0 ? (DuiAmount) period->month_rank : DUI_AMOUNT_MISSING, source,
      checksum (id, period, source));
}

/* The newest bulletin of the period, which put the places on the list. */
static gboolean
find_bulletin (DuiConnection *connection,
               gint64 indicator,
               DuiPeriod period,
               gint64 *bulletin,
               GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, OPENING,
      "SELECT max (id) FROM bulletin WHERE period = ?2 AND EXISTS (SELECT 1 FROM bulletin_figure"
      " WHERE bulletin = bulletin.id AND indicator = ?1)",
      error);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "ii", indicator, (gint64) period);
  if (dui_statement_step (statement, error) != DUI_STEP_ROW)
    return FALSE;
  *bulletin = get_amount (statement, 0);
  return TRUE;
}

static gboolean
is_there (DuiConnection *connection,
          const DuiCase *self,
          gint64 place,
          gint64 indicator,
          gboolean *there,
          GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, OPENING,
      "SELECT 1 FROM review_case WHERE kind = ?1 AND place = ?2 AND indicator = ?3 AND period = ?4",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "siii", dui_case_kind_to_nick (self->kind), place, indicator,
                      (gint64) self->period);
  step = dui_statement_step (statement, error);
  *there = step == DUI_STEP_ROW;
  return step != DUI_STEP_FAILED;
}

static gboolean
insert_case (DuiConnection *connection,
             const DuiCase *self,
             gint64 place,
             gint64 indicator,
             DuiDay asked_on,
             DuiDay due_on,
             gint64 source,
             GError **error)
{
  const DuiCaseEvent asked = { .kind = DUI_CASE_ASKED,
                               .happened_on = asked_on,
                               .due_on = self->kind == DUI_CASE_EXPLANATION ? due_on : 0 };
  gint64 id, bulletin;

  if (!find_bulletin (connection, indicator, self->period, &bulletin, error)
      || !dui_row_next_id (connection, "review_case", OPENING, &id, error)
      || !dui_row_insert (connection, OPENING, error, "review_case",
                          "id, kind, place, indicator, period, bulletin, due_on, settings, source",
                          "isiiiaasi", id, dui_case_kind_to_nick (self->kind), place, indicator,
                          (gint64) self->period, bulletin,
                          asked.due_on > 0 ? (DuiAmount) asked.due_on : DUI_AMOUNT_MISSING,
                          self->settings, source))
    return FALSE;
  for (guint i = 0; i < self->evidence->len; i++)
    if (!insert_evidence (connection, id, &g_array_index (self->evidence, DuiCasePeriod, i), source,
                          error))
      return FALSE;
  return insert_event (connection, id, &asked, 0, source, OPENING, error);
}

static gboolean
open_one (DuiConnection *connection,
          DuiCatalog *catalog,
          const DuiCase *self,
          DuiDay asked_on,
          DuiDay due_on,
          gint64 source,
          guint *n_opened,
          GError **error)
{
  DuiIndicator *indicator = dui_catalog_get_indicator (catalog, self->indicator);
  gint64 place, indicator_id;
  gboolean there;

  if (indicator == NULL || self->place >= catalog->places->len)
    return refuse (error, OPENING, _ ("the book has changed meanwhile. Look at the list again"));
  place = dui_place_get_id (dui_catalog_get_place (catalog, self->place));
  indicator_id = dui_indicator_get_id (indicator);
  if (!is_there (connection, self, place, indicator_id, &there, error))
    return FALSE;
  if (there)
    return TRUE;
  ++*n_opened;
  return insert_case (connection, self, place, indicator_id, asked_on, due_on, source, error);
}

gboolean
dui_cases_open (DuiConnection *connection,
                DuiCatalog *catalog,
                GPtrArray *cases,
                DuiDay asked_on,
                DuiDay due_on,
                const DuiOccasion *occasion,
                guint *n_opened,
                GError **error)
{
  g_autoptr (DuiCommand) command = NULL;
  gint64 source;

  *n_opened = 0;
  if (due_on < asked_on)
    return refuse (error, OPENING, _ ("they are due before they are asked for. Correct the days"));
  command = dui_command_begin (connection, "open cases", occasion, FALSE, OPENING, error);
  if (command == NULL || (source = dui_command_get_source (command, error)) == 0)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    if (!open_one (connection, catalog, g_ptr_array_index (cases, i), asked_on, due_on, source,
                   n_opened, error))
      return FALSE;
  /* When all were open, nothing is logged. */
  return *n_opened == 0 || dui_command_finish (command, error);
}

static gboolean
insert_file (DuiConnection *connection,
             const char *name,
             GBytes *file,
             const char *sha256,
             gint64 source,
             GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, RECORDING,
      "INSERT INTO attachment (sha256, name, media_type, content, source)"
      " VALUES (?1, ?2, ?3, ?5, ?4) ON CONFLICT DO NOTHING",
      error);
  g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (type);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (file, &size);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "sssi", sha256, name,
                      media_type ? media_type : "application/octet-stream", source);
  sqlite3_bind_blob64 (statement->handle, 5, size > 0 ? bytes : "", size, SQLITE_STATIC);
  return dui_statement_run (statement, error);
}

static gboolean
check_event (const DuiCase *self,
             const DuiCaseEvent *event,
             GError **error)
{
  g_autofree char *note = g_strstrip (g_strdup (event->note ? event->note : ""));
  gboolean decides = dui_case_event_needs_person (event->kind);

  if (self == NULL)
    return refuse (error, RECORDING, _ ("there is no such case. Look at the list of them"));
  if (!dui_case_may (self, event->kind))
    return refuse (error, RECORDING, _ ("that can't follow what was last. Look at the case"));
  if (decides && (event->person == NULL || event->person[0] == '\0'))
    return refuse (error, RECORDING, _ ("it needs the name of who decides. Give it"));
  if (decides && event->kind != DUI_CASE_ACCEPTED && note[0] == '\0')
    return refuse (error, RECORDING, _ ("it needs a reason. Say why"));
  if (event->due_on > 0 && event->due_on < event->happened_on)
    return refuse (error, RECORDING, _ ("it is due before that day. Correct the days"));
  return TRUE;
}

static gboolean
write_event (DuiConnection *connection,
             gint64 id,
             const DuiCaseEvent *event,
             GBytes *file,
             gint64 source,
             GError **error)
{
  g_autofree char *sha256
      = file ? dui_sha256_compute (g_bytes_get_data (file, NULL), g_bytes_get_size (file)) : NULL;
  DuiCaseEvent written = *event;
  gint64 person;

  written.attachment = sha256;
  return (file == NULL || insert_file (connection, event->file_name, file, sha256, source, error))
         && dui_people_find (connection, event->person, source, RECORDING, &person, error)
         && insert_event (connection, id, &written, person, source, RECORDING, error);
}

gboolean
dui_cases_record (DuiConnection *connection,
                  DuiCatalog *catalog,
                  gint64 id,
                  const DuiCaseEvent *event,
                  GBytes *file,
                  const DuiOccasion *occasion,
                  GError **error)
{
  g_autoptr (DuiCommand) command
      = dui_command_begin (connection, "record case", occasion, FALSE, RECORDING, error);
  g_autoptr (GPtrArray) cases = command ? dui_cases_list (connection, catalog, error) : NULL;
  gint64 source;

  return cases && check_event (find_case (cases, id), event, error)
         && (source = dui_command_get_source (command, error)) != 0
         && write_event (connection, id, event, file, source, error)
         && dui_command_finish (command, error);
}
