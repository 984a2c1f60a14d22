/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/period-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define YEAR_MIN 1949
#define YEAR_MAX 2199

/* Serial numbers of 1 January 2000 and 31 December 2099 in a workbook's calendar. */
#define SERIAL_MIN 36526
#define SERIAL_MAX 73050
#define JULIAN_OF_SERIAL_0 693594 /* 30 December 1899, in GDate's count */

static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
static const char *const months[]
    = { "元", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
static const char *const english[]
    = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
static const char *const english_rest[]
    = { "uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember" };

static gboolean
skip (const char **p, const char *word)
{
  if (!g_str_has_prefix (*p, word))
    return FALSE;
  *p += strlen (word);
  return TRUE;
}

static guint
count_digits (const char *p)
{
  guint n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;
  return n;
}

static int
take_number (const char **p, guint n_digits)
{
  int value = 0;

  for (; n_digits > 0; n_digits--)
    value = value * 10 + (*(*p)++ - '0');
  return value;
}

static int
take_chinese_month (const char **p)
{
  for (int i = (int) G_N_ELEMENTS (months) - 1; i >= 0; i--)
    if (skip (p, months[i]))
      {
        if (i < 10)
          return MAX (i, 1);
        if (skip (p, "一"))
          return 11;
        return skip (p, "二") ? 12 : 10;
      }
  return 0;
}

/* 1 to 12 in digits or characters, 元 for January; 0 for none. */
static int
take_month (const char **p)
{
  const char *q = *p;
  guint n = count_digits (q);
  int month;

  if (n == 0)
    month = take_chinese_month (&q);
  else
    month = n <= 2 ? take_number (&q, n) : 0;
  if (month < 1 || month > 12)
    return 0;
  *p = q;
  return month;
}

static gboolean
skip_dash (const char **p)
{
  const char *q = *p;

  if (skip (&q, "至") || skip (&q, "到") || skip (&q, "~"))
    ;
  else if (skip (&q, "一")) /* the numeral, typed for a dash */
    {
      if (!g_ascii_isdigit (*q))
        return FALSE;
    }
  else if (*q != '-')
    return FALSE;
  while (*q == '-')
    q++;
  *p = q;
  return TRUE;
}

/* 二〇二一 */
static int
take_chinese_year (const char **p)
{
  const char *q = *p;
  int year = 0;

  for (guint taken = 0; taken < 4; taken++)
    {
      guint i = 0;

      if (skip (&q, "零") || skip (&q, "○"))
        i = 0;
      else
        {
          while (i < G_N_ELEMENTS (digits) && !skip (&q, digits[i]))
            i++;
          if (i == G_N_ELEMENTS (digits))
            return 0;
        }
      year = year * 10 + (int) i;
    }
  *p = q;
  return year;
}

/* A year with 年 behind it: 2021年, 21年, 二〇二一年; 0 for none. */
static int
take_year (const char **p)
{
  const char *q = *p;
  guint n = count_digits (q);
  int year;

  if (n == 4 || n == 2)
    year = take_number (&q, n) + (n == 2 ? 2000 : 0);
  else
    year = n == 0 ? take_chinese_year (&q) : 0;
  if (year < YEAR_MIN || year > YEAR_MAX || !skip (&q, "年"))
    return 0;
  skip (&q, "度");
  *p = q;
  return year;
}

static void
set_month (DuiPeriodText *self, int first, int last)
{
  self->kind = first == 1 ? DUI_PERIOD_TEXT_MONTH : DUI_PERIOD_TEXT_RANGE;
  self->month = last;
}

/* The day of a period is its month's first or one of its last; 11 January is rather 1-11. */
static void
set_day (DuiPeriodText *self, int month, int day)
{
  gboolean usable = (day == 1 && self->year != 0) || day >= 28;

  self->day = TRUE;
  self->month = month;
  self->kind = usable ? DUI_PERIOD_TEXT_MONTH : DUI_PERIOD_TEXT_DAY;
  if (!usable && month == 1 && day <= 12)
    {
      self->kind = DUI_PERIOD_TEXT_DAMAGED;
      self->month = day;
    }
}

static gboolean
skip_month_word (const char **p)
{
  if (!skip (p, "月"))
    return FALSE;
  skip (p, "份");
  return TRUE;
}

/* 一季度, 1-3季度, q1; @p is behind 第, if any. */
static const char *
scan_quarters (const char *p, DuiPeriodText *self)
{
  int first, last;

  if (*p == 'q' && p[1] >= '1' && p[1] <= '4')
    {
      set_month (self, p[1] - '0', (p[1] - '0') * 3);
      return p + 2;
    }
  skip (&p, "第");
  first = last = take_month (&p);
  if (first > 0 && skip_dash (&p))
    last = take_month (&p);
  if (first == 0 || last < first || last > 4 || !(skip (&p, "季度") || skip (&p, "季")))
    return NULL;
  set_month (self, first, last * 3);
  return p;
}

/* 上半年, 全年, 前三季度, 前11个月 */
static const char *
scan_words (const char *p, DuiPeriodText *self)
{
  int last;

  if (skip (&p, "上半年"))
    {
      set_month (self, 1, 6);
      return p;
    }
  if (skip (&p, "全年"))
    {
      set_month (self, 1, 12);
      return p;
    }
  if (!skip (&p, "前"))
    return NULL;
  last = take_month (&p);
  if (last >= 1 && last <= 4 && skip (&p, "季度"))
    set_month (self, 1, last * 3);
  else if (last >= 1 && (skip (&p, "个月") || skip (&p, "月")))
    set_month (self, 1, last);
  else
    return NULL;
  return p;
}

/* 1-11月, 1月至11月, 11月, 11月30日; with @bare also 1-11, 11 and 1/11. */
static const char *
scan_months (const char *p, gboolean bare, DuiPeriodText *self)
{
  int first = take_month (&p), last;
  gboolean said;
  const char *q;

  if (first == 0)
    return NULL;
  said = skip_month_word (&p);
  q = p;
  if (skip_dash (&q))
    {
      take_year (&q);
      last = take_month (&q);
      if (last > first && (skip_month_word (&q) || bare))
        {
          set_month (self, first, last);
          return q;
        }
    }
  q = p;
  if ((said || (bare && skip (&q, "/"))) && count_digits (q) >= 1 && count_digits (q) <= 2)
    {
      last = take_number (&q, count_digits (q));
      if (skip (&q, "日") || skip (&q, "号") || !said)
        {
          set_day (self, first, last);
          return q;
        }
    }
  if (!said && !bare)
    return NULL;
  set_month (self, 1, first);
  self->alone = TRUE;
  return p;
}

/* What follows "2021-11": a day with perhaps a time of day, or the end of a range. */
static const char *
scan_after_month (const char *p, char separator, int month, gboolean bare, DuiPeriodText *self)
{
  const char *q = p;
  int second;

  if (separator != '\0' && *p == separator && g_ascii_isdigit (p[1]))
    {
      q = p + 1;
      second = take_number (&q, MIN (count_digits (q), 2));
      if (second > month && second <= 12 && skip_month_word (&q))
        set_month (self, month, second);
      else
        {
          set_day (self, month, second);
          q += strspn (q, "t0123456789:.z");
        }
      return q;
    }
  if (skip_dash (&q))
    {
      second = take_month (&q);
      if (second > month && (skip_month_word (&q) || bare))
        {
          set_month (self, month, second);
          return q;
        }
    }
  set_month (self, 1, month);
  return p;
}

/* A date as a workbook counts it. */
static const char *
scan_serial (const char *p, DuiPeriodText *self)
{
  int serial = take_number (&p, 5);
  GDate date;

  if (serial < SERIAL_MIN || serial > SERIAL_MAX)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (serial + JULIAN_OF_SERIAL_0));
  self->year = g_date_get_year (&date);
  set_day (self, (int) g_date_get_month (&date), g_date_get_day (&date));
  return p;
}

