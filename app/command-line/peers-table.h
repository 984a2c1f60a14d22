/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What peers prints for people. */
#pragma once

#include "analysis/peers.h"

G_BEGIN_DECLS

/* @what_if: NULL when nothing was asked. */
void dui_peers_table_print (const DuiPeers *peers, const DuiWhatIf *what_if);

G_END_DECLS
