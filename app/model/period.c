/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/period.h"
#include "model/error.h"

#include <glib/gi18n-lib.h>

#define YEAR_MIN 1949
#define YEAR_MAX 2199

static int
read_digits (const char *text,
             int count)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

gboolean
dui_period_parse (const char *text,
                  DuiPeriod *period,
                  GError **error)
{
  int year = read_digits (text, 4);
  int month = year >= 0 && text[4] == '-' ? read_digits (text + 5, 2) : -1;

  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || text[7] != '\0')
    {
      g_set_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_NOT_A_PERIOD,
                   _ ("“%s” is not a period; write year and month, such as 2021-11"), text);
      return FALSE;
    }
  *period = dui_period_new (year, month);
  return TRUE;
}

char *
dui_period_to_string (DuiPeriod period)
{
  return g_strdup_printf ("%04d-%02d", dui_period_year (period), dui_period_month (period));
}

char *
dui_period_to_label (DuiPeriod period)
{
  if (dui_period_month (period) == 1)
    /* Translators: year; January alone. */
    return g_strdup_printf (_ ("January %d"), dui_period_year (period));
  /* Translators: 1 year, 2 last month of a cumulative period. */
  return g_strdup_printf (_ ("%1$d months 1–%2$d"), dui_period_year (period),
                          dui_period_month (period));
}

char *
dui_period_to_short_label (DuiPeriod period)
{
  if (dui_period_month (period) == 1)
    return g_strdup (_ ("January"));
  /* Translators: last month of a cumulative period. */
  return g_strdup_printf (_ ("months 1–%d"), dui_period_month (period));
}

gboolean
dui_period_is_published (DuiPeriod period,
                         DuiCalendar calendar)
{
  int month = dui_period_month (period);

  switch (calendar)
    {
    case DUI_CALENDAR_MONTHLY:
      return month != 1;
    case DUI_CALENDAR_QUARTERLY:
      return month % 3 == 0;
    case DUI_CALENDAR_WITH_JANUARY:
    default:
      return TRUE;
    }
}

DuiPeriod
dui_period_previous (DuiPeriod period,
                     DuiCalendar calendar)
{
  do
    period--;
  while (!dui_period_is_published (period, calendar));
  return period;
}

DuiPeriod
dui_period_next (DuiPeriod period,
                 DuiCalendar calendar)
{
  do
    period++;
  while (!dui_period_is_published (period, calendar));
  return period;
}

gboolean
dui_day_parse (const char *text,
               DuiDay *day,
               GError **error)
{
  int year = read_digits (text, 4);
  int month = year >= 0 && text[4] == '-' ? read_digits (text + 5, 2) : -1;
  int of_month = month >= 0 && text[7] == '-' ? read_digits (text + 8, 2) : -1;

  if (of_month < 0 || text[10] != '\0'
      || !g_date_valid_dmy (of_month, month, year) || year < YEAR_MIN || year > YEAR_MAX)
    {
      g_set_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_NOT_A_PERIOD,
                   _ ("“%s” is not a day; write year, month and day, such as 2021-08-01"), text);
      return FALSE;
    }
  *day = year * 10000 + month * 100 + of_month;
  return TRUE;
}

char *
dui_day_to_string (DuiDay day)
{
  return g_strdup_printf ("%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
}

DuiDay
dui_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now) * 10000 + g_date_time_get_month (now) * 100
         + g_date_time_get_day_of_month (now);
}

DuiDay
dui_period_last_day (DuiPeriod period)
{
  int year = dui_period_year (period), month = dui_period_month (period);

  return year * 10000 + month * 100 + g_date_get_days_in_month (month, year);
}
