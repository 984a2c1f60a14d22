/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/score-rank.h"

#include "command-line/json.h"
#include "command-line/score-table.h"

#include <glib/gi18n-lib.h>

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
  if (part->rank > 0)
    dui_json_count (json, "rank", part->rank);
  else
    dui_json_null (json, "rank");
  dui_json_points (json, "earned", dui_points_to_ratio (part->earned));
  dui_json_points (json, "bonus", dui_points_to_ratio (part->bonus));
  dui_json_end_object (json);
}

/* What belongs to one indicator has no value here. */
static void
print_row_json (DuiJson *json,
                const DuiScheme *scheme,
                DuiCatalog *catalog,
                const DuiScoreRow *row)
{
  static const char *const of_one_indicator[]
      = { "completed", "target", "completion", "difference", "growth", "card" };

  dui_json_begin_object (json, NULL);
  dui_json_place (json, "place", catalog, row->place);
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
  dui_json_end_object (json);
}

static void
print_json (const DuiScore *score,
            const DuiScheme *scheme,
            DuiCatalog *catalog)
{
  g_autoptr (DuiJson) json = dui_json_new ();

  dui_json_begin_object (json, NULL);
  dui_json_null (json, "indicator");
  dui_json_period (json, "period", score->period);
  dui_json_text (json, "by", "score");
  dui_json_text (json, "scheme", scheme->name);
  dui_json_begin_array (json, "rows");
  for (guint i = 0; i < score->rows->len; i++)
    print_row_json (json, scheme, catalog, &g_array_index (score->rows, DuiScoreRow, i));
  dui_json_end_array (json);
  dui_json_places (json, "unreported", catalog, score->unreported);
  dui_json_places (json, "untargeted", catalog, score->untargeted);
  dui_json_flag (json, "provisional", score->provisional);
  dui_json_end_object (json);
}

/* Of one state of the book: when another program changes it meanwhile, all over again. */
static GPtrArray *
load_panels (DuiBook *book,
             const DuiScheme *scheme,
             GError **error)
{
  g_autoptr (GPtrArray) panels = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_panel_unref);

  while (panels->len < scheme->parts->len)
    {
      const DuiSchemePart *part = &g_array_index (scheme->parts, DuiSchemePart, panels->len);
      DuiPanel *panel = dui_book_get_panel (book, part->indicator, error);

      if (panel == NULL)
        return NULL;
      g_ptr_array_add (panels, panel);
      if (panel->catalog != ((DuiPanel *) g_ptr_array_index (panels, 0))->catalog)
        g_ptr_array_set_size (panels, 0);
    }
  return g_steal_pointer (&panels);
}

gboolean
dui_score_rank_print (DuiInvocation *self,
                      guint bottom,
                      GError **error)
{
  g_autoptr (GPtrArray) schemes = dui_book_list_schemes (self->book, error);
  g_autoptr (GPtrArray) panels = NULL;
  g_autoptr (DuiScore) score = NULL;
  const DuiScheme *scheme;
  DuiCatalog *catalog;

  if (schemes == NULL)
    return FALSE;
  scheme = dui_scheme_find (schemes, self->period);
  if (scheme == NULL)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("no scoring scheme holds in that period; duibiao set scheme makes one"));
      return FALSE;
    }
  panels = load_panels (self->book, scheme, error);
  if (panels == NULL)
    return FALSE;
  catalog = ((DuiPanel *) g_ptr_array_index (panels, 0))->catalog;
  score = dui_score_compute (scheme, (DuiPanel *const *) panels->pdata, self->place, self->period,
                             self->tier, bottom);
  if (self->json)
    print_json (score, scheme, catalog);
  else
    dui_score_table_print (score, scheme, catalog);
  return TRUE;
}
