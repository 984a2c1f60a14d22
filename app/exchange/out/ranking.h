/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking page as a table that leaves the program: the place itself and the sum of its members
 * first, then the ranked ones, then who is not ranked and why (PRACTICE R3, R17, R21). */
#pragma once

#include "analysis/score.h"
#include "exchange/out/table.h"

G_BEGIN_DECLS

/* Amounts in the shown measure, exact; rates in percent and points with four decimals. */
DuiExportTable *
dui_export_ranking (const DuiStanding *standing, const DuiPanel *panel, guint parent);

/* The scores of @scheme, with the points of each of its parts. */
DuiExportTable *
dui_export_score (const DuiScore *score, const DuiScheme *scheme, DuiCatalog *catalog);

G_END_DECLS
