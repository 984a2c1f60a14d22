/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of one place for the parts of a scheme (PRACTICE R16). For the files of analysis/ only. */
#pragma once

#include "analysis/history.h"
#include "analysis/score.h"

G_BEGIN_DECLS

/* Sets the state of @part and what was reached of it; @history is by progress. */
void dui_score_part_judge (const DuiSchemePart *rule, DuiHistory *history, guint member,
                           DuiPeriod period, DuiScorePart *part);

/* Once all @parts of a place are judged: sets their weights, points and bonuses. Returns the sum. */
gint64 dui_score_parts_weigh (const DuiScheme *scheme, DuiScorePart *parts);

G_END_DECLS