/* 2021-11, 2021.11, 2021/11/1, 202111, 20211130; with @bare also 2021 and serial numbers. */
static const char *
scan_numeric (const char *p, gboolean bare, DuiPeriodText *self)
{
  guint n = count_digits (p);
  int month;
  guint n_month;
  char separator;

  if (n == 5 && bare)
    return scan_serial (p, self);
  if (n != 4 && n != 6 && n != 8)
    return NULL;
  self->year = take_number (&p, 4);
  if (self->year < YEAR_MIN || self->year > YEAR_MAX)
    return NULL;
  if (n == 4 && *p == '\0' && bare)
    {
      self->kind = DUI_PERIOD_TEXT_YEAR;
      return p;
    }
  if (n == 4 && *p == 'q')
    return scan_quarters (p, self);
  separator = n == 4 ? *p++ : '\0';
  if (n == 4 && (separator == '\0' || !strchr ("-./m", separator)))
    return NULL;
  n_month = n == 4 ? count_digits (p) : 2;
  month = n_month == 1 || n_month == 2 ? take_number (&p, n_month) : 0;
  if (month < 1 || month > 12)
    return NULL;
  if (n == 8)
    {
      set_day (self, month, take_number (&p, 2));
      return p;
    }
  p = scan_after_month (p, separator, month, bare, self);
  if (separator == '.' && n_month == 1 && month == 1 && self->month == 1 && !self->day
      && !g_str_has_prefix (p, "月"))
    self->kind = DUI_PERIOD_TEXT_TENTH;
  skip_month_word (&p);
  return p;
}

