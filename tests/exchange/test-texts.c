/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, periods, headings and names as they are written. */
#include "county.h"

#include <string.h>

#include "exchange/in/heading.h"
#include "exchange/in/number-text.h"
#include "exchange/in/place-names.h"

/* @text times 10^@places as an amount; "refused", "nothing" or "too large". */
static char *
read_number (const char *text, const char *measure, gboolean in_words, int places, gboolean *lossy)
{
  char padded[128] = { 0 };
  DuiNumberText number;
  DuiAmount amount;

  g_strlcpy (padded, text, sizeof padded - 16);
  *lossy = FALSE;
  switch (dui_number_text_read (padded, strlen (padded), measure, in_words, &number, NULL))
    {
    case DUI_NUMBER_TEXT_NOTHING:
      return g_strdup ("nothing");
    case DUI_NUMBER_TEXT_REFUSED:
      return g_strdup ("refused");
    case DUI_NUMBER_TEXT_NUMBER:
    default:
      break;
    }
  if (!dui_number_text_to_amount (&number, places, &amount, lossy))
    return g_strdup ("too large");
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", amount, number.percent ? "%" : "");
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text, *measure;
    gboolean in_words;
    int places;
    const char *amount;
    gboolean lossy;
  } cases[] = {
    { "0", NULL, FALSE, 4, "0", FALSE },
    { "12.5", NULL, FALSE, 4, "125000", FALSE },
    { "-12.5", NULL, FALSE, 0, "-13", TRUE }, /* half away from zero */
    { "12.4999", NULL, FALSE, 0, "12", TRUE },
    { "0.00005", NULL, FALSE, 4, "1", TRUE },
    { "0.000049999", NULL, FALSE, 4, "0", TRUE },
    { "5.", NULL, FALSE, 0, "5", FALSE },
    { ".5", NULL, FALSE, 1, "5", FALSE },
    { ".", NULL, FALSE, 1, "refused", FALSE },
    { "-.", NULL, FALSE, 1, "refused", FALSE },
    { "1.10000000000000008882", NULL, FALSE, 9, "1100000000", FALSE }, /* noise of a double */
    { "123456789012345", NULL, FALSE, 0, "123456789012345", FALSE },
    { "1234567890123456", NULL, FALSE, 0, "1234567890123460", TRUE }, /* 15 digits */
    { "9999999999999995", NULL, FALSE, 0, "10000000000000000", TRUE },
    { "100000000000000000", NULL, FALSE, 0, "100000000000000000", FALSE },
    { "100000000000000001", NULL, FALSE, 0, "100000000000000000", TRUE },
    { "10000000000001", NULL, FALSE, 4, "too large", FALSE },
    { "1e3", NULL, FALSE, 0, "1000", FALSE },
    { "1E-3", NULL, FALSE, 4, "10", FALSE },
    { "1e999", NULL, FALSE, 0, "too large", FALSE },
    { "0e999", NULL, FALSE, 0, "0", FALSE },
    { "1e-999", NULL, FALSE, 4, "0", TRUE },
    { "１，２３４．５", NULL, FALSE, 1, "12345", FALSE },
    { "1,234,567", NULL, FALSE, 0, "1234567", FALSE },
    { "12,34,567", NULL, FALSE, 0, "refused", FALSE },
    { "1,2345", NULL, FALSE, 0, "refused", FALSE },
    { "1,234.5", NULL, FALSE, 1, "12345", FALSE },
    { "1.234,5", NULL, FALSE, 1, "refused", FALSE },
    { ",123", NULL, FALSE, 0, "refused", FALSE },
    { "1 234 567", NULL, FALSE, 0, "1234567", FALSE },
    { "\xc2\xa0"
      "12\xe3\x80\x80",
      NULL, FALSE, 0, "12", FALSE },
    { "+3", NULL, FALSE, 0, "3", FALSE },
    { "−3", NULL, FALSE, 0, "-3", FALSE },
    { "－３", NULL, FALSE, 0, "-3", FALSE },
    { "(3)", NULL, FALSE, 0, "-3", FALSE },
    { "（3）", NULL, FALSE, 0, "-3", FALSE },
    { "(-3)", NULL, FALSE, 0, "refused", FALSE },
    { "--3", NULL, FALSE, 0, "refused", FALSE },
    { "3-", NULL, FALSE, 0, "refused", FALSE },
    { "12.5%", NULL, FALSE, 1, "125%", FALSE },
    { "12.5 ％", NULL, FALSE, 1, "125%", FALSE },
    { "12.5‰", NULL, FALSE, 1, "refused", FALSE },
    { "12.5亿元", "万元", FALSE, 0, "125000", FALSE },
    { "12.5亿", "万元", FALSE, 0, "125000", FALSE },
    { "5000元", "万元", FALSE, 1, "5", FALSE },
    { "3百万元", "万元", FALSE, 0, "300", FALSE },
    { "5亿千瓦时", "万千瓦时", FALSE, 0, "50000", FALSE },
    { "5亿", "万千瓦时", FALSE, 0, "50000", FALSE },
    { "5吨", "万元", FALSE, 0, "refused", FALSE },
    { "5亿", NULL, FALSE, 0, "refused", FALSE },
    { "¥5", "元", FALSE, 0, "5", FALSE },
    { "下降3.2", NULL, FALSE, 1, "refused", FALSE },
    { "下降3.2", NULL, TRUE, 1, "-32", FALSE },
    { "下降-3.2%", NULL, TRUE, 1, "refused", FALSE },
    { "增长3.2个百分点", NULL, TRUE, 1, "refused", FALSE },
    { "↓3.2", NULL, TRUE, 1, "-32", FALSE },
    { "▲ 3.2%", NULL, TRUE, 1, "32%", FALSE },
    { "持平", NULL, TRUE, 1, "0", FALSE },
    { "", NULL, FALSE, 0, "nothing", FALSE },
    { "  ", NULL, FALSE, 0, "nothing", FALSE },
    { "—", NULL, FALSE, 0, "nothing", FALSE },
    { "－－", NULL, FALSE, 0, "nothing", FALSE },
    { "未报送", NULL, FALSE, 0, "nothing", FALSE },
    { "N/A", NULL, FALSE, 0, "nothing", FALSE },
    { "#N/A", NULL, FALSE, 0, "refused", FALSE },
    { "0x10", NULL, FALSE, 0, "refused", FALSE },
    { "NaN", NULL, FALSE, 0, "refused", FALSE },
    { "inf", NULL, FALSE, 0, "refused", FALSE },
    { "'12", NULL, FALSE, 0, "12", FALSE },
    { "12.5abc", NULL, FALSE, 0, "refused", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean lossy;
      g_autofree char *amount = read_number (cases[i].text, cases[i].measure, cases[i].in_words,
                                             cases[i].places, &lossy);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (amount, ==, cases[i].amount);
      g_assert_cmpint (lossy, ==, cases[i].lossy);
    }
}

