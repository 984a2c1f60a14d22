/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 考核: the ranking by score, how each score came about, and what would change a rank most. */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define DUI_TYPE_SCORE_PAGE (dui_score_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiScorePage, dui_score_page, DUI, SCORE_PAGE, DuiPage)

G_END_DECLS
