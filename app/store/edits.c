/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/edits.h"
#include "store/command.h"
#include "store/failure.h"
#include "store/figures.h"
#include "store/row-insert.h"
#include "store/seal.h"
#include "store/tally.h"
#include "store/targets.h"

#include "model/rules.h"

#include <glib/gi18n-lib.h>

#define FIGURE _ ("The figure could not be changed")
#define TARGET _ ("The target could not be changed")
#define PLAN _ ("The plan could not be changed")
#define SETTING _ ("The setting could not be changed")

static gboolean
refuse (GError **error,
        const char *action,
        const char *reason)
{
  return dui_failure_explain (error, DUI_STORE_ERROR_REFUSED, action, reason);
}

static gboolean
check_reason (const DuiOccasion *occasion,
              const char *action,
              GError **error)
{
  g_autofree char *reason = g_strstrip (g_strdup (occasion->reason ? occasion->reason : ""));

  return reason[0] != '\0' || refuse (error, action, _ ("it needs a reason. Say why"));
}

static gboolean
fits (DuiAmount amount)
{
  return dui_amount_is_missing (amount)
         || (amount >= -DUI_AMOUNT_MAX && amount <= DUI_AMOUNT_MAX);
}

/* Figures --------------------------------------------------------------------------------------- */

static gboolean
check_figure (DuiIndicator *indicator,
              DuiPeriod period,
              const DuiFigureValues *values,
              GError **error)
{
  if (!fits (values->value) || !fits (values->base) || !fits (values->growth))
    return refuse (error, FIGURE, _ ("the number is too large. Look at its measure"));
  if (period < dui_period_new (1949, 1) || period > dui_period_new (2199, 12))
    return refuse (error, FIGURE, _ ("there is no such period. Choose another one"));
  if (!dui_period_is_published (period, dui_indicator_get_calendar (indicator)))
    return refuse (error, FIGURE,
                   _ ("this indicator does not publish that month. Choose the next period"));
  return TRUE;
}

/* What a command of one figure leaves of it. */
static char *
digest_one (const DuiFigureRow *row)
{
  DuiFigureDigest *digest = dui_figure_digest_new ();

  dui_figure_digest_add (digest, row);
  return dui_figure_digest_finish (digest);
}

static gboolean
write_figure (DuiCommand *command,
              DuiConnection *connection,
              DuiFigureRow *row,
              gboolean exists,
              GError **error)
{
  g_autoptr (DuiStatement) statement
      = exists ? dui_figures_prepare_update (connection, FIGURE, error)
               : dui_figures_prepare_insert (connection, FIGURE, error);

  if (statement == NULL)
    return FALSE;
  row->source = dui_command_get_source (command, error);
  if (row->source == 0 || !dui_figures_write (statement, row, error))
    return FALSE;
  dui_command_take_figures (command, digest_one (row));
  return TRUE;
}

static gboolean
is_as_it_was (const DuiFigureRow *old,
              const DuiFigureRow *new)
{
  return old->value == new->value && old->base == new->base && old->growth == new->growth
         && old->status == new->status;
}

gboolean
dui_edits_set_figure (DuiConnection *connection,
                      gint64 place,
                      DuiIndicator *indicator,
                      DuiPeriod period,
                      const DuiFigureValues *values,
                      const DuiOccasion *occasion,
                      GError **error)
{
  DuiFigureRow old, new = {
    .indicator = dui_indicator_get_id (indicator),
    .period = period,
    .place = place,
    .value = values->value,
    .base = values->base,
    .growth = values->growth,
    .status = values->status != DUI_STATUS_NONE ? values->status : DUI_STATUS_PRELIMINARY,
  };
  gboolean remove = dui_amount_is_missing (new.value) && dui_amount_is_missing (new.base)
                    && dui_amount_is_missing (new.growth);
  g_autoptr (DuiCommand) command = NULL;
  g_autoptr (GError) cause = NULL;
  gboolean exists;

  if (!check_reason (occasion, FIGURE, error)
      || !check_figure (indicator, period, values, error))
    return FALSE;
  command = dui_command_begin (connection, "set figure", occasion, FALSE, FIGURE, error);
  if (command == NULL)
    return FALSE;
  exists = dui_figures_find (connection, new.indicator, period, place, &old, FIGURE, &cause);
  if (cause)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (exists ? !remove && is_as_it_was (&old, &new) : remove)
    return TRUE;
  if (remove ? !dui_figures_delete (connection, new.indicator, period, place, FIGURE, error)
             : !write_figure (command, connection, &new, exists, error))
    return FALSE;
  if (!dui_tally_renew (connection, new.indicator, period, FIGURE, error))
    return FALSE;
  return dui_command_finish (command, error);
}

