/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bulletin says, as the rows of plain tables (widgets/plain-table.h). */
#pragma once

#include "analysis/issue.h"
#include "book.h"
#include "widgets/plain-table.h"

G_BEGIN_DECLS

/* Place, completed, target, growth and the ranks: for what was issued and what is to be. */
void dui_bulletin_rows_set_columns (DuiPlainTable *table);
GPtrArray *dui_bulletin_rows_new (DuiIndicator *indicator, GPtrArray *rows);

/* Place, what, as issued, now, and why by the log. */
void dui_bulletin_rows_set_change_columns (DuiPlainTable *table);
/* @changes as dui_issue_compare() gives them. */
GPtrArray *dui_bulletin_rows_new_changes (DuiBook *book, DuiIndicator *indicator,
                                          const DuiIssuedBulletin *bulletin, GPtrArray *changes);

G_END_DECLS
