/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets as rows of plain tables: those of a county and its members, and the versions of one place. */
#pragma once

#include "model/panel.h"
#include "widgets/plain-table.h"

G_BEGIN_DECLS

void dui_target_rows_set_columns (DuiPlainTable *table);

/* Of @parent and its members, as they are in force on @day; ids are the places. */
GPtrArray *dui_target_rows_new (const DuiPanel *panel, guint parent, int year, DuiDay day);

void dui_target_rows_set_version_columns (DuiPlainTable *table);

/* All versions of a place, by tier and day; ids are positions in @versions, of DuiTarget, which the
 * caller unrefs. */
GPtrArray *dui_target_rows_new_versions (const DuiPanel *panel, guint place, int year,
                                         GArray **versions);

G_END_DECLS