/* One figure of many: writes it, takes it away, or leaves it as it is. */
static gboolean
write_one (DuiConnection *connection,
           DuiFigureRow *row,
           gint64 source,
           gboolean has_reason,
           DuiFigureDigest *digest,
           guint *n_written,
           guint *n_removed,
           GError **error)
{
  gboolean remove = dui_amount_is_missing (row->value) && dui_amount_is_missing (row->base)
                    && dui_amount_is_missing (row->growth);
  g_autoptr (GError) cause = NULL;
  g_autoptr (DuiStatement) statement = NULL;
  DuiFigureRow old;
  gboolean exists = dui_figures_find (connection, row->indicator, row->period, row->place, &old,
                                      FIGURE, &cause);

  if (cause)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  if (exists ? !remove && is_as_it_was (&old, row) : remove)
    return TRUE;
  if (exists && !has_reason)
    return refuse (error, FIGURE, _ ("it needs a reason. Say why"));
  if (remove)
    {
      ++*n_removed;
      return dui_figures_delete (connection, row->indicator, row->period, row->place, FIGURE,
                                 error);
    }
  statement = exists ? dui_figures_prepare_update (connection, FIGURE, error)
                     : dui_figures_prepare_insert (connection, FIGURE, error);
  row->source = source;
  if (statement == NULL || !dui_figures_write (statement, row, error))
    return FALSE;
  dui_figure_digest_add (digest, row);
  ++*n_written;
  return TRUE;
}

static int
compare_edits (gconstpointer a,
               gconstpointer b)
{
  gint64 left = ((const DuiFigureEdit *) a)->place, right = ((const DuiFigureEdit *) b)->place;

  return (left > right) - (left < right);
}

gboolean
dui_edits_set_figures (DuiConnection *connection,
                       DuiIndicator *indicator,
                       DuiPeriod period,
                       GArray *edits,
                       const DuiOccasion *occasion,
                       GError **error)
{
  gboolean has_reason = check_reason (occasion, FIGURE, NULL);
  g_autoptr (DuiFigureDigest) digest = dui_figure_digest_new ();
  g_autoptr (DuiCommand) command = NULL;
  guint n_written = 0, n_removed = 0;
  gint64 source;

  for (guint i = 0; i < edits->len; i++)
    if (!check_figure (indicator, period, &g_array_index (edits, DuiFigureEdit, i).values, error))
      return FALSE;
  /* The digest is of the figures in the order of their key. */
  g_array_sort (edits, compare_edits);
  command = dui_command_begin (connection, "set figures", occasion, FALSE, FIGURE, error);
  if (command == NULL || (source = dui_command_get_source (command, error)) == 0)
    return FALSE;
  for (guint i = 0; i < edits->len; i++)
    {
      const DuiFigureEdit *edit = &g_array_index (edits, DuiFigureEdit, i);
      DuiFigureRow row = {
        .indicator = dui_indicator_get_id (indicator),
        .period = period,
        .place = edit->place,
        .value = edit->values.value,
        .base = edit->values.base,
        .growth = edit->values.growth,
        .status = edit->values.status != DUI_STATUS_NONE ? edit->values.status
                                                         : DUI_STATUS_PRELIMINARY,
      };

      if (!write_one (connection, &row, source, has_reason, digest, &n_written, &n_removed, error))
        return FALSE;
    }
  if (n_written + n_removed == 0)
    return TRUE;
  if (n_written > 0)
    dui_command_take_figures (command,
                              dui_figure_digest_finish (g_steal_pointer (&digest)));
  return dui_tally_renew (connection, dui_indicator_get_id (indicator), period, FIGURE, error)
         && dui_command_finish (command, error);
}

