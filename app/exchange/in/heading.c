/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/heading.h"

#include <string.h>

#include "model/measure.h"

/* Whole headings that say what each row is about, each between two spaces. */
static const struct
{
  DuiColumnRole role;
  const char *words;
} keys[] = {
  { DUI_ROLE_PLACE,
    " 单位 单位名称 乡镇 乡镇名称 乡镇街道 乡镇办 乡镇区 镇街 镇办 街道 名称 地区 "
    "地区名称 区域 县区 县市区 区县 县 市 市县 城市 省份 省 州市 市州 地市 园区 开发区 "
    "企业 企业名称 填报单位 报送单位 责任单位 各乡镇 各单位 考核单位 所属乡镇 辖区 "
    "区划名称 行政区域 镇街道 街镇 乡镇街 县区名称 行政区 place unit name region "
    "placename unitname township town county city area district province organization "
    "regionname areaname location division countyname cityname townname townshipname "
    "单位乡镇 乡镇单位 县市 县名 镇名 " },
  { DUI_ROLE_CODE,
    " 代码 单位代码 区划代码 行政区划代码 行政区划 地区代码 统计用区划代码 乡镇代码 编码 "
    "单位编码 区划 行政代码 code placecode unitcode regioncode areacode placeid unitid "
    "geocode " },
  { DUI_ROLE_INDICATOR, " 指标 指标名称 指标代码 统计指标 项目 项目名称 indicator indicatorcode "
                        "indicatorname metric item " },
  { DUI_ROLE_PERIOD,
    " 时期 期 期别 期间 期数 时间 日期 月份 月 报告期 统计期 数据期 所属期 所属时期 "
    "所属月份 年月 报告月份 数据时间 统计时间 统计月份 period month date time "
    "reportingperiod yearmonth " },
  { DUI_ROLE_YEAR, " 年份 年 年度 year " },
  { DUI_ROLE_MEASURE, " 计量单位 度量单位 数据单位 measure unitofmeasure measureunit " },
  { DUI_ROLE_STATUS, " 状态 数据状态 数据性质 性质 status " },
  { DUI_ROLE_IGNORED,
    " 序号 编号 序 备注 说明 联系人 联系电话 电话 填报人 审核人 负责人 分管领导 牌 "
    "红黄绿牌 原因 no id note notes remark remarks comment card 分组 类别 group " },
};

/* What the words of a column of figures say. What is first here wins. */
typedef enum
{
  SAYS_IGNORED
  = 1 << 0, /* rank, share, completion, gap, target, change in the amount, chain growth */
  SAYS_MONTH = 1 << 1, /* of the month alone */
  SAYS_GROWTH = 1 << 2,
  SAYS_RATE = 1 << 3, /* growth in a word that is also said of last year's: 增速 */
  SAYS_THAN = 1 << 4, /* 比, 较 */
  SAYS_BASE = 1 << 5,
  SAYS_VALUE = 1 << 6,
  SAYS_ESTIMATE = 1 << 7,
  SAYS_DONE = 1 << 8, /* 完成: with % it is the completion */
  SAYS_RANK = 1 << 9,
  SAYS_COMPLETION = 1 << 10,
  SAYS_TARGET = 1 << 11,
  SAYS_ELSEWHERE = 1 << 12,  /* of another period, or among others than those of the sheet */
  SAYS_CUMULATIVE = 1 << 13, /* since January */
  SAYS_NOTHING = 0,   /* filling */
} Says;

