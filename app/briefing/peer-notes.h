/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a place between the one above and the one below (PRACTICE R15, R20, §4 "Peers"): the
 * same words in the window and on the command line. The caller frees every string. */
#pragma once

#include "analysis/peers.h"

G_BEGIN_DECLS

/* 标兵南乐县，领先我县0.7个百分点。 and 追兵…; that there is none, or NULL when we are not ranked, or alone. */
char *dui_peer_notes_lead (const DuiPeers *peers);
char *dui_peer_notes_chase (const DuiPeers *peers);

/* 近三期与该县差距拉大，与当期标兵差距互有进退。 NULL when neither is known. */
char *dui_peer_notes_lead_trend (const DuiPeers *peers);
char *dui_peer_notes_chase_trend (const DuiPeers *peers);

/* What has to be added to pass the one above; NULL for the first. */
char *dui_peer_notes_to_pass (const DuiPeers *peers);

/* Where we would be. */
char *dui_peer_notes_what_if (const DuiPeers *peers, const DuiWhatIf *what_if);

/* An amount in the shown measure without its sign: 1.20亿元. */
char *dui_peer_notes_amount (const DuiPeers *peers, DuiAmount amount);

G_END_DECLS
