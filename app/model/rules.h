/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings that change a number (DESIGN §4; setting table, logged). Plain value. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DUI_STREAK_BY_CUMULATIVE, /* growth of the cumulative figure */
  DUI_STREAK_BY_MONTH,      /* growth of the month */
} DuiStreakGrowth;

typedef struct
{
  guint bottom;              /* bottom.size, 3 */
  guint streak_length;       /* streak.length, 3 */
  gboolean streak_over_year; /* streak.over-year, TRUE */
  DuiStreakGrowth streak_growth; /* streak.growth, cumulative */
  int card_green;            /* card.green: r/tau in millionths, 1000000 */
  int card_yellow;           /* card.yellow: 900000 */
  guint reported_share;      /* period.share: percent of places for the default period, 80 */
} DuiRules;

extern const DuiRules dui_rules_default;

/* Sets the rule stored under @key; FALSE for an unknown key or a value that does not fit. */
gboolean dui_rules_set (DuiRules *rules, const char *key, const char *value);

/* The value stored under @key, as dui_rules_set() takes it; NULL for an unknown key. The caller
 * frees it. */
char *dui_rules_get (const DuiRules *rules, const char *key);

/* NULL-terminated keys of all rules. */
const char *const *dui_rules_keys (void);

G_END_DECLS