/* Longest match first is enough: a word that begins another comes after it. */
static const struct
{
  const char *word;
  guint says;
} vocabulary[] = {
  { "位次", SAYS_IGNORED | SAYS_RANK },
  { "排名", SAYS_IGNORED | SAYS_RANK },
  { "名次", SAYS_IGNORED | SAYS_RANK },
  { "排位", SAYS_IGNORED | SAYS_RANK },
  { "排序", SAYS_IGNORED | SAYS_RANK },
  { "占比", SAYS_IGNORED },
  { "比重", SAYS_IGNORED },
  { "贡献率", SAYS_IGNORED },
  { "贡献", SAYS_IGNORED },
  { "拉动", SAYS_IGNORED },
  { "份额", SAYS_IGNORED },
  { "完成率", SAYS_IGNORED | SAYS_COMPLETION },
  { "完成比例", SAYS_IGNORED | SAYS_COMPLETION },
  { "完成进度", SAYS_IGNORED | SAYS_COMPLETION },
  { "达成率", SAYS_IGNORED | SAYS_COMPLETION },
  { "进度", SAYS_IGNORED },
  { "超欠", SAYS_IGNORED },
  { "缺口", SAYS_IGNORED },
  { "差额", SAYS_IGNORED },
  { "差距", SAYS_IGNORED },
  { "占", SAYS_IGNORED },
  { "目标", SAYS_IGNORED | SAYS_TARGET },
  { "任务", SAYS_IGNORED | SAYS_TARGET },
  { "计划", SAYS_IGNORED | SAYS_TARGET },
  { "预期", SAYS_IGNORED | SAYS_TARGET },
  { "增减额", SAYS_IGNORED },
  { "增减量", SAYS_IGNORED },
  { "增长额", SAYS_IGNORED },
  { "增加额", SAYS_IGNORED },
  { "增量", SAYS_IGNORED },
  { "增额", SAYS_IGNORED },
  { "净增", SAYS_IGNORED },
  { "环比", SAYS_IGNORED | SAYS_ELSEWHERE },
  { "上月", SAYS_IGNORED | SAYS_ELSEWHERE },
  { "上期", SAYS_IGNORED | SAYS_ELSEWHERE },
  { "得分", SAYS_IGNORED },
  { "评分", SAYS_IGNORED },
  { "权重", SAYS_IGNORED },
  { "连续", SAYS_IGNORED },
  { "completion", SAYS_IGNORED | SAYS_COMPLETION },
  { "progress", SAYS_IGNORED },
  { "ranking", SAYS_IGNORED | SAYS_RANK },
  { "rank", SAYS_IGNORED | SAYS_RANK },
  { "target", SAYS_IGNORED | SAYS_TARGET },
  { "plan", SAYS_IGNORED | SAYS_TARGET },
  { "gap", SAYS_IGNORED },
  { "share", SAYS_IGNORED },
  { "difference", SAYS_IGNORED },
  { "score", SAYS_IGNORED },
  { "previousrank", SAYS_IGNORED | SAYS_ELSEWHERE },
  { "streak", SAYS_IGNORED },
  { "本月止累计", SAYS_VALUE | SAYS_CUMULATIVE },
  { "本月止", SAYS_VALUE | SAYS_CUMULATIVE },
  { "截至本月", SAYS_VALUE | SAYS_CUMULATIVE },
  { "截止本月", SAYS_VALUE | SAYS_CUMULATIVE },
  { "至本月", SAYS_VALUE | SAYS_CUMULATIVE },
  { "本月末", SAYS_VALUE | SAYS_CUMULATIVE },
  { "本月累计", SAYS_VALUE | SAYS_CUMULATIVE },
  { "1本月", SAYS_VALUE | SAYS_CUMULATIVE }, /* 1—本月, without its dash */
  { "1至本月", SAYS_VALUE | SAYS_CUMULATIVE },
  { "1当月", SAYS_VALUE | SAYS_CUMULATIVE },
  { "1至当月", SAYS_VALUE | SAYS_CUMULATIVE },
  { "当月", SAYS_MONTH },
  { "本月", SAYS_MONTH },
  { "单月", SAYS_MONTH },
  { "月度", SAYS_MONTH },
  { "分月", SAYS_MONTH },
  { "thismonth", SAYS_MONTH },
  { "monthly", SAYS_MONTH },
  { "currentmonth", SAYS_MONTH },
  { "inmonth", SAYS_MONTH },
  { "monthvalue", SAYS_MONTH },
  { "比上年同期", SAYS_BASE | SAYS_THAN },
  { "比去年同期", SAYS_BASE | SAYS_THAN },
  { "比同期", SAYS_BASE | SAYS_THAN },
  { "较同期", SAYS_BASE | SAYS_THAN },
  { "同比", SAYS_GROWTH },
  { "增长率", SAYS_GROWTH },
  { "增长速度", SAYS_GROWTH },
  { "增长", SAYS_GROWTH },
  { "增减率", SAYS_GROWTH },
  { "增减幅度", SAYS_GROWTH },
  { "增减", SAYS_GROWTH },
  { "升降幅度", SAYS_GROWTH },
  { "升降", SAYS_IGNORED | SAYS_ELSEWHERE },
  { "±", SAYS_GROWTH },
  { "+-", SAYS_GROWTH },
  { "增幅", SAYS_GROWTH | SAYS_RATE },
  { "增速", SAYS_GROWTH | SAYS_RATE },
  { "涨幅", SAYS_GROWTH | SAYS_RATE },
  { "yoygrowth", SAYS_GROWTH },
  { "yearonyear", SAYS_GROWTH },
  { "year-on-year", SAYS_GROWTH },
  { "yoy", SAYS_GROWTH },
  { "growthrate", SAYS_GROWTH },
  { "growth", SAYS_GROWTH },
  { "increase", SAYS_GROWTH },
  { "rate", SAYS_NOTHING },
  { "上年同期", SAYS_BASE },
  { "去年同期", SAYS_BASE },
  { "同期", SAYS_BASE },
  { "去年", SAYS_BASE },
  { "上年", SAYS_BASE },
  { "基数", SAYS_BASE },
  { "基期", SAYS_BASE },
  { "sameperiodlastyear", SAYS_BASE },
  { "sameperiod", SAYS_BASE },
  { "lastyear", SAYS_BASE },
  { "previousyear", SAYS_BASE },
  { "prioryear", SAYS_BASE },
  { "baseline", SAYS_BASE },
  { "base", SAYS_BASE },
  { "比", SAYS_THAN },
  { "较", SAYS_THAN },
  { "预计", SAYS_VALUE | SAYS_ESTIMATE },
  { "预估", SAYS_VALUE | SAYS_ESTIMATE },
  { "estimated", SAYS_ESTIMATE },
  { "estimate", SAYS_ESTIMATE },
  { "其中", 0 },
  { "accumulated", SAYS_VALUE },
  { "accumulative", SAYS_VALUE },
  { "thisyear", SAYS_VALUE },
  { "current", SAYS_VALUE },
  { "累计", SAYS_VALUE | SAYS_CUMULATIVE },
  { "完成", SAYS_VALUE | SAYS_DONE },
  { "实际", SAYS_VALUE | SAYS_DONE },
  { "实绩", SAYS_VALUE },
  { "实现", SAYS_VALUE | SAYS_DONE },
  { "数值", SAYS_VALUE },
  { "本期", SAYS_VALUE },
  { "本年", SAYS_VALUE },
  { "今年", SAYS_VALUE },
  { "数据", SAYS_VALUE },
  { "到位", SAYS_VALUE },
  { "入库", SAYS_VALUE },
  { "值", SAYS_VALUE },
  { "cumulative", SAYS_VALUE | SAYS_CUMULATIVE },
  { "completed", SAYS_VALUE | SAYS_DONE },
  { "value", SAYS_VALUE },
  { "actual", SAYS_VALUE },
  { "ytd", SAYS_VALUE | SAYS_CUMULATIVE },
  { "yeartodate", SAYS_VALUE | SAYS_CUMULATIVE },
  { "todate", SAYS_VALUE | SAYS_CUMULATIVE },
  { "total", SAYS_VALUE },
  { "amount", SAYS_VALUE },
  { "figure", SAYS_VALUE },
  { "achieved", SAYS_VALUE | SAYS_DONE },
  { "情况", 0 },
  { "总量", 0 },
  { "总额", 0 },
  { "绝对值", 0 },
  { "绝对量", 0 },
  { "绝对数", 0 },
  { "指标", 0 },
  { "投资", 0 },
  { "主要", 0 },
  { "全县", 0 },
  { "全市", SAYS_ELSEWHERE },
  { "全省", SAYS_ELSEWHERE },
  { "全国", SAYS_ELSEWHERE },
  { "各乡镇", 0 },
  { "乡镇", 0 },
  { "自年初", SAYS_CUMULATIVE },
  { "年初", SAYS_CUMULATIVE },
  { "起", 0 },
  { "以来", 0 },
  { "截至", 0 },
  { "截止", 0 },
  { "幅度", 0 },
  { "年度", 0 },
  { "止", 0 },
  { "至", 0 },
  { "到", 0 },
  { "数", 0 },
  { "额", 0 },
  { "量", 0 },
  { "底", 0 },
  { "末", 0 },
  { "份", 0 },
  { "的", 0 },
  { "与", 0 },
  { "和", 0 },
  { "及", 0 },
  { "为", 0 },
  { "表", 0 },
  { "年", 0 },
  { "of", 0 },
  { "the", 0 },
  { "in", 0 },
};

