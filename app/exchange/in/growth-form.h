/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a column of growth rates holds percents (12.5) or fractions (0.125). */
#pragma once

#include "exchange/in/layout.h"

G_BEGIN_DECLS

/* Decides it for each group of @layout by its first rows: what agrees with value and base counts
 * first, then a % in the heading, then that all are below 1 and have three digits or more. A column
 * of fractions is said in a warning. */
void dui_growth_form_find (const DuiRecognition *recognition, DuiLayout *layout);

G_END_DECLS
