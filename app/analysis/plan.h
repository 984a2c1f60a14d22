/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan path of a year: which share of the target is due at the end of each month (DESIGN §4). */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

/* The plan by which @year is judged. TRUE where one is in the book; otherwise it is the even one. */
gboolean dui_plan_get (const DuiPanel *panel, int year, DuiPlan *plan);

/* The shares which the months of the year before had in @place's figure of that December, rounded to
 * millionths. A month that its calendar does not publish stands between its neighbours. FALSE where
 * a month is missing, a figure fell, or nothing was done in that year. */
gboolean dui_plan_from_last_year (const DuiPanel *panel, guint place, int year, DuiPlan *plan);

G_END_DECLS
