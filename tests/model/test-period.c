/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published months and days (DESIGN §3 "period"). */
#include "model/error.h"
#include "model/period.h"

static void
test_parse (void)
{
  static const char *const wrong[]
      = { "",         "2021",        "2021-",    "2021-1", "2021-00", "2021-13",
          "2021-11 ", "2021-11-01",  " 2021-11", "202111", "2021/11", "1948-12",
          "2200-01",  "２０２１-11", "+021-11",  "2021-1a" };
  DuiPeriod period;

  g_assert_true (dui_period_parse ("2021-11", &period, NULL));
  g_assert_cmpint (period, ==, 2021 * 12 + 10);
  g_assert_cmpint (dui_period_year (period), ==, 2021);
  g_assert_cmpint (dui_period_month (period), ==, 11);
  g_assert_true (dui_period_parse ("1949-01", &period, NULL));
  g_assert_true (dui_period_parse ("2199-12", &period, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (dui_period_parse (wrong[i], &period, &error));
      g_assert_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_NOT_A_PERIOD);
    }
}

static void
test_round_trip (void)
{
  for (DuiPeriod period = dui_period_new (1949, 1); period <= dui_period_new (2199, 12); period++)
    {
      g_autofree char *text = dui_period_to_string (period);
      DuiPeriod again;

      g_assert_true (dui_period_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, period);
    }
}

static void
test_labels (void)
{
  g_autofree char *january = dui_period_to_label (dui_period_new (2021, 1));
  g_autofree char *november = dui_period_to_label (dui_period_new (2021, 11));
  g_autofree char *short_january = dui_period_to_short_label (dui_period_new (2021, 1));
  g_autofree char *short_november = dui_period_to_short_label (dui_period_new (2021, 11));

  g_assert_cmpstr (january, ==, "January 2021");
  g_assert_cmpstr (november, ==, "2021 months 1–11");
  g_assert_cmpstr (short_january, ==, "January");
  g_assert_cmpstr (short_november, ==, "months 1–11");
}

/* The published months of a year, and the way from each to the next and back. */
static void
test_calendars (void)
{
  static const struct
  {
    DuiCalendar calendar;
    int months[13];
  } cases[] = {
    { DUI_CALENDAR_MONTHLY, { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 } },
    { DUI_CALENDAR_WITH_JANUARY, { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 } },
    { DUI_CALENDAR_QUARTERLY, { 3, 6, 9, 12 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DuiCalendar calendar = cases[i].calendar;
      DuiPeriod before = dui_period_new (2020, 12);

      for (guint m = 0; cases[i].months[m] > 0; m++)
        {
          DuiPeriod period = dui_period_new (2021, cases[i].months[m]);

          for (DuiPeriod between = before + 1; between < period; between++)
            {
              g_assert_false (dui_period_is_published (between, calendar));
              g_assert_cmpint (dui_period_next (between, calendar), ==, period);
              g_assert_cmpint (dui_period_previous (between, calendar), ==, before);
            }
          g_assert_true (dui_period_is_published (period, calendar));
          g_assert_cmpint (dui_period_next (before, calendar), ==, period);
          g_assert_cmpint (dui_period_previous (period, calendar), ==, before);
          before = period;
        }
    }
}

static void
test_days (void)
{
  static const char *const wrong[]
      = { "",           "2021-08",    "2021-08-",   "2021-08-1",  "2021-02-29",
          "2021-00-10", "2021-13-10", "2021-08-00", "2021-08-32", "2021-08-01 ",
          "20210801",   "1948-08-01", "2200-08-01" };
  DuiDay day;
  g_autofree char *text = NULL;

  g_assert_true (dui_day_parse ("2021-08-01", &day, NULL));
  g_assert_cmpint (day, ==, 20210801);
  text = dui_day_to_string (day);
  g_assert_cmpstr (text, ==, "2021-08-01");
  g_assert_true (dui_day_parse ("2020-02-29", &day, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (dui_day_parse (wrong[i], &day, &error));
      g_assert_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_NOT_A_PERIOD);
    }
  g_assert_cmpint (dui_period_last_day (dui_period_new (2021, 2)), ==, 20210228);
  g_assert_cmpint (dui_period_last_day (dui_period_new (2020, 2)), ==, 20200229);
  g_assert_cmpint (dui_period_last_day (dui_period_new (2021, 11)), ==, 20211130);
  g_assert_cmpint (dui_period_last_day (dui_period_new (2021, 12)), ==, 20211231);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/period/parse", test_parse);
  g_test_add_func ("/model/period/round-trip", test_round_trip);
  g_test_add_func ("/model/period/labels", test_labels);
  g_test_add_func ("/model/period/calendars", test_calendars);
  g_test_add_func ("/model/period/days", test_days);
  return g_test_run ();
}
