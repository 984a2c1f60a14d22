/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure measured against a target (DESIGN §4, PRACTICE R1, R9, R14): what places and sums have in
 * common. For the files of analysis/ only. */
#pragma once

#include "analysis/columns.h"
#include "analysis/progress.h"

G_BEGIN_DECLS

/* No target: nothing measured, nothing known. */
void dui_tier_progress_clear (DuiTierProgress *tier);

/* Measures the completed amount, the growth and the recent mean of @progress. */
void dui_measure_against (const DuiColumns *columns, const DuiMoment *moment,
                          const DuiProgress *progress, const DuiTarget *target,
                          DuiTierProgress *tier);

/* dui_progress_compute() with what many places share already at hand. */
void dui_progress_fill (const DuiColumns *columns, const DuiMoment *moment, guint place,
                        DuiProgress *progress);

G_END_DECLS
