/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sums that a sheet prints, compared and never imported (PRACTICE R3).
 *
 * 合计 and 总计 rows are compared with all places of the table, 小计 rows with those since the last
 * 小计, within n x half of the last printed digit. A row that carries a place's own name or code,
 * or 全县, is that place's own figure: it is imported, once, and where all of its members are in
 * the sheet it is compared with their sum as well; a difference is said and stays (县直、园区等).
 */
#pragma once

#include "exchange/in/rows.h"

G_BEGIN_DECLS

/* Once the rows are in the order of the key and before anything is merged into them. @sums: of
 * DuiSum. */
void dui_sums_compare (DuiBatch *batch, GArray *sums, DuiNotices *notices);

G_END_DECLS
