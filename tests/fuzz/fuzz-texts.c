/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any cell as a number, an amount, a period, a place and a measure. */
#include <string.h>

#include "county.h"
#include "exchange/in/number-text.h"
#include "exchange/in/period-text.h"
#include "exchange/in/place-names.h"
#include "exchange/in/source.h"
#include "model/measure.h"

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

static void
read_numbers (const char *text, gsize length)
{
  static const char *const measures[] = { NULL, "万元", "万千瓦时", "吨标准煤/万元", "%" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (GError) error = NULL;
      DuiNumberText number;
      DuiNumberTextKind kind
          = dui_number_text_read (text, length, measures[i / 2], i & 1, &number, &error);
      DuiAmount amount;

      g_assert_true ((kind == DUI_NUMBER_TEXT_REFUSED) == (error != NULL));
      if (kind != DUI_NUMBER_TEXT_NUMBER)
        continue;
      g_assert_cmpint (ABS (number.mantissa), <=, G_GINT64_CONSTANT (1000000000000000));
      dui_number_text_to_double (&number);
      for (int places = -8; places <= 16; places += 4)
        if (dui_number_text_to_amount (&number, places, &amount, NULL))
          g_assert_cmpint (ABS (amount), <=, DUI_AMOUNT_MAX);
    }
}

static void
check_period (const DuiPeriodText *period, const char *text)
{
  g_autofree char *reason = dui_period_text_explain (period, text);

  g_assert_cmpint (period->month, >=, 0);
  g_assert_cmpint (period->month, <=, 12);
  if (period->kind == DUI_PERIOD_TEXT_MONTH)
    g_assert_cmpint (period->month, >, 0);
  g_assert_true (g_utf8_validate (reason, -1, NULL));
}

static void
read_words (const char *text)
{
  static County *county;
  static DuiPlaceNames *places;
  DuiPlainText plain, taken;
  DuiPeriodText period;
  g_autofree char *list = NULL;
  g_autofree char *measure = dui_measure_find (text);

  if (!county)
    {
      county = county_new (FALSE);
      places = dui_place_names_new (county->catalog);
    }
  dui_plain_text_fold (&plain, text, strlen (text));
  g_assert_true (g_utf8_validate (plain.text, (gssize) plain.length, NULL));
  period = dui_period_text_read (&plain);
  check_period (&period, text);
  taken = plain;
  period = dui_period_text_take (&taken);
  check_period (&period, text);
  g_assert_true (g_utf8_validate (taken.text, (gssize) taken.length, NULL));
  dui_place_names_match (places, &plain);
  dui_place_names_find (places, &plain);
  list = dui_place_names_list (places, &plain);
  if (measure)
    dui_measure_convert (measure, "万元", &(int){ 0 });
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autofree char *text = g_malloc0 (size + DUI_TEXT_PADDING);

  memcpy (text, data, size);
  if (memchr (text, '\0', size) || !g_utf8_validate (text, (gssize) size, NULL))
    return 0;
  read_numbers (text, size);
  read_words (text);
  return 0;
}
