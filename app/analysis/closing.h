/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Open and closed periods (DESIGN §4): an open one is 暂排 and opens no explanation, streak or
 * case. For the files of analysis/ only: others read it from DuiReporting and DuiStanding. */
#pragma once

#include "analysis/columns.h"
#include "analysis/members.h"

G_BEGIN_DECLS

void dui_closing_count (const DuiColumns *columns, const DuiMembers *members, DuiPeriod period,
                        guint *due, guint *reported);

/* All due have reported, its bulletin is issued, or a later period has a figure of a place that is
 * due there. Where nobody is due only the last two can close it. */
gboolean dui_closing_is_closed (const DuiColumns *columns, const DuiMembers *members,
                                DuiPeriod period);

/* The newest closed published period not after @period; DUI_PERIOD_NONE when there is none. */
DuiPeriod dui_closing_find_last (const DuiColumns *columns, const DuiMembers *members,
                                 DuiPeriod period);

G_END_DECLS
