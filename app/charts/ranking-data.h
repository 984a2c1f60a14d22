/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranks of the last periods and their finding, before there is any size. Private to charts/. */
#pragma once

#include "analysis/standing.h"
#include "charts/matrix.h"

G_BEGIN_DECLS

/* Rows by current rank, then those without one. @streaks of dui_streaks_compute(). */
DuiMatrix *dui_ranking_matrix_new (const DuiChartSubject *subject, const DuiStanding *standing,
                                   GPtrArray *streaks);

/* The finding: 甲镇增幅连续3期居后三位. The caller frees it. */
char *dui_ranking_title (const DuiChartSubject *subject, const DuiStanding *standing,
                         GPtrArray *streaks);

G_END_DECLS
