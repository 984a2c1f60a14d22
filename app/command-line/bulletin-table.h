/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bulletin says, for people and as JSON. */
#pragma once

#include "analysis/issue.h"
#include "command-line/json.h"

G_BEGIN_DECLS

void dui_bulletin_table_print (const DuiIssuedBulletin *bulletin, DuiIndicator *indicator);

/* One line for each number that differs; @with_ranks unless the bulletin ranked nobody. */
void dui_bulletin_table_print_difference (DuiIndicator *indicator, const DuiIssueChange *change,
                                          gboolean with_ranks);

void dui_bulletin_json_row (DuiJson *json, const char *key, const DuiPanel *panel,
                            const DuiIssuedRow *row);

/* {"place","issued","now"}; issued is null for a place that was not in the bulletin. */
void dui_bulletin_json_difference (DuiJson *json, const DuiPanel *panel,
                                   const DuiIssueChange *change);

G_END_DECLS
