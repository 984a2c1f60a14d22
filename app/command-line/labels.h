/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Translated words for what the book and JSON write as nicks, and numbers as tables show them. */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

const char *dui_label_place_kind (DuiPlaceKind kind);
const char *dui_label_indicator_kind (DuiIndicatorKind kind);
const char *dui_label_direction (DuiDirection direction);
const char *dui_label_status (DuiFigureStatus status); /* "—" for none */
const char *dui_label_rank_by (DuiIndicator *indicator, DuiRankBy by);

/* The name of a place of @catalog. */
const char *dui_label_place (DuiCatalog *catalog, guint place);

/* The names of @places (guint) as one enumeration: 仙庄镇、马村乡. The caller frees it. */
char *dui_label_places (DuiCatalog *catalog, GArray *places);

/* With how many decimals dui_format_difference_to_shown() is printed. */
int dui_label_difference_decimals (DuiIndicator *indicator);

/* Exact in the indicator's measure, for what must not look equal when it is not; "—" for none. */
char *dui_label_exact (DuiIndicator *indicator, DuiAmount amount);

/* All of a figure in one phrase. The caller frees it. */
char *dui_label_figure (DuiIndicator *indicator, const DuiFigureValues *values);

/* The part of @progress against @tier. */
const DuiTierProgress *dui_label_choose_tier (const DuiProgress *progress, DuiTier tier);

G_END_DECLS
