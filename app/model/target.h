/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets and plans (DESIGN §3, PRACTICE R1, R2). Plain values, owned by the panel that holds them. */
#pragma once

#include "model/amount.h"
#include "model/period.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_TIER_AGREED,   /* 签订 */
  DUI_TIER_ADJUSTED, /* 调整 */
  DUI_TIER_STRETCH,  /* 奋斗 */
  DUI_TIER_ASSESSED, /* 考核目标: adjusted if in force, else agreed; never stored (R1) */
} DuiTier;

#define DUI_N_TIERS 3

/* One version of a target; later versions do not remove earlier ones. */
typedef struct
{
  guint place; /* index into DuiCatalog's places */
  int year;
  DuiTier tier;
  DuiAmount value;
  DuiDay effective;
  const char *document; /* interned by the panel; NULL for none */
} DuiTarget;

/* By place, year, tier and day: the order in which a panel has them; 0 for the same version. */
int dui_target_compare (const DuiTarget *a, const DuiTarget *b);

/* Shares of the annual target due at the end of each month, in millionths. */
typedef struct
{
  int year;
  gint32 share[12];
} DuiPlan;

#define DUI_SHARE_ONE 1000000

/* Twelfths, rounded: what holds, exactly, for a year without a plan (DESIGN §4). */
void dui_plan_set_even (DuiPlan *self, int year);
gboolean dui_plan_is_even (const DuiPlan *self);

const char *dui_tier_to_nick (DuiTier tier); /* "agreed" "adjusted" "stretch" "assessed" */
gboolean dui_tier_from_nick (const char *nick, DuiTier *tier);
const char *dui_tier_to_label (DuiTier tier); /* translated: 签订目标 */

G_END_DECLS
