/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores and their parts as rows of plain tables. */
#pragma once

#include "analysis/score-lever.h"
#include "widgets/plain-table.h"

G_BEGIN_DECLS

void dui_score_rows_set_columns (DuiPlainTable *table);
/* Those ranked, then those without a score; ids are the places. */
GPtrArray *dui_score_rows_new (DuiCatalog *catalog, const DuiScore *score, const DuiScheme *scheme);

void dui_score_rows_set_part_columns (DuiPlainTable *table);
/* What @row got of each part of @scheme; ids are positions. */
GPtrArray *dui_score_rows_new_parts (DuiCatalog *catalog, const DuiScheme *scheme,
                                     const DuiScoreRow *row);

G_END_DECLS
