/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking of a place's members at one period (DESIGN §4 "Rank", "Bottom set"; PRACTICE R10–R13). */
#pragma once

#include "analysis/progress.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_RANK_BY_GROWTH,
  DUI_RANK_BY_PROGRESS,  /* pace difference, or distance to target (R9) */
  DUI_RANK_BY_COMPLETED, /* C */
  DUI_RANK_BY_MONTH,     /* the month's own value */
} DuiRankBy;

/* Why there is no bottom set, or that it was narrowed. */
typedef enum
{
  DUI_BOTTOM_PLAIN,
  DUI_BOTTOM_NARROWED, /* fewer than 2k ranked: k' = floor(n/2) (R11) */
  DUI_BOTTOM_NONE,     /* all equal, n <= k or nobody ranked */
  DUI_BOTTOM_TOO_MANY_TIED, /* 并列过多，由人工确定 (R11) */
} DuiBottomState;

typedef struct
{
  guint place;
  guint rank;
  guint previous_rank; /* 0 when not ranked in the previous period */
  int change;          /* previous_rank - rank; 0 without previous_rank */
  DuiRatio value;      /* what was ranked: growth as a fraction, the tier's difference, raw amounts */
  DuiProgress progress;
  DuiTierProgress tier; /* of the tier asked for */
  DuiRatio share;      /* of the positive gaps of all that count in the total (R3); missing when
                          G <= 0 or unknown, and for a place that does not count in it */
  guint streak;        /* periods in the bottom set by growth, to the last closed period */
  gboolean bottom;
  gboolean tied;       /* shares its rank */
} DuiStandingRow;

typedef struct
{
  DuiRankBy by;
  DuiTier tier;
  DuiPeriod period;
  DuiPeriod previous;   /* the published period before */
  GArray *rows;         /* of DuiStandingRow by rank, then fixed order */
  GArray *unreported;   /* of guint: no figure (or only 预计) */
  GArray *untargeted;   /* of guint: figure but nothing to rank by: no target, no growth, no month */
  guint n_previous;     /* ranked in the previous period */
  guint bottom_size;    /* k, or k' when n < 2k; ties at the edge come on top */
  DuiBottomState bottom_state;
  gboolean bottom_tied; /* a tie at the edge is in the bottom set: 并列 */
  gboolean provisional; /* 暂排: the period is open */
} DuiStanding;

/* @bottom 0 takes the book's rule. */
DuiStanding *dui_standing_compute (const DuiPanel *panel, guint parent, DuiPeriod period,
                                   DuiRankBy by, DuiTier tier, guint bottom);
void dui_standing_free (DuiStanding *standing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiStanding, dui_standing_free)

const char *dui_rank_by_to_nick (DuiRankBy by); /* "growth" "progress" "completed" "month" */
gboolean dui_rank_by_from_nick (const char *nick, DuiRankBy *by);

/* The bare rule on values, for tests and for rankings of other things. values[i] missing means not
 * ranked: rank 0. */
typedef struct
{
  guint n_ranked;
  guint bottom_size;
  DuiBottomState bottom_state;
  gboolean bottom_tied;
} DuiRankSummary;

void dui_rank_values (const DuiRatio *values, guint n_values, DuiDirection direction, guint bottom,
                      guint *ranks, gboolean *in_bottom, DuiRankSummary *summary);

G_END_DECLS
