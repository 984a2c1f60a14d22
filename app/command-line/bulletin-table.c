/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/bulletin-table.h"
#include "briefing/issued-words.h"
#include "command-line/figure-json.h"
#include "command-line/output.h"
#include "command-line/text-table.h"

#include <glib/gi18n-lib.h>

static DuiRatio
get_value (const DuiIssuedRank *rank)
{
  return dui_amount_to_ratio (rank->value, DUI_ISSUED_SCALE);
}

void
dui_bulletin_table_print (const DuiIssuedBulletin *bulletin,
                          DuiIndicator *indicator)
{
  g_autoptr (DuiTextTable) table = dui_text_table_new ();
  g_autofree char *date = dui_day_to_string (bulletin->issued_on);

  dui_output_format ("%s\n", bulletin->title);
  if (bulletin->number)
    /* Translators: 1 the number of a document, 2 the day it was issued on. */
    dui_output_format (_ ("%1$s, issued on %2$s\n"), bulletin->number, date);
  else
    dui_output_format (_ ("Issued on %s\n"), date);
  dui_output_format (_ ("Seal of the book: %s\n\n"), bulletin->seal);
  dui_text_table_add_column (table, _ ("Place"), DUI_ALIGN_LEFT);
  dui_text_table_add_column (table, _ ("Completed"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Target"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Growth"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Rank by growth"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Rank by progress"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Rank by completed"), DUI_ALIGN_RIGHT);
  dui_text_table_add_column (table, _ ("Bottom set"), DUI_ALIGN_LEFT);
  for (guint i = 0; i < bulletin->rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (bulletin->rows, i);

      dui_text_table_add (table, row->name);
      dui_text_table_take (table, dui_issued_words_amount (indicator, row->values.value));
      dui_text_table_take (table, dui_issued_words_amount (indicator, row->target));
      dui_text_table_take (table, dui_issued_words_growth (row));
      for (guint by = 0; by < DUI_N_ISSUED_BY; by++)
        dui_text_table_take (table, dui_issued_words_rank (row, by));
      dui_text_table_add (table, row->ranks[DUI_ISSUED_BY_GROWTH].bottom ? _ ("by growth") : "");
    }
  dui_text_table_print (table);
}

void
dui_bulletin_table_print_difference (DuiIndicator *indicator,
                                     const DuiIssueChange *change,
                                     gboolean with_ranks)
{
  g_autoptr (GPtrArray) parts
      = dui_issued_words_compare (indicator, change->issued, change->now, with_ranks);

  for (guint i = 0; i < parts->len; i++)
    {
      const DuiIssuedPart *part = g_ptr_array_index (parts, i);

      /* Translators: 1 a place, 2 a number of it, 3 as it was issued, 4 as it is now. */
      dui_output_format (_ ("%1$s: %2$s issued %3$s, now %4$s\n"), change->now->name, part->what,
                         part->issued, part->now);
    }
}

static void
print_ranks_json (DuiJson *json,
                  DuiIndicator *indicator,
                  const DuiIssuedRow *row)
{
  dui_json_begin_array (json, "ranks");
  for (guint by = 0; by < DUI_N_ISSUED_BY; by++)
    {
      const DuiIssuedRank *rank = &row->ranks[by];

      if (rank->rank == 0)
        continue;
      dui_json_begin_object (json, NULL);
      dui_json_text (json, "by", dui_issued_by_to_nick (by));
      dui_json_count (json, "rank", rank->rank);
      if (by == DUI_ISSUED_BY_GROWTH)
        dui_json_percent (json, "value", get_value (rank));
      else if (by == DUI_ISSUED_BY_PROGRESS)
        dui_json_difference (json, "value", indicator, get_value (rank));
      else
        dui_json_amount (json, "value", indicator, row->values.value);
      dui_json_flag (json, "bottom", rank->bottom);
      dui_json_flag (json, "tied", rank->tied);
      dui_json_end_object (json);
    }
  dui_json_end_array (json);
}

static void
print_place_json (DuiJson *json,
                  const DuiPanel *panel,
                  const DuiIssuedRow *row)
{
  DuiPlace *place = dui_catalog_get_place (panel->catalog, row->place);

  dui_json_begin_object (json, "place");
  dui_json_text (json, "code", dui_place_get_code (place));
  dui_json_text (json, "name", row->name);
  dui_json_end_object (json);
}

void
dui_bulletin_json_row (DuiJson *json,
                       const char *key,
                       const DuiPanel *panel,
                       const DuiIssuedRow *row)
{
  dui_json_begin_object (json, key);
  print_place_json (json, panel, row);
  dui_figure_json_members (json, panel->indicator, &row->values);
  dui_json_amount (json, "target", panel->indicator, row->target);
  print_ranks_json (json, panel->indicator, row);
  dui_json_end_object (json);
}

void
dui_bulletin_json_difference (DuiJson *json,
                              const DuiPanel *panel,
                              const DuiIssueChange *change)
{
  dui_json_begin_object (json, NULL);
  print_place_json (json, panel, change->now);
  if (change->issued)
    dui_bulletin_json_row (json, "issued", panel, change->issued);
  else
    dui_json_text (json, "issued", NULL);
  dui_bulletin_json_row (json, "now", panel, change->now);
  dui_json_end_object (json);
}
