/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the ranking table as text: only rows in view become widgets. */
#pragma once

#include "analysis/contribution.h"

G_BEGIN_DECLS

/* In the order of PRACTICE §3. */
typedef enum
{
  DUI_COLUMN_RANK,
  DUI_COLUMN_PLACE,
  DUI_COLUMN_TARGET,
  DUI_COLUMN_MONTH,
  DUI_COLUMN_COMPLETED,
  DUI_COLUMN_BASE,
  DUI_COLUMN_GROWTH,
  DUI_COLUMN_GROWTH_RANK,
  DUI_COLUMN_COMPLETION,
  DUI_COLUMN_DIFFERENCE,
  DUI_COLUMN_DIFFERENCE_RANK,
  DUI_COLUMN_GAP,
  DUI_COLUMN_SHARE, /* of all gaps */
  DUI_COLUMN_PULL,  /* on the growth of the whole */
  DUI_COLUMN_CARD,
  DUI_COLUMN_PREVIOUS,
  DUI_COLUMN_CHANGE,
  DUI_N_COLUMNS
} DuiRankingColumn;

typedef enum
{
  DUI_RANKING_WHOLE,      /* the place itself, above its members */
  DUI_RANKING_TOTAL,      /* their sum, where the place has a figure of its own (PRACTICE R3) */
  DUI_RANKING_RANKED,
  DUI_RANKING_UNREPORTED,
  DUI_RANKING_UNTARGETED, /* a figure, but nothing to rank by */
} DuiRankingKind;

#define DUI_TYPE_RANKING_ROW (dui_ranking_row_get_type ())
G_DECLARE_FINAL_TYPE (DuiRankingRow, dui_ranking_row, DUI, RANKING_ROW, GObject)

/* What all rows of one table share. */
typedef struct
{
  DuiPanel *panel; /* borrowed by the rows; the table keeps it */
  DuiRankBy by;
  DuiTier tier;
  DuiPeriod period;
  int decimals; /* of the column that is ranked by, so that different ranks look different (R10) */
  guint bottom; /* k */
  const DuiStanding *by_growth, *by_progress; /* for the ranks by both; read when a row is made */
  const DuiContribution *contribution;        /* so is this; NULL where there is none */
} DuiRankingTerms;

/* How many decimals the column needs that is ranked by. */
int dui_ranking_terms_find_decimals (const DuiRankingTerms *terms, const DuiStanding *standing);

DuiRankingRow *dui_ranking_row_new (const DuiRankingTerms *terms, const DuiStandingRow *standing);
/* The place whose members are ranked: its own figure, or their sum (PRACTICE R3). */
DuiRankingRow *dui_ranking_row_new_whole (const DuiRankingTerms *terms, guint place);
/* The sum beside the place's own figure; NULL where there is none. */
DuiRankingRow *dui_ranking_row_new_total (const DuiRankingTerms *terms, guint place);
/* A member that is not ranked; its numbers are computed here from the panel. */
DuiRankingRow *dui_ranking_row_new_unranked (const DuiRankingTerms *terms, DuiRankingKind kind,
                                             guint place);

guint dui_ranking_row_get_place (DuiRankingRow *self);
DuiRankingKind dui_ranking_row_get_kind (DuiRankingRow *self);
gboolean dui_ranking_row_is_bottom (DuiRankingRow *self);
gboolean dui_ranking_row_is_behind (DuiRankingRow *self);

/* Whether there is anything to show in @column. */
gboolean dui_ranking_row_has (DuiRankingRow *self, DuiRankingColumn column);

/* By what @column shows, places in their fixed order; what is missing is less than anything. Only
 * ranked rows differ: the others stay where they are. */
int dui_ranking_row_compare (DuiRankingRow *a, DuiRankingRow *b, DuiRankingColumn column);

/* The caller frees it. */
char *dui_ranking_row_format (DuiRankingRow *self, DuiRankingColumn column);

/* 后三, 未报, 无目标; NULL for none. The caller frees it. */
char *dui_ranking_row_format_tag (DuiRankingRow *self);

/* The row in one sentence, for screen readers. The caller frees it. */
char *dui_ranking_row_format_spoken (DuiRankingRow *self);

/* The heading of a column, and its name where the heading alone would not say it. */
const char *dui_ranking_column_get_title (DuiRankingColumn column, DuiIndicator *indicator);
const char *dui_ranking_column_get_name (DuiRankingColumn column, DuiIndicator *indicator);
/* "growth-rank": how settings call it. */
const char *dui_ranking_column_get_nick (DuiRankingColumn column);

G_END_DECLS
