/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a place stands among its peers, the members of the place above it (DESIGN §4 "Peers",
 * PRACTICE R15, R20, §5 "City"). */
#pragma once

#include "analysis/neighbours.h"

G_BEGIN_DECLS

typedef struct
{
  guint parent;         /* the place above: 全市 */
  guint rank;           /* as dui_standing_compute() of @parent gives it */
  guint previous_rank;  /* 0 when not ranked in the period before */
  int change;           /* previous_rank - rank; 0 without previous_rank */
  DuiPeriod previous;   /* the published period before */
  guint n_ranked;       /* the place itself included */
  gboolean tied;        /* shares its rank */
  gboolean last;        /* nobody behind it, somebody before it */
  gboolean provisional; /* 暂居: peers are still to report */
  DuiRatio lead;        /* own growth less the one of @parent's own figure, points; missing without that
                           one, which a sum of the peers never replaces */
} DuiPeerStanding;

/* FALSE when the place is not ranked, or alone. */
gboolean dui_peer_standing_compute (const DuiPanel *panel, guint place, DuiPeriod period,
                                    DuiPeerStanding *self);

/* How a gap has gone over the three published periods before (PRACTICE R15): amounts by what they are
 * of our own, growth and completion in points. */
typedef enum
{
  DUI_TREND_UNKNOWN,   /* not all of the four gaps are known, or, of a completion, in one year */
  DUI_TREND_WIDENING,  /* 拉大: larger than in each of the three */
  DUI_TREND_NARROWING, /* 缩小: smaller than in each */
  DUI_TREND_MIXED,     /* 互有进退 */
} DuiTrend;

const char *dui_trend_to_nick (DuiTrend trend); /* "widening" "narrowing" "mixed", NULL for unknown */

#define DUI_PEERS_PERIODS 12
#define DUI_PEERS_TREND 3

typedef struct
{
  DuiPeriod period;
  guint rank;           /* 0 when not ranked then, and all else missing */
  guint n_ranked;
  DuiRatio value;       /* as dui_neighbours_value() */
  DuiNeighbours whoever; /* who was right above and below then */
  DuiRatio same_lead;   /* the gaps then to those who are there now; negative where they were on the */
  DuiRatio same_chase;  /* other side */
} DuiPeerPeriod;

typedef struct
{
  DuiTrend same;    /* to the neighbour of now */
  DuiTrend whoever; /* to whoever was there */
} DuiGapTrend;

/* Everything that is said about a place and its peers at one period. */
typedef struct
{
  DuiPanel *panel;
  guint place;
  guint parent;
  DuiStanding *standing;    /* of @parent's members, without a bottom set */
  const DuiStandingRow *us; /* in @standing; NULL when not ranked: then only the history is known */
  GArray *level;            /* of guint: those that share our rank */
  DuiNeighbours neighbours;
  DuiAmount to_pass;  /* to be added to our cumulative figure to be ahead of the one above: raw, negative
                         where it has to be less; missing for the first, and where only growth is known */
  DuiAmount to_first; /* the same for the first place */
  DuiProgress whole;  /* the parent's own figure, 全市 */
  DuiRatio over_whole; /* our value less the parent's own; missing without one and for amounts */
  GArray *history;    /* of DuiPeerPeriod: the 12 published periods to this one, oldest first, from the
                         one on in which somebody was ranked */
  DuiGapTrend lead;
  DuiGapTrend chase;
} DuiPeers;

/* NULL when there is no place above @place in @period. */
DuiPeers *dui_peers_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiRankBy by,
                             DuiTier tier);
void dui_peers_free (DuiPeers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiPeers, dui_peers_free)

/* Where we would be. */
typedef struct
{
  DuiAmount added;
  DuiRatio value; /* as dui_neighbours_value() */
  guint rank;
  gboolean tied;
  DuiNeighbours neighbours;
} DuiWhatIf;

/* With @added more (less when negative) in our cumulative figure and all others as they are. FALSE
 * where nothing can be added. */
gboolean dui_peers_what_if (const DuiPeers *self, DuiAmount added, DuiWhatIf *what_if);

/* What to try one after the other: @n_steps round steps of @step (raw; negative where less is better),
 * with which we get a little past the first, or, as the first, a tenth further. FALSE where nothing can
 * be added. */
gboolean dui_peers_find_steps (const DuiPeers *self, DuiAmount *step, guint *n_steps);

G_END_DECLS
