/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From data to positions and back: a scale is a plain value with its functions. Degenerate domains
 * (nothing, one value, not finite) are widened when a scale is made, so that no later step has to
 * ask. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tick i stands at (first + i) * step * 10^exponent. Ticks are counted in integers and turned into
 * numbers one by one: adding a step of 0.1 ten times would not end at 1. */
typedef struct
{
  gint64 first;
  guint n;
  int step; /* 1, 2 or 5; of months 1, 2, 3 or 6 */
  int exponent;
} DuiTicks;

double dui_ticks_get_value (const DuiTicks *self, guint index);
/* As short as exact, with a real minus sign. The caller frees it. */
char *dui_ticks_get_label (const DuiTicks *self, guint index);

typedef struct _DuiScale DuiScale;

struct _DuiScale
{
  double (*map) (const DuiScale *self, double value);
  double (*invert) (const DuiScale *self, double position);
  /* At most @most ticks within the domain, at round values. */
  DuiTicks (*ticks) (const DuiScale *self, guint most);
  double low, high;  /* domain */
  double start, end; /* positions of low and high; end may be less than start */
};

/* From @low to @high. @low = @high becomes a domain around it. */
DuiScale dui_scale_linear (double low, double high, double start, double end);

/* @n_bands equal bands; maps an index to the middle of its band, inverts to the index as a whole
 * number (-1 and @n_bands outside). */
DuiScale dui_scale_band (guint n_bands, double start, double end);
double dui_scale_get_band (const DuiScale *self); /* width of one band, positive */

/* Months of a year by their ends: 0 is New Year, 1 the end of January, 12 the end of December.
 * Ticks only where all months between them are alike: each, or every second, third or sixth one. */
DuiScale dui_scale_month (double start, double end);

G_END_DECLS
