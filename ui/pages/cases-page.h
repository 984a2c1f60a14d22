/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 说明: the explanations that were asked for and the reviews, each with its evidence and what happened
 * (DESIGN §4, PRACTICE R12, §2 step 8). */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define DUI_TYPE_CASES_PAGE (dui_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiCasesPage, dui_cases_page, DUI, CASES_PAGE, DuiPage)

G_END_DECLS
