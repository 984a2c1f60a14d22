/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charts/peers-words.h"

#include <glib/gi18n-lib.h>

#include "model/format.h"

#define DECIMALS 1
#define DECIMALS_MAX 4

/* A distance to target is in the measure, amounts are raw. */
static DuiRatio
to_raw (const DuiPeers *peers, DuiRatio value)
{
  if (peers->standing->by != DUI_RANK_BY_PROGRESS)
    return value;
  return dui_ratio_scale (
      value, dui_power_of_ten (dui_indicator_get_scale (peers->panel->indicator)), 1);
}

gboolean
dui_peers_is_in_points (const DuiPeers *peers)
{
  DuiIndicator *indicator = peers->panel->indicator;

  return peers->standing->by == DUI_RANK_BY_GROWTH
         || (peers->standing->by == DUI_RANK_BY_PROGRESS
             && (dui_indicator_has_pace (indicator)
                 || dui_indicator_get_kind (indicator) == DUI_KIND_GROWTH_ONLY));
}

/* Who is ahead is never ahead by 0.0. */
static char *
format_points (DuiRatio gap)
{
  g_autofree char *number = NULL;
  int decimals = DECIMALS;

  while (decimals < DECIMALS_MAX && gap.num != 0 && dui_format_sign (gap, decimals) == 0)
    decimals++;
  number = dui_format_magnitude (gap, decimals);
  return g_strdup_printf (_ ("%s points"), number);
}

char *
dui_peers_gap_text (const DuiPeers *peers, DuiRatio gap)
{
  if (dui_ratio_is_missing (gap))
    return NULL;
  if (dui_peers_is_in_points (peers))
    return format_points (gap);
  if (gap.num < 0)
    gap.num = -gap.num;
  return dui_format_with_measure (peers->panel->indicator, to_raw (peers, gap));
}

DuiRatio
dui_peers_shown (const DuiPeers *peers, DuiRatio value)
{
  DuiIndicator *indicator = peers->panel->indicator;

  if (peers->standing->by == DUI_RANK_BY_PROGRESS && !dui_indicator_has_pace (indicator))
    return dui_format_difference_to_shown (indicator, value);
  return dui_peers_is_in_points (peers) ? dui_ratio_scale (value, 100, 1)
                                        : dui_format_raw_to_shown (indicator, value);
}

char *
dui_peers_value_text (const DuiPeers *peers, DuiRatio value)
{
  DuiRankBy by = peers->standing->by;
  g_autofree char *number = NULL;

  if (by == DUI_RANK_BY_COMPLETED || by == DUI_RANK_BY_MONTH)
    return dui_format_with_measure (peers->panel->indicator, value);
  number = dui_format_number (dui_peers_shown (peers, value),
                              dui_peers_is_in_points (peers)
                                  ? DECIMALS
                                  : dui_indicator_get_decimals (peers->panel->indicator));
  if (by == DUI_RANK_BY_GROWTH || dui_indicator_has_pace (peers->panel->indicator))
    return g_strconcat (number, "%", NULL);
  return g_steal_pointer (&number);
}

static const char *
trend_title (const DuiPeers *peers)
{
  DuiTrend lead = peers->lead.whoever, chase = peers->chase.whoever;

  if (lead == DUI_TREND_WIDENING && chase == DUI_TREND_NARROWING)
    return _ ("Those ahead draw away, those behind come nearer");
  if (lead == DUI_TREND_WIDENING)
    return _ ("The gap to the one ahead widens");
  if (lead == DUI_TREND_NARROWING)
    return _ ("The gap to the one ahead narrows");
  return chase == DUI_TREND_NARROWING ? _ ("The one behind comes nearer") : NULL;
}

char *
dui_peers_title (const DuiPeers *peers)
{
  DuiPlace *parent = dui_catalog_get_place (peers->panel->catalog, peers->parent);
  const char *whole = dui_place_get_whole_label (parent);
  g_autofree char *lead = dui_peers_gap_text (peers, peers->neighbours.lead);
  g_autofree char *chase = dui_peers_gap_text (peers, peers->neighbours.chase);

  if (peers->standing->rows->len < 2 && peers->standing->untargeted->len == 0)
    return g_strdup (_ ("No figures of the peers"));
  if (!peers->us)
    return g_strdup (_ ("Not ranked in this period"));
  if (peers->standing->rows->len < 2)
    return g_strdup (_ ("No peers that can be ranked"));
  if (!lead && !chase)
    return g_strdup (_ ("All are level"));
  /* Translators: 1 the whole, 全市; 2 a gap with its measure. */
  if (!lead)
    return g_strdup_printf (_ ("First, %2$s before the next (%1$s)"), whole, chase);
  if (!chase)
    return g_strdup_printf (_ ("Last, %2$s behind the next (%1$s)"), whole, lead);
  if (trend_title (peers))
    return g_strdup (trend_title (peers));
  /* Translators: 1 the whole, 全市; 2 a rank. */
  if (peers->lead.whoever == DUI_TREND_MIXED)
    return g_strdup_printf (_ ("Rank %2$u, the gaps go both ways (%1$s)"), whole, peers->us->rank);
  /* Translators: 1 the whole, 全市; 2 a rank; 3 a gap with its measure. */
  return g_strdup_printf (_ ("Rank %2$u, %3$s behind the next (%1$s)"), whole, peers->us->rank,
                          lead);
}
