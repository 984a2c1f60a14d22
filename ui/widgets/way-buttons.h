/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is ranked by: growth, progress, total or month, as far as the indicator has it.
 *
 * Signal: "chosen" (guint way), a DuiRankBy, when it is another than before. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/standing.h"

G_BEGIN_DECLS

#define DUI_TYPE_WAY_BUTTONS (dui_way_buttons_get_type ())
G_DECLARE_FINAL_TYPE (DuiWayButtons, dui_way_buttons, DUI, WAY_BUTTONS, GtkWidget)

DuiRankBy dui_way_buttons_get_way (DuiWayButtons *self);

/* Only what @indicator has can be chosen, progress where those that are ranked have targets by policy;
 * growth where it has not what was chosen. Does not emit. */
void dui_way_buttons_offer (DuiWayButtons *self, DuiIndicator *indicator, gboolean has_targets);

G_END_DECLS
