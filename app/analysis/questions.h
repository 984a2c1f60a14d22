/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that have to be looked at before the month is submitted (PRACTICE §2 step 4): they may be right,
 * and a note says why. */
#pragma once

#include "model/month.h"
#include "model/panel.h"

G_BEGIN_DECLS

/* Of a cumulative figure and the one of the period before in the same year; missing where there is none.
 * FALSE where nothing is odd. */
gboolean dui_question_ask (DuiAmount value, DuiAmount before, DuiQuestionTopic *topic);

/* All questions about the members of @parent and @parent itself: an array of DuiQuestion* that frees
 * them, open, in fixed order and that of the topics. */
GPtrArray *dui_questions_compute (const DuiPanel *panel, guint parent, DuiPeriod period);

/* Takes the notes of @noted (of DuiQuestion, as the book has them) over to the same questions; returns how
 * many are open. */
guint dui_questions_close (GPtrArray *questions, GPtrArray *noted);

/* Why the month can't be moved on to @state, a sentence that says what to do; NULL when it can. @n_open:
 * open questions; @n_missing: explanations that are asked for and not there. */
const char *dui_month_find_obstacle (DuiMonthState state, guint n_open, gboolean is_issued,
                                     guint n_missing);

G_END_DECLS
