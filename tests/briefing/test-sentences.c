/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about one place, in every wording and in both languages (PRACTICE §5). */
#include "briefing/sentences.h"
#include "county.h"

typedef char *(*Sentence) (const DuiPanel *panel, guint place, DuiPeriod period);

typedef struct
{
  const char *indicator;
  const char *period;
  const char *story;
  Sentence sentence;
  guint place;
  const char *english; /* NULL for no sentence */
  const char *chinese;
} Case;

#define T200 "target 0 agreed 2000000 2021-01-01;"

static const Case cases[] = {
  /* The county: rising, falling, flat; behind, ahead, level; short, done. */
  { "output", "2021-11", "0 2021-11 1547400 1436800;" T200, dui_sentence_county, 0,
    "Whole county, months 1–11: Gross industrial output 154.74 (100M yuan), up 7.7% on a year "
    "earlier, 77.4% of the annual target; 14.3 points behind the pace, a gap of 45.26 (100M yuan).",
    "1—11月，全县完成工业总产值154.74亿元，同比增长7.7%，占年度目标的77.4%，欠时间进度14."
    "3个百分点，"
    "缺口45.26亿元。" },
  { "output", "2021-06", "0 2021-06 1100000 1136364;" T200, dui_sentence_county, 0,
    "Whole county, months 1–6: Gross industrial output 110.00 (100M yuan), down 3.2% on a year "
    "earlier, 55.0% of the annual target; 5.0 points ahead of the pace, a gap of 90.00 (100M "
    "yuan).",
    "1—6月，全县完成工业总产值110.00亿元，同比下降3.2%，占年度目标的55.0%，超时间进度5.0个百分点，"
    "缺口90.00亿元。" },
  { "output", "2021-06", "0 2021-06 1000400 1000000;" T200, dui_sentence_county, 0,
    "Whole county, months 1–6: Gross industrial output 100.04 (100M yuan), unchanged on a year "
    "earlier, 50.0% of the annual target; on the pace, a gap of 99.96 (100M yuan).",
    "1—6月，全县完成工业总产值100.04亿元，同比持平，占年度目标的50.0%，与时间进度持平，"
    "缺口99.96亿元。" },
  /* 0.05 % prints as 0.1: not flat. */
  { "output", "2021-06", "0 2021-06 1000500 1000000;" T200, dui_sentence_county, 0,
    "Whole county, months 1–6: Gross industrial output 100.05 (100M yuan), up 0.1% on a year "
    "earlier, 50.0% of the annual target; on the pace, a gap of 99.95 (100M yuan).",
    "1—6月，全县完成工业总产值100.05亿元，同比增长0.1%，占年度目标的50.0%，与时间进度持平，"
    "缺口99.95亿元。" },
  { "output", "2021-10", "0 2021-10 2512800 2000000 28;" T200, dui_sentence_county, 0,
    "Whole county, months 1–10: Gross industrial output 251.28 (100M yuan), up 28.0% on a year "
    "earlier, 125.6% of the annual target; 42.3 points ahead of the pace, annual target exceeded "
    "by "
    "51.28 (100M yuan).",
    "1—10月，全县完成工业总产值251.28亿元，同比增长28.0%，占年度目标的125.6%，超时间进度42."
    "3个百分点，"
    "超额完成全年目标51.28亿元。" },
  { "output", "2021-11", "0 2021-11 2000000 1900000;" T200, dui_sentence_county, 0,
    "Whole county, months 1–11: Gross industrial output 200.00 (100M yuan), up 5.3% on a year "
    "earlier, 100.0% of the annual target; 8.3 points ahead of the pace, annual target reached.",
    "1—11月，全县完成工业总产值200.00亿元，同比增长5.3%，占年度目标的100.0%，超时间进度8."
    "3个百分点，"
    "完成全年目标。" },
  /* A gap that would print as 0.00亿元. */
  { "output", "2021-11", "0 2021-11 1999968 1900000;" T200, dui_sentence_headline, 0,
    "200.00 (100M yuan) completed in months 1–11, 8.3 points ahead of the pace, a gap of 32.00 "
    "(10k "
    "yuan)",
    "1—11月完成200.00亿元，超时间进度8.3个百分点，缺口32.00万元" },
  /* The end of the year (R8). */
  { "output", "2021-12", "0 2021-12 1852000 1719600;" T200, dui_sentence_county, 0,
    "Whole county, months 1–12: Gross industrial output 185.20 (100M yuan), up 7.7% on a year "
    "earlier, 92.6% of the annual target; annual target missed by 14.80 (100M yuan).",
    "1—12月，全县完成工业总产值185.20亿元，同比增长7.7%，占年度目标的92.6%，全年目标未完成，"
    "缺口14.80亿元。" },
  { "output", "2021-12", "0 2021-12 2052000 1719600;" T200, dui_sentence_headline, 0,
    "205.20 (100M yuan) completed in months 1–12, annual target exceeded by 5.20 (100M yuan)",
    "1—12月完成205.20亿元，超额完成全年目标5.20亿元" },
  { "output", "2021-12", "0 2021-12 1852000 1719600;" T200, dui_sentence_need, 0, NULL, NULL },
  /* No target yet (R23), a base that nobody knows: a blank, never 0. */
  { "output", "2022-02", "0 2022-02 200000 180000;" T200, dui_sentence_county, 0,
    "Whole county, months 1–2: Gross industrial output 20.00 (100M yuan), up 11.1% on a year "
    "earlier; the target of 2022 has not been set yet.",
    "1—2月，全县完成工业总产值20.00亿元，同比增长11.1%，2022年目标尚未下达。" },
  { "output", "2022-02", "0 2022-02 200000;", dui_sentence_headline, 0,
    "20.00 (100M yuan) completed in months 1–2, the target of 2022 has not been set yet",
    "1—2月完成20.00亿元，2022年目标尚未下达" },
  { "output", "2021-11", "0 2021-11 1547400;" T200, dui_sentence_county, 0,
    "Whole county, months 1–11: Gross industrial output 154.74 (100M yuan), ＿＿ on a year "
    "earlier, "
    "77.4% of the annual target; 14.3 points behind the pace, a gap of 45.26 (100M yuan).",
    "1—11月，全县完成工业总产值154.74亿元，同比＿＿，占年度目标的77.4%，欠时间进度14.3个百分点，"
    "缺口45.26亿元。" },
  /* Growth from last year's figure is marked (R5). */
  { "output", "2021-11", "0 2020-11 1436800; 0 2021-11 1547400;" T200, dui_sentence_county, 0,
    "Whole county, months 1–11: Gross industrial output 154.74 (100M yuan), up 7.7% (inferred) on "
    "a "
    "year earlier, 77.4% of the annual target; 14.3 points behind the pace, a gap of 45.26 (100M "
    "yuan).",
    "1—11月，全县完成工业总产值154.74亿元，同比增长7.7%（推算），占年度目标的77.4%，"
    "欠时间进度14.3个百分点，缺口45.26亿元。" },
  /* Nothing reported; an estimate is nothing (R6). */
  { "output", "2021-11", "0 2021-10 1;" T200, dui_sentence_county, 0,
    "Whole county, months 1–11: Gross industrial output has not been reported yet.",
    "全县1—11月工业总产值数据尚未报送。" },
  { "output", "2021-11", "estimate 0 2021-11 1547400;" T200, dui_sentence_headline, 0,
    "Whole county: nothing has been reported for months 1–11 yet", "全县1—11月数据尚未报送" },
  { "output", "2021-11", "0 2021-10 1;" T200, dui_sentence_need, 0, NULL, NULL },
  /* Whether a fall grew or shrank. */
  { "output", "2021-06", "0 2021-05 800000 840000; 0 2021-06 1100000 1136364;" T200,
    dui_sentence_county, 0,
    "Whole county, months 1–6: Gross industrial output 110.00 (100M yuan), down 3.2% (1.6 points "
    "less than in months 1–5) on a year earlier, 55.0% of the annual target; 5.0 points ahead of "
    "the pace, a gap of 90.00 (100M yuan).",
    "1—6月，全县完成工业总产值110.00亿元，同比下降3.2%，降幅较1—5月收窄1.6个百分点，占年度目标的"
    "55.0%，超时间进度5.0个百分点，缺口90.00亿元。" },
  { "output", "2022-03", "0 2022-02 990000 1000000; 0 2022-03 1960000 2000000", dui_sentence_county,
    0,
    "Whole county, months 1–3: Gross industrial output 196.00 (100M yuan), down 2.0% (1.0 points "
    "more than in months 1–2) on a year earlier; the target of 2022 has not been set yet.",
    "1—3月，全县完成工业总产值196.00亿元，同比下降2.0%，降幅较1—2月扩大1."
    "0个百分点，2022年目标尚未下达"
    "。" },
  { "output", "2022-03", "0 2022-02 980100 1000000; 0 2022-03 1960000 2000000", dui_sentence_county,
    0,
    "Whole county, months 1–3: Gross industrial output 196.00 (100M yuan), down 2.0% (as much as "
    "in "
    "months 1–2) on a year earlier; the target of 2022 has not been set yet.",
    "1—3月，全县完成工业总产值196.00亿元，同比下降2.0%，降幅与1—2月持平，2022年目标尚未下达。" },
  /* The standing among the peers, here the townships of a county that has its own figure or not. */
  { "output", "2021-11",
    "0 2021-11 1070 1000; 1 2021-11 108 100; 2 2021-11 109 100; 3 2021-11 101 100;"
    "1 2021-10 102 100; 2 2021-10 108 100; 3 2021-10 107 100",
    dui_sentence_peers, 1,
    "Its growth is 1.0 points above 清丰县 as a whole, rank 2 of 3 in 清丰县, up 1 from months "
    "1–10.",
    "增幅高于全县平均1.0个百分点，居全县第2位，较1—10月前移1位。" },
  { "output", "2021-11",
    "0 2021-11 1084.2 1000; 1 2021-11 108 100; 2 2021-11 109 100; 3 2021-11 108 100;"
    "1 2021-10 109 100; 2 2021-10 108 100; 3 2021-10 107 100",
    dui_sentence_peers, 1,
    "Its growth is 0.4 points below 清丰县 as a whole, joint last of 3 in 清丰县, down 1 from "
    "months 1–10.",
    "增幅低于全县平均0.4个百分点，居全县并列末位，较1—10月后移1位。" },
  /* 0.04 points print as 0.0. */
  { "output", "2021-11",
    "0 2021-11 1080.4 1000; 1 2021-11 108 100; 2 2021-11 109 100; 3 2021-11 101 100;"
    "1 2021-10 106 100; 2 2021-10 107 100; 3 2021-10 102 100",
    dui_sentence_peers, 1,
    "Its growth is level with 清丰县 as a whole, rank 2 of 3 in 清丰县, unchanged from months "
    "1–10.",
    "增幅与全县平均持平，居全县第2位，较1—10月位次未变。" },
  /* Without a figure of its own the county has no average; nothing was ranked before. */
  { "output", "2021-11", "1 2021-11 108 100; 2 2021-11 107 100; 3 2021-11 101 100",
    dui_sentence_peers, 1, "By growth it is first of 3 in 清丰县.", "增幅居全县首位。" },
  { "output", "2021-11", "1 2021-11 108 100; 2 2021-11 107 100; 3 2021-11 101 100",
    dui_sentence_peers, 3, "By growth it is last of 3 in 清丰县.", "增幅居全县末位。" },
  { "output", "2021-11",
    "1 2021-11 108 100; 2 2021-11 108 100; 3 2021-11 101 100; 1 2021-10 106 100; 2 2021-10 107 "
    "100; 3 2021-10 109 100",
    dui_sentence_peers, 1, "By growth it is joint first of 3 in 清丰县, up 2 from months 1–10.",
    "增幅居全县并列首位，较1—10月前移2位。" },
  /* Not all have reported; the last period is of another year. */
  { "output", "2022-02",
    "0 2022-02 107 100; 1 2022-02 108 100; 2 2022-02 109 100; 1 2021-12 101 100; 2 2021-12 102 "
    "100; 3 2021-12 103 100",
    dui_sentence_peers, 1,
    "Its growth is 1.0 points above 清丰县 as a whole, provisionally last of the 2 townships of "
    "清丰县 that have reported, up 1 from 2021 months 1–12.",
    "增幅高于全县平均1.0个百分点，在全县已报数的2个乡镇中暂居末位，较2021年1—12月前移1位。" },
  { "output", "2021-11", "0 2021-11 1084 1000; 1 2021-11 108 100", dui_sentence_peers, 1, NULL,
    NULL },
  { "output", "2021-11", "0 2021-11 1084 1000; 1 2021-11 108 100; 2 2021-11 1 1",
    dui_sentence_peers, 0, NULL, NULL },
  { "output", "2021-11",
    "0 2021-11 1084 1000; estimate 1 2021-11 108 100; 2 2021-11 1 1; 3 "
    "2021-11 1 1",
    dui_sentence_peers, 1, NULL, NULL },
  /* A township is called by its name. */
  { "output", "2021-11", "1 2021-11 100000 100000; target 1 agreed 100000 2021-01-01",
    dui_sentence_county, 1,
    "城关镇, months 1–11: Gross industrial output 10.00 (100M yuan), unchanged on a year earlier, "
    "100.0% of the annual target; 8.3 points ahead of the pace, annual target reached.",
    "1—11月，城关镇完成工业总产值10.00亿元，同比持平，占年度目标的100.0%，超时间进度8.3个百分点，"
    "完成全年目标。" },
  /* The sum of the townships is never called 全县 (R3). */
  { "output", "2021-11",
    "1 2021-11 100000 90000; 2 2021-11 200000; target 1 agreed 200000 2021-01-01;"
    "target 2 agreed 200000 2021-01-01; target 3 agreed 200000 2021-01-01;",
    dui_sentence_county, 0,
    "Townships together, months 1–11: Gross industrial output 30.00 (100M yuan), up 11.1% (of "
    "those "
    "with both figures) on a year earlier, 75.0% of the annual target; 16.7 points behind the "
    "pace, "
    "a gap of 10.00 (100M yuan).",
    "1—11月，乡镇合计完成工业总产值30.00亿元，同比增长11.1%（按本期、同期均有数的单位计算），"
    "占年度目标的75.0%，欠时间进度16.7个百分点，缺口10.00亿元。" },
  { "output", "2021-11", "1 2021-11 100000 90000; 2 2021-11 200000 100000; 3 2021-11 0 1;" T200,
    dui_sentence_headline, 0,
    "Townships together 30.00 (100M yuan) in months 1–11, 76.7 points behind the pace, a gap of "
    "170.00 (100M yuan)",
    "1—11月乡镇合计完成30.00亿元，欠时间进度76.7个百分点，缺口170.00亿元" },
  { "output", "2021-11", "1 2021-11 100000 90000; 2 2021-11 200000 100000; 3 2021-11 1 1;",
    dui_sentence_headline, 0,
    "Townships together 30.00 (100M yuan) in months 1–11, the target of 2021 has not been set yet",
    "1—11月乡镇合计完成30.00亿元，2021年目标尚未下达" },
  /* What the county adds itself. */
  { "output", "2021-11",
    "0 2021-11 1547400 1436800; 1 2021-11 400000 370000; 2 2021-11 500000 460000;"
    "3 2021-11 59400 58100;",
    dui_sentence_total, 0,
    "Townships together: 95.94 (100M yuan), up 8.0%; the county's own firms, parks and others: "
    "58.80 (100M yuan).",
    "其中，乡镇合计95.94亿元，同比增长8.0%；县直、园区等58.80亿元。" },
  { "output", "2021-11", "0 2021-11 1547400; 1 2021-11 400000; 2 2021-11 500000;",
    dui_sentence_total, 0, "Townships together, without 1 that did not report: 90.00 (100M yuan).",
    "其中，乡镇合计（缺报1个）90.00亿元。" },
  { "output", "2021-11", "0 2021-11 600000; 1 2021-11 400000; 2 2021-11 200000; 3 2021-11 10000;",
    dui_sentence_total, 0,
    "Townships together: 61.00 (100M yuan), 1.00 (100M yuan) more than the whole, to be checked.",
    "乡镇合计61.00亿元，比上述数多1.00亿元，待核实。" },
  { "output", "2021-11", "0 2021-11 1547400 1436800;", dui_sentence_total, 0, NULL, NULL },
  /* What is needed. */
  { "output", "2021-11",
    "0 2021-08 1119900; 0 2021-09 1260000; 0 2021-10 1400000; 0 2021-11 1547400;" T200,
    dui_sentence_need, 0,
    "The month that remains must bring 45.26 (100M yuan), 3.2 times the mean of the last three "
    "months.",
    "剩余1个月需完成45.26亿元，为近三个月月均的3.2倍。" },
  { "output", "2021-09", "0 2021-06 800000; 0 2021-07 1; 0 2021-08 2; 0 2021-09 1100000;" T200,
    dui_sentence_need, 0,
    "The 3 months that remain must bring 90.00 (100M yuan), 30.00 (100M yuan) a month, 3.0 times "
    "the mean of the last three months.",
    "剩余3个月需完成90.00亿元，月均30.00亿元，为近三个月月均的3.0倍。" },
  { "output", "2021-09", "0 2021-09 1100000;" T200, dui_sentence_need, 0,
    "The 3 months that remain must bring 90.00 (100M yuan), 30.00 (100M yuan) a month.",
    "剩余3个月需完成90.00亿元，月均30.00亿元。" },
  { "output", "2021-11", "0 2021-11 1547400;" T200, dui_sentence_need, 0,
    "The month that remains must bring 45.26 (100M yuan).", "剩余1个月需完成45.26亿元。" },
  /* In 1—2月 there are no three months. */
  { "output", "2021-02", "0 2021-02 200000;" T200, dui_sentence_need, 0,
    "The 10 months that remain must bring 180.00 (100M yuan), 18.00 (100M yuan) a month, 1.8 times "
    "the mean of the months so far.",
    "剩余10个月需完成180.00亿元，月均18.00亿元，为今年以来月均的1.8倍。" },
  { "output", "2021-11", "0 2021-11 2547400;" T200, dui_sentence_need, 0, NULL, NULL },
  /* A raised target (R2). */
  { "output", "2021-08",
    "0 2021-08 820000; target 0 agreed 1200000 2021-01-01;"
    "target 0 adjusted 1500000 2021-08-01 清政〔2021〕12号",
    dui_sentence_raise, 0,
    "By the adjusted target of 150.00 (100M yuan) (清政〔2021〕12号) this is 12.0 points behind "
    "the "
    "pace, by the one before of 120.00 (100M yuan) 1.7 points ahead of the pace; the change of the "
    "target makes −13.7 points.",
    "按调整后目标150.00亿元（清政〔2021〕12号），欠时间进度12.0个百分点；按原目标120.00亿元，"
    "超时间进度1.7个百分点；目标调整影响−13.7个百分点。" },
  { "output", "2021-09",
    "0 2021-09 820000; target 0 agreed 1200000 2021-01-01; target 0 adjusted 1500000 2021-08-01",
    dui_sentence_raise, 0, NULL, NULL },
  /* Indicators without pace (R9). */
  { "energy", "2021-11", "0 2021-11 0.88 0.9091; target 0 agreed 0.85 2021-01-01",
    dui_sentence_county, 0,
    "Whole county, months 1–11: Energy per unit of output at 0.880 (t coal eq./10k yuan), down "
    "3.2% "
    "on a year earlier, 0.030 (t coal eq./10k yuan) above the control target.",
    "1—11月，全县单位产值能耗为0.880吨标准煤/万元，同比下降3.2%，"
    "高于控制目标0.030吨标准煤/万元。" },
  { "energy", "2021-11", "0 2021-11 0.83; target 0 agreed 0.85 2021-01-01", dui_sentence_county, 0,
    "Whole county, months 1–11: Energy per unit of output at 0.830 (t coal eq./10k yuan), 0.020 (t "
    "coal eq./10k yuan) below the control target.",
    "1—11月，全县单位产值能耗为0.830吨标准煤/万元，低于控制目标0.020吨标准煤/万元。" },
  { "energy", "2021-11", "0 2021-11 0.85; target 0 agreed 0.85 2021-01-01", dui_sentence_headline,
    0,
    "Energy per unit of output 0.850 (t coal eq./10k yuan) in months 1–11, on the control target",
    "1—11月单位产值能耗为0.850吨标准煤/万元，与控制目标持平" },
  { "jobs", "2021-11", "0 2021-11 1050; target 0 agreed 1000 2021-01-01", dui_sentence_county, 0,
    "Whole county, months 1–11: 从业人员 at 1050 (人), 50 (人) above the target.",
    "1—11月，全县从业人员为1050人，高于目标50人。" },
  { "jobs", "2021-11", "0 2021-11 1050;", dui_sentence_headline, 0,
    "从业人员 1050 (人) in months 1–11, the target of 2021 has not been set yet",
    "1—11月从业人员为1050人，2021年目标尚未下达" },
  { "value-added", "2021-11", "0 2021-11 - - 7.2; target 0 agreed 8 2021-01-01",
    dui_sentence_county, 0,
    "Whole county, months 1–11: Growth of value added above designated size 7.2%, 0.8 (points) "
    "below "
    "the target.",
    "1—11月，全县规上增加值增速为7.2%，低于目标0.8个百分点。" },
  { "value-added", "2021-11", "0 2021-11 - - 8; target 0 agreed 8 2021-01-01",
    dui_sentence_headline, 0,
    "Growth of value added above designated size 8.0% in months 1–11, on the target",
    "1—11月规上增加值增速为8.0%，与目标持平" },
  { "value-added", "2021-11", "0 2021-11 - - 8; target 0 agreed 8 2021-01-01", dui_sentence_need, 0,
    NULL, NULL },
  { "value-added", "2021-11", "0 2021-11 - - 8;", dui_sentence_total, 0, NULL, NULL },
};

