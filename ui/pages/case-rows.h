/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases, their evidence and their events as rows of plain tables. */
#pragma once

#include "model/case.h"
#include "model/catalog.h"
#include "widgets/plain-table.h"

G_BEGIN_DECLS

void dui_case_rows_set_columns (DuiPlainTable *table);
/* @cases of DuiCase; those that are late at @today stand out. Ids are those of the cases. */
GPtrArray *dui_case_rows_new (DuiCatalog *catalog, GPtrArray *cases, DuiDay today);

void dui_case_rows_set_evidence_columns (DuiPlainTable *table);
GPtrArray *dui_case_rows_new_evidence (const DuiCase *self);

void dui_case_rows_set_event_columns (DuiPlainTable *table);
/* Ids are positions. */
GPtrArray *dui_case_rows_new_events (const DuiCase *self);

G_END_DECLS
