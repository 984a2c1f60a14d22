/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A month of an office's work (PRACTICE §2): questions about figures and the notes that close them, and
 * what was entered by hand: 送审 and 归档. The other steps follow from the book. */
#pragma once

#include "model/period.h"

G_BEGIN_DECLS

/* Why a figure has to be looked at (需要核实). */
typedef enum
{
  DUI_QUESTION_FELL,   /* less than in the period before, though it is cumulative (PRACTICE R8) */
  DUI_QUESTION_UNIT,   /* ten times the period before or more (R19) */
  DUI_QUESTION_SAME,   /* value and growth are those of the period before */
  DUI_QUESTION_GROWTH, /* the growth reported and the one of C and B are a point or more apart (R4) */
} DuiQuestionTopic;

/* A question of one place, with the note that closed it. */
typedef struct
{
  guint place; /* index in the catalog */
  DuiQuestionTopic topic;
  char *note;      /* NULL while it is open */
  char *person;    /* who noted it; nullable */
  DuiDay noted_on; /* 0 while it is open */
} DuiQuestion;

void dui_question_free (DuiQuestion *self);

const char *dui_question_topic_to_nick (DuiQuestionTopic topic); /* "fell" "unit" "same" "growth" */
gboolean dui_question_topic_from_nick (const char *nick, DuiQuestionTopic *topic);
const char *dui_question_topic_to_label (DuiQuestionTopic topic); /* translated */

typedef enum
{
  DUI_MONTH_SUBMITTED, /* 送审 */
  DUI_MONTH_ARCHIVED,  /* 归档 */
  DUI_N_MONTH_STATES,
} DuiMonthState;

const char *dui_month_state_to_nick (DuiMonthState state); /* "submitted" "archived" */
gboolean dui_month_state_from_nick (const char *nick, DuiMonthState *state);

/* When each state was entered; 0 for not yet. */
typedef struct
{
  DuiDay entered_on[DUI_N_MONTH_STATES];
} DuiMonth;

G_END_DECLS
