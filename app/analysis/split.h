/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A county's new target split to its members (PRACTICE R2): by the shares of the targets that hold, by
 * last year's figures, or by hand. The parts, and what stays elsewhere (县直、园区等), sum exactly. */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

/* Parts of @total (not negative) by @weights (none negative, one positive), by the largest remainder;
 * of two equal remainders the earlier one takes the rest. Parts are multiples of @step (positive), where
 * @total is one. FALSE, with nothing written, where there is no weight. */
gboolean dui_split_parts (DuiAmount total, const DuiAmount *weights, guint n, DuiAmount step,
                          DuiAmount *parts);

typedef enum
{
  DUI_SPLIT_BY_SHARE, /* of the targets for assessment that held before */
  DUI_SPLIT_BY_BASE,  /* of the figures of the whole year before */
  DUI_SPLIT_BY_HAND,  /* nothing is split but what was given */
} DuiSplitBy;

typedef struct
{
  guint place;
  DuiAmount old;      /* the target for assessment that held before the day; missing for none */
  DuiAmount weight;   /* missing: the place has no share */
  DuiAmount part;     /* the new target; missing: it gets none */
  gboolean by_hand;   /* the part was given */
} DuiSplitRow;

typedef struct
{
  GArray *rows;    /* of DuiSplitRow, in fixed order: the members that count in the total */
  DuiAmount old;   /* of the whole; missing for none */
  DuiAmount total; /* the new one */
  DuiAmount sum;   /* of the parts: less than the total where the whole has more than its members */
} DuiSplit;

/* What was given by hand. */
typedef struct
{
  guint place;
  DuiAmount part;
} DuiSplitGiven;

typedef enum
{
  DUI_SPLIT_DONE,
  DUI_SPLIT_NO_SUM,     /* the indicator's figures do not add up */
  DUI_SPLIT_NO_WEIGHTS, /* nothing to split by: no targets before, or no figures of last year */
  DUI_SPLIT_TOO_MUCH,   /* what was given is more than the whole */
  DUI_SPLIT_NO_MEMBER,  /* something was given to a place that does not count in the total */
} DuiSplitResult;

/* Splits @total, the target of @parent for @year from @day on, less the @given (of DuiSplitGiven,
 * nullable). Where any member had a target before, one without gets none by share or base: it has none
 * by policy. @split is owned by the caller and NULL unless done. */
DuiSplitResult dui_split_compute (const DuiPanel *panel, guint parent, int year, DuiDay day,
                                  DuiAmount total, DuiSplitBy by, const GArray *given,
                                  DuiSplit **split);
/* The targets for assessment of @year that the members which count in the total have in force on @day,
 * summed; missing where none has one. */
DuiAmount dui_split_sum_in_force (const DuiPanel *panel, guint parent, int year, DuiDay day);

/* What it means, with what to do, as a clause; NULL when done. */
const char *dui_split_explain (DuiSplitResult result);

/* The targets to be set: @whole, whose value is the total, and that of every member that gets a part.
 * An array of DuiTarget; the caller unrefs it. */
GArray *dui_split_new_targets (const DuiSplit *self, const DuiTarget *whole);

void dui_split_free (DuiSplit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiSplit, dui_split_free)

G_END_DECLS
