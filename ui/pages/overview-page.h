/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 总览: in three seconds how much is short, who is behind and what to do now (PRACTICE §3). */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define DUI_TYPE_OVERVIEW_PAGE (dui_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiOverviewPage, dui_overview_page, DUI, OVERVIEW_PAGE, DuiPage)

/* Puts 催报文字 on the clipboard: who has not reported as of now. */
void dui_overview_page_copy_reminder (DuiOverviewPage *self);

G_END_DECLS