static void
test_cases (gconstpointer language)
{
  if (!county_speak (language))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (County) county = county_new (cases[i].indicator, 3);
      g_autoptr (DuiPanel) panel = NULL;
      g_autofree char *text = NULL;

      county_tell (county, cases[i].story);
      panel = county_make_panel (county);
      text = cases[i].sentence (panel, cases[i].place, county_period (cases[i].period));
      g_assert_cmpstr (text, ==,
                       g_str_equal (language, "en") ? cases[i].english : cases[i].chinese);
    }
}

static void
test_blanks (void)
{
  g_autoptr (County) county = county_new ("output", 3);
  g_autoptr (DuiPanel) panel = NULL;
  g_auto (GStrv) none = NULL;
  g_auto (GStrv) growth = NULL;

  county_tell (county, "0 2021-10 1400000 1300000; 0 2021-11 1547400;" T200);
  panel = county_make_panel (county);
  none = dui_sentence_county_blanks (panel, 0, county_period ("2021-10"));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  growth = dui_sentence_county_blanks (panel, 0, county_period ("2021-11"));
  g_assert_cmpuint (g_strv_length (growth), ==, 1);
  g_assert_cmpstr (growth[0], ==, "growth");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/briefing/sentences/english", "en", test_cases);
  g_test_add_data_func ("/briefing/sentences/chinese", "zh_CN", test_cases);
  g_test_add_func ("/briefing/sentences/blanks", test_blanks);
  return g_test_run ();
}