static void
test_titles (void)
{
  static const struct
  {
    const char *text;
    DuiPeriodTextKind kind;
    int year, month;
    const char *rest;
  } cases[] = {
    { "清丰县2021年1—11月工业经济", DUI_PERIOD_TEXT_MONTH, 2021, 11, "清丰县工业经济" },
    { "2021年工业经济1-11月运行", DUI_PERIOD_TEXT_MONTH, 2021, 11, "工业经济运行" },
    { "1-11月完成（2021年度）", DUI_PERIOD_TEXT_MONTH, 2021, 11, "完成()" },
    { "截至2021年11月30日", DUI_PERIOD_TEXT_MONTH, 2021, 11, "截至" },
    { "2021年12月5日印", DUI_PERIOD_TEXT_NONE, 0, 0, "2021年12月5日印" },
    { "清政〔2021〕15号", DUI_PERIOD_TEXT_NONE, 0, 0, "清政(2021)15号" },
    { "2021年", DUI_PERIOD_TEXT_YEAR, 2021, 0, "" },
    { "产值2021", DUI_PERIOD_TEXT_NONE, 0, 0, "产值2021" },
    { "2021M11", DUI_PERIOD_TEXT_MONTH, 2021, 11, "" },
    { "2021Q1", DUI_PERIOD_TEXT_MONTH, 2021, 3, "" },
    { "产值202111", DUI_PERIOD_TEXT_MONTH, 2021, 11, "产值" },
    { "产值2021-11", DUI_PERIOD_TEXT_MONTH, 2021, 11, "产值" },
    { "20211203收", DUI_PERIOD_TEXT_NONE, 0, 0, "20211203收" },
    { "410922100", DUI_PERIOD_TEXT_NONE, 0, 0, "410922100" },
    { "上半年产值（万元）", DUI_PERIOD_TEXT_MONTH, 0, 6, "产值(万元)" },
    { "3—5月产值", DUI_PERIOD_TEXT_RANGE, 0, 5, "产值" },
    { "一般公共预算收入", DUI_PERIOD_TEXT_NONE, 0, 0, "一般公共预算收入" },
    { "市场营销", DUI_PERIOD_TEXT_NONE, 0, 0, "市场营销" },
    { "market", DUI_PERIOD_TEXT_NONE, 0, 0, "market" },
    { "output Nov 2021", DUI_PERIOD_TEXT_MONTH, 2021, 11, "output" },
    { "亿元至少", DUI_PERIOD_TEXT_NONE, 0, 0, "亿元至少" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiPlainText plain;
      DuiPeriodText period;

      dui_plain_text_fold (&plain, cases[i].text, strlen (cases[i].text));
      period = dui_period_text_take (&plain);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (period.kind, ==, cases[i].kind);
      g_assert_cmpint (period.year, ==, cases[i].year);
      g_assert_cmpint (period.month, ==, cases[i].month);
      g_assert_cmpstr (plain.text, ==, cases[i].rest);
    }
}

static void
test_headings (void)
{
  static const struct
  {
    const char *text;
    DuiColumnRole role;
    const char *indicator;
    int month;
    const char *measure;
  } cases[] = {
    { "单位", DUI_ROLE_PLACE, NULL, 0, NULL },
    { "乡（镇）", DUI_ROLE_PLACE, NULL, 0, NULL },
    { "县 区", DUI_ROLE_PLACE, NULL, 0, NULL },
    { "unit_code", DUI_ROLE_CODE, NULL, 0, NULL },
    { "指标名称", DUI_ROLE_INDICATOR, NULL, 0, NULL },
    { "Period", DUI_ROLE_PERIOD, NULL, 0, NULL },
    { "月份", DUI_ROLE_PERIOD, NULL, 0, NULL },
    { "计量单位", DUI_ROLE_MEASURE, NULL, 0, NULL },
    { "单位：万元", DUI_ROLE_UNKNOWN, NULL, 0, "万元" },
    { "累计", DUI_ROLE_VALUE, NULL, 0, NULL },
    { "本月止累计", DUI_ROLE_VALUE, NULL, 0, NULL },
    { "自年初累计完成", DUI_ROLE_VALUE, NULL, 0, NULL },
    { "completed", DUI_ROLE_VALUE, NULL, 0, NULL },
    { "完成（亿元）", DUI_ROLE_VALUE, NULL, 0, "亿元" },
    { "1-11月完成", DUI_ROLE_VALUE, NULL, 11, NULL },
    { "工业总产值", DUI_ROLE_VALUE, "output", 0, NULL },
    { "规模以上工业总产值（万元）", DUI_ROLE_VALUE, "output", 0, "万元" },
    { "工业总产值 2021年1-11月 同比增长（%）", DUI_ROLE_GROWTH, "output", 11, NULL },
    { "工业投资增速", DUI_ROLE_GROWTH, "industrial-investment", 0, NULL },
    { "规上工业增加值增速（%）", DUI_ROLE_VALUE, "value-added", 0, NULL },
    { "Industrial investment", DUI_ROLE_VALUE, "industrial-investment", 0, NULL },
    { "上年同期", DUI_ROLE_BASE, NULL, 0, NULL },
    { "去年基数", DUI_ROLE_BASE, NULL, 0, NULL },
    { "base", DUI_ROLE_BASE, NULL, 0, NULL },
    { "同比±%", DUI_ROLE_GROWTH, NULL, 0, NULL },
    { "比上年同期增长", DUI_ROLE_GROWTH, NULL, 0, NULL },
    { "累计增幅", DUI_ROLE_GROWTH, NULL, 0, NULL },
    { "growth rate", DUI_ROLE_GROWTH, NULL, 0, NULL },
    { "上年同期增速", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "比上年同期增减额", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "当月", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "本月完成", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "当月增幅", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "环比", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "年度目标", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "完成率", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "完成（%）", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "占年度目标%", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "增速位次", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "备 注", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "序号", DUI_ROLE_IGNORED, NULL, 0, NULL },
    { "开工项目数", DUI_ROLE_UNKNOWN, NULL, 0, NULL },
    { "累计开工项目", DUI_ROLE_UNKNOWN, NULL, 0, NULL },
    { "工业总产值产销率", DUI_ROLE_UNKNOWN, "output", 0, NULL },
    { "", DUI_ROLE_BLANK, NULL, 0, NULL },
    { "3", DUI_ROLE_UNKNOWN, NULL, 0, NULL },
  };
  g_autoptr (County) county = county_new (FALSE);
  g_autoptr (DuiIndicatorNames) names = dui_indicator_names_new (county->catalog);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiHeading heading;

      dui_heading_read (&heading, cases[i].text, names);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (heading.role, ==, cases[i].role);
      g_assert_cmpint (heading.period.month, ==, cases[i].month);
      g_assert_cmpstr (heading.measure, ==, cases[i].measure);
      g_assert_cmpstr (heading.indicator == DUI_NO_INDICATOR
                           ? NULL
                           : dui_indicator_get_code (
                               g_ptr_array_index (county->catalog->indicators, heading.indicator)),
                       ==, cases[i].indicator);
      dui_heading_clear (&heading);
    }
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    DuiPlaceTextKind kind;
    const char *code;
    gboolean respelled;
  } cases[] = {
    { "仙庄乡", DUI_PLACE_TEXT_PLACE, "410922103", TRUE },
    { "仙庄街道办事处", DUI_PLACE_TEXT_PLACE, "410922103", TRUE },
    { "清丰乡", DUI_PLACE_TEXT_UNKNOWN, NULL },
    { "濮阳镇", DUI_PLACE_TEXT_AMBIGUOUS, NULL },
    { "城关镇", DUI_PLACE_TEXT_PLACE, "410922100" },
    { "城关", DUI_PLACE_TEXT_PLACE, "410922100" },
    { "城关镇人民政府", DUI_PLACE_TEXT_PLACE, "410922100" },
    { "其中:城关镇", DUI_PLACE_TEXT_PLACE, "410922100" },
    { "1、城关镇", DUI_PLACE_TEXT_PLACE, "410922100" },
    { "清丰县城关镇", DUI_PLACE_TEXT_PLACE, "410922100" },
    { "濮阳市清丰县城关", DUI_PLACE_TEXT_PLACE, "410922100" },
    { "南乐县城关镇", DUI_PLACE_TEXT_UNKNOWN, NULL },
    { "老仙庄公社", DUI_PLACE_TEXT_PLACE, "410922103" },
    { "410922103", DUI_PLACE_TEXT_PLACE, "410922103" },
    { "410922103000", DUI_PLACE_TEXT_PLACE, "410922103" },
    { "410922103001", DUI_PLACE_TEXT_UNKNOWN, NULL },
    { "410922", DUI_PLACE_TEXT_PLACE, "410922" },
    { "410922000", DUI_PLACE_TEXT_PLACE, "410922" },
    { "4109", DUI_PLACE_TEXT_PLACE, "410900" },
    { "清丰", DUI_PLACE_TEXT_PLACE, "410922" },
    { "全县", DUI_PLACE_TEXT_PLACE, "410922" },
    { "全市", DUI_PLACE_TEXT_PLACE, "410900" },
    { "全省", DUI_PLACE_TEXT_UNKNOWN, NULL },
    { "濮阳", DUI_PLACE_TEXT_AMBIGUOUS, NULL },
    { "濮阳县", DUI_PLACE_TEXT_PLACE, "410928" },
    { "合 计", DUI_PLACE_TEXT_TOTAL, NULL },
    { "乡镇合计", DUI_PLACE_TEXT_TOTAL, NULL },
    { "全县总计", DUI_PLACE_TEXT_TOTAL, NULL },
    { "Total", DUI_PLACE_TEXT_TOTAL, NULL },
    { "小计", DUI_PLACE_TEXT_SUBTOTAL, NULL },
    { "平均", DUI_PLACE_TEXT_NOTE, NULL },
    { "注：快报数", DUI_PLACE_TEXT_NOTE, NULL },
    { "填报人：张三", DUI_PLACE_TEXT_NOTE, NULL },
    { "注1", DUI_PLACE_TEXT_NOTE, NULL },
    { "注塑厂", DUI_PLACE_TEXT_UNKNOWN, NULL },
    { "", DUI_PLACE_TEXT_BLANK, NULL },
    { "镇", DUI_PLACE_TEXT_UNKNOWN, NULL },
    { "县直单位", DUI_PLACE_TEXT_UNKNOWN, NULL },
  };
  g_autoptr (County) county = county_new (FALSE);
  g_autoptr (DuiPlaceNames) names = dui_place_names_new (county->catalog);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiPlainText plain;
      DuiPlaceText match;

      dui_plain_text_fold (&plain, cases[i].text, strlen (cases[i].text));
      match = dui_place_names_match (names, &plain);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (match.kind, ==, cases[i].kind);
      if (cases[i].code)
        g_assert_cmpuint (match.place, ==, county_place (county, cases[i].code));
      g_assert_cmpint (match.respelled, ==, cases[i].respelled);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/texts/numbers", test_numbers);
  g_test_add_func ("/exchange/texts/titles", test_titles);
  g_test_add_func ("/exchange/texts/headings", test_headings);
  g_test_add_func ("/exchange/texts/places", test_places);
  return g_test_run ();
}
