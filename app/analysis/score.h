/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The score of each member of a place by a scheme, and how it came about (DESIGN §4 "Score", PRACTICE
 * R16). Points are integers in millionths of one: the earned points and the bonus of every part are
 * rounded to that, half away from zero, and then summed. */
#pragma once

#include "analysis/standing.h"
#include "model/scheme.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_SCORE_JUDGED,
  DUI_SCORE_UNREPORTED, /* 未报: no points, but the weight stays */
  DUI_SCORE_UNTARGETED, /* no target, or none that the rule can judge by: the weight is redistributed
                           over the parts that are not so (折算) */
} DuiScoreState;

/* What a place got of one part of the scheme. */
typedef struct
{
  DuiScoreState state;
  DuiRatio weight;  /* in points, after redistribution; missing for untargeted */
  DuiRatio reached; /* r/tau as a fraction, negative where C is; missing without */
  guint rank;       /* by progress, of those with target and figure; 0 for other rules and without */
  guint n_ranked;
  gboolean met;     /* 达标: the pace is kept, or the target met where there is none */
  gint64 earned;    /* of the weight: 0 to the weight */
  gint64 bonus;     /* above it; bonuses are not redistributed */
} DuiScorePart;

typedef struct
{
  guint place;
  guint rank;
  guint previous_rank; /* 0 when not ranked in the previous period or when the scheme begins here */
  int change;          /* previous_rank - rank; 0 without previous_rank */
  gint64 score;
  const DuiScorePart *parts; /* one for each part of the scheme */
  gboolean bottom;
  gboolean tied;       /* shares its rank */
} DuiScoreRow;

typedef struct
{
  DuiTier tier;
  DuiPeriod period;
  DuiPeriod previous;   /* the newest before it that any part publishes */
  GArray *rows;         /* of DuiScoreRow by rank, then fixed order */
  GArray *unreported;   /* of guint: reported nothing of what can be judged */
  GArray *untargeted;   /* of guint: no part can be judged */
  guint n_previous;     /* ranked in the previous period */
  guint bottom_size;    /* as in DuiStanding */
  DuiBottomState bottom_state;
  gboolean bottom_tied;
  gboolean provisional; /* 暂排: the period is open for a part's indicator */

  /*< private >*/
  DuiScorePart *parts;
} DuiScore;

/* @panels: one for each part of @scheme, in its order, of one state of the book. A part whose
 * indicator does not publish @period is untargeted. @bottom 0 takes the book's rule. */
DuiScore *dui_score_compute (const DuiScheme *scheme, DuiPanel *const *panels, guint parent,
                             DuiPeriod period, DuiTier tier, guint bottom);
void dui_score_free (DuiScore *score);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiScore, dui_score_free)

/* @decimals, or one more where different scores would print alike (PRACTICE R10). */
int dui_score_choose_decimals (const DuiScore *score, int decimals);

const char *dui_score_state_to_nick (DuiScoreState state); /* "judged" "unreported" "untargeted" */

G_END_DECLS
