/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a target that was changed since the last period does to the progress (PRACTICE R2): in the
 * first period after it both are printed. */
#pragma once

#include "analysis/progress.h"

G_BEGIN_DECLS

typedef struct
{
  DuiTierProgress before; /* against the target for assessment that held at the last period's end */
  DuiTierProgress after;  /* against the one that holds now */
  DuiRatio effect;        /* after's pace difference less before's, points; missing without both */
} DuiRaise;

/* FALSE when the target for assessment is the same as in the published period before, when either
 * has none, and for indicators without pace. */
gboolean dui_raise_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiRaise *raise);

G_END_DECLS
