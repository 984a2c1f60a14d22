/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a ranking: 全县 first, then by rank with the bottom set on a grey band, then, below a
 * rule, those that are not ranked. A click on a heading sorts those that are ranked. Ctrl+C copies
 * all of it as text separated by tabs, in which numbers are numbers.
 *
 * Signals:
 *   "selected" (guint place), DUI_NO_PLACE for none
 *   "activated" (guint place)  double click, Enter */
#pragma once

#include <gtk/gtk.h>

#include "analysis/standing.h"
#include "exchange/out/table.h"
#include "widgets/column-choice.h"

G_BEGIN_DECLS

#define DUI_TYPE_RANKING_TABLE (dui_ranking_table_get_type ())
G_DECLARE_FINAL_TYPE (DuiRankingTable, dui_ranking_table, DUI, RANKING_TABLE, GtkWidget)

/* @whole is the place whose members are ranked. @standing is read here and not kept. */
void dui_ranking_table_set_standing (DuiRankingTable *self, DuiPanel *panel, guint whole,
                                     const DuiStanding *standing);

/* The place that the ranking is about stands out; before its standing is set. */
void dui_ranking_table_set_ours (DuiRankingTable *self, guint place);

/* Which columns are shown; owned by the table. */
DuiColumnChoice *dui_ranking_table_get_columns (DuiRankingTable *self);

/* Only places whose names contain @text, beside the whole; NULL or "" shows all. */
void dui_ranking_table_set_filter (DuiRankingTable *self, const char *text);

/* What is shown as a table that can be copied and saved; NULL before there is anything. */
DuiExportTable *dui_ranking_table_export (DuiRankingTable *self);

/* Does not emit "selected". */
void dui_ranking_table_select (DuiRankingTable *self, guint place);

G_END_DECLS
