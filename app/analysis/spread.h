/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How uneven the places of a ranking are: best and worst completion (PRACTICE §5 "Uneven"). */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

typedef struct
{
  guint highest; /* places; the first in the ranking where several are alike */
  guint lowest;
  DuiRatio highest_completion; /* as fractions */
  DuiRatio lowest_completion;
  DuiRatio points; /* between them */
} DuiSpread;

/* FALSE with fewer than two places that have a completion. */
gboolean dui_spread_compute (const DuiStanding *standing, DuiSpread *spread);

G_END_DECLS
