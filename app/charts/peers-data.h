/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the chart of peers shows, as texts and positions, before there is any size. Private to the chart
 * of peers. */
#pragma once

#include "analysis/peers.h"
#include "plot/layout.h"

G_BEGIN_DECLS

/* A place on the axis, as the ranking goes; @value only for its position. */
typedef struct
{
  guint place;
  gboolean ours;
  double value;
  char *mark;
} DuiPeersDot;

/* A gap as a length: from @from to @to on the axis. */
typedef struct
{
  DuiRole role;
  double from, to;
  char *label; /* 标兵南乐县 0.2个百分点 */
} DuiPeersSpan;

typedef struct
{
  DuiPeriod period;
  double lead, chase;            /* in points, amounts in percent of our own; NAN for none */
  const char *above, *below;     /* names; NULL for none */
  char *lead_text, *chase_text;  /* as @lead and @chase */
  char *mark;
} DuiPeersBar;

typedef struct
{
  GArray *dots;  /* of DuiPeersDot, by value */
  GArray *spans; /* of DuiPeersSpan: lead, chase, as far as there are */
  GArray *bars;  /* of DuiPeersBar, oldest first */
  gboolean in_points;
  double whole;  /* the parent's own; NAN */
  char *whole_label;
  DuiCatalog *catalog; /* whose names are borrowed */
} DuiPeersData;

/* NULL @peers: a place without a place above. */
DuiPeersData *dui_peers_data_new (const DuiPeers *peers);
void dui_peers_data_free (DuiPeersData *self);

G_END_DECLS
