/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts: read, rounded half away from zero and written, exactly (DESIGN §3 "amount"). */
#include "model/amount.h"
#include "model/error.h"

#include <string.h>

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int scale, shift;
    DuiAmount amount;
    gboolean rounded;
  } cases[] = {
    { "0", 4, 0, 0, FALSE },
    { "-0", 4, 0, 0, FALSE },
    { "-0.00004", 4, 0, 0, TRUE },
    { "12.5", 4, 0, 125000, FALSE },
    { "+12.5", 4, 0, 125000, FALSE },
    { "-12.5", 4, 0, -125000, FALSE },
    { ".5", 1, 0, 5, FALSE },
    { "5.", 1, 0, 50, FALSE },
    { "007", 0, 0, 7, FALSE },
    { "1.23450", 4, 0, 12345, FALSE },
    { "1.234500000000000000000000000000", 4, 0, 12345, FALSE },
    { "1.23455", 4, 0, 12346, TRUE },
    { "-1.23455", 4, 0, -12346, TRUE },
    { "1.23454999999999999999999999999999", 4, 0, 12345, TRUE },
    { "0.00005", 4, 0, 1, TRUE },
    { "0.5", 0, 0, 1, TRUE },
    { "-0.5", 0, 0, -1, TRUE },
    { "0.49", 0, 0, 0, TRUE },
    /* 亿元 to 万元, 元 to 万元, 元 to 亿元, percent to a fraction. */
    { "154.74", 4, 4, 15474000000, FALSE },
    { "12345", 4, -4, 12345, FALSE },
    { "12345.5", 4, -4, 12346, TRUE },
    { "12345.4", 4, -4, 12345, TRUE },
    { "123450000", 4, -8, 12345, FALSE },
    { "123445000", 4, -8, 12345, TRUE },
    { "123444999.99", 4, -8, 12344, TRUE },
    { "7.7", 10, -2, 770000000, FALSE },
    { "49", 0, -2, 0, TRUE },
    { "50", 0, -2, 1, TRUE },
    /* The ends. */
    { "100000000000000000", 0, 0, DUI_AMOUNT_MAX, FALSE },
    { "-100000000000000000", 0, 0, -DUI_AMOUNT_MAX, FALSE },
    { "10000000000000.0000", 4, 0, DUI_AMOUNT_MAX, FALSE },
    { "100000000000000000.4", 0, 0, DUI_AMOUNT_MAX, TRUE },
    { "1000000000000000000000000004", 0, -10, DUI_AMOUNT_MAX, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      DuiAmount amount = 77;
      gboolean rounded = 77;

      g_assert_true (dui_amount_parse (cases[i].text, cases[i].scale, cases[i].shift, &amount,
                                       &rounded, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount, ==, cases[i].amount);
      g_assert_cmpint (rounded, ==, cases[i].rounded);
      g_assert_true (
          dui_amount_parse (cases[i].text, cases[i].scale, cases[i].shift, &amount, NULL, NULL));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int scale, shift;
    DuiModelError code;
  } cases[] = {
    { "", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { ".", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "-", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "--1", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "1.2.3", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "1,234", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "1e3", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { " 1", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "1 ", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "0x10", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "nan", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "１２", 4, 0, DUI_MODEL_ERROR_NOT_A_NUMBER },
    { "100000000000000000.5", 0, 0, DUI_MODEL_ERROR_TOO_LARGE },
    { "100000000000000001", 0, 0, DUI_MODEL_ERROR_TOO_LARGE },
    { "-100000000000000001", 0, 0, DUI_MODEL_ERROR_TOO_LARGE },
    { "10000000000000.0001", 4, 0, DUI_MODEL_ERROR_TOO_LARGE },
    { "1000000000", 4, 9, DUI_MODEL_ERROR_TOO_LARGE },
    { "99999999999999999999999999999999999999999999999999", 4, 0, DUI_MODEL_ERROR_TOO_LARGE },
    { "99999999999999999999999999999999999999999999999999", 4, -8, DUI_MODEL_ERROR_TOO_LARGE },
    { "123456789012345678901234", 4, -8, DUI_MODEL_ERROR_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      DuiAmount amount = 77;

      g_assert_false (
          dui_amount_parse (cases[i].text, cases[i].scale, cases[i].shift, &amount, NULL, &error));
      g_assert_error (error, DUI_MODEL_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].text));
      g_assert_cmpint (amount, ==, 77);
    }
}

/* Every tie of one to four decimals up to 150: 5 as the digit that is dropped goes away from zero.
 * As doubles about half of them would fall short. */
static void
test_ties (void)
{
  for (int decimals = 0; decimals <= 3; decimals++)
    for (gint64 kept = 0; kept < 1500; kept++)
      {
        g_autofree char *text = dui_amount_to_string (kept * 10 + 5, decimals + 1);
        g_autofree char *negative = g_strconcat ("-", text, NULL);
        DuiRatio ratio = dui_amount_to_ratio (kept * 10 + 5, decimals + 1);
        DuiAmount amount;

        g_assert_true (dui_amount_parse (text, decimals, 0, &amount, NULL, NULL));
        g_assert_cmpint (amount, ==, kept + 1);
        g_assert_true (dui_amount_parse (negative, decimals, 0, &amount, NULL, NULL));
        g_assert_cmpint (amount, ==, -kept - 1);
        g_assert_true (dui_ratio_round (ratio, decimals) == kept + 1);
        ratio.num = -ratio.num;
        g_assert_true (dui_ratio_round (ratio, decimals) == -kept - 1);
        /* A hair below the tie stays. */
        ratio = dui_ratio_new ((kept * 10 + 5) * (DuiWide) 1000000 - 1,
                               dui_power_of_ten (decimals + 1) * (DuiWide) 1000000);
        g_assert_true (dui_ratio_round (ratio, decimals) == kept);
      }
}

static void
test_to_string (void)
{
  static const struct
  {
    DuiAmount amount;
    int scale;
    const char *text;
  } cases[] = {
    { 0, 4, "0" },
    { 15474000000, 4, "1547400" },
    { -125000, 4, "-12.5" },
    { 1, 4, "0.0001" },
    { -1, 9, "-0.000000001" },
    { 100, 0, "100" },
    { DUI_AMOUNT_MAX, 9, "100000000" },
    { -DUI_AMOUNT_MAX, 0, "-100000000000000000" },
    { DUI_AMOUNT_MISSING, 4, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dui_amount_to_string (cases[i].amount, cases[i].scale);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_true (dui_ratio_is_missing (dui_amount_to_ratio (DUI_AMOUNT_MISSING, 4)));
}

/* What is written reads back as the same amount. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint i = 0; i < 20000; i++)
    {
      gint64 wide = ((gint64) g_rand_int (random) << 32 | g_rand_int (random))
                    >> g_rand_int_range (random, 7, 64);
      DuiAmount amount = CLAMP (wide, -DUI_AMOUNT_MAX, DUI_AMOUNT_MAX), again;
      int scale = g_rand_int_range (random, 0, DUI_SCALE_MAX + 1);
      g_autofree char *text = dui_amount_to_string (amount, scale);
      gboolean rounded;

      g_assert_true (dui_amount_parse (text, scale, 0, &again, &rounded, NULL));
      g_assert_cmpint (again, ==, amount);
      g_assert_false (rounded);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/amount/parse", test_parse);
  g_test_add_func ("/model/amount/refused", test_refused);
  g_test_add_func ("/model/amount/ties", test_ties);
  g_test_add_func ("/model/amount/to-string", test_to_string);
  g_test_add_func ("/model/amount/round-trip", test_round_trip);
  return g_test_run ();
}
