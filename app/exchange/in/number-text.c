/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/number-text.h"
#include "exchange/in/import.h"
#include "exchange/in/plain-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/measure.h"

#define SIGNIFICANT_DIGITS 15

/* Written where there is no figure. */
static const char *const nothing[] = {
  "",       "-",    "--", "---", "/",  "\\",   "*",      "…",   "……", "...",  "未报", "未报送",
  "未上报", "缺报", "缺", "无",  "空", "暂无", "未提供", "n/a", "na", "null", "none",
};

static const struct
{
  const char *word;
  gboolean negative;
} signs[] = {
  { "同比增长", FALSE }, { "同比下降", TRUE }, { "增长", FALSE }, { "下降", TRUE },
  { "上升", FALSE },     { "减少", TRUE },     { "增加", FALSE }, { "下滑", TRUE },
  { "回落", TRUE },      { "提高", FALSE },    { "降低", TRUE },  { "增", FALSE },
  { "降", TRUE },        { "负", TRUE },      { "升", FALSE },      { "减", TRUE },    { "↑", FALSE },
  { "↓", TRUE },         { "▲", FALSE },       { "▼", TRUE },     { "⬆", FALSE },
  { "⬇", TRUE },
};

/* Plain ASCII digits with at most a minus and a point, which nearly every cell is. */
static gboolean
read_plain_digits (const char *text, gsize length, DuiNumberText *number)
{
  const char *p = text, *end = text + length, *point = NULL;
  gboolean negative = *p == '-';
  gint64 mantissa = 0;

  p += negative;
  if (p == end || end - p > SIGNIFICANT_DIGITS)
    return FALSE;
  for (; p < end; p++)
    {
      guint digit = (guint) (*p - '0');

      if (G_LIKELY (digit <= 9))
        mantissa = mantissa * 10 + (gint64) digit;
      else if (*p == '.' && !point)
        point = p;
      else
        return FALSE;
    }
  if (point && length == (gsize) 1 + negative)
    return FALSE;
  *number = (DuiNumberText){ .mantissa = negative ? -mantissa : mantissa };
  number->decimals = point ? (guint8) (end - point - 1) : 0;
  number->exponent = -number->decimals;
  return TRUE;
}

static void
set_refused (GError **error, const char *format, const char *text, gsize length)
{
  g_autofree char *cell = NULL;

  if (!error)
    return;
  cell = g_strndup (text, length);
  g_strstrip (cell);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_CELL, format, cell);
#pragma GCC diagnostic pop
}

typedef struct
{
  char digits[DUI_PLAIN_MAX];
  guint n_digits;
  guint decimals;
  gboolean grouped_wrongly;
} Digits;

/* Digits with at most one point and separators of thousands; returns what follows, or NULL. */
static const char *
read_digits (const char *p, Digits *self)
{
  guint since_comma = 0, n_commas = 0;
  gboolean point = FALSE;

  for (;; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          self->digits[self->n_digits++] = *p;
          self->decimals += point;
          since_comma += !point;
        }
      else if (*p == '.' && !point)
        {
          self->grouped_wrongly |= n_commas > 0 && since_comma != 3;
          point = TRUE;
        }
      else if (*p == ',' && self->n_digits > 0)
        {
          self->grouped_wrongly
              |= point || since_comma == 0 || since_comma > 3 || (n_commas > 0 && since_comma != 3);
          n_commas++;
          since_comma = 0;
        }
      else
        break;
    }
  self->grouped_wrongly |= !point && n_commas > 0 && since_comma != 3;
  return self->n_digits > 0 ? p : NULL;
}

/* To 15 significant digits, half away from zero. */
static void
take_significant (const Digits *digits, int power, DuiNumberText *number)
{
  guint first = 0, taken;
  gint64 mantissa = 0;
  gboolean dropped = FALSE;

  while (first < digits->n_digits && digits->digits[first] == '0')
    first++;
  taken = MIN (digits->n_digits - first, SIGNIFICANT_DIGITS);
  for (guint i = first; i < first + taken; i++)
    mantissa = mantissa * 10 + (digits->digits[i] - '0');
  for (guint i = first + taken; i < digits->n_digits; i++)
    dropped |= digits->digits[i] != '0';
  if (first + taken < digits->n_digits && digits->digits[first + taken] >= '5')
    mantissa++;
  number->mantissa = mantissa;
  number->exponent = (int) (digits->n_digits - first - taken) - (int) digits->decimals + power;
  number->decimals = (guint8) MIN (digits->decimals, 255);
  number->lossy = dropped && number->exponent > 0;
}

