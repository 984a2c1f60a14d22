/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every chart says about its subject: whose figure it speaks of, the lines around the picture,
 * and numbers in the shown measure. The caller frees every string. Private to charts/. */
#pragma once

#include "analysis/whole.h"
#include "charts/charts.h"

G_BEGIN_DECLS

/* What stands for the place, with the tier of the chart. */
typedef struct
{
  const DuiProgress *progress; /* NULL when nothing was reported */
  const DuiTierProgress *tier; /* of the subject's tier; NULL with progress */
  const char *label;           /* 全县 or 乡镇合计; the name of a place without members */
  const DuiTotal *total;       /* where the sum stands for it */
  guint n_missing;             /* members that the sum lacks */
  DuiWhole whole;
} DuiChartWhole;

void dui_chart_whole_init (DuiChartWhole *self, const DuiChartSubject *subject, DuiPeriod period);
void dui_chart_whole_clear (DuiChartWhole *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DuiChartWhole, dui_chart_whole_clear)

const DuiTierProgress *dui_chart_subject_get_tier (const DuiChartSubject *subject,
                                                   const DuiProgress *progress);

/* What the indicator is measured by at one moment, in raw amounts: C, or of a growth-only one the
 * growth in raw percent. Missing when not reported. */
DuiRatio dui_chart_subject_get_value (const DuiChartSubject *subject, const DuiProgress *progress);

/* For positions: a raw amount in the shown measure; NAN when missing. */
double dui_chart_subject_shown (const DuiChartSubject *subject, DuiRatio raw);

/* @format with %1$s or %s, %2$s and %3$s replaced; those that it does not have may be NULL. For
 * formats taken from a table, which the compiler can't check. */
char *dui_chart_fill (const char *format, const char *first, const char *second, const char *third);

/* Whether a target of the subject's tier is in force for any member, or for the place itself. */
gboolean dui_chart_subject_members_have_targets (const DuiChartSubject *subject);
gboolean dui_chart_subject_has_target (const DuiChartSubject *subject);

/* "17 townships", "1 place". */
char *dui_chart_subject_count_members (const DuiChartSubject *subject, guint count);

/* The finding where there is nothing to say: without figures, or, with @has_figures, without targets. */
char *dui_chart_subject_get_nothing_title (const DuiChartSubject *subject, gboolean has_figures);

/* 清丰县 · 工业总产值 · 2021年1—11月 · 亿元 · 考核目标, with what makes the numbers provisional
 * behind it. */
char *dui_chart_subject_get_subtitle (const DuiChartSubject *subject,
                                      const DuiChartWhole *whole,
                                      gboolean provisional);
/* 数据来源：… with 示例数据 where it is one. */
char *dui_chart_subject_get_source (const DuiChartSubject *subject);
/* 2021-12-18 印发; NULL without a day of issue. */
char *dui_chart_subject_get_issued (const DuiChartSubject *subject);

/* 亿元; "points" where the measure is a percentage and @difference is asked for. */
const char *dui_chart_subject_get_measure (const DuiChartSubject *subject, gboolean difference);

G_END_DECLS
