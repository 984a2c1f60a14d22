/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of ranks as texts, before there is any size. Private to charts/. */
#pragma once

#include "analysis/standing.h"
#include "charts/subject.h"

G_BEGIN_DECLS

/* Periods that are shown at most (PRACTICE §4). */
#define DUI_RANKING_PERIODS 12

typedef enum
{
  DUI_RANKING_CELL_NONE,    /* no member then */
  DUI_RANKING_CELL_MISSING, /* 缺 */
  DUI_RANKING_CELL_UNRANKED, /* a figure, but nothing to rank by */
  DUI_RANKING_CELL_PLAIN,
  DUI_RANKING_CELL_TOP,
  DUI_RANKING_CELL_BOTTOM,
} DuiRankingCellKind;

typedef struct
{
  DuiRankingCellKind kind;
  char *text; /* NULL for DUI_RANKING_CELL_NONE */
} DuiRankingCell;

typedef struct
{
  guint place;
  char *name;
  char *value;            /* what it is ranked by now; NULL when it is not */
  DuiRankingCell *cells;  /* one for each of the periods */
  guint n_cells;
  guint streak;           /* periods in the bottom set to the last closed one; 0 where the ranking
                             shown is not the one that streaks are counted in */
  guint first, last;      /* indices of the periods that the streak joins, as far as they are shown */
  char *streak_text;      /* 连3; NULL below two */
  char *mark;             /* tooltip and accessible name */
} DuiRankingRow;

typedef struct
{
  GArray *periods; /* of DuiPeriod, oldest first; the subject's is the last */
  GArray *rows;    /* of DuiRankingRow by current rank, then those without one */
  guint n_ranked;  /* rows that have a rank now */
} DuiRankingData;

DuiRankingData *dui_ranking_data_new (const DuiChartSubject *subject, const DuiStanding *standing,
                                      GPtrArray *streaks);
void dui_ranking_data_free (DuiRankingData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiRankingData, dui_ranking_data_free)

/* The finding: 甲镇增幅连续3期居后三位. @streaks of dui_streaks_compute(). The caller frees it. */
char *dui_ranking_title (const DuiChartSubject *subject, const DuiStanding *standing,
                         GPtrArray *streaks);

G_END_DECLS
