/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands right above and right below a place in a ranking, and how far away (DESIGN §4 "Peers",
 * PRACTICE R15): 标兵 and 追兵. */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

/* A gap is positive when the one named is ahead (lead), or behind (chase), also where lower is better:
 * points of growth or of completion, the distance in the measure where there is no pace (R9), and raw
 * amounts by DUI_RANK_BY_COMPLETED and DUI_RANK_BY_MONTH. */
typedef struct
{
  guint above;    /* the nearest that is strictly better; DUI_NO_PLACE for the first */
  guint below;    /* the nearest that is strictly worse; DUI_NO_PLACE for the last */
  DuiRatio lead;  /* missing without @above */
  DuiRatio chase; /* missing without @below */
} DuiNeighbours;

/* Whoever is nearest to @value, which need not be the one that @place is ranked by; among equals the
 * first by code. @place itself is no neighbour. */
void dui_neighbours_find (DuiNeighbours *self, const DuiPanel *panel, const DuiStanding *standing,
                          guint place, DuiRatio value);

/* What is compared: the completion where the ranking is by pace difference, which orders alike in
 * smaller parts; else the value that is ranked. */
DuiRatio dui_neighbours_value (const DuiStanding *standing, const DuiStandingRow *row);

/* Which way is better, in a ranking of @panel by @by: a distance to target is positive where it is
 * good (R9). */
DuiDirection dui_neighbours_direction (const DuiPanel *panel, DuiRankBy by);

/* How far @ahead is before @behind, negative where it is not. Exact; to 10^-16 of a point where that
 * would not fit. Missing where either is. */
DuiRatio dui_neighbours_gap (const DuiPanel *panel, const DuiStanding *standing, DuiRatio ahead,
                             DuiRatio behind);

/* The row of @place; NULL when it is not ranked. */
const DuiStandingRow *dui_neighbours_row (const DuiStanding *standing, guint place);

G_END_DECLS