/* Rows that are inserted, or updated where their key is there already ----------------------------- */

/* When no row was touched, because all was as it is now, nothing is logged. */
static gboolean
finish_upsert (DuiCommand *command,
               DuiConnection *connection,
               int before,
               GError **error)
{
  return sqlite3_total_changes (connection->db) == before || dui_command_finish (command, error);
}

static gboolean
check_target (const DuiTarget *target,
              GError **error)
{
  if (dui_amount_is_missing (target->value) || !fits (target->value))
    return refuse (error, TARGET, _ ("the number is too large. Look at its measure"));
  if (target->tier == DUI_TIER_ASSESSED)
    return refuse (error, TARGET,
                   _ ("the target for assessment follows from the others. Choose a tier"));
  if (target->year < 1949 || target->year > 2199)
    return refuse (error, TARGET, _ ("there is no such year. Choose another one"));
  return TRUE;
}

static gboolean
write_targets (DuiConnection *connection,
               const char *verb,
               const gint64 *places,
               DuiIndicator *indicator,
               const DuiTarget *targets,
               guint n_targets,
               const DuiOccasion *occasion,
               GError **error)
{
  g_autoptr (DuiCommand) command = NULL;
  gint64 source;
  int before;

  if (!check_reason (occasion, TARGET, error))
    return FALSE;
  for (guint i = 0; i < n_targets; i++)
    if (!check_target (&targets[i], error))
      return FALSE;
  command = dui_command_begin (connection, verb, occasion, FALSE, TARGET, error);
  if (command == NULL || (source = dui_command_get_source (command, error)) == 0)
    return FALSE;
  before = sqlite3_total_changes (connection->db);
  for (guint i = 0; i < n_targets; i++)
    if (!dui_targets_write (connection, dui_indicator_get_id (indicator), places[i], &targets[i],
                            source, TARGET, error))
      return FALSE;
  return finish_upsert (command, connection, before, error);
}

gboolean
dui_edits_set_target (DuiConnection *connection,
                      gint64 place,
                      DuiIndicator *indicator,
                      const DuiTarget *target,
                      const DuiOccasion *occasion,
                      GError **error)
{
  return write_targets (connection, "set target", &place, indicator, target, 1, occasion, error);
}

gboolean
dui_edits_set_targets (DuiConnection *connection,
                       const gint64 *places,
                       DuiIndicator *indicator,
                       const GArray *targets,
                       const DuiOccasion *occasion,
                       GError **error)
{
  return write_targets (connection, "set targets", places, indicator,
                        (const DuiTarget *) targets->data, targets->len, occasion, error);
}

static gboolean
check_plan (const DuiPlan *plan,
            GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (plan->share); i++)
    if (plan->share[i] < (i > 0 ? plan->share[i - 1] : 0) || plan->share[i] > DUI_SHARE_ONE)
      return refuse (error, PLAN,
                     _ ("the shares must grow from month to month, up to 100%. Correct them"));
  if (plan->share[11] != DUI_SHARE_ONE)
    return refuse (error, PLAN, _ ("in December the plan must reach 100%. Correct it"));
  if (plan->year < 1949 || plan->year > 2199)
    return refuse (error, PLAN, _ ("there is no such year. Choose another one"));
  return TRUE;
}

