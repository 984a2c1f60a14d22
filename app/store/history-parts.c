/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history-parts.h"
#include "store/row-text.h"

#include <glib/gi18n-lib.h>

/* What stands behind a name: some rows are versions, and which one it is belongs to the name. */
typedef struct
{
  DuiCatalog *catalog;
  DuiIndicator *indicator;
  const char *row; /* either of the two */
} Context;

typedef char *(*Format) (Context *self, const char *value);
typedef char *(*Name) (Context *self);

/* How values read ---------------------------------------------------------------------------------- */

static char *
format_text (Context *self,
             const char *value)
{
  return g_strdup (value);
}

static char *
format_amount (Context *self,
               const char *value)
{
  return dui_amount_to_string (g_ascii_strtoll (value, NULL, 10),
                               self->indicator ? dui_indicator_get_scale (self->indicator) : 0);
}

/* A number with @decimals more than a percentage has. */
static char *
format_percent (const char *value,
                int decimals)
{
  g_autofree char *number = dui_amount_to_string (g_ascii_strtoll (value, NULL, 10), decimals);

  return g_strconcat (number, "%", NULL);
}

static char *
format_growth (Context *self,
               const char *value)
{
  return format_percent (value, DUI_GROWTH_SCALE - 2);
}

static char *
format_share (Context *self,
              const char *value)
{
  return format_percent (value, 4);
}

static char *
format_status (Context *self,
               const char *value)
{
  static const char *const labels[] = { "—", N_ ("estimate"), N_ ("preliminary"), N_ ("final") };
  gint64 status = g_ascii_strtoll (value, NULL, 10);

  return g_strdup (status > 0 && status < (gint64) G_N_ELEMENTS (labels) ? _ (labels[status])
                                                                         : labels[0]);
}

static char *
format_switch (Context *self,
               const char *value)
{
  return g_strdup (g_str_equal (value, "0") ? C_ ("setting", "no") : C_ ("setting", "yes"));
}

static char *
format_place (Context *self,
              const char *value)
{
  guint place = dui_catalog_find_id (self->catalog, g_ascii_strtoll (value, NULL, 10));

  return g_strdup (place == DUI_NO_PLACE
                       ? value
                       : dui_place_get_name (dui_catalog_get_place (self->catalog, place)));
}

static char *
format_period (Context *self,
               const char *value)
{
  return dui_period_to_string ((DuiPeriod) g_ascii_strtoll (value, NULL, 10));
}

/* What they are called ----------------------------------------------------------------------------- */

static char *
name_since (Context *self,
            const char *always,
            const char *since)
{
  gint64 from = dui_row_text_find_int (self->row, "from_period", 0);
  g_autofree char *period = from > 0 ? dui_period_to_string ((DuiPeriod) from) : NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return period ? g_strdup_printf (since, period) : g_strdup (always);
#pragma GCC diagnostic pop
}

static char *
name_target (Context *self)
{
  g_autofree char *day
      = dui_day_to_string ((DuiDay) dui_row_text_find_int (self->row, "effective", 0));

  /* Translators: a day. */
  return g_strdup_printf (_ ("the target in force from %s"), day);
}

static char *
name_share (Context *self)
{
  g_autofree char *period = dui_period_to_label (
      dui_period_new ((int) dui_row_text_find_int (self->row, "year", 0),
                      (int) dui_row_text_find_int (self->row, "month", 1)));

  /* Translators: a period such as January to November 2021. */
  return g_strdup_printf (_ ("the share due in %s"), period);
}

static char *
name_setting (Context *self)
{
  /* Translators: a month. */
  return name_since (self, _ ("the value"), _ ("the value from %s on"));
}

static char *
name_place_name (Context *self)
{
  /* Translators: a month. */
  return name_since (self, _ ("the name"), _ ("the name from %s on"));
}

static char *
name_parent (Context *self)
{
  /* Translators: a month. */
  return name_since (self, _ ("the place above"), _ ("the place above from %s on"));
}

static const struct
{
  const char *table;
  const char *column;
  const char *label;
  Name name; /* in place of the label */
  Format format;
  const char *usual; /* not worth a word in a new row or one that goes */
  gboolean main;
} columns[] = {
  { "figure", "value", N_ ("the completed value"), NULL, format_amount, .main = TRUE },
  { "figure", "base", N_ ("the base"), NULL, format_amount },
  { "figure", "growth", N_ ("the reported growth"), NULL, format_growth },
  { "figure", "status", N_ ("the status"), NULL, format_status, "2" },
  { "target", "value", NULL, name_target, format_amount },
  { "target", "document", N_ ("its document"), NULL, format_text },
  { "plan", "share", NULL, name_share, format_share },
  { "setting", "value", NULL, name_setting, format_text, .main = TRUE },
  { "place", "code", N_ ("the code"), NULL, format_text },
  { "place", "kind", N_ ("the kind"), NULL, format_text },
  { "place", "group_name", N_ ("the group"), NULL, format_text },
  { "place", "position", N_ ("the order"), NULL, format_text },
  { "place", "ranked", N_ ("whether it is ranked"), NULL, format_switch, "1" },
  { "place_name", "name", NULL, name_place_name, format_text },
  { "alias", "name", N_ ("the other name"), NULL, format_text },
  { "membership", "parent", NULL, name_parent, format_place },
  { "membership", "to_period", N_ ("the last period there"), NULL, format_period },
  { "membership", "ranked", N_ ("whether it is ranked there"), NULL, format_switch, "1" },
  { "membership", "in_total", N_ ("whether it counts in the total"), NULL, format_switch, "1" },
};

static char *
read_column (Context *self,
             guint at,
             const char *row,
             gboolean alone)
{
  g_autofree char *value = row ? dui_row_text_find (row, columns[at].column) : NULL;

  if (value == NULL || (alone && g_strcmp0 (value, columns[at].usual) == 0))
    return NULL;
  return columns[at].format (self, value);
}

void
dui_history_parts_add (GPtrArray *parts,
                       DuiCatalog *catalog,
                       DuiIndicator *indicator,
                       const char *table,
                       const char *old_row,
                       const char *new_row)
{
  Context self = { catalog, indicator, new_row ? new_row : old_row };
  gboolean alone = old_row == NULL || new_row == NULL;
  /* Which one it is has to be said. */
  gboolean is_version = dui_row_text_find_int (self.row, "from_period", 0) > 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *before = NULL, *after = NULL;

      if (!g_str_equal (columns[i].table, table))
        continue;
      before = read_column (&self, i, old_row, alone);
      after = read_column (&self, i, new_row, alone);
      if (g_strcmp0 (before, after) == 0)
        continue;
      g_ptr_array_add (parts, dui_changed_part_new (columns[i].main && !is_version,
                                                    columns[i].name ? columns[i].name (&self)
                                                                    : g_strdup (_ (columns[i].label)),
                                                    g_steal_pointer (&before),
                                                    g_steal_pointer (&after)));
    }
}
