/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percentage points. For the files of analysis/ only. */
#pragma once

#include "model/ratio.h"

G_BEGIN_DECLS

/* @a less @b, two fractions of amounts, in points; exact. Neither may be missing. */
static inline DuiRatio
dui_points_between (DuiRatio a, DuiRatio b)
{
  return dui_ratio_scale (dui_ratio_new (a.num * b.den - b.num * a.den, a.den * b.den), 100, 1);
}

G_END_DECLS
