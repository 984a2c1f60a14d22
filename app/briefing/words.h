/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phrases that sentences, tables and notes share: a number together with the word that carries
 * its sign (PRACTICE §5, R18). Whether something rose, fell or stayed is decided on the digits that
 * are printed. Strings are translated; the caller frees those that are not const. */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

/* 全县 for a place with members, else its name. */
const char *dui_words_place (const DuiPanel *panel, guint place, DuiPeriod period);

/* three, 三; digits from eleven on. */
char *dui_words_count (guint count);

/* Names joined as a list: 甲镇、乙镇. */
char *dui_words_join (GPtrArray *parts);

/* 77.4% with its sign; NULL when missing. */
char *dui_words_percent (DuiRatio fraction, int decimals);

/* 增长7.7%, 下降3.2%, 持平; NULL when missing. @fraction as in DuiProgress. */
char *dui_words_growth (DuiRatio fraction);

/* 欠时间进度14.3个百分点, 超…, 与时间进度持平; NULL when missing. @points as DuiTierProgress's
 * difference. */
char *dui_words_pace (DuiRatio points);

/* 欠14.3个百分点, 超…, 持平: in a list of places. */
char *dui_words_pace_short (DuiRatio points, int decimals);

/* 高于控制目标0.03吨标准煤/万元: the signed distance of an indicator without pace (PRACTICE R9). */
char *dui_words_distance (DuiIndicator *indicator, DuiRatio difference, int decimals);

/* 高于目标0.03: in a list of places. */
char *dui_words_distance_short (DuiIndicator *indicator, DuiRatio difference, int decimals);

/* 缺口45.26亿元, 超额完成全年目标1.20亿元; at month 12 全年目标未完成，缺口…. NULL when missing. */
char *dui_words_gap (DuiIndicator *indicator, DuiAmount gap, DuiPeriod period);

/* At the end of the year pace and completion say the same, and the words are those of completion
 * (PRACTICE R8). */
gboolean dui_words_is_year (DuiIndicator *indicator, DuiPeriod period);

/* The name of what is ranked: 累计增幅, 进度, at the end of the year 全年目标完成率. */
const char *dui_words_ranked_by (DuiIndicator *indicator, DuiRankBy by, DuiPeriod period);

G_END_DECLS
