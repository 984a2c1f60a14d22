/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scoring scheme (PRACTICE R16): which indicators count, for how much and by which rule. */
#pragma once

#include "model/period.h"
#include "model/ratio.h"

G_BEGIN_DECLS

/* What part of its weight a place earns. What is reached is r/tau, C over what was due of the
 * target; it is known only for indicators with pace. */
typedef enum
{
  DUI_SCORE_PACE,           /* 按进度: in proportion to what is reached, above 100 % too, up to the cap */
  DUI_SCORE_RANK,           /* 按位次: (n - rank + 1) / n, ranked by progress among those with a target */
  DUI_SCORE_ALL_OR_NOTHING, /* 达标得分: all when the pace is kept or the target met, else nothing */
  DUI_SCORE_FULL_ON_COMPLETION, /* 完成得满分: in proportion up to 100 %, then a bonus for each point */
} DuiScoreRule;

/* Points are in millionths of one. */
#define DUI_POINT_ONE G_GINT64_CONSTANT (1000000)
#define DUI_SCORE_TOTAL (100 * DUI_POINT_ONE)

typedef struct
{
  char *indicator; /* code */
  DuiScoreRule rule;
  gint64 weight;    /* all weights of a scheme sum to DUI_SCORE_TOTAL */
  gint64 bonus;     /* full on completion: points for each percentage point above 100 % */
  gint64 bonus_cap; /* pace, full on completion: at most so many points above the weight */
} DuiSchemePart;

typedef struct
{
  char *name;
  DuiPeriod from; /* the first period that is scored by it */
  GArray *parts;  /* of DuiSchemePart */
} DuiScheme;

/* Without parts. */
DuiScheme *dui_scheme_new (const char *name, DuiPeriod from);
void dui_scheme_free (DuiScheme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiScheme, dui_scheme_free)

void dui_scheme_add (DuiScheme *self, const char *indicator, DuiScoreRule rule, gint64 weight,
                     gint64 bonus, gint64 bonus_cap);

/* The one of @schemes, which are in the order of their first period, by which @period is scored;
 * NULL for none. */
const DuiScheme *dui_scheme_find (GPtrArray *schemes, DuiPeriod period);

/* "pace" "rank" "all-or-nothing" "full-on-completion" */
const char *dui_score_rule_to_nick (DuiScoreRule rule);
gboolean dui_score_rule_from_nick (const char *nick, DuiScoreRule *rule);
const char *dui_score_rule_to_label (DuiScoreRule rule); /* translated: 完成得满分 */

/* @points in millionths of one. */
DuiRatio dui_points_to_ratio (gint64 points);

G_END_DECLS
