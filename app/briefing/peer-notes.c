/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/peer-notes.h"
#include "briefing/terms.h"
#include "charts/peers-words.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>

char *
dui_peer_notes_amount (const DuiPeers *peers, DuiAmount amount)
{
  return dui_format_with_measure (peers->panel->indicator, (DuiRatio){ ABS (amount), 1 });
}

static DuiTerms *
make_terms (const DuiPeers *peers, const DuiNeighbours *neighbours)
{
  DuiCatalog *catalog = peers->panel->catalog;
  DuiTerms *terms = dui_terms_new ();

  dui_terms_set (terms, "us",
                 dui_place_get_name (dui_catalog_get_place (catalog, peers->place)));
  if (neighbours->above != DUI_NO_PLACE)
    dui_terms_set (terms, "above",
                   dui_place_get_name (dui_catalog_get_place (catalog, neighbours->above)));
  if (neighbours->below != DUI_NO_PLACE)
    dui_terms_set (terms, "below",
                   dui_place_get_name (dui_catalog_get_place (catalog, neighbours->below)));
  dui_terms_take (terms, "lead", dui_peers_gap_text (peers, neighbours->lead));
  dui_terms_take (terms, "chase", dui_peers_gap_text (peers, neighbours->chase));
  dui_terms_take (terms, "ranked", g_strdup_printf ("%u", peers->standing->rows->len));
  return terms;
}

char *
dui_peer_notes_lead (const DuiPeers *peers)
{
  g_autoptr (DuiTerms) terms = make_terms (peers, &peers->neighbours);

  if (!peers->us || peers->standing->rows->len < 2)
    return NULL;
  return dui_terms_fill (terms, peers->neighbours.above == DUI_NO_PLACE
                                    ? _ ("Nobody is ahead of {{us}}.")
                                    : _ ("{{above}} is ahead of {{us}} by {{lead}}."));
}

char *
dui_peer_notes_chase (const DuiPeers *peers)
{
  g_autoptr (DuiTerms) terms = make_terms (peers, &peers->neighbours);

  if (!peers->us || peers->standing->rows->len < 2)
    return NULL;
  return dui_terms_fill (terms, peers->neighbours.below == DUI_NO_PLACE
                                    ? _ ("Nobody is behind {{us}}.")
                                    : _ ("{{below}} is behind {{us}} by {{chase}}."));
}

static const char *
trend_word (DuiTrend trend)
{
  /* Translators: how a gap has gone over the last three periods: 拉大, 缩小, 互有进退. */
  static const char *const words[]
      = { N_ ("not known yet"), N_ ("wider"), N_ ("narrower"), N_ ("now wider, now narrower") };

  return _ (words[trend]);
}

static char *
trend_text (const DuiPeers *peers, const DuiGapTrend *trend, const char *template)
{
  g_autoptr (DuiTerms) terms = make_terms (peers, &peers->neighbours);

  if (trend->same == DUI_TREND_UNKNOWN && trend->whoever == DUI_TREND_UNKNOWN)
    return NULL;
  dui_terms_set (terms, "same", trend_word (trend->same));
  dui_terms_set (terms, "whoever", trend_word (trend->whoever));
  return dui_terms_fill (terms, template);
}

char *
dui_peer_notes_lead_trend (const DuiPeers *peers)
{
  return trend_text (peers, &peers->lead,
                     _ ("Against the three periods before, the gap to {{above}} is {{same}}, to "
                        "whoever was ahead {{whoever}}."));
}

char *
dui_peer_notes_chase_trend (const DuiPeers *peers)
{
  return trend_text (peers, &peers->chase,
                     _ ("Against the three periods before, the lead over {{below}} is {{same}}, "
                        "over whoever was behind {{whoever}}."));
}

char *
dui_peer_notes_to_pass (const DuiPeers *peers)
{
  g_autoptr (DuiTerms) terms = make_terms (peers, &peers->neighbours);

  if (peers->neighbours.above == DUI_NO_PLACE)
    return NULL;
  if (dui_amount_is_missing (peers->to_pass))
    return dui_terms_fill (
        terms, dui_neighbours_direction (peers->panel, peers->standing->by) == DUI_DIRECTION_LOWER
                   ? _ ("To pass {{above}} takes a fall by more than {{lead}}.")
                   : _ ("To pass {{above}} takes a rise by more than {{lead}}."));
  dui_terms_take (terms, "amount", dui_peer_notes_amount (peers, peers->to_pass));
  return dui_terms_fill (
      terms, peers->to_pass < 0
                 ? _ ("To pass {{above}} the figure would have to be {{amount}} less.")
                 : _ ("To pass {{above}} takes {{amount}} more this month."));
}

static const char *
what_if_template (const DuiNeighbours *neighbours, gboolean tied)
{
  if (neighbours->above == DUI_NO_PLACE && neighbours->below == DUI_NO_PLACE)
    return _ ("{{change}}, {{us}} would be level with all.");
  if (neighbours->above == DUI_NO_PLACE)
    return tied ? _ ("{{change}}, {{us}} would share the first place of {{ranked}}, {{chase}} before "
                     "{{below}}.")
                : _ ("{{change}}, {{us}} would be first of {{ranked}}, {{chase}} before {{below}}.");
  if (neighbours->below == DUI_NO_PLACE)
    return tied ? _ ("{{change}}, {{us}} would share rank {{rank}} of {{ranked}}, {{lead}} behind "
                     "{{above}}, nobody behind it.")
                : _ ("{{change}}, {{us}} would be rank {{rank}} of {{ranked}}, {{lead}} behind "
                     "{{above}}, nobody behind it.");
  return tied ? _ ("{{change}}, {{us}} would share rank {{rank}} of {{ranked}}, {{lead}} behind "
                   "{{above}} and {{chase}} before {{below}}.")
              : _ ("{{change}}, {{us}} would be rank {{rank}} of {{ranked}}, {{lead}} behind {{above}} "
                   "and {{chase}} before {{below}}.");
}

char *
dui_peer_notes_what_if (const DuiPeers *peers, const DuiWhatIf *what_if)
{
  g_autoptr (DuiTerms) terms = make_terms (peers, &what_if->neighbours);
  char *change;

  dui_terms_take (terms, "amount", dui_peer_notes_amount (peers, what_if->added));
  dui_terms_take (terms, "rank", g_strdup_printf ("%u", what_if->rank));
  /* Translators: begins the sentence “…, we would be rank 3 of 8”. */
  change = dui_terms_fill (terms, what_if->added < 0 ? _ ("With {{amount}} less")
                                                     : _ ("With {{amount}} more"));
  dui_terms_take (terms, "change", change);
  return dui_terms_fill (terms, what_if_template (&what_if->neighbours, what_if->tied));
}
