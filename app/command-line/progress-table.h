/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/backtest.h"
#include "analysis/progress.h"
#include "command-line/invocation.h"

G_BEGIN_DECLS

/* What `progress` answers, for both of its forms. */
typedef struct
{
  const DuiProgress *progress; /* the place's own, or the sum of its members */
  const DuiTotal *total;
  gboolean is_sum;
  GArray *missing; /* of guint: members without a figure */
  const DuiTierProgress *tiers[DUI_N_TIERS];
  guint n_tiers;
  DuiForecast forecast;
  DuiBacktest backtest;
} DuiProgressAnswer;

void dui_progress_table_print (DuiInvocation *self, const DuiProgressAnswer *answer);

G_END_DECLS
