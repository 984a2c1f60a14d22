/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ratio.h"

#include <math.h>
#include <string.h>

DuiRatio
dui_ratio_new (DuiWide num, DuiWide den)
{
  if (den == 0)
    return DUI_RATIO_MISSING;
  if (den < 0)
    return (DuiRatio){ -num, -den };
  return (DuiRatio){ num, den };
}

static DuiWide
wide_abs (DuiWide value)
{
  return value < 0 ? -value : value;
}

static DuiWide
greatest_common_divisor (DuiWide a, DuiWide b)
{
  a = wide_abs (a);
  b = wide_abs (b);
  while (b != 0)
    {
      DuiWide rest = a % b;
      a = b;
      b = rest;
    }
  return a != 0 ? a : 1;
}

DuiRatio
dui_ratio_scale (DuiRatio ratio, gint64 num, gint64 den)
{
  DuiWide n, d;

  if (dui_ratio_is_missing (ratio) || den == 0)
    return DUI_RATIO_MISSING;

  if (__builtin_mul_overflow (ratio.num, (DuiWide) num, &n)
      || __builtin_mul_overflow (ratio.den, (DuiWide) den, &d))
    {
      DuiWide across = greatest_common_divisor (ratio.num, den);
      DuiWide back = greatest_common_divisor (num, ratio.den);

      n = (ratio.num / across) * (num / back);
      d = (ratio.den / back) * (den / across);
    }
  return dui_ratio_new (n, d);
}

/* Floor division, so that the remainder is never negative and continued fractions line up. */
static void
floor_divide (DuiWide num, DuiWide den, DuiWide *quotient, DuiWide *rest)
{
  *quotient = num / den;
  *rest = num % den;
  if (*rest < 0)
    {
      *rest += den;
      *quotient -= 1;
    }
}

/* Cross multiplication would need 256 bits, so where it overflows the integer parts are compared,
 * then the reciprocals of what is left: Euclid's algorithm on both at once. */
int
dui_ratio_compare (DuiRatio a, DuiRatio b)
{
  int sign = 1;

  for (;;)
    {
      DuiWide left, right, a_whole, b_whole, a_rest, b_rest;

      if (!__builtin_mul_overflow (a.num, b.den, &left)
          && !__builtin_mul_overflow (b.num, a.den, &right))
        return sign * ((left > right) - (left < right));

      floor_divide (a.num, a.den, &a_whole, &a_rest);
      floor_divide (b.num, b.den, &b_whole, &b_rest);
      if (a_whole != b_whole)
        return sign * (a_whole > b_whole ? 1 : -1);
      if (a_rest == 0 || b_rest == 0)
        return sign * ((a_rest > 0) - (b_rest > 0));

      a = (DuiRatio){ a.den, a_rest };
      b = (DuiRatio){ b.den, b_rest };
      sign = -sign;
    }
}

int
dui_ratio_sign (DuiRatio ratio)
{
  return (ratio.num > 0) - (ratio.num < 0);
}

double
dui_ratio_to_double (DuiRatio ratio)
{
  return dui_ratio_is_missing (ratio) ? NAN : (double) ratio.num / (double) ratio.den;
}

DuiWide
dui_ratio_round (DuiRatio ratio, int decimals)
{
  DuiWide whole, rest, magnitude;

  g_return_val_if_fail (ratio.den > 0, 0);

  magnitude = wide_abs (ratio.num);
  whole = magnitude / ratio.den;
  rest = magnitude % ratio.den;
  /* One digit at a time: rest x 10 cannot overflow where rest x 10^decimals could. */
  for (; decimals > 0; decimals--)
    {
      rest *= 10;
      whole = whole * 10 + rest / ratio.den;
      rest %= ratio.den;
    }
  if (rest >= ratio.den - rest)
    whole += 1;
  return ratio.num < 0 ? -whole : whole;
}

char *
dui_ratio_to_string (DuiRatio ratio, int decimals)
{
  char digits[64];
  int at = sizeof digits;
  DuiWide value;
  gboolean negative;

  if (dui_ratio_is_missing (ratio))
    return NULL;

  value = dui_ratio_round (ratio, decimals);
  negative = value < 0;
  value = wide_abs (value);
  digits[--at] = '\0';
  for (int i = 0; i < decimals || value > 0 || i == decimals; i++)
    {
      if (i == decimals && decimals > 0)
        digits[--at] = '.';
      digits[--at] = (char) ('0' + (int) (value % 10));
      value /= 10;
    }
  if (negative)
    digits[--at] = '-';
  return g_strdup (digits + at);
}