/* Brackets, marks and lines that carry no meaning in a heading. */
static const char *const marks[] = { "(", ")", ":",  "、", "，", ",", ".", "·", "/",
                                     "_", "-", "\"", "“",  "”",  "*", "#", "'", "|" };

static void
drop_marks (DuiPlainText *plain)
{
  gsize at = 0;

  while (plain->text[at] != '\0')
    {
      gsize length = 0;

      for (guint i = 0; i < G_N_ELEMENTS (marks) && length == 0; i++)
        if (g_str_has_prefix (plain->text + at, marks[i]))
          length = strlen (marks[i]);
      if (length > 0)
        dui_plain_text_cut_out (plain, at, at + length);
      else
        at = (gsize) (g_utf8_next_char (plain->text + at) - plain->text);
    }
}

static DuiColumnRole
find_key (const DuiPlainText *plain)
{
  g_autofree char *word = g_strconcat (" ", plain->text, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys) && plain->length > 0; i++)
    if (strstr (keys[i].words, word))
      return keys[i].role;
  return DUI_ROLE_UNKNOWN;
}

gboolean
dui_heading_is_place_word (const DuiPlainText *plain)
{
  DuiPlainText bare = *plain;
  DuiColumnRole role;

  drop_marks (&bare);
  role = find_key (&bare);
  return role == DUI_ROLE_PLACE || role == DUI_ROLE_CODE;
}

