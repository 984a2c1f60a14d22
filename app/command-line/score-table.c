/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/score-table.h"

#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/ranking-words.h"
#include "command-line/text-table.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>

#define DECIMALS 2

static const DuiSchemePart *
get_part (const DuiScheme *scheme,
          guint index)
{
  return &g_array_index (scheme->parts, DuiSchemePart, index);
}

static const char *
get_name (const DuiScheme *scheme,
          DuiCatalog *catalog,
          guint index)
{
  return dui_indicator_get_display_name (
      dui_catalog_get_indicator (catalog, get_part (scheme, index)->indicator));
}

static char *
format_part (const DuiScorePart *part)
{
  g_autofree char *earned = dui_format_number (dui_points_to_ratio (part->earned), DECIMALS);
  g_autofree char *bonus = dui_format_number (dui_points_to_ratio (part->bonus), DECIMALS);

  if (part->state == DUI_SCORE_UNTARGETED)
    return g_strdup ("—");
  if (part->state == DUI_SCORE_UNREPORTED)
    return g_strdup (_ ("not reported"));
  return part->bonus > 0 ? g_strdup_printf ("%s+%s", earned, bonus) : g_steal_pointer (&earned);
}

static void
add_row (DuiTextTable *table,
         const DuiScore *score,
         const DuiScheme *scheme,
         DuiCatalog *catalog,
         const DuiScoreRow *row,
         int decimals)
{
  dui_text_table_take (table, g_strdup_printf ("%u", row->rank));
  dui_text_table_add (table, dui_label_place (catalog, row->place));
  dui_text_table_take (table, dui_format_number (dui_points_to_ratio (row->score), decimals));
  for (guint i = 0; i < scheme->parts->len; i++)
    dui_text_table_take (table, format_part (&row->parts[i]));
  dui_text_table_take (table, dui_ranking_words_previous (row->previous_rank));
  dui_text_table_take (table, dui_ranking_words_change (row->previous_rank, row->change));
  dui_text_table_take (table, g_string_free (dui_ranking_words_note (row->bottom, score->bottom_size,
                                                                     row->tied),
                                             FALSE));
}

static void
print_table (const DuiScore *score,
             const DuiScheme *scheme,
             DuiCatalog *catalog)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();
  int decimals = dui_score_choose_decimals (score, DECIMALS);

  dui_text_table_add_column (table, _ ("Rank"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Score"), DUI_ALIGN_RIGHT);
  for (guint i = 0; i < scheme->parts->len; i++)
    dui_text_table_add_column (table, get_name (scheme, catalog, i), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Previous"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Change"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Note"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < score->rows->len; i++)
    add_row (table, score, scheme, catalog, &g_array_index (score->rows, DuiScoreRow, i), decimals);
  dui_text_table_print (table);
}

static void
print_rules (const DuiScheme *scheme,
             DuiCatalog *catalog)
{
  for (guint i = 0; i < scheme->parts->len; i++)
    {
      const DuiSchemePart *part = get_part (scheme, i);
      const char *name = get_name (scheme, catalog, i);
      const char *rule = dui_score_rule_to_label (part->rule);
      g_autofree char *weight = dui_amount_to_string (part->weight, 6);
      g_autofree char *bonus = dui_amount_to_string (part->bonus, 6);
      g_autofree char *cap = dui_amount_to_string (part->bonus_cap, 6);

      if (part->bonus > 0)
        /* Translators: 1 indicator, 2 points, 3 rule, 4 and 5 points. */
        dui_output_format (_ ("%1$s: %2$s points, %3$s, %4$s more for each percentage point above "
                              "100%%, at most %5$s\n"),
                           name, weight, rule, bonus, cap);
      else if (part->bonus_cap > 0)
        /* Translators: 1 indicator, 2 points, 3 rule, 4 points. */
        dui_output_format (_ ("%1$s: %2$s points, %3$s, at most %4$s more\n"), name, weight, rule,
                           cap);
      else
        /* Translators: 1 indicator, 2 points, 3 rule. */
        dui_output_format (_ ("%1$s: %2$s points, %3$s\n"), name, weight, rule);
    }
}

static gboolean
is_redistributed (const DuiScore *score,
                  const DuiScheme *scheme)
{
  for (guint i = 0; i < score->rows->len; i++)
    for (guint j = 0; j < scheme->parts->len; j++)
      if (g_array_index (score->rows, DuiScoreRow, i).parts[j].state == DUI_SCORE_UNTARGETED)
        return TRUE;
  return FALSE;
}

void
dui_score_table_print (const DuiScore *score,
                       const DuiScheme *scheme,
                       DuiCatalog *catalog)
{
  g_autofree char *period = dui_period_to_label (score->period);
  g_autofree char *unreported = dui_label_places (catalog, score->unreported);
  g_autofree char *untargeted = dui_label_places (catalog, score->untargeted);

  /* Translators: 1 period, 2 name of a scoring scheme, 3 tier, 4 how many. */
  dui_output_format (_ ("%1$s, ranked by score, “%2$s”, %3$s; %4$u ranked; points\n"), period,
                     scheme->name, dui_tier_to_label (score->tier), score->rows->len);
  print_table (score, scheme, catalog);
  print_rules (scheme, catalog);
  if (score->provisional)
    dui_output_text (_ ("Provisional: the period is still open.\n"));
  if (is_redistributed (score, scheme))
    dui_output_text (_ ("“—”: no target to judge by; the weight goes to the other indicators.\n"));
  if (score->unreported->len > 0)
    dui_output_format (_ ("Not reported: %s\n"), unreported);
  if (score->untargeted->len > 0)
    dui_output_format (_ ("No target, not ranked: %s\n"), untargeted);
  dui_ranking_words_print_bottom (score->bottom_state, score->bottom_size);
}
