/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the rows of targets and plans: inserted, or updated where their key is there already and
 * they differ. */
#pragma once

#include "model/target.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* A version of a target; @target->place is not looked at. */
gboolean dui_targets_write (DuiConnection *connection, gint64 indicator, gint64 place,
                            const DuiTarget *target, gint64 source, const char *action,
                            GError **error);

gboolean dui_targets_remove_plan (DuiConnection *connection, gint64 indicator, int year,
                                  const char *action, GError **error);
gboolean dui_targets_write_plan (DuiConnection *connection, gint64 indicator, const DuiPlan *plan,
                                 gint64 source, const char *action, GError **error);

G_END_DECLS