static int
take_english_month (const char **p)
{
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    if (skip (p, english[i]))
      {
        skip (p, english_rest[i]);
        return (int) i + 1;
      }
  return 0;
}

/* nov-21, nov 2021, jan-nov 2021, 11-jan; only with a year of four digits unless @bare. */
static const char *
scan_english (const char *p, gboolean bare, DuiPeriodText *self)
{
  guint n = count_digits (p);
  int day = n == 1 || n == 2 ? take_number (&p, n) : 0;
  int first, last;

  if (day > 0)
    skip (&p, "-");
  first = last = take_english_month (&p);
  if (first > 0 && day == 0 && *p == '-' && g_ascii_isalpha (p[1]))
    {
      p++;
      last = take_english_month (&p);
    }
  skip (&p, "-");
  n = count_digits (p);
  if (last == 0 || (!bare && n != 4))
    return NULL;
  if (n == 4)
    self->year = take_number (&p, 4);
  else if (n == 2 && day == 0)
    {
      day = take_number (&p, 2);
      if (day > 12)
        {
          self->year = 2000 + day;
          day = 0;
        }
    }
  if (day > 0)
    set_day (self, first, day);
  else
    set_month (self, first == last ? 1 : first, last);
  return p;
}

/* Any period that begins at @p; returns its end or NULL. */
static const char *
scan (const char *p, gboolean bare, DuiPeriodText *self)
{
  static const char *(*const scanners[]) (const char *, gboolean, DuiPeriodText *)
      = { scan_numeric, scan_english, scan_months };
  const char *q = p, *end;

  *self = (DuiPeriodText){ 0 };
  self->year = take_year (&q);
  if ((end = scan_words (q, self)) || (end = scan_quarters (q, self)))
    return end;
  for (guint i = self->year != 0 ? 2 : 0; i < G_N_ELEMENTS (scanners); i++)
    {
      if ((end = scanners[i](q, bare, self)))
        return end;
      if (i < 2)
        self->year = 0;
    }
  self->kind = DUI_PERIOD_TEXT_YEAR;
  return self->year != 0 ? q : NULL;
}

DuiPeriodText
dui_period_text_read (const DuiPlainText *plain)
{
  static const char *const before[] = { "截至", "截止", "至", "到" };
  static const char *const behind[] = { "底", "末", "止", "累计" };
  DuiPeriodText self;
  const char *p = plain->text;

  skip (&p, "'");
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (skip (&p, before[i]))
      break;
  p = plain->cut ? NULL : scan (p, TRUE, &self);
  for (guint i = 0; p && i < G_N_ELEMENTS (behind); i++)
    skip (&p, behind[i]);
  if (!p || *p != '\0')
    self = (DuiPeriodText){ DUI_PERIOD_TEXT_NONE };
  return self;
}

