/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/as-of.h"
#include "store/figures.h"
#include "store/reader.h"
#include "store/row-text.h"
#include "store/statement.h"

#include <glib/gi18n-lib.h>

#define ACTION _ ("The log could not be read")
#define TRIES 3

/* What is being made into the panel of then. */
typedef struct
{
  DuiConnection *connection;
  const DuiPanel *now;
  gint64 indicator;
  gint64 command;
  GHashTable *new_sources; /* ids of those that came after the command */
  GHashTable *figures; /* of those that changed: period and place, to a DuiFigureRow; none: value NULL */
  GArray *targets;     /* of DuiTarget, as it goes back */
} AsOf;

static gboolean
read_new_sources (AsOf *self,
                  GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, ACTION, "SELECT id FROM source WHERE command > ?1", error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "i", self->command);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    g_hash_table_add (self->new_sources,
                      GSIZE_TO_POINTER ((gsize) dui_statement_get_int (statement, 0)));
  return step == DUI_STEP_DONE;
}

/* Whether a row of the log was in the book after the command: what undo or redo brought back has no
 * text, and what was written since is of a newer source. */
static gboolean
was_there (AsOf *self,
           const char *row)
{
  return *row != '\0'
         && !g_hash_table_contains (
             self->new_sources,
             GSIZE_TO_POINTER ((gsize) dui_row_text_find_int (row, "source", 0)));
}

static gpointer
figure_key (DuiPeriod period,
            guint place)
{
  return GSIZE_TO_POINTER (((gsize) period << 32) | place);
}

/* The oldest change after the command says what was there before it. */
static void
take_figure (AsOf *self,
             const char *key,
             const char *old)
{
  DuiFigureRow row;
  guint place;

  dui_figures_parse_row (key, &row);
  place = dui_catalog_find_id (self->now->catalog, row.place);
  if (place == DUI_NO_PLACE
      || g_hash_table_contains (self->figures, figure_key ((DuiPeriod) row.period, place)))
    return;
  if (!was_there (self, old))
    {
      g_hash_table_insert (self->figures, figure_key ((DuiPeriod) row.period, place), NULL);
      return;
    }
  dui_figures_parse_row (old, &row);
  g_hash_table_insert (self->figures, figure_key ((DuiPeriod) row.period, place),
                       g_memdup2 (&row, sizeof row));
}

static gboolean
read_changed_figures (AsOf *self,
                      GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, ACTION,
      "SELECT row_key, old FROM change WHERE table_name = 'figure' AND command > ?1"
      " AND row_key >= 'indicator=' || ?2 || ' ' AND row_key < 'indicator=' || ?2 || '!'"
      " ORDER BY id",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "ii", self->command, self->indicator);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    take_figure (self, dui_statement_get_text (statement, 0), dui_statement_get_text (statement, 1));
  return step == DUI_STEP_DONE;
}

/* Those that came after the command and that no change led to were not there. */
static gboolean
read_new_figures (AsOf *self,
                  GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, ACTION,
      "SELECT period, place FROM figure JOIN source ON source.id = figure.source"
      " WHERE indicator = ?1 AND command > ?2",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "ii", self->indicator, self->command);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      gpointer key = figure_key (
          (DuiPeriod) dui_statement_get_int (statement, 0),
          dui_catalog_find_id (self->now->catalog, dui_statement_get_int (statement, 1)));

      if (!g_hash_table_contains (self->figures, key))
        g_hash_table_insert (self->figures, key, NULL);
    }
  return step == DUI_STEP_DONE;
}

static int
find_target (AsOf *self,
             const DuiTarget *wanted)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const DuiTarget *target = &g_array_index (self->targets, DuiTarget, i);

      if (target->place == wanted->place && target->year == wanted->year
          && target->tier == wanted->tier && target->effective == wanted->effective)
        return (int) i;
    }
  return -1;
}

