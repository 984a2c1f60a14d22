/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to a target over a year: the plan's share of it at every moment, with a step where it was
 * changed. Private to the progress chart. */
#pragma once

#include "charts/subject.h"
#include "plot/layout.h"

G_BEGIN_DECLS

/* Points (x in months, y in the shown measure) of @tier over the subject's year, as it was known at
 * the subject's period (PRACTICE R2); for an indicator without pace the target itself. From the
 * first day on which there is one; empty when there is none. The caller owns the array. */
GArray *dui_target_path_new (const DuiChartSubject *subject, DuiTier tier);

/* The same for the yearly target @value that never changed: a sum's. */
GArray *dui_target_path_new_constant (const DuiChartSubject *subject, double value);

/* The target in force on @day, or at the end of the subject's period where that is earlier;
 * nullable. */
const DuiTarget *dui_target_path_get (const DuiChartSubject *subject, DuiTier tier, DuiDay day);

/* Where a day of the subject's year stands: 1 August is 7. */
double dui_target_path_position (DuiDay day);

G_END_DECLS
