/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growth on the same period of last year (DESIGN §4 "Growth"; PRACTICE R4, R5, R8). For the files
 * of analysis/ only: others read it from DuiProgress. */
#pragma once

#include "analysis/columns.h"

G_BEGIN_DECLS

typedef struct
{
  DuiRatio value;    /* as a fraction */
  gboolean inferred; /* 推算: the base is last year's C (R5) */
} DuiGrowth;

/* Of the cumulative figure: g or C/B - 1, whichever the indicator ranks, else the other. Without
 * either, last year's C stands in for a base that was not given; a base that was given but is not
 * positive gives no growth. Missing where the figure is 未报. */
DuiGrowth dui_growth_compute (const DuiColumns *columns, guint place, DuiPeriod period);

/* Of the month's own value: (C_m - C_(m-1)) / (B_m - B_(m-1)) - 1, both bases as given, and only
 * where the difference of the bases is positive.
 *
 * R8 wants "—" if the base changed between the two. It has changed when one of the two bases
 * agrees with last year's C in the book and the other does not: then one of them was revised and
 * their difference is no month. They agree when they differ by no more than 0.05 % of C, which is
 * what R4 lets pass. Without last year's C for both months nothing can be compared, and the bases
 * are taken as given. */
DuiRatio dui_growth_of_month (const DuiColumns *columns, guint place, DuiPeriod period);

G_END_DECLS
