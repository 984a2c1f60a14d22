/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a place stands by growth among its peers, the members of the place above it (PRACTICE R20,
 * §5 "City"). */
#pragma once

#include "analysis/progress.h"

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

G_END_DECLS
