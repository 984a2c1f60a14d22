/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What --by says: one of the four measures of an indicator, or the score of a scheme. */
#pragma once

#include "analysis/standing.h"
#include "command-line/invocation.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean by_score;
  DuiRankBy by; /* of nothing when by score */
} DuiMeasured;

#define DUI_MEASURED_HELP                                                                          \
  N_ ("growth, progress, completed, month or score (default: growth)")

/* @text NULL means growth. DUI_USAGE_ERROR for another word, and for a score of one indicator. */
gboolean dui_measured_read (DuiInvocation *self, const char *text, DuiMeasured *measured,
                            GError **error);

G_END_DECLS