/* "e+05" with its power; @p stays where there is none. */
static const char *
read_power (const char *p, int *power)
{
  const char *q = p + 1;
  gboolean negative = *q == '-';
  int value = 0;

  if (*p != 'e')
    return p;
  if (*q == '-' || *q == '+')
    q++;
  if (!g_ascii_isdigit (*q))
    return p;
  for (; g_ascii_isdigit (*q); q++)
    value = MIN (value * 10 + (*q - '0'), 999);
  *power = negative ? -value : value;
  return q;
}

/* What is left of a measure without its multipliers; the 千 of 千瓦时 is none. */
static const char *
find_unit (const char *measure)
{
  static const char *const units[] = { "千瓦时", "元", "吨" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *unit = strstr (measure, units[i]);

      if (unit)
        return unit;
    }
  return measure;
}

/* 亿 behind a number means 亿 of what the indicator is measured in: 亿元. */
static gboolean
convert_measure (const char *from, const char *to, int *shift)
{
  g_autofree char *with_unit = NULL;

  if (dui_measure_convert (from, to, shift))
    return TRUE;
  for (const char *p = from; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_utf8_strchr ("十百千万亿", -1, g_utf8_get_char (p)))
      return FALSE;
  with_unit = g_strconcat (from, find_unit (to), NULL);
  return dui_measure_convert (with_unit, to, shift);
}

static gboolean
is_error_value (const char *text)
{
  return text[0] == '#' && text[1] != '\0';
}

static gboolean
means_nothing (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    if (g_str_equal (text, nothing[i]))
      return TRUE;
  return FALSE;
}

/* Takes signs, words and brackets off. FALSE for two of them that make the number negative, such as
 * 下降-3.2: one cannot know which is meant. */
static gboolean
take_sign (DuiPlainText *plain, gboolean in_words, gboolean *negative)
{
  guint n_negative = 0;

  if (plain->text[0] == '(' && dui_plain_text_chop (plain, ")"))
    {
      dui_plain_text_cut_out (plain, 0, 1);
      n_negative++;
    }
  for (guint i = 0; in_words && i < G_N_ELEMENTS (signs); i++)
    if (dui_plain_text_skip (plain, signs[i].word))
      {
        n_negative += signs[i].negative;
        break;
      }
  if (!dui_plain_text_skip (plain, "¥"))
    dui_plain_text_skip (plain, "￥");
  if (dui_plain_text_skip (plain, "-"))
    n_negative++;
  else
    dui_plain_text_skip (plain, "+");
  *negative = n_negative > 0;
  return n_negative <= 1;
}

/* What stands behind the digits; FALSE where it is not understood. */
static gboolean
take_unit (const char *unit, const char *measure, DuiNumberText *number)
{
  if (*unit == '\0')
    return TRUE;
  if (g_str_equal (unit, "%"))
    {
      number->percent = TRUE;
      return TRUE;
    }
  number->has_measure = measure && convert_measure (unit, measure, &number->shift);
  return number->has_measure;
}

static DuiNumberTextKind
refuse (const char *text, gsize length, const DuiPlainText *plain, GError **error)
{
  if (is_error_value (plain->text) && strspn (plain->text, "#") == plain->length)
    set_refused (error,
                 _ ("“%s”: the column was too narrow when the sheet was saved; widen it and "
                    "save again"),
                 text, length);
  else if (is_error_value (plain->text))
    set_refused (error,
                 _ ("The cell holds the error %s; mend its formula in the spreadsheet and save "
                    "again"),
                 text, length);
  else
    set_refused (error, _ ("“%s” is not a number; write digits with a point, such as 12.5"), text,
                 length);
  return DUI_NUMBER_TEXT_REFUSED;
}