/* All that the words say together; @known is FALSE where one of them is not understood. */
static guint
read_words (const char *text, gboolean *known)
{
  guint says = 0;

  *known = TRUE;
  while (*text != '\0')
    {
      gsize longest = 0;
      guint best = 0;

      for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
        if (strlen (vocabulary[i].word) > longest && g_str_has_prefix (text, vocabulary[i].word))
          {
            longest = strlen (vocabulary[i].word);
            best = i;
          }
      if (longest > 0)
        {
          says |= vocabulary[best].says;
          text += longest;
        }
      else
        {
          *known = FALSE;
          text = g_utf8_next_char (text);
        }
    }
  return says;
}

static DuiColumnRole
role_of_words (guint says, gboolean known, gboolean percent)
{
  if (says & (SAYS_IGNORED | SAYS_MONTH))
    return DUI_ROLE_IGNORED;
  if (percent && (says & SAYS_DONE) && !(says & (SAYS_GROWTH | SAYS_THAN)))
    return DUI_ROLE_IGNORED;
  if (!known)
    return DUI_ROLE_UNKNOWN;
  if ((says & SAYS_GROWTH) && (says & SAYS_BASE) && (says & SAYS_RATE) && !(says & SAYS_THAN))
    return DUI_ROLE_IGNORED; /* 上年同期增速: last year's growth */
  if (says & SAYS_GROWTH)
    return DUI_ROLE_GROWTH;
  if (says & SAYS_BASE)
    return says & SAYS_THAN ? DUI_ROLE_GROWTH : DUI_ROLE_BASE;
  return DUI_ROLE_VALUE;
}

/* What stands in a column that is not taken. A completion is told from a target by its %. */
static DuiPrinted
printed_of_words (guint says, gboolean percent)
{
  if (says & (SAYS_MONTH | SAYS_ELSEWHERE))
    return DUI_PRINTED_NOTHING;
  if (says & SAYS_RANK)
    return DUI_PRINTED_RANK;
  if (says & (SAYS_GROWTH | SAYS_THAN))
    return DUI_PRINTED_NOTHING;
  if ((says & SAYS_COMPLETION) || (percent && (says & (SAYS_DONE | SAYS_TARGET))))
    return DUI_PRINTED_COMPLETION;
  return says & SAYS_TARGET ? DUI_PRINTED_TARGET : DUI_PRINTED_NOTHING;
}

/* 单位：万元 is a line about the sheet, not the heading of a column of places. */
static gboolean
is_measure_line (const DuiPlainText *plain, const char *measure)
{
  return measure
         && (g_str_has_prefix (plain->text, "单位:") || g_str_has_prefix (plain->text, "计量单位:")
             || g_str_has_prefix (plain->text, "unit:"));
}

