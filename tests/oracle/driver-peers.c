/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first place among the others.
 *
 * Readings: gaps are of completion where the ranking is by pace difference; what is to be added is the
 * least raw amount with which the first place is strictly better. */
#include "driver.h"

#include "analysis/peers.h"

static void
add_neighbour (JsonBuilder *builder, guint place, DuiRatio gap)
{
  oracle_add_rank (builder, place == DUI_NO_PLACE ? 0 : place);
  oracle_add_ratio (builder, gap);
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

void
oracle_add_peers (JsonBuilder *builder,
                  const DuiPanel *panel,
                  DuiPeriod period,
                  DuiRankBy by,
                  DuiTier tier)
{
  g_autoptr (DuiPeers) peers = dui_peers_compute (panel, 1, period, by, tier);

  if (!peers)
    return;
  json_builder_set_member_name (builder, "peers");
  json_builder_begin_array (builder);
  add_neighbour (builder, peers->neighbours.above, peers->neighbours.lead);
  add_neighbour (builder, peers->neighbours.below, peers->neighbours.chase);
  oracle_add_amount (builder, peers->to_pass);
  oracle_add_amount (builder, peers->to_first);
  json_builder_end_array (builder);
  /* Gaps of the largest distances in percent are known to 10^-18 of a point only. */
  if (by != DUI_RANK_BY_PROGRESS
      || dui_indicator_get_kind (panel->indicator) != DUI_KIND_GROWTH_ONLY)
    add_trends (builder, peers);
}