static DuiNumberTextKind
refuse_unit (const char *text, gsize length, const char *measure, GError **error)
{
  g_autofree char *cell = g_strndup (text, length);

  if (measure)
    g_set_error (
        error, DUI_IMPORT_ERROR, DUI_IMPORT_ERROR_CELL,
        /* Translators: 1 a cell's text, 2 a measure. */
        _ ("In “%1$s” what stands behind the number is no measure that converts to %2$s; write "
           "the number alone, such as 12.5"),
        g_strstrip (cell), dui_measure_display (measure));
  else
    set_refused (error, _ ("In “%s” only %% may stand behind the number; write it such as 12.5"),
                 text, length);
  return DUI_NUMBER_TEXT_REFUSED;
}

static DuiNumberTextKind
read_written (const char *text,
              gsize length,
              const char *measure,
              gboolean in_words,
              DuiNumberText *number,
              GError **error)
{
  DuiPlainText plain;
  Digits digits = { .n_digits = 0 };
  gboolean negative;
  const char *rest;
  int power = 0;

  dui_plain_text_fold (&plain, text, length);
  dui_plain_text_skip (&plain, "'");
  *number = (DuiNumberText){ 0 };
  if (means_nothing (plain.text))
    return DUI_NUMBER_TEXT_NOTHING;
  if (in_words && g_str_equal (plain.text, "持平"))
    return DUI_NUMBER_TEXT_NUMBER;
  if (plain.cut || is_error_value (plain.text))
    return refuse (text, length, &plain, error);
  if (!take_sign (&plain, in_words, &negative))
    {
      set_refused (error, _ ("“%s” says twice that it is negative; write it once, such as -3.2"),
                   text, length);
      return DUI_NUMBER_TEXT_REFUSED;
    }
  rest = read_digits (plain.text, &digits);
  if (!rest)
    return refuse (text, length, &plain, error);
  if (digits.grouped_wrongly)
    {
      set_refused (error,
                   _ ("In “%s” the commas do not separate thousands; write 1234.5 or 1,234.5"),
                   text, length);
      return DUI_NUMBER_TEXT_REFUSED;
    }
  rest = read_power (rest, &power);
  take_significant (&digits, power, number);
  number->shortened = power > 0;
  if (negative)
    number->mantissa = -number->mantissa;
  if (!take_unit (rest, measure, number))
    return refuse_unit (text, length, measure, error);
  return DUI_NUMBER_TEXT_NUMBER;
}

DuiNumberTextKind
dui_number_text_read (const char *text,
                      gsize length,
                      const char *measure,
                      gboolean in_words,
                      DuiNumberText *number,
                      GError **error)
{
  if (length == 0)
    return DUI_NUMBER_TEXT_NOTHING;
  if (G_LIKELY (read_plain_digits (text, length, number)))
    return DUI_NUMBER_TEXT_NUMBER;
  return read_written (text, length, measure, in_words, number, error);
}

gboolean
dui_number_text_to_amount (const DuiNumberText *number,
                           int places,
                           DuiAmount *amount,
                           gboolean *lossy)
{
  DuiWide value = number->mantissa;
  int power = number->exponent + number->shift + places;
  gboolean lost = number->lossy;

  if (value == 0)
    power = 0;
  if (power > 17)
    return FALSE;
  if (power >= 0)
    value *= dui_power_of_ten (power);
  else if (power < -18)
    {
      lost = TRUE;
      value = 0;
    }
  else
    {
      gint64 divisor = dui_power_of_ten (-power);
      gint64 rest = (gint64) (value % divisor);

      value /= divisor;
      lost |= rest != 0;
      if (ABS (rest) >= divisor - ABS (rest))
        value += rest > 0 ? 1 : -1;
    }
  if (value > DUI_AMOUNT_MAX || value < -DUI_AMOUNT_MAX)
    return FALSE;
  *amount = (DuiAmount) value;
  if (lossy)
    *lossy = lost;
  return TRUE;
}

double
dui_number_text_to_double (const DuiNumberText *number)
{
  return (double) number->mantissa * pow (10, number->exponent + number->shift);
}
