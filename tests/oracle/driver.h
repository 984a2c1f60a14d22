/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's side of tests/oracle/: cases are read from JSON into panels, and each kind of question
 * is answered by the functions that the program itself calls. Amounts of a case are raw integers of
 * scale 4; place i of it is member i + 1 of the fixture, and member 0 is their parent. */
#pragma once

#include "fixture.h"

#include "analysis/standing.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define ORACLE_DECIMALS 6

/* The figures, targets and nature of the indicator are read from @county, what is true for the whole
 * book (settings, memberships) from @book; the same object where there is one indicator. */
DuiPanel *oracle_read_panel (JsonObject *book, JsonObject *county);

DuiPeriod oracle_get_period (JsonObject *object, const char *name);
DuiTier oracle_get_tier (JsonObject *object);
DuiRankBy oracle_get_by (JsonObject *object);

/* @ratio as text with six decimals, or null. */
void oracle_add_ratio (JsonBuilder *builder, DuiRatio ratio);
void oracle_add_amount (JsonBuilder *builder, DuiAmount amount);
/* 1 and up, or null for 0. */
void oracle_add_rank (JsonBuilder *builder, guint rank);

/* "plain" "narrowed" "none" "too-many-tied" */
void oracle_add_bottom_state (JsonBuilder *builder, DuiBottomState state);

/* Each adds the members of an answer to the object that is open in @builder. */
void oracle_answer_peers (JsonObject *object, JsonBuilder *builder);
void oracle_answer_ranking (JsonObject *object, JsonBuilder *builder);
void oracle_answer_backtest (JsonObject *object, JsonBuilder *builder);
void oracle_answer_score (JsonObject *object, JsonBuilder *builder);

G_END_DECLS
