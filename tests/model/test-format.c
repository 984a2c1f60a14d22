/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as people read them (PRACTICE R10, R18). */
#include "model/format.h"

#define assert_text(call, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *assert_text_got = call;                                                       \
    g_assert_cmpstr (assert_text_got, ==, expected);                                               \
  }                                                                                                \
  G_STMT_END

static void
test_numbers (void)
{
  assert_text (dui_format_number (dui_ratio_new (12345, 100), 1), "123.5");
  assert_text (dui_format_number (dui_ratio_new (-12345, 100), 1), "−123.5");
  assert_text (dui_format_number (dui_ratio_new (-4, 100), 1), "0.0");
  assert_text (dui_format_number (DUI_RATIO_MISSING, 1), "—");
  assert_text (dui_format_magnitude (dui_ratio_new (-12345, 100), 1), "123.5");
  assert_text (dui_format_magnitude (dui_ratio_new (12345, 100), 1), "123.5");
  assert_text (dui_format_magnitude (DUI_RATIO_MISSING, 1), "—");
  assert_text (dui_format_percent (dui_ratio_new (15474, 20000), 1), "77.4");
  assert_text (dui_format_percent (dui_ratio_new (-32, 1000), 1), "−3.2");
  assert_text (dui_format_percent (DUI_RATIO_MISSING, 1), "—");
}

/* R18: 亿元 with two decimals, from 万元 with four. */
static void
test_amounts (void)
{
  g_autoptr (DuiIndicator) output
      = g_object_new (DUI_TYPE_INDICATOR, "measure", "万元", "shown-measure", "亿元", "shown-shift",
                      4, "scale", 4, "decimals", 2, NULL);
  g_autoptr (DuiIndicator) energy
      = g_object_new (DUI_TYPE_INDICATOR, "scale", 4, "decimals", 3, NULL);
  g_autoptr (DuiIndicator) smaller
      = g_object_new (DUI_TYPE_INDICATOR, "shown-shift", -3, "scale", 0, "decimals", 0, NULL);

  assert_text (dui_format_amount (output, 15474000000), "154.74");
  assert_text (dui_format_amount (output, -15474500000), "−154.75");
  assert_text (dui_format_amount (output, 0), "0.00");
  assert_text (dui_format_amount (output, DUI_AMOUNT_MISSING), "—");
  assert_text (dui_format_amount (output, DUI_AMOUNT_MAX), "1000000000.00");
  /* (42 - 10) / 3 亿元 */
  assert_text (dui_format_average (output, dui_ratio_new (3200000000, 3)), "10.67");
  assert_text (dui_format_average (output, DUI_RATIO_MISSING), "—");
  assert_text (dui_format_amount (energy, 8500), "0.850");
  assert_text (dui_format_amount (smaller, 12), "12000");
  /* 32 万元 is not nothing; and how the measure and raw amounts are shown. */
  assert_text (dui_format_with_measure (output, dui_ratio_new (15474000000, 1)),
               "154.74 (100M yuan)");
  assert_text (dui_format_with_measure (output, dui_ratio_new (320000, 1)), "32.00 (10k yuan)");
  assert_text (dui_format_with_measure (output, dui_ratio_new (0, 1)), "0.00 (100M yuan)");
  assert_text (dui_format_number (dui_format_raw_to_shown (output, dui_ratio_new (1, 1)), 8),
               "0.00000001");
  assert_text (dui_format_number (dui_format_measured_to_shown (output, dui_ratio_new (1, 1)), 4),
               "0.0001");
}

/* R10: the column gains one decimal, and only one. */
static void
test_column_decimals (void)
{
  const DuiRatio alike[] = { { 1254, 100 }, { 1246, 100 }, DUI_RATIO_MISSING };
  const DuiRatio equal[] = { { 1254, 100 }, { 2508, 200 } };
  const DuiRatio apart[] = { { 126, 10 }, { 125, 10 }, { -125, 10 } };
  const DuiRatio closer[] = { { 12501, 1000 }, { 12502, 1000 }, { 3, 1 } };
  const DuiRatio closest[] = { { 100000000, 1 }, { 1000000000000001, 10000000 } };
  /* -0.04 and 0.04 both print as 0.0. */
  const DuiRatio around_zero[] = { { -4, 100 }, { 4, 100 } };

  g_assert_cmpint (dui_format_column_decimals (alike, 3, 1), ==, 2);
  g_assert_cmpint (dui_format_column_decimals (equal, 2, 1), ==, 1);
  g_assert_cmpint (dui_format_column_decimals (apart, 3, 1), ==, 1);
  g_assert_cmpint (dui_format_column_decimals (closer, 3, 1), ==, 2);
  g_assert_cmpint (dui_format_column_decimals (closest, 2, 1), ==, 2);
  g_assert_cmpint (dui_format_column_decimals (around_zero, 2, 1), ==, 2);
  g_assert_cmpint (dui_format_column_decimals (NULL, 0, 2), ==, 2);
}

/* 0.88 of a limit of 0.85 is 0.03 above it, though the difference is a bad one (PRACTICE R9). */
static void
test_differences (void)
{
  g_autoptr (DuiIndicator) pace = g_object_new (DUI_TYPE_INDICATOR, NULL);
  g_autoptr (DuiIndicator) level
      = g_object_new (DUI_TYPE_INDICATOR, "kind", (int) DUI_KIND_LEVEL, NULL);
  g_autoptr (DuiIndicator) limit = g_object_new (DUI_TYPE_INDICATOR, "kind", (int) DUI_KIND_LEVEL,
                                                 "direction", (int) DUI_DIRECTION_LOWER, NULL);
  const DuiRatio bad = { -3, 100 };

  assert_text (dui_format_number (dui_format_difference_to_shown (pace, bad), 2), "−0.03");
  assert_text (dui_format_number (dui_format_difference_to_shown (level, bad), 2), "−0.03");
  assert_text (dui_format_number (dui_format_difference_to_shown (limit, bad), 2), "0.03");
  assert_text (dui_format_number (dui_format_difference_to_shown (limit, DUI_RATIO_MISSING), 2),
               "—");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/format/numbers", test_numbers);
  g_test_add_func ("/model/format/amounts", test_amounts);
  g_test_add_func ("/model/format/differences", test_differences);
  g_test_add_func ("/model/format/column-decimals", test_column_decimals);
  return g_test_run ();
}
