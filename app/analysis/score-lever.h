/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would change a place's rank by score most: the part of the scheme in which the smallest change
 * passes the next place.
 *
 * The next are those that share the nearest better score. They are passed when the place's score is
 * better than each of theirs, all scores being made anew: by rank, whoever is overtaken loses points
 * too. All other figures stay as they are. The change is an amount added to the place's cumulative
 * figure of one indicator, the least that does it. Indicators have no common measure, so that changes
 * compare by what they are of what was due (tau*T), as r/tau does; the first part of the scheme
 * where they are equal. A part without pace, without a target or not reported has no such change, nor has
 * one that can't earn enough. */
#pragma once

#include "analysis/score.h"

G_BEGIN_DECLS

typedef struct
{
  guint part;      /* of the scheme */
  guint place;     /* whom it passes: the first of them in fixed order */
  DuiAmount added; /* raw amount of the part's indicator, above 0 */
  DuiRatio due;    /* what that is of what was due, as a fraction */
  guint rank;      /* where the place is then */
} DuiScoreLever;

/* @score is that of @scheme and @panels, @row one of its rows. FALSE for the first and where no single
 * change does it. */
gboolean dui_score_find_lever (const DuiScore *score, const DuiScheme *scheme,
                               DuiPanel *const *panels, const DuiScoreRow *row,
                               DuiScoreLever *lever);

G_END_DECLS
