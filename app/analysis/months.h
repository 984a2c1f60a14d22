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
DuiAmount dui_month_value (const DuiColumns *columns, const DuiMoment *moment, guint place);

/* Sets @mean to that of the last three months of the year so far (fewer before March), raw amounts,
 * with 1–2月 as two equal months: C_2 = 20, C_3 = 30, C_4 = 42 give 10.67. A published period of
 * them before this one that was not reported, or only as 预计, means none; for a quarterly indicator
 * they are the quarter. */
void dui_month_recent_mean (const DuiColumns *columns, const DuiMoment *moment, guint place,
                            DuiRatio *mean);

/* Sets @growth to (C_m - C_(m-1)) / (B_m - B_(m-1)) - 1, with @month the month's value: both bases
 * as given, and only where their difference is positive.
 *
 * R8 wants "—" if the base changed between the two. It has changed when one of the two bases
 * agrees with last year's C in the book and the other does not: then one of them was revised and
 * their difference is no month. They agree when they differ by no more than 0.05 % of C, which is
 * what R4 lets pass. Without last year's C for both months nothing can be compared, and the bases
 * are taken as given. */
void dui_month_growth (const DuiColumns *columns, const DuiMoment *moment, guint place,
                       DuiAmount month, DuiRatio *growth);

G_END_DECLS
