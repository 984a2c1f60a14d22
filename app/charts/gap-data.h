/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the gap chart shows, as texts and positions, before there is any size. Private to charts/.
 */
#pragma once

#include "analysis/standing.h"
#include "charts/subject.h"

G_BEGIN_DECLS

/* Numbers are NAN where there is nothing to show, texts NULL. */
typedef struct
{
  guint place;
  char *name;
  double reached; /* completion in %, or the value in the shown measure (no pace) */
  double target;  /* where the target stands on the same axis: 100, or the target itself */
  double agreed;  /* other tiers on the same axis */
  double stretch;
  double gap; /* in the shown measure, positive is short */
  gboolean behind;
  char *reached_text; /* 欠14.3, or the value */
  char *gap_text;     /* 4.52 */
  char *absent;       /* 未报, 无目标: instead of bars */
  char *mark;         /* tooltip and accessible name */
} DuiGapRow;

typedef struct
{
  gboolean has_pace; /* completion and pace; else values and their targets (PRACTICE R9) */
  DuiGapRow *whole;  /* NULL when nothing is known of it */
  GArray *rows;      /* of DuiGapRow: judged places, worst first */
  GArray *absent;    /* of DuiGapRow: 未报 and 无目标, in fixed order */
  gboolean any_agreed, any_stretch; /* some row has another tier's target */
  double pace;                      /* in %; NAN without */
  char *pace_text;                  /* 时间进度91.7% */
  char *reached_title;
  char *gap_title;
  gboolean provisional;
} DuiGapData;

DuiGapData *dui_gap_data_new (const DuiChartSubject *subject,
                              const DuiChartWhole *whole,
                              const DuiStanding *standing);
void dui_gap_data_free (DuiGapData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiGapData, dui_gap_data_free)

/* The finding: 全县欠进度14.3个百分点，3个乡镇占缺口六成. The caller frees it. */
char *dui_gap_title (const DuiChartSubject *subject,
                     const DuiChartWhole *whole,
                     const DuiStanding *standing);

G_END_DECLS
