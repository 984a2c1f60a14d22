/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/score-rank.h"
#include "analysis/score-lever.h"

#include "command-line/json.h"
#include "command-line/score-table.h"
#include "command-line/scoring.h"

static void
print_part_json (DuiJson *json,
                 const DuiSchemePart *rule,
                 const DuiScorePart *part)
{
  dui_json_begin_object (json, NULL);
  dui_json_text (json, "indicator", rule->indicator);
  dui_json_text (json, "rule", dui_score_rule_to_nick (rule->rule));
  dui_json_text (json, "state", dui_score_state_to_nick (part->state));
  dui_json_points (json, "weight", part->weight);
  dui_json_percent (json, "reached", part->reached);
  dui_json_rank (json, "rank", part->rank);
  dui_json_points (json, "earned", dui_points_to_ratio (part->earned));
  dui_json_points (json, "bonus", dui_points_to_ratio (part->bonus));
  dui_json_end_object (json);
}

/* The smallest change that passes the next place. */
static void
print_lever_json (DuiJson *json,
                  const DuiScoring *scoring,
                  const DuiScoreRow *row)
{
  DuiScoreLever lever;
  DuiPanel *panel;

  if (!dui_score_find_lever (scoring->score, scoring->scheme,
                             (DuiPanel *const *) scoring->panels->pdata, row, &lever))
    {
      dui_json_null (json, "to_pass");
      return;
    }
  panel = g_ptr_array_index (scoring->panels, lever.part);
  dui_json_begin_object (json, "to_pass");
  dui_json_place (json, "place", scoring->catalog, lever.place);
  dui_json_text (json, "indicator", dui_indicator_get_code (panel->indicator));
  dui_json_amount (json, "added", panel->indicator, lever.added);
  dui_json_percent (json, "due", lever.due);
  dui_json_count (json, "rank", lever.rank);
  dui_json_end_object (json);
}

/* What belongs to one indicator has no value here. */
static void
print_row_json (DuiJson *json,
                const DuiScoring *scoring,
                const DuiScoreRow *row)
{
  const DuiScheme *scheme = scoring->scheme;
  static const char *const of_one_indicator[]
      = { "completed", "target", "completion", "difference", "growth", "card" };

  dui_json_begin_object (json, NULL);
  dui_json_place (json, "place", scoring->catalog, row->place);
  dui_json_placing (json, row->rank, row->previous_rank, row->change);
  dui_json_points (json, "value", dui_points_to_ratio (row->score));
  for (guint i = 0; i < G_N_ELEMENTS (of_one_indicator); i++)
    dui_json_null (json, of_one_indicator[i]);
  dui_json_flag (json, "bottom", row->bottom);
  dui_json_flag (json, "tied", row->tied);
  dui_json_null (json, "streak");
  dui_json_null (json, "share");
  dui_json_begin_array (json, "parts");
  for (guint i = 0; i < scheme->parts->len; i++)
    print_part_json (json, &g_array_index (scheme->parts, DuiSchemePart, i), &row->parts[i]);
  dui_json_end_array (json);
  print_lever_json (json, scoring, row);
  dui_json_end_object (json);
}

static void
print_json (const DuiScoring *scoring)
{
  const DuiScore *score = scoring->score;
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_null (json, "indicator");
  dui_json_period (json, "period", score->period);
  dui_json_text (json, "by", "score");
  dui_json_text (json, "scheme", scoring->scheme->name);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < score->rows->len; i++)
    print_row_json (json, scoring, &g_array_index (score->rows, DuiScoreRow, i));
  dui_json_end_array (json);
  dui_json_places (json, "unreported", scoring->catalog, score->unreported);
  dui_json_places (json, "untargeted", scoring->catalog, score->untargeted);
  dui_json_flag (json, "provisional", score->provisional);
  dui_json_end_object (json);
}

gboolean
dui_score_rank_print (DuiInvocation *self,
                      guint bottom,
                      GError **error)
{
  g_autoptr (DuiScoring) scoring = dui_scoring_new (self, bottom, error);

  if (scoring == NULL)
    return FALSE;
  if (self->json)
    print_json (scoring);
  else
    dui_score_table_print (scoring->score, scoring->scheme, scoring->catalog);
  return TRUE;
}