gboolean
dui_edits_set_plan (DuiConnection *connection,
                    DuiIndicator *indicator,
                    const DuiPlan *plan,
                    const DuiOccasion *occasion,
                    GError **error)
{
  g_autoptr (DuiCommand) command = NULL;
  gint64 source;
  int before;

  if (!check_reason (occasion, PLAN, error) || !check_plan (plan, error))
    return FALSE;
  command = dui_command_begin (connection, "set plan", occasion, FALSE, PLAN, error);
  if (command == NULL || (source = dui_command_get_source (command, error)) == 0)
    return FALSE;
  before = sqlite3_total_changes (connection->db);
  return (dui_plan_is_even (plan)
              ? dui_targets_remove_plan (connection, dui_indicator_get_id (indicator), plan->year,
                                         PLAN, error)
              : dui_targets_write_plan (connection, dui_indicator_get_id (indicator), plan, source,
                                        PLAN, error))
         && finish_upsert (command, connection, before, error);
}

/* What the log calls whoever is logged in from now on. */
static gboolean
write_user (DuiConnection *connection,
            const char *name,
            gint64 source,
            GError **error)
{
  g_autoptr (DuiStatement) known = dui_statement_new (
      connection, SETTING, "SELECT id, duty, ifnull(place, ?2) FROM person WHERE login = ?1", error);
  g_autoptr (DuiStatement) write = NULL;
  gint64 id = 0, place = DUI_AMOUNT_MISSING;
  const char *duty = NULL;
  DuiStep step;

  if (known == NULL)
    return FALSE;
  dui_statement_bind (known, "si", g_get_user_name (), DUI_AMOUNT_MISSING);
  step = dui_statement_step (known, error);
  if (step == DUI_STEP_ROW)
    {
      id = dui_statement_get_int (known, 0);
      duty = dui_statement_get_text (known, 1);
      place = dui_statement_get_int (known, 2);
    }
  if (step == DUI_STEP_FAILED
      || (id == 0 && !dui_row_next_id (connection, "person", SETTING, &id, error)))
    return FALSE;
  write = dui_row_insert_prepare (connection, "person", "id, name, login, duty, place, active, source",
                                  "ON CONFLICT (id) DO UPDATE SET name = excluded.name, active ="
                                  " excluded.active, source = excluded.source,"
                                  " echo = excluded.echo WHERE name <> excluded.name"
                                  " OR active <> excluded.active",
                                  SETTING, error);
  if (write == NULL)
    return FALSE;
  dui_statement_bind (write, "isssaii", id, name, g_get_user_name (), duty, place,
                      G_GINT64_CONSTANT (1), source);
  return dui_statement_run (write, error);
}

static gboolean
write_setting (DuiConnection *connection,
               const char *key,
               DuiPeriod from,
               const char *value,
               gint64 source,
               GError **error)
{
  g_autoptr (DuiStatement) statement
      = dui_row_insert_prepare (connection, "setting", "key, from_period, value, source",
                                "ON CONFLICT DO UPDATE SET value = excluded.value, source ="
                                " excluded.source, echo = excluded.echo"
                                " WHERE value <> excluded.value",
                                SETTING, error);

  if (statement == NULL)
    return FALSE;
  dui_statement_bind (statement, "sisi", key, (gint64) from, value, source);
  return dui_statement_run (statement, error);
}

gboolean
dui_edits_set_setting (DuiConnection *connection,
                       const char *key,
                       DuiPeriod from,
                       const char *value,
                       const DuiOccasion *occasion,
                       GError **error)
{
  DuiRules rules = dui_rules_default;
  g_autoptr (DuiCommand) command = NULL;
  gboolean is_name = g_str_equal (key, "name");
  gint64 source;
  int before;

  if (!check_reason (occasion, SETTING, error))
    return FALSE;
  if (is_name ? value[0] == '\0' : !g_str_equal (key, "office") && !dui_rules_set (&rules, key, value))
    return refuse (error, SETTING, _ ("there is no such setting or value. Choose another one"));
  command = dui_command_begin (connection, "set setting", occasion, FALSE, SETTING, error);
  if (command == NULL || (source = dui_command_get_source (command, error)) == 0)
    return FALSE;
  before = sqlite3_total_changes (connection->db);
  return (is_name ? write_user (connection, value, source, error)
                  : write_setting (connection, key, from, value, source, error))
         && finish_upsert (command, connection, before, error);
}