static gboolean
parse_target (AsOf *self,
              const char *text,
              DuiTarget *target)
{
  *target = (DuiTarget){
    .place = dui_catalog_find_id (self->now->catalog, dui_row_text_find_int (text, "place", 0)),
    .year = (int) dui_row_text_find_int (text, "year", 0),
    .tier = (DuiTier) dui_row_text_find_int (text, "tier", 0),
    .effective = (DuiDay) dui_row_text_find_int (text, "effective", 0),
    .value = dui_row_text_find_int (text, "value", DUI_AMOUNT_MISSING),
  };
  return target->place != DUI_NO_PLACE;
}

static void
remove_target (AsOf *self,
               const DuiTarget *target)
{
  int at = find_target (self, target);

  if (at >= 0)
    g_array_remove_index (self->targets, (guint) at);
}

/* Targets go back change by change, the newest first. */
static gboolean
read_changed_targets (AsOf *self,
                      GStringChunk *documents,
                      GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, ACTION,
      "SELECT row_key, old FROM change WHERE table_name = 'target' AND command > ?1"
      " AND row_key >= 'indicator=' || ?2 || ' ' AND row_key < 'indicator=' || ?2 || '!'"
      " ORDER BY id DESC",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "ii", self->command, self->indicator);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      const char *old = dui_statement_get_text (statement, 1);
      g_autofree char *document = dui_row_text_find (old, "document");
      DuiTarget target;

      if (!parse_target (self, dui_statement_get_text (statement, 0), &target))
        continue;
      remove_target (self, &target);
      if (!was_there (self, old) || !parse_target (self, old, &target))
        continue;
      if (document)
        target.document = g_string_chunk_insert_const (documents, document);
      g_array_append_val (self->targets, target);
    }
  return step == DUI_STEP_DONE;
}

static gboolean
drop_new_targets (AsOf *self,
                  GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, ACTION,
      "SELECT place, year, tier, effective FROM target JOIN source ON source.id = target.source"
      " WHERE indicator = ?1 AND command > ?2 AND NOT EXISTS (SELECT 1 FROM change WHERE"
      " change.command > ?2 AND table_name = 'target' AND row_key = 'indicator=' || ?1 || ' place='"
      " || place || ' year=' || year || ' tier=' || tier || ' effective=' || effective)",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "ii", self->indicator, self->command);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    remove_target (self, &(DuiTarget){
                             .place = dui_catalog_find_id (self->now->catalog,
                                                           dui_statement_get_int (statement, 0)),
                             .year = (int) dui_statement_get_int (statement, 1),
                             .tier = (DuiTier) dui_statement_get_int (statement, 2),
                             .effective = (DuiDay) dui_statement_get_int (statement, 3),
                         });
  return step == DUI_STEP_DONE;
}

static gboolean
read_issued (AsOf *self,
             GArray *issued,
             GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      self->connection, ACTION,
      "SELECT DISTINCT period FROM bulletin JOIN source ON source.id = bulletin.source"
      " WHERE command <= ?1 AND EXISTS (SELECT 1 FROM bulletin_figure WHERE bulletin = bulletin.id"
      " AND indicator = ?2) ORDER BY period",
      error);
  DuiStep step;

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "ii", self->command, self->indicator);
  while ((step = dui_statement_step (statement, error)) == DUI_STEP_ROW)
    {
      DuiPeriod period = (DuiPeriod) dui_statement_get_int (statement, 0);

      g_array_append_val (issued, period);
    }
  return step == DUI_STEP_DONE;
}

/* Months that are only in what changed are months of the panel too. */
static void
find_months (AsOf *self,
             DuiPeriod *first,
             DuiPeriod *last)
{
  GHashTableIter iter;
  gpointer key;

  *first = self->now->first;
  *last = self->now->first + (DuiPeriod) self->now->n_periods - 1;
  g_hash_table_iter_init (&iter, self->figures);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      DuiPeriod period = (DuiPeriod) (GPOINTER_TO_SIZE (key) >> 32);

      if (*last < *first)
        *first = *last = period;
      *first = MIN (*first, period);
      *last = MAX (*last, period);
    }
}

