/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures and how they convert. */
#include "model/measure.h"

static void
test_convert (void)
{
  static const struct
  {
    const char *from, *to;
    int shift;
  } cases[] = {
    { "亿元", "万元", 4 },
    { "万元", "亿元", -4 },
    { "元", "万元", -4 },
    { "千元", "万元", -1 },
    { "百万元", "万元", 2 },
    { "十万元", "万元", 1 },
    { "千万元", "万元", 3 },
    { "百亿元", "万元", 6 },
    { NULL, "万元", 0 },
    { " 万 元 ", "万元", 0 },
    { "人民币万元", "万元", 0 },
    { "亿千瓦时", "万千瓦时", 4 },
    { "千瓦时", "万千瓦时", -4 },
    { "度", "千瓦时", 0 },
    { "万度", "万千瓦时", 0 },
    { "kWh", "千瓦时", 0 },
    { "%", "%", 0 },
    { "％", "%", 0 },
    { "吨", "万吨", -4 },
    { "吨标准煤/万元", "吨标准煤/万元", 0 },
    { "万吨标准煤/万元", "吨标准煤/万元", 4 },
    { "100M yuan", "亿元", 0 },
    { "10k yuan", "亿元", -4 },
  };
  static const char *const apart[][2] = {
    { "万元", "万千瓦时" },
    { "%", "万元" },
    { "吨", "吨标准煤/万元" },
    { "个", "户" },
  };
  int shift;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s to %s", cases[i].from, cases[i].to);
      g_assert_true (dui_measure_convert (cases[i].from, cases[i].to, &shift));
      g_assert_cmpint (shift, ==, cases[i].shift);
    }
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    g_assert_false (dui_measure_convert (apart[i][0], apart[i][1], &shift));
}

static void
test_find (void)
{
  static const struct
  {
    const char *text, *measure;
  } cases[] = {
    { "产值（亿元）", "亿元" },
    { "产值(万元)", "万元" },
    { "单位：万元", "万元" },
    { "计量单位: 亿元", "亿元" },
    { "工业用电量（万千瓦时）", "万千瓦时" },
    { "增幅（%）", "%" },
    { "单位产值能耗（吨标准煤/万元）", "吨标准煤/万元" },
    { "产值 亿元", "亿元" },
    { "单位：亿元、%", "亿元" },
    { "（单位：万元）", "万元" },
    { "元至11月", NULL },
    { "产值", NULL },
    { "", NULL },
    { "三元镇", NULL },
    { "公元", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *measure = dui_measure_find (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (measure, ==, cases[i].measure);
    }
}

static void
test_display (void)
{
  g_assert_cmpstr (dui_measure_display ("亿元"), ==, "100M yuan");
  g_assert_cmpstr (dui_measure_display ("户"), ==, "户");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/measure/convert", test_convert);
  g_test_add_func ("/model/measure/find", test_find);
  g_test_add_func ("/model/measure/display", test_display);
  return g_test_run ();
}
