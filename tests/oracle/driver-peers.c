/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first place among the others: who is above and below, since when, and what it takes to pass.
 *
 * Readings: gaps are of completion where the ranking is by pace difference; what is to be added is the
 * least raw amount with which the other place is strictly passed. */
#include "driver.h"

#include "analysis/peers.h"

static void
add_neighbours (JsonBuilder *builder, const DuiNeighbours *neighbours)
{
  oracle_add_rank (builder, neighbours->above == DUI_NO_PLACE ? 0 : neighbours->above);
  oracle_add_ratio (builder, neighbours->lead);
  oracle_add_rank (builder, neighbours->below == DUI_NO_PLACE ? 0 : neighbours->below);
  oracle_add_ratio (builder, neighbours->chase);
}

static void
add_trends (JsonBuilder *builder, const DuiPeers *peers)
{
  json_builder_set_member_name (builder, "trends");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, dui_trend_to_nick (peers->lead.same));
  json_builder_add_string_value (builder, dui_trend_to_nick (peers->lead.whoever));
  json_builder_add_string_value (builder, dui_trend_to_nick (peers->chase.same));
  json_builder_add_string_value (builder, dui_trend_to_nick (peers->chase.whoever));
  json_builder_end_array (builder);
}

static void
add_history (JsonBuilder *builder, const DuiPeers *peers)
{
  json_builder_set_member_name (builder, "history");
  json_builder_begin_array (builder);
  for (guint i = 0; i < peers->history->len; i++)
    {
      const DuiPeerPeriod *then = &g_array_index (peers->history, DuiPeerPeriod, i);
      g_autofree char *period = dui_period_to_string (then->period);

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, period);
      oracle_add_rank (builder, then->rank);
      json_builder_add_int_value (builder, then->n_ranked);
      oracle_add_ratio (builder, then->value);
      add_neighbours (builder, &then->whoever);
      oracle_add_ratio (builder, then->same_lead);
      oracle_add_ratio (builder, then->same_chase);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_what_ifs (JsonBuilder *builder, const DuiPeers *peers, JsonArray *added)
{
  json_builder_set_member_name (builder, "what_if");
  json_builder_begin_array (builder);
  for (guint i = 0; i < json_array_get_length (added); i++)
    {
      DuiWhatIf what_if;

      if (!dui_peers_what_if (peers, json_array_get_int_element (added, i), &what_if))
        {
          json_builder_add_null_value (builder);
          continue;
        }
      json_builder_begin_array (builder);
      oracle_add_ratio (builder, what_if.value);
      oracle_add_rank (builder, what_if.rank);
      json_builder_add_boolean_value (builder, what_if.tied);
      add_neighbours (builder, &what_if.neighbours);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_standing (JsonBuilder *builder, const DuiPanel *panel, DuiPeriod period)
{
  DuiPeerStanding standing;

  json_builder_set_member_name (builder, "standing");
  if (!dui_peer_standing_compute (panel, 1, period, &standing))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  oracle_add_rank (builder, standing.rank);
  oracle_add_rank (builder, standing.previous_rank);
  json_builder_add_int_value (builder, standing.change);
  json_builder_add_int_value (builder, standing.n_ranked);
  json_builder_add_boolean_value (builder, standing.tied);
  json_builder_add_boolean_value (builder, standing.last);
  json_builder_add_boolean_value (builder, standing.provisional);
  oracle_add_ratio (builder, standing.lead);
  json_builder_end_array (builder);
}

void
oracle_answer_peers (JsonObject *object, JsonBuilder *builder)
{
  g_autoptr (DuiPanel) panel = oracle_read_panel (object, object);
  DuiPeriod period = oracle_get_period (object, "period");
  DuiRankBy by = oracle_get_by (object);
  g_autoptr (DuiPeers) peers
      = dui_peers_compute (panel, 1, period, by, oracle_get_tier (object));

  if (!peers)
    return;
  add_standing (builder, panel, period);
  json_builder_set_member_name (builder, "peers");
  json_builder_begin_array (builder);
  add_neighbours (builder, &peers->neighbours);
  oracle_add_amount (builder, peers->to_pass);
  oracle_add_amount (builder, peers->to_first);
  oracle_add_ratio (builder, peers->over_whole);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "level");
  json_builder_begin_array (builder);
  for (guint i = 0; i < peers->level->len; i++)
    json_builder_add_int_value (builder, g_array_index (peers->level, guint, i));
  json_builder_end_array (builder);
  add_history (builder, peers);
  add_what_ifs (builder, peers, json_object_get_array_member (object, "added"));
  /* Gaps of the largest distances in percent are known to 10^-18 of a point only. */
  if (by != DUI_RANK_BY_PROGRESS
      || dui_indicator_get_kind (panel->indicator) != DUI_KIND_GROWTH_ONLY)
    add_trends (builder, peers);
}
