/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published months (DESIGN §3 "period"): year * 12 + month - 1, as the book stores them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 DuiPeriod;

#define DUI_PERIOD_NONE (-1)

/* Which months an indicator publishes. */
typedef enum
{
  DUI_CALENDAR_MONTHLY,      /* January is not published alone: 1–2月 is one period */
  DUI_CALENDAR_WITH_JANUARY, /* every month */
  DUI_CALENDAR_QUARTERLY,    /* March, June, September, December */
} DuiCalendar;

static inline DuiPeriod
dui_period_new (int year, int month)
{
  return year * 12 + month - 1;
}

static inline int
dui_period_year (DuiPeriod period)
{
  return period / 12;
}

static inline int
dui_period_month (DuiPeriod period)
{
  return period % 12 + 1;
}

/* "2021-11" of the years 1949 to 2199; DUI_MODEL_ERROR_NOT_A_PERIOD. */
gboolean dui_period_parse (const char *text, DuiPeriod *period, GError **error);

/* "2021-11". The caller frees it. */
char *dui_period_to_string (DuiPeriod period);

/* "2021年1—11月"; January alone "2021年1月". Translated; the caller frees it. */
char *dui_period_to_label (DuiPeriod period);

/* The same without the year: "1—11月". */
char *dui_period_to_short_label (DuiPeriod period);

gboolean dui_period_is_published (DuiPeriod period, DuiCalendar calendar);

/* The published period before or after @period. */
DuiPeriod dui_period_previous (DuiPeriod period, DuiCalendar calendar);
DuiPeriod dui_period_next (DuiPeriod period, DuiCalendar calendar);

/* Days as yyyymmdd integers, the form of effective dates in the book and in JSON "YYYY-MM-DD". */
typedef gint32 DuiDay;

gboolean dui_day_parse (const char *text, DuiDay *day, GError **error);
char *dui_day_to_string (DuiDay day);

/* Here and now. */
DuiDay dui_day_today (void);

/* The last day of @period's month. */
DuiDay dui_period_last_day (DuiPeriod period);

G_END_DECLS
