/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 对标: the place among those beside it, who is ahead and who behind, how both gaps have gone, and where
 * it would be with more (DESIGN §4 "Peers", PRACTICE R15, R20). */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define DUI_TYPE_PEERS_PAGE (dui_peers_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiPeersPage, dui_peers_page, DUI, PEERS_PAGE, DuiPage)

G_END_DECLS
