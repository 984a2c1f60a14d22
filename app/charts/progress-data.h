/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the progress chart shows, as texts and positions, before there is any size: x in months (0
 * is New Year, 12 the end of December), y in the shown measure. Private to the progress chart. */
#pragma once

#include "analysis/backtest.h"
#include "charts/subject.h"
#include "plot/layout.h"

G_BEGIN_DECLS

/* One published period up to the subject's. */
typedef struct
{
  DuiPeriod period;
  double value; /* NAN where nothing was reported */
  char *mark;   /* tooltip and accessible name */
} DuiProgressPoint;

/* A line of targets, plans or last year. */
typedef struct
{
  DuiRole role;
  GArray *points; /* of DuiPoint, by x */
  char *label;    /* at its end */
} DuiProgressPath;

typedef struct
{
  DuiPoint from, to; /* upright */
  char *label;       /* 8月调整 and the document */
} DuiProgressJump;

typedef struct
{
  double value;
  char *label; /* 按进度168.81（误差2.1%） */
} DuiProgressForecast;

#define DUI_N_FORECASTS 3

typedef struct
{
  gboolean has_pace;
  gboolean from_zero; /* the year begins at nothing: the curve starts there, the axis too */
  GArray *points;     /* of DuiProgressPoint */
  GArray *paths;      /* of DuiProgressPath; the judged tier's first if there is one */
  GArray *jumps;      /* of DuiProgressJump */
  DuiProgressForecast forecasts[DUI_N_FORECASTS];
  guint n_forecasts;    /* ascending */
  DuiPoint now;         /* the subject's period and its value; NAN when not reported */
  char *now_label;      /* 154.74 */
  char *now_side_label; /* the same for where the dot is not beside it: 完成154.74 */
  double due;           /* what the plan asks for now; NAN */
  char *due_label;      /* 欠进度28.59亿元 */
  double target;        /* of the year, judged tier; NAN */
  char *gap_label;      /* 缺口45.26亿元 */
  DuiCalendar calendar;
} DuiProgressData;

DuiProgressData *dui_progress_data_new (const DuiChartSubject *subject, const DuiChartWhole *whole);
void dui_progress_data_free (DuiProgressData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiProgressData, dui_progress_data_free)

/* The finding: 前11个月完成154.74亿元，落后进度28.59亿元. The caller frees it. */
char *dui_progress_title (const DuiChartSubject *subject, const DuiChartWhole *whole);

G_END_DECLS
