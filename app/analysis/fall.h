/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a fall grew or shrank since the published period before (PRACTICE §5: 降幅收窄/扩大). */
#pragma once

#include "analysis/progress.h"

G_BEGIN_DECLS

typedef struct
{
  DuiPeriod previous;
  DuiRatio narrowed; /* growth less that of @previous, points; positive is 收窄 */
} DuiFall;

/* FALSE unless the cumulative growth of both periods of one year is known, not 推算, and a fall. */
gboolean dui_fall_compute (const DuiPanel *panel, guint place, DuiPeriod period, DuiFall *fall);

G_END_DECLS
