/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What single months say, taken out of cumulative figures (PRACTICE R8). For the files of
 * analysis/ only: others read it from DuiProgress. */
#pragma once

#include "analysis/columns.h"

G_BEGIN_DECLS

/* C_m - C_(m-1) in raw amounts, of the published period before in the same year; for a quarterly
 * indicator that is the quarter's own value. The first period of a year is its own value, except
 * 1–2月, which has none. Negative values are passed on. Missing where the indicator has no month
 * values, where either figure is, and where the earlier one is only 预计. */
DuiAmount dui_month_value (const DuiColumns *columns, guint place, DuiPeriod period);

/* Mean of the last three months of the year so far (fewer before March), raw amounts, with 1–2月 as
 * two equal months: C_2 = 20, C_3 = 30, C_4 = 42 give 10.67. A published period of them that was
 * not reported, or only as 预计, means none; for a quarterly indicator they are the quarter. */
DuiRatio dui_month_recent_mean (const DuiColumns *columns, guint place, DuiPeriod period);

G_END_DECLS
