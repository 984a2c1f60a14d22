/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far one place is from its targets at one period (DESIGN §4, PRACTICE R1, R8, R9). */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

/* 红黄绿牌 (PRACTICE R14). */
typedef enum
{
  DUI_CARD_NONE,
  DUI_CARD_GREEN,
  DUI_CARD_YELLOW,
  DUI_CARD_RED,
} DuiCard;

/* Against one tier. Ratios are missing where the indicator has no such number. */
typedef struct
{
  const DuiTarget *target; /* borrowed from the panel; NULL for no target: nothing else is set */
  DuiRatio completion;       /* r = C/T as a fraction */
  DuiRatio difference;       /* 100 * (r - tau), points; for level, lower-is-better and growth-only
                                the signed distance to target in the measure, positive is good */
  DuiAmount gap;             /* T - C; missing without C or for growth-only */
  DuiRatio schedule_gap;     /* tau*T - C in raw amounts; missing for T <= 0 and tau = 0 */
  DuiRatio required_monthly; /* G/(12-m) in raw amounts; missing at m = 12 and when G <= 0 */
  DuiRatio required_ratio;   /* required_monthly over the mean of the last three months */
  DuiCard card;
} DuiTierProgress;

typedef struct
{
  DuiAmount completed; /* C; missing when not reported */
  DuiAmount base;
  DuiFigureStatus status;
  DuiRatio growth;          /* as a fraction; R4, R5 */
  gboolean growth_inferred; /* 推算: from last year's C (R5) */
  DuiRatio month;           /* the month's own value in raw amounts (R8); missing for 1–2月 */
  DuiRatio month_growth;
  DuiRatio recent_mean;     /* of the last three months, raw amounts (R8) */
  DuiRatio pace;            /* tau; missing for indicators without pace */
  DuiTierProgress tiers[DUI_N_TIERS];
  DuiTierProgress assessed; /* R1 */
} DuiProgress;

void dui_progress_compute (const DuiPanel *panel, guint place, DuiPeriod period,
                           DuiProgress *progress);

/* Whether there is a figure that counts: an estimate never does (PRACTICE R6), and of an indicator
 * that has only growth the growth alone is one. */
gboolean dui_progress_is_reported (const DuiProgress *progress, DuiIndicator *indicator);

/* The sum of the members of @parent that count in its total (乡镇合计, PRACTICE R3): only places with
 * both C and B enter the growth. Targets are summed per tier where every summed place has one; the
 * parent's own target wins while it has no figure of its own, for which the sum then stands. */
typedef struct
{
  DuiProgress sum;
  DuiAmount rest;       /* the parent's own figure less the sum: 县直、园区等; missing without both, or
                           while members are missing */
  GArray *missing;      /* of guint: members without a figure; the total is marked 缺报 */
  gboolean growth_partial; /* some places lack C or B */
  DuiTarget targets[DUI_N_TIERS + 1]; /* the summed targets that @sum may point to */
} DuiTotal;

DuiTotal *dui_total_compute (const DuiPanel *panel, guint parent, DuiPeriod period);
void dui_total_free (DuiTotal *total);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiTotal, dui_total_free)

const char *dui_card_to_nick (DuiCard card);  /* "green" "yellow" "red", NULL for none */
const char *dui_card_to_label (DuiCard card); /* translated: 绿牌 */

G_END_DECLS
