/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bulletin says, for people and as JSON. */
#pragma once

#include "command-line/json.h"
#include "model/bulletin.h"

G_BEGIN_DECLS

void dui_bulletin_table_print (const DuiIssuedBulletin *bulletin, DuiIndicator *indicator);

/* One line for each number that differs. */
void dui_bulletin_table_print_difference (DuiIndicator *indicator, const DuiIssuedRow *issued,
                                          const DuiIssuedRow *now);

void dui_bulletin_json_row (DuiJson *json, const char *key, const DuiPanel *panel,
                            const DuiIssuedRow *row);

/* {"place","issued","now"} */
void dui_bulletin_json_difference (DuiJson *json, const DuiPanel *panel,
                                   const DuiIssuedRow *issued, const DuiIssuedRow *now);

G_END_DECLS
