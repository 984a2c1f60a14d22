/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of PRACTICE §5, made from the numbers of analysis/: for the headline of the window,
 * the briefing and chart titles of the same finding. They end with a full stop, but for the
 * headline. A name without a value prints as ＿＿. The caller frees every string. */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

/* 1—11月完成154.74亿元，欠时间进度14.3个百分点，缺口45.26亿元: one line for the overview. */
char *dui_sentence_headline (const DuiPanel *panel, guint place, DuiPeriod period);

/* 1—11月，全县完成…，同比…，占年度目标的…，欠时间进度…，缺口…。 */
char *dui_sentence_county (const DuiPanel *panel, guint place, DuiPeriod period);

/* The names that dui_sentence_county() had to print blank; NULL-terminated, free with
 * g_strfreev(). */
GStrv dui_sentence_county_blanks (const DuiPanel *panel, guint place, DuiPeriod period);

/* 其中，乡镇合计…，同比…；县直、园区等…。 beside the county's own figure (PRACTICE R3); NULL
 * without both. */
char *dui_sentence_total (const DuiPanel *panel, guint place, DuiPeriod period);

/* 增幅高于全市平均1.2个百分点，居全市第5位，较1—10月前移1位。 NULL when the place is not ranked among
 * its peers (analysis/peers.h). */
char *dui_sentence_peers (const DuiPanel *panel, guint place, DuiPeriod period);

/* 按调整后目标（清政〔2021〕12号）…；按原目标…: in the first period after a raise (PRACTICE R2),
 * else NULL. */
char *dui_sentence_raise (const DuiPanel *panel, guint place, DuiPeriod period);

/* 累计增幅后三名（含并列）依次为：…; the wording of every DuiBottomState; NULL when nobody is
 * ranked. */
char *dui_sentence_bottom (const DuiPanel *panel, const DuiStanding *standing);

/* 居前三位的是…；位次上升最多的是…（升5位）。 NULL when there is nobody to praise. */
char *dui_sentence_praise (const DuiPanel *panel, const DuiStanding *standing);

/* 完成率最高98.2%、最低51.0%，相差47.2个百分点。 NULL with fewer than two that have a target. */
char *dui_sentence_uneven (const DuiPanel *panel, const DuiStanding *standing);

/* 甲镇…累计增幅连续3期居后三位。 NULL when there is none of at least the rule's length. */
char *dui_sentence_streaks (const DuiPanel *panel, guint parent, DuiPeriod period);

/* The streak of @place as the bulletins were issued, which is the official one, and as the book counts it
 * now (R12): two lines. @bulletins as for dui_issued_streaks_compute(). */
char *dui_sentence_counted_streaks (const DuiPanel *panel, guint parent, GPtrArray *bulletins,
                                    guint place, DuiPeriod period);

/* 马村乡未报送1—11月数据，未参加排名；乡镇合计不含该乡。 NULL when all reported. */
char *dui_sentence_missing (const DuiPanel *panel, const DuiStanding *standing);

/* 剩余1个月需完成45.26亿元，为近三个月月均的3.2倍。 NULL when nothing is needed or known. */
char *dui_sentence_need (const DuiPanel *panel, guint place, DuiPeriod period);

G_END_DECLS
