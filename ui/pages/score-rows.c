/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/score-rows.h"

#include <glib/gi18n-lib.h>

#include "model/format.h"

#define DECIMALS 2

void
dui_score_rows_set_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[] = {
    { C_ ("column", "Rank"), 56, TRUE },   { _ ("Place"), 90, FALSE },
    { _ ("Score"), 76, TRUE },             { _ ("Made of"), 190, FALSE },
    { _ ("Previous"), 66, TRUE },          { C_ ("column", "Change"), 60, TRUE },
  };

  dui_plain_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

static char *
format_points (gint64 points,
               int decimals)
{
  return dui_format_number (dui_points_to_ratio (points), decimals);
}

/* 18.40+22.30+—+0.00 */
static char *
join_parts (const DuiScheme *scheme,
            const DuiScoreRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scheme->parts->len; i++)
    {
      const DuiScorePart *part = &row->parts[i];
      g_autofree char *points = part->state == DUI_SCORE_UNTARGETED
                                    ? g_strdup ("—")
                                    : format_points (part->earned + part->bonus, DECIMALS);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", points);
    }
  return g_string_free (text, FALSE);
}

static char *
format_change (const DuiScoreRow *row)
{
  if (row->previous_rank == 0 || row->change == 0)
    return g_strdup ("—");
  return g_strdup_printf ("%s%d", row->change > 0 ? "↑" : "↓", ABS (row->change));
}

static void
add_unranked (GPtrArray *rows,
              DuiCatalog *catalog,
              const GArray *places,
              const char *why)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      char **cells = g_new0 (char *, 6 + 1);

      cells[0] = g_strdup ("—");
      cells[1] = g_strdup (dui_place_get_name (dui_catalog_get_place (catalog, place)));
      cells[2] = g_strdup ("—");
      cells[3] = g_strdup (why);
      cells[4] = g_strdup ("—");
      cells[5] = g_strdup ("—");
      dui_plain_table_add_row (rows, place, cells, "dim-label");
    }
}

GPtrArray *
dui_score_rows_new (DuiCatalog *catalog,
                    const DuiScore *score,
                    const DuiScheme *scheme)
{
  GPtrArray *rows = dui_plain_table_new_rows ();
  int decimals = dui_score_choose_decimals (score, DECIMALS);

  for (guint i = 0; i < score->rows->len; i++)
    {
      const DuiScoreRow *row = &g_array_index (score->rows, DuiScoreRow, i);
      char **cells = g_new0 (char *, 6 + 1);

      cells[0] = g_strdup_printf ("%u", row->rank);
      cells[1] = g_strdup (dui_place_get_name (dui_catalog_get_place (catalog, row->place)));
      cells[2] = format_points (row->score, decimals);
      cells[3] = join_parts (scheme, row);
      cells[4] = row->previous_rank > 0 ? g_strdup_printf ("%u", row->previous_rank)
                                        : g_strdup ("—");
      cells[5] = format_change (row);
      dui_plain_table_add_row (rows, row->place, cells, row->bottom ? "behind" : NULL);
    }
  add_unranked (rows, catalog, score->unreported, _ ("not reported"));
  add_unranked (rows, catalog, score->untargeted, _ ("no target"));
  return rows;
}

void
dui_score_rows_set_part_columns (DuiPlainTable *table)
{
  const DuiPlainColumn columns[] = {
    { _ ("Indicator"), 116, FALSE }, { _ ("Rule"), 110, FALSE },    { _ ("Weight"), 64, TRUE },
    { _ ("Reached (%)"), 80, TRUE }, { _ ("Earned"), 64, TRUE },   { _ ("Bonus"), 60, TRUE },
  };

  dui_plain_table_set_columns (table, columns, G_N_ELEMENTS (columns));
}

/* The points, or why there are none. */
static char *
format_earned (const DuiScorePart *part)
{
  if (part->state == DUI_SCORE_UNTARGETED)
    return g_strdup ("—");
  return part->state == DUI_SCORE_UNREPORTED ? g_strdup (_ ("not reported"))
                                             : format_points (part->earned, DECIMALS);
}

/* What the rule judges by: the share that is reached, or the rank. */
static char *
format_reached (const DuiSchemePart *rule,
                const DuiScorePart *part)
{
  if (rule->rule == DUI_SCORE_RANK && part->rank > 0)
    /* Translators: a rank and of how many. */
    return g_strdup_printf (_ ("rank %1$u of %2$u"), part->rank, part->n_ranked);
  return dui_format_percent (part->reached, 1);
}

GPtrArray *
dui_score_rows_new_parts (DuiCatalog *catalog,
                          const DuiScheme *scheme,
                          const DuiScoreRow *row)
{
  GPtrArray *rows = dui_plain_table_new_rows ();

  for (guint i = 0; i < scheme->parts->len; i++)
    {
      const DuiSchemePart *rule = &g_array_index (scheme->parts, DuiSchemePart, i);
      const DuiScorePart *part = &row->parts[i];
      char **cells = g_new0 (char *, 6 + 1);

      cells[0] = g_strdup (dui_indicator_get_display_name (
          dui_catalog_get_indicator (catalog, rule->indicator)));
      cells[1] = g_strdup (dui_score_rule_to_label (rule->rule));
      cells[2] = dui_format_number (part->weight, DECIMALS);
      cells[3] = format_reached (rule, part);
      cells[4] = format_earned (part);
      cells[5] = part->bonus > 0 ? format_points (part->bonus, DECIMALS) : g_strdup ("—");
      dui_plain_table_add_row (rows, i, cells, NULL);
    }
  return rows;
}