static void
fill_figures (AsOf *self,
              DuiPanel *then)
{
  for (guint row = 0; row < self->now->n_periods; row++)
    for (guint place = 0; place < self->now->n_places; place++)
      {
        DuiPeriod period = self->now->first + (DuiPeriod) row;
        DuiFigureValues values = dui_panel_get_figure (self->now, place, period);

        if (!g_hash_table_contains (self->figures, figure_key (period, place)))
          dui_panel_set_figure (then, place, period, &values);
      }
}

static void
fill_changed (AsOf *self,
              DuiPanel *then)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->figures);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const DuiFigureRow *row = value;

      if (row)
        dui_panel_set_figure (then, (guint) (GPOINTER_TO_SIZE (key) & G_MAXUINT32),
                              (DuiPeriod) row->period,
                              &(DuiFigureValues){ row->value, row->base, row->growth,
                                                  (DuiFigureStatus) row->status });
    }
}

static DuiPanel *
make_panel (AsOf *self,
            GError **error)
{
  g_autoptr (GArray) issued = g_array_new (FALSE, FALSE, sizeof (DuiPeriod));
  GStringChunk *documents = g_string_chunk_new (64);
  DuiPanel *then = NULL;
  DuiPeriod first, last;

  if (read_new_sources (self, error) && read_changed_figures (self, error) && read_new_figures (self, error)
      && drop_new_targets (self, error) && read_changed_targets (self, documents, error)
      && read_issued (self, issued, error))
    {
      find_months (self, &first, &last);
      then = dui_panel_new (self->now->catalog, self->now->indicator, first, last);
      fill_figures (self, then);
      fill_changed (self, then);
      dui_panel_set_targets (then, (const DuiTarget *) self->targets->data, self->targets->len);
      dui_panel_set_plans (then, self->now->plans, self->now->n_plans);
      dui_panel_set_issued (then, (const DuiPeriod *) issued->data, issued->len);
    }
  g_string_chunk_free (documents);
  return then;
}

static DuiPanel *
go_back (DuiConnection *connection,
         const DuiPanel *now,
         gint64 command,
         GError **error)
{
  AsOf self = { connection, now, dui_indicator_get_id (now->indicator), command,
                g_hash_table_new (NULL, NULL), g_hash_table_new_full (NULL, NULL, NULL, g_free),
                g_array_new (FALSE, FALSE, sizeof (DuiTarget)) };
  DuiPanel *then;

  g_array_append_vals (self.targets, now->targets, now->n_targets);
  then = make_panel (&self, error);
  g_hash_table_unref (self.new_sources);
  g_hash_table_unref (self.figures);
  g_array_unref (self.targets);
  return then;
}

gboolean
dui_as_of_read (DuiConnection *connection,
                const char *indicator,
                gint64 command,
                DuiPanel **then,
                DuiPanel **now,
                GError **error)
{
  *then = NULL;
  /* Another program may write between the two; hardly again and again. */
  for (guint i = 0; i < TRIES; i++)
    {
      DuiReading reading = { 0 };
      gboolean same;

      if (!dui_reader_read (connection, indicator, &reading, error))
        return FALSE;
      if (!dui_connection_begin_read (connection, ACTION, error))
        {
          dui_reading_clear (&reading);
          return FALSE;
        }
      same = connection->version == reading.version;
      if (same)
        *then = go_back (connection, reading.panel, command, error);
      dui_connection_rollback (connection);
      *now = *then ? dui_panel_ref (reading.panel) : NULL;
      dui_reading_clear (&reading);
      if (same)
        return *then != NULL;
    }
  g_set_error_literal (error, DUI_STORE_ERROR, DUI_STORE_ERROR_STALE,
                       _ ("The book is being changed by another program just now. Try again."));
  return FALSE;
}

gint64
dui_as_of_find_command (DuiConnection *connection,
                        gint64 seconds,
                        GError **error)
{
  g_autoptr (DuiStatement) statement = dui_statement_new (
      connection, ACTION, "SELECT ifnull (max (id), 0) FROM command WHERE at < ?1", error);

  if (statement == NULL)
    return -1;
  dui_statement_bind (statement, "i", seconds);
  return dui_statement_step (statement, error) == DUI_STEP_ROW
             ? dui_statement_get_int (statement, 0)
             : -1;
}
