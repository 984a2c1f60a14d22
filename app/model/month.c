/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/month.h"
#include "model/nicks.h"

#include <glib/gi18n-lib.h>

DUI_DEFINE_NICKS (DuiQuestionTopic, dui_question_topic, "fell", "unit", "same", "growth")
DUI_DEFINE_NICKS (DuiMonthState, dui_month_state, "submitted", "archived")

const char *
dui_question_topic_to_label (DuiQuestionTopic topic)
{
  static const char *const labels[]
      = { N_ ("less than in the period before"), N_ ("ten times the period before: is the unit right?"),
          N_ ("the same as in the period before"),
          N_ ("the growth reported is not that of the figure and its base") };

  return _ (labels[topic]);
}

void
dui_question_free (DuiQuestion *self)
{
  g_free (self->note);
  g_free (self->person);
  g_free (self);
}
