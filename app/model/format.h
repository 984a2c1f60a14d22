/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people read them: rounded half away from zero from the exact value, with a real
 * minus sign (PRACTICE R18). JSON and the book do not use these. The caller frees every string;
 * a missing value is "—". */
#pragma once

#include "model/indicator.h"

G_BEGIN_DECLS

/* Rounded to @decimals, "−" for negatives; "—" when missing. */
char *dui_format_number (DuiRatio ratio, int decimals);

/* A fraction as percent without the sign: 0.7737 is "77.4". */
char *dui_format_percent (DuiRatio fraction, int decimals);

/* An amount or an exact average of amounts (a ratio in the indicator's scale units, that is num/den
 * of raw amounts) in the shown measure with the indicator's decimals: "154.74". */
char *dui_format_amount (DuiIndicator *indicator, DuiAmount amount);
char *dui_format_average (DuiIndicator *indicator, DuiRatio raw);

/* Raw amounts, or a ratio of them, in the shown measure; and a value in the indicator's measure. */
DuiRatio dui_format_raw_to_shown (DuiIndicator *indicator, DuiRatio raw);
DuiRatio dui_format_measured_to_shown (DuiIndicator *indicator, DuiRatio value);

/* The difference of a DuiTierProgress as people read it: points of pace, or how far the figure is
 * above its target, also where lower is better (PRACTICE R9). */
DuiRatio dui_format_difference_to_shown (DuiIndicator *indicator, DuiRatio difference);

/* With its measure: "154.74亿元". What would print as 0.00亿元 and is not is given in the
 * indicator's own measure. */
char *dui_format_with_measure (DuiIndicator *indicator, DuiRatio raw);

/* Without its sign: for 欠 and 下降, which carry it in the word. */
char *dui_format_magnitude (DuiRatio ratio, int decimals);

/* -1, 0 or 1 as the digits rounded to @decimals show it: what prints as 0.0 is neither above nor
 * below. Not for a missing ratio. */
int dui_format_sign (DuiRatio ratio, int decimals);

/* @decimals, or one more where values that differ would print alike (PRACTICE R10: the whole column
 * gains one decimal); missing values are passed over. */
int dui_format_column_decimals (const DuiRatio *values, guint n_values, int decimals);

G_END_DECLS
