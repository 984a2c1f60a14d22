/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sample.h"
#include "store/bulletins.h"
#include "store/command.h"
#include "store/figures.h"
#include "store/reader.h"
#include "store/seal.h"
#include "store/starter.h"
#include "store/tally.h"
#include "store/targets.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE "/org/duibiao/Duibiao/sample/sample.tsv"
#define ACTION _ ("The sample book could not be made")
#define PLACE "410922"
#define UUID "5a3d9c1e-0922-4109-8000-20200108090a"
#define MADE_AT "2020-01-08 08:00"
#define WHO "示例"

#define MAX_FIELDS 16

/* The lines of the history and what the last heads among them said. */
typedef struct
{
  DuiConnection *connection;
  DuiCatalog *catalog;
  DuiCommand *command; /* the one that is being filled; NULL before the first */
  gint64 source;
  GArray *figures; /* of DuiFigureRow that this command wrote */

  DuiIndicator *indicator; /* of the head; borrowed from the catalog */
  DuiPeriod period;        /* of figures */
  DuiFigureStatus status;
  DuiTarget target; /* of targets, without its value */
  gboolean in_targets;
} Sample;

static void
sample_clear (Sample *self)
{
  g_clear_pointer (&self->command, dui_command_free);
  g_clear_pointer (&self->catalog, dui_catalog_unref);
  g_array_unref (self->figures);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

/* A file inside of the program that it can't read is a mistake in the program. */
static void
require (gboolean holds,
         const char *line)
{
  if (!holds)
    g_error ("sample.tsv: %s", line);
}

static gint64
read_time (const char *text)
{
  g_autofree char *full = g_strconcat (text, ":00+08", NULL);
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (full, NULL);

  require (at != NULL, text);
  return g_date_time_to_unix (at);
}

/* An empty field is missing. */
static DuiAmount
read_amount (const char *text,
             int scale,
             int shift)
{
  DuiAmount amount;

  if (text == NULL || text[0] == '\0')
    return DUI_AMOUNT_MISSING;
  require (dui_amount_parse (text, scale, shift, &amount, NULL, NULL), text);
  return amount;
}

static int
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  const DuiFigureRow *left = a, *right = b;

  if (left->indicator != right->indicator)
    return left->indicator < right->indicator ? -1 : 1;
  if (left->period != right->period)
    return left->period < right->period ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

/* Commands ---------------------------------------------------------------------------------------- */

static gboolean
finish_command (Sample *self,
                GError **error)
{
  g_autoptr (DuiCommand) command = g_steal_pointer (&self->command);
  DuiFigureDigest *digest;

  if (command == NULL)
    return TRUE;
  g_array_sort (self->figures, compare_figures);
  digest = dui_figure_digest_new ();
  for (guint i = 0; i < self->figures->len; i++)
    dui_figure_digest_add (digest, &g_array_index (self->figures, DuiFigureRow, i));
  dui_command_take_figures (command, dui_figure_digest_finish (digest));
  return dui_command_finish (command, error);
}

static gboolean
read_command (Sample *self,
              char **fields,
              GError **error)
{
  static const char *const verbs[]
      = { "import", "set target", "set plan", "set figure", "bulletin issue", NULL };
  const char *verb = NULL;
  DuiOccasion occasion = { .who = WHO };

  if (!finish_command (self, error))
    return FALSE;
  for (guint i = 0; verbs[i]; i++)
    if (g_str_equal (verbs[i], fields[2]))
      verb = verbs[i];
  require (verb != NULL, fields[2]);
  if (fields[3] && fields[3][0] != '\0')
    occasion.reason = fields[3];
  g_array_set_size (self->figures, 0);
  self->connection->fixed_clock = read_time (fields[1]);
  self->command = dui_command_begin (self->connection, verb, &occasion,
                                     g_str_equal (verb, "import"), ACTION, error);
  self->source = self->command ? dui_command_get_source (self->command, error) : 0;
  return self->source != 0;
}

/* Heads ------------------------------------------------------------------------------------------- */

static void
read_indicator (Sample *self,
                const char *code)
{
  self->indicator = dui_catalog_get_indicator (self->catalog, code);
  require (self->indicator != NULL, code);
}

static gboolean
read_figures_head (Sample *self,
                   char **fields,
                   GError **error)
{
  read_indicator (self, fields[1]);
  require (dui_period_parse (fields[2], &self->period, NULL), fields[2]);
  require (dui_figure_status_from_nick (fields[3], &self->status), fields[3]);
  self->in_targets = FALSE;
  return TRUE;
}

static gboolean
read_targets_head (Sample *self,
                   char **fields,
                   GError **error)
{
  read_indicator (self, fields[1]);
  self->target.year = (int) g_ascii_strtoll (fields[2], NULL, 10);
  require (dui_tier_from_nick (fields[3], &self->target.tier), fields[3]);
  require (dui_day_parse (fields[4], &self->target.effective, NULL), fields[4]);
  /* The rows below come after this line is gone. */
  self->target.document
      = fields[5] && fields[5][0] != '\0' ? g_intern_string (fields[5]) : NULL;
  self->in_targets = TRUE;
  return TRUE;
}

static gboolean
read_plan (Sample *self,
           char **fields,
           GError **error)
{
  DuiPlan plan = { .year = (int) g_ascii_strtoll (fields[2], NULL, 10) };

  read_indicator (self, fields[1]);
  for (guint i = 0; i < G_N_ELEMENTS (plan.share); i++)
    {
      DuiAmount share = read_amount (fields[3 + i], 4, 0);

      require (!dui_amount_is_missing (share), fields[2]);
      plan.share[i] = (gint32) share;
    }
  return dui_targets_write_plan (self->connection, dui_indicator_get_id (self->indicator), &plan,
                                 self->source, ACTION, error);
}

static gboolean
read_bulletin (Sample *self,
               char **fields,
               GError **error)
{
  DuiBulletinDraft bulletin = { .number = fields[3] };
  g_autofree char *title = NULL;

  read_indicator (self, fields[1]);
  require (dui_period_parse (fields[2], &bulletin.period, NULL), fields[2]);
  require (dui_day_parse (fields[4], &bulletin.issued_on, NULL), fields[4]);
  title = g_strdup_printf ("关于%d年1—%d月全县工业经济运行情况的通报",
                           dui_period_year (bulletin.period), dui_period_month (bulletin.period));
  bulletin.title = title;
  return dui_bulletins_issue (self->connection, self->catalog,
                              dui_indicator_get_id (self->indicator), &bulletin, self->source,
                              ACTION, error);
}

/* Rows -------------------------------------------------------------------------------------------- */

static gboolean
write_figure (Sample *self,
              gint64 place,
              char **fields,
              GError **error)
{
  int scale = dui_indicator_get_scale (self->indicator);
  DuiFigureRow old, row = {
    .indicator = dui_indicator_get_id (self->indicator),
    .period = self->period,
    .place = place,
    .value = read_amount (fields[1], scale, 0),
    .base = read_amount (fields[1] ? fields[2] : NULL, scale, 0),
    .growth = read_amount (fields[1] && fields[2] ? fields[3] : NULL, DUI_GROWTH_SCALE, -2),
    .status = self->status,
    .source = self->source,
  };
  g_autoptr (GError) cause = NULL;
  gboolean exists = dui_figures_find (self->connection, row.indicator, row.period, place, &old,
                                      ACTION, &cause);
  g_autoptr (DuiStatement) statement = NULL;

  if (cause)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  statement = exists ? dui_figures_prepare_update (self->connection, ACTION, error)
                     : dui_figures_prepare_insert (self->connection, ACTION, error);
  g_array_append_val (self->figures, row);
  return statement && dui_figures_write (statement, &row, error)
         && dui_tally_renew (self->connection, row.indicator, row.period, ACTION, error);
}

static gboolean
write_target (Sample *self,
              gint64 place,
              char **fields,
              GError **error)
{
  DuiTarget target = self->target;

  target.value = read_amount (fields[1], dui_indicator_get_scale (self->indicator), 0);
  require (!dui_amount_is_missing (target.value), fields[0]);
  return dui_targets_write (self->connection, dui_indicator_get_id (self->indicator), place,
                            &target, self->source, ACTION, error);
}

static gboolean
read_row (Sample *self,
          char **fields,
          GError **error)
{
  guint place = dui_catalog_find_code (self->catalog, fields[0]);
  gint64 id;

  require (place != DUI_NO_PLACE && self->indicator != NULL, fields[0]);
  id = dui_place_get_id (dui_catalog_get_place (self->catalog, place));
  return self->in_targets ? write_target (self, id, fields, error)
                          : write_figure (self, id, fields, error);
}

static gboolean
read_line (Sample *self,
           const char *line,
           GError **error)
{
  static const struct
  {
    const char *head;
    guint n_fields;
    gboolean (*read) (Sample *self, char **fields, GError **error);
  } heads[] = {
    { "command", 3, read_command },       { "figures", 4, read_figures_head },
    { "targets", 5, read_targets_head },  { "plan", 15, read_plan },
    { "bulletin", 5, read_bulletin },
  };
  g_auto (GStrv) fields = g_strsplit (line, "\t", MAX_FIELDS);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_equal (fields[0], heads[i].head))
      {
        require (g_strv_length (fields) >= heads[i].n_fields, line);
        return heads[i].read (self, fields, error);
      }
  return read_row (self, fields, error);
}

static gboolean
read_catalog (Sample *self,
              GError **error)
{
  DuiReading reading = { 0 };

  if (!dui_reader_read (self->connection, NULL, &reading, error))
    return FALSE;
  self->catalog = reading.catalog;
  return TRUE;
}

gboolean
dui_sample_fill (DuiConnection *connection,
                 GError **error)
{
  g_auto (Sample) self = { .connection = connection };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, 0, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  self.figures = g_array_new (FALSE, FALSE, sizeof (DuiFigureRow));
  require (bytes != NULL, RESOURCE);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);

  connection->fixed_clock = read_time (MADE_AT);
  if (!dui_starter_fill (connection, PLACE, UUID, TRUE, error) || !read_catalog (&self, error))
    return FALSE;
  for (guint i = 0; lines[i]; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#' && !read_line (&self, lines[i], error))
      return FALSE;
  return finish_command (&self, error);
}
