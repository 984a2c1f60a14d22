/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single changes by hand, each one command with a reason. What is as it was is not written again.
 * DUI_STORE_ERROR_REFUSED, without a change, for a missing reason or a value that can't be. */
#pragma once

#include "model/figure.h"
#include "model/indicator.h"
#include "model/target.h"
#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* Without value, base and growth the figure is removed. No status means preliminary. */
gboolean dui_edits_set_figure (DuiConnection *connection, gint64 place, DuiIndicator *indicator,
                               DuiPeriod period, const DuiFigureValues *values,
                               const DuiOccasion *occasion, GError **error);

/* The figure of one place in a column that was typed. */
typedef struct
{
  gint64 place; /* id */
  DuiFigureValues values;
} DuiFigureEdit;

/* All of @edits, of DuiFigureEdit with each place once, in one command; those that are as they were
 * are passed over. New figures need no reason; one that is changed or removed does. */
gboolean dui_edits_set_figures (DuiConnection *connection, DuiIndicator *indicator,
                                DuiPeriod period, GArray *edits, const DuiOccasion *occasion,
                                GError **error);

/* @target->place is not looked at: @place is the id. */
gboolean dui_edits_set_target (DuiConnection *connection, gint64 place, DuiIndicator *indicator,
                               const DuiTarget *target, const DuiOccasion *occasion,
                               GError **error);

/* All of @targets, of DuiTarget, in one command; @places are their ids, in the same order. */
gboolean dui_edits_set_targets (DuiConnection *connection, const gint64 *places,
                                DuiIndicator *indicator, const GArray *targets,
                                const DuiOccasion *occasion, GError **error);

/* An even plan is none: the rows of the year are removed, and twelfths hold exactly. */
gboolean dui_edits_set_plan (DuiConnection *connection, DuiIndicator *indicator,
                             const DuiPlan *plan, const DuiOccasion *occasion, GError **error);

/* @from 0 holds from the beginning. */
gboolean dui_edits_set_setting (DuiConnection *connection, const char *key, DuiPeriod from,
                                const char *value, const DuiOccasion *occasion, GError **error);

G_END_DECLS
