/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the place stands among its peers (PRACTICE §5 "City", R20). */
#include "analysis/peers.h"
#include "briefing/sentences.h"
#include "briefing/terms.h"
#include "briefing/words.h"
#include "model/format.h"

#include <glib/gi18n-lib.h>

/* What has a sign is said by the word; what prints as 0.0 is neither above nor below. */
static char *
against_text (DuiTerms *terms, DuiRatio lead)
{
  int sign;

  if (dui_ratio_is_missing (lead))
    return NULL;
  sign = dui_format_sign (lead, 1);
  dui_terms_take (terms, "points", dui_format_magnitude (lead, 1));
  if (sign == 0)
    return dui_terms_fill (terms, _ ("level with {{parent}} as a whole"));
  return dui_terms_fill (terms, sign > 0 ? _ ("{{points}} points above {{parent}} as a whole")
                                         : _ ("{{points}} points below {{parent}} as a whole"));
}

static const char *
rank_template (const DuiPeerStanding *standing)
{
  if (standing->rank == 1)
    return standing->tied ? _ ("joint first") : _ ("first");
  if (standing->last)
    return standing->tied ? _ ("joint last") : _ ("last");
  return standing->tied ? _ ("joint rank {{rank}}") : _ ("rank {{rank}}");
}

static char *
change_text (DuiTerms *terms, const DuiPeerStanding *standing)
{
  if (standing->previous_rank == 0)
    return NULL;
  dui_terms_take (terms, "change", g_strdup_printf ("%d", ABS (standing->change)));
  if (standing->change == 0)
    return dui_terms_fill (terms, _ ("unchanged from {{previous}}"));
  return dui_terms_fill (terms, standing->change > 0 ? _ ("up {{change}} from {{previous}}")
                                                     : _ ("down {{change}} from {{previous}}"));
}

static char *
previous_text (const DuiPeerStanding *standing, DuiPeriod period)
{
  return dui_period_year (standing->previous) == dui_period_year (period)
             ? dui_period_to_short_label (standing->previous)
             : dui_period_to_label (standing->previous);
}

static const char *
peers_template (gboolean against, gboolean change)
{
  if (against)
    return change ? _ ("Its growth is {{against}}, {{standing}}, {{moved}}.")
                  : _ ("Its growth is {{against}}, {{standing}}.");
  return change ? _ ("By growth it is {{standing}}, {{moved}}.")
                : _ ("By growth it is {{standing}}.");
}

char *
dui_sentence_peers (const DuiPanel *panel, guint place, DuiPeriod period)
{
  g_autoptr (DuiTerms) terms = NULL;
  DuiPeerStanding standing;
  DuiPlace *parent;
  char *against, *moved;

  if (!dui_peer_standing_compute (panel, place, period, &standing))
    return NULL;
  parent = dui_catalog_get_place (panel->catalog, standing.parent);
  terms = dui_terms_new ();
  dui_terms_set (terms, "parent", dui_place_get_name (parent));
  dui_terms_set (terms, "whole", dui_place_get_whole_label (parent));
  dui_terms_set (terms, "members", dui_place_get_members_label (parent));
  dui_terms_take (terms, "previous", previous_text (&standing, period));
  dui_terms_take (terms, "ranked", g_strdup_printf ("%u", standing.n_ranked));
  dui_terms_take (terms, "rank", g_strdup_printf ("%u", standing.rank));
  dui_terms_take (terms, "position", dui_terms_fill (terms, rank_template (&standing)));
  /* Translators: {{position}} is "rank 5", {{parent}} the name of the city and {{whole}} how it is
   * called as a whole: 全市. */
  dui_terms_take (terms, "standing",
                  dui_terms_fill (terms, standing.provisional
                                             ? _ ("provisionally {{position}} of the {{ranked}} "
                                                  "{{members}} of {{parent}} that have reported")
                                             : _ ("{{position}} of {{ranked}} in {{parent}}")));
  against = against_text (terms, standing.lead);
  moved = change_text (terms, &standing);
  dui_terms_take (terms, "against", against);
  dui_terms_take (terms, "moved", moved);
  return dui_terms_fill (terms, peers_template (against != NULL, moved != NULL));
}
