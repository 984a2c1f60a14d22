/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a place's value becomes when something is added to its cumulative figure, and how much has to
 * be for it to pass another one. For the files of analysis/ only.
 *
 * A growth as reported need not be C/B - 1 (PRACTICE R4). What is added then grows by the same prices
 * as the rest: (C + x) (1 + g) / C - 1. */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

/* (factor * num + by * x) / (factor * den) with x in raw amounts; all parts but the products are below
 * 10^19. */
typedef struct
{
  DuiAmount factor; /* positive */
  DuiWide num;
  DuiWide by;
  DuiWide den;
} DuiLever;

/* FALSE where nothing can be added: no figure, an indicator that has only growth, or a reported growth
 * of a figure that is not positive. */
gboolean dui_lever_init (DuiLever *self, const DuiPanel *panel, DuiRankBy by,
                         const DuiStandingRow *row);

DuiRatio dui_lever_value (const DuiLever *self, DuiAmount added);

/* The least amount (negative where the figure has to be less) with which the value is strictly better
 * than @value; missing where it is no amount. */
DuiAmount dui_lever_to_pass (const DuiLever *self, DuiRatio value, DuiDirection direction);

G_END_DECLS
