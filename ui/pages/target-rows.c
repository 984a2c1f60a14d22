/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/target-rows.h"

#include <glib/gi18n-lib.h>

#include "model/format.h"

void
dui_target_rows_set_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[] = {
    { _ ("Place"), 96, FALSE },
    { C_ ("tier", "Agreed"), 84, TRUE },
    { C_ ("tier", "Adjusted"), 84, TRUE },
    { C_ ("tier", "Stretch"), 84, TRUE },
    { C_ ("tier", "Assessed"), 84, TRUE },
    { _ ("Share (%)"), 84, TRUE },
  };

  dui_plain_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

static char *
format_target (const DuiPanel *panel,
               const DuiTarget *target)
{
  return dui_format_amount (panel->indicator, target ? target->value : DUI_AMOUNT_MISSING);
}

static char *
format_share (DuiAmount part,
              DuiAmount whole)
{
  if (dui_amount_is_missing (part) || dui_amount_is_missing (whole) || whole <= 0)
    return g_strdup ("—");
  return dui_format_percent (dui_ratio_new (part, whole), 1);
}

static DuiAmount
get_assessed (const DuiPanel *panel,
              guint place,
              int year,
              DuiDay day)
{
  const DuiTarget *target = dui_panel_get_target (panel, place, year, DUI_TIER_ASSESSED, day);

  return target ? target->value : DUI_AMOUNT_MISSING;
}

static void
add_place (GPtrArray *rows,
           const DuiPanel *panel,
           guint place,
           int year,
           DuiDay day,
           DuiAmount whole,
           const char *css_class)
{
  DuiAmount assessed = get_assessed (panel, place, year, day);
  const DuiTarget *targets[DUI_N_TIERS];
  char **cells = g_new0 (char *, 6 + 1);

  dui_panel_get_targets (panel, place, year, day, targets);
  cells[0] = g_strdup (dui_place_get_name (dui_catalog_get_place (panel->catalog, place)));
  for (guint i = 0; i < DUI_N_TIERS; i++)
    cells[i + 1] = format_target (panel, targets[i]);
  cells[4] = dui_format_amount (panel->indicator, assessed);
  cells[5] = format_share (assessed, whole);
  dui_plain_table_add_row (rows, place, cells, css_class);
}

GPtrArray *
dui_target_rows_new (const DuiPanel *panel,
                     guint parent,
                     int year,
                     DuiDay day)
{
  g_autoptr (GArray) members = dui_catalog_get_members (
      panel->catalog, parent, dui_period_new (year, day / 10000 == year ? day / 100 % 100 : 12),
      FALSE);
  GPtrArray *rows = dui_plain_table_new_rows ();
  DuiAmount whole = get_assessed (panel, parent, year, day);

  add_place (rows, panel, parent, year, day, whole, "strong");
  for (guint i = 0; i < members->len; i++)
    add_place (rows, panel, g_array_index (members, guint, i), year, day, whole, NULL);
  return rows;
}

void
dui_target_rows_set_version_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[] = {
    { _ ("Tier"), 84, FALSE },
    { _ ("From"), 96, FALSE },
    { _ ("Target"), 84, TRUE },
    { _ ("Document"), 130, FALSE },
  };

  dui_plain_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

GPtrArray *
dui_target_rows_new_versions (const DuiPanel *panel,
                              guint place,
                              int year,
                              GArray **versions)
{
  GPtrArray *rows = dui_plain_table_new_rows ();

  *versions = g_array_new (FALSE, FALSE, sizeof (DuiTarget));
  for (DuiTier tier = 0; tier < DUI_N_TIERS; tier++)
    {
      guint n = 0;
      const DuiTarget *found = dui_panel_get_target_versions (panel, place, year, tier, &n);

      for (guint i = 0; i < n; i++)
        {
          char **cells = g_new0 (char *, 4 + 1);

          cells[0] = g_strdup (dui_tier_to_label (tier));
          cells[1] = dui_day_to_string (found[i].effective);
          cells[2] = format_target (panel, &found[i]);
          cells[3] = g_strdup (found[i].document ? found[i].document : "—");
          dui_plain_table_add_row (rows, (*versions)->len, cells, NULL);
          g_array_append_val (*versions, found[i]);
        }
    }
  return rows;
}