/* TRUE where a number cannot begin because it goes on. Words may: spaces are gone. */
static gboolean
goes_on (const DuiPlainText *plain, gsize at)
{
  const char *p = plain->text + at;

  return at > 0 && g_ascii_isdigit (*p) && (g_ascii_isdigit (p[-1]) || p[-1] == '.');
}

static int
weight (DuiPeriodTextKind kind)
{
  switch (kind)
    {
    case DUI_PERIOD_TEXT_NONE:
      return 0;
    case DUI_PERIOD_TEXT_YEAR:
      return 1;
    case DUI_PERIOD_TEXT_MONTH:
      return 3;
    default:
      return 2;
    }
}

/* Puts what was found beside what is known: the first month counts, and its own year or else the
 * first one. */
static void
combine (DuiPeriodText *known, const DuiPeriodText *found)
{
  int year = known->year;

  if (weight (found->kind) > weight (known->kind))
    *known = *found;
  else if (year == 0)
    year = found->year;
  if (known->year == 0)
    known->year = year;
}

DuiPeriodText
dui_period_text_take (DuiPlainText *plain)
{
  DuiPeriodText known = { DUI_PERIOD_TEXT_NONE }, found;
  gsize at = 0;

  while (plain->text[at] != '\0')
    {
      const char *p = plain->text + at, *end = goes_on (plain, at) ? NULL : scan (p, FALSE, &found);

      if (end && found.day && !strstr (plain->text, "截"))
        at = (gsize) (end - plain->text);
      else if (end)
        {
          combine (&known, &found);
          dui_plain_text_cut_out (plain, at, (gsize) (end - plain->text));
        }
      else
        at = (gsize) (g_utf8_next_char (p) - plain->text);
    }
  return known;
}

void
dui_period_text_complete (DuiPeriodText *self, const DuiPeriodText *other)
{
  int year = self->year;

  if (self->kind == DUI_PERIOD_TEXT_NONE
      || (self->kind == DUI_PERIOD_TEXT_YEAR && weight (other->kind) > weight (self->kind)))
    {
      *self = *other;
      if (year != 0)
        self->year = year;
    }
  else if (year == 0)
    self->year = other->year;
}

char *
dui_period_text_explain (const DuiPeriodText *self, const char *text)
{
  switch (self->kind)
    {
    case DUI_PERIOD_TEXT_DAMAGED:
      /* Translators: 1 the text as it was sent, 2 the last month of the period that was meant. */
      return g_strdup_printf (
          _ ("“%1$s” is a day: a spreadsheet has probably turned 1-%2$d into it; if "
             "months 1 to %2$d are meant, write 1—%2$d月 or 2021-%2$02d"),
          text, self->month);
    case DUI_PERIOD_TEXT_DAY:
      return g_strdup_printf (
          _ ("“%s” is a day, not a month; write year and month, such as 2021-11"), text);
    case DUI_PERIOD_TEXT_TENTH:
      return g_strdup_printf (
          _ ("“%s” may be January, or October whose zero was lost; write 2021-01 or "
             "2021-10 with its year"),
          text);
    case DUI_PERIOD_TEXT_RANGE:
      return g_strdup_printf (
          _ ("“%s” does not begin in January; cumulative figures are needed, such "
             "as those of 1—6月"),
          text);
    case DUI_PERIOD_TEXT_YEAR:
      return g_strdup_printf (_ ("“%s” is a year; write year and month, such as 2021-12"), text);
    case DUI_PERIOD_TEXT_MONTH:
      return g_strdup_printf (
          _ ("The year of “%s” is not said; put it there or into a title, such as "
             "2021年"),
          text);
    case DUI_PERIOD_TEXT_NONE:
    default:
      return g_strdup_printf (_ ("“%s” is not a period; write year and month, such as 2021-11"),
                              text);
    }
}
