/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 目标: the targets of a county and its members on a day, the versions of each, and the plan path. */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define DUI_TYPE_TARGETS_PAGE (dui_targets_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiTargetsPage, dui_targets_page, DUI, TARGETS_PAGE, DuiPage)

G_END_DECLS
