/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has reported, which periods are closed, and which period to show first (DESIGN §4 "Open and
 * closed periods", PRACTICE R7). Members that are ranked are due; 预计 does not count as reported. */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

typedef struct
{
  DuiPeriod period;
  guint due;
  guint reported;
  gboolean closed;
} DuiReporting;

void dui_reporting_compute (const DuiPanel *panel, guint parent, DuiPeriod period,
                            DuiReporting *reporting);

/* Every published period with any figure of a member or of @parent itself, newest first; an array
 * of DuiReporting. */
GArray *dui_reporting_list (const DuiPanel *panel, guint parent);

/* DUI_PERIOD_NONE for a panel without figures. */
DuiPeriod dui_reporting_default_period (const DuiPanel *panel, guint parent);

/* Indices of the due places without a figure, in fixed order. */
GArray *dui_reporting_missing (const DuiPanel *panel, guint parent, DuiPeriod period);

G_END_DECLS
