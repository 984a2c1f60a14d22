/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 排名: who stands where, by growth, progress, total or month; the table and the gap chart share
 * the selected place (PRACTICE §3). */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define DUI_TYPE_RANKING_PAGE (dui_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiRankingPage, dui_ranking_page, DUI, RANKING_PAGE, DuiPage)

G_END_DECLS
