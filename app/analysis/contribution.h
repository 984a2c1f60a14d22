/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who moves the whole: each member's pull on the growth of the place above it, in percentage points
 * that sum to that growth, and where two indicators of one place tell different stories. */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

typedef struct
{
  guint place;
  DuiRatio pull; /* (C - B) of the place over B of the whole, points */
} DuiPull;

typedef struct
{
  DuiRatio growth; /* C/B - 1 of the whole, points: of its own figure where it has both, else of the
                      members' sum; the published growth may be at other prices (PRACTICE R4) */
  gboolean of_sum; /* it is that of the sum */
  GArray *pulls;   /* of DuiPull, in fixed order: the members that count in the total and have both */
  GArray *unknown; /* of guint: those that count in it and lack C or B */
  DuiRatio rest;   /* what is left of the growth: 县直、园区等 and those that are unknown; 0 for a sum */
} DuiContribution;

/* NULL where the whole has no growth that can be taken apart: no C, B or a B that is not positive, and
 * of indicators without sums. Members that count in the total are those of PRACTICE R3. */
DuiContribution *dui_contribution_compute (const DuiPanel *panel, guint parent, DuiPeriod period);
void dui_contribution_free (DuiContribution *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiContribution, dui_contribution_free)

/* The pull of @place, or missing. */
DuiRatio dui_contribution_find (const DuiContribution *self, guint place);

/* Two growths of one place that are far apart: a question, not an accusation. */
typedef struct
{
  guint place;
  DuiRatio growth;     /* points, of the first indicator */
  DuiRatio other;      /* of the second */
  DuiRatio difference; /* growth - other */
} DuiDoubt;

#define DUI_DOUBT_POINTS 15

/* The ranked members of @parent whose growths in @panel and @other, panels of one state of the book, are
 * more than DUI_DOUBT_POINTS apart at @period, the farthest first: an array of DuiDoubt. A growth
 * that was 推算 (R5) or is only estimated raises none. */
GArray *dui_doubts_compute (const DuiPanel *panel, const DuiPanel *other, guint parent,
                            DuiPeriod period);

G_END_DECLS