static void
take_measure (DuiHeading *self, DuiPlainText *plain, const char *text)
{
  g_autofree char *measure = dui_measure_find (text);
  DuiPlainText folded;
  const char *at;

  self->percent = strstr (plain->text, "%") != NULL;
  if (measure)
    {
      dui_plain_text_fold (&folded, measure, strlen (measure));
      at = strstr (plain->text, folded.text);
      if (at)
        dui_plain_text_cut_out (plain, (gsize) (at - plain->text),
                                (gsize) (at - plain->text) + folded.length);
      if (!g_str_equal (folded.text, "%"))
        self->measure = g_steal_pointer (&measure);
    }
  while ((at = strstr (plain->text, "%")))
    dui_plain_text_cut_out (plain, (gsize) (at - plain->text), (gsize) (at - plain->text) + 1);
}

/* A heading that is a period and nothing else, such as a date; a bare number is none. */
static DuiPeriodText
read_whole_period (DuiPlainText *plain)
{
  DuiPeriodText period = dui_period_text_read (plain);

  if (strspn (plain->text, "0123456789") == plain->length && plain->length < 6)
    period = (DuiPeriodText){ DUI_PERIOD_TEXT_NONE };
  if (period.kind != DUI_PERIOD_TEXT_NONE)
    dui_plain_text_cut_out (plain, 0, plain->length);
  return period;
}

/* Where 比 or 较 stands before a period, that is what the growth is over: 比2020年1-11月增长. */
static const char *
find_comparison (const DuiPlainText *plain)
{
  static const char *const words[] = { "比", "较" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *at = strstr (plain->text, words[i]);

      if (at && g_ascii_isdigit (at[strlen (words[i])]))
        return at;
    }
  return NULL;
}

/* The indicator and the period of a heading; FALSE where it compares with another month of the same
 * year, which is no growth over the year. */
static gboolean
take_indicator_and_period (DuiHeading *self, DuiPlainText *plain, DuiIndicatorNames *indicators)
{
  const char *comparison;

  self->indicator = dui_indicator_names_take (indicators, plain, &self->loose);
  comparison = find_comparison (plain);
  if (comparison)
    {
      DuiPlainText behind;
      DuiPeriodText other;

      dui_plain_text_fold (&behind, comparison, strlen (comparison));
      dui_plain_text_cut_out (plain, (gsize) (comparison - plain->text), plain->length);
      other = dui_period_text_take (&behind);
      self->period = dui_period_text_take (plain);
      dui_plain_text_append (plain, &behind);
      self->compared_year = other.year;
      return other.year != 0;
    }
  self->period = dui_period_text_take (plain);
  return TRUE;
}

void
dui_heading_read (DuiHeading *self, const char *text, DuiIndicatorNames *indicators)
{
  gboolean over_the_year = TRUE;
  DuiPlainText plain, whole;
  gboolean known;
  guint says;

  *self = (DuiHeading){ .indicator = DUI_NO_INDICATOR };
  dui_plain_text_fold (&plain, text, strlen (text));
  if (plain.length == 0)
    return;
  self->role = DUI_ROLE_UNKNOWN;
  dui_plain_text_skip_ordinal (&plain);
  take_measure (self, &plain, text);
  if (plain.cut || is_measure_line (&plain, self->measure))
    return;

  whole = plain;
  drop_marks (&whole);
  self->role = find_key (&whole);
  self->month_only = g_str_equal (whole.text, "月份") || g_str_equal (whole.text, "月")
                     || g_str_equal (whole.text, "month");
  if (self->role != DUI_ROLE_UNKNOWN)
    return;
  self->period = read_whole_period (&plain);
  if (self->period.kind == DUI_PERIOD_TEXT_NONE)
    over_the_year = take_indicator_and_period (self, &plain, indicators);
  drop_marks (&plain);
  says = read_words (plain.text, &known) | (over_the_year ? 0 : SAYS_IGNORED);
  self->estimate = (says & SAYS_ESTIMATE) != 0;
  self->cumulative = (says & SAYS_CUMULATIVE) != 0;
  if (self->cumulative)
    self->period.alone = FALSE;
  self->printed = printed_of_words (says, self->percent);
  self->of_growth = (says & SAYS_GROWTH) != 0;
  self->role = role_of_words (says, known, self->percent);
  if (self->role == DUI_ROLE_VALUE && says == 0 && self->indicator == DUI_NO_INDICATOR
      && self->period.kind == DUI_PERIOD_TEXT_NONE)
    self->role = DUI_ROLE_UNKNOWN;
}

void
dui_heading_clear (DuiHeading *self)
{
  g_clear_pointer (&self->measure, g_free);
}
