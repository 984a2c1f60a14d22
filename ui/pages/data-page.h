/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 数据: the figures of an indicator and period for all places in one grid, to be typed as in a
 * spreadsheet and kept as one command (PRACTICE §2 steps 1 and 4). */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define DUI_TYPE_DATA_PAGE (dui_data_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiDataPage, dui_data_page, DUI, DATA_PAGE, DuiPage)

G_END_DECLS
