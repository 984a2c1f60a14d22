/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finding of a place among its peers, and gaps as people read them (PRACTICE §4 "Peers", R15). The
 * caller frees every string. */
#pragma once

#include "analysis/peers.h"

G_BEGIN_DECLS

/* The finding, without a full stop: 标兵渐远、追兵渐近. */
char *dui_peers_title (const DuiPeers *peers);

/* A gap of @peers with its measure and without its sign: 1.2个百分点, 3.20亿元; NULL when missing. */
char *dui_peers_gap_text (const DuiPeers *peers, DuiRatio gap);

/* A value, as dui_neighbours_value(), with its measure: 7.7%, 154.74亿元; "—" when missing. */
char *dui_peers_value_text (const DuiPeers *peers, DuiRatio value);

/* The same as people read it: percent, points or the shown measure. */
DuiRatio dui_peers_shown (const DuiPeers *peers, DuiRatio value);

/* Whether gaps are in points; else they are amounts, or distances to target. */
gboolean dui_peers_is_in_points (const DuiPeers *peers);

G_END_DECLS
