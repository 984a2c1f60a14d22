/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact rational numbers with 128-bit parts: rates, points and averages before they are rounded
 * for display (DESIGN §4 "Rounding for display").
 *
 * A ratio is a plain value. Its denominator is positive, or zero for a missing value ("—").
 * Parts are kept as they were given, not reduced; with |amount| <= 10^17 and plan shares in
 * millionths every part of a ratio of analysis/ stays below 10^37. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

__extension__ typedef __int128 DuiWide;

typedef struct
{
  DuiWide num;
  DuiWide den;
} DuiRatio;

/* What a part has to be below, so that a digit can be taken out of the ratio. */
#define DUI_RATIO_PART_MAX ((DuiWide) G_GINT64_CONSTANT (10000000000000000) * 1000000000000000 * 1000000)

#define DUI_RATIO_MISSING ((DuiRatio){ 0, 0 })

/* The missing ratio when @den is 0; the sign moves to the numerator. */
DuiRatio dui_ratio_new (DuiWide num, DuiWide den);

static inline gboolean
dui_ratio_is_missing (DuiRatio ratio)
{
  return ratio.den == 0;
}

/* @ratio times @num / @den, reduced where the product would not fit; missing stays missing. */
DuiRatio dui_ratio_scale (DuiRatio ratio, gint64 num, gint64 den);

/* The mean of two; exact as long as it fits once it is reduced, else within 10^-18, or as
 * near as fits beside large values. Neither may be missing. */
DuiRatio dui_ratio_mean (DuiRatio a, DuiRatio b);

/* Exact order: below, equal to or above zero as @a is below, equal to or above @b. Neither may be
 * missing. */
int dui_ratio_compare (DuiRatio a, DuiRatio b);

/* -1, 0 or 1; 0 for a missing ratio. */
static inline int
dui_ratio_sign (DuiRatio ratio)
{
  return (ratio.num > 0) - (ratio.num < 0);
}

/* For positions on a chart and for sort keys; NAN when missing. Never for a printed digit. */
double dui_ratio_to_double (DuiRatio ratio);

/* @ratio x 10^@decimals rounded half away from zero, which has to fit. Not for a missing ratio. */
DuiWide dui_ratio_round (DuiRatio ratio, int decimals);

/* Decimal text of @ratio rounded to @decimals, with a plain '-' and never "-0.0"; NULL when
 * missing. The caller frees it. */
char *dui_ratio_to_string (DuiRatio ratio, int decimals);

G_END_DECLS
