/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/ratio.h"

#include <math.h>
#include <string.h>

#define FINE 18                  /* decimals of what can't be exact, where they fit */
#define WIDE_ROOM ((DuiWide) 1 << 124)

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

static DuiRatio
reduce (DuiRatio ratio)
{
  DuiWide divisor = greatest_common_divisor (ratio.num, ratio.den);

  return (DuiRatio){ ratio.num / divisor, ratio.den / divisor };
}

static gboolean
add_half (DuiRatio a, DuiRatio b, DuiRatio *mean)
{
  DuiWide left, right;

  return !__builtin_mul_overflow (a.num, b.den, &left)
         && !__builtin_mul_overflow (b.num, a.den, &right)
         && !__builtin_add_overflow (left, right, &mean->num)
         && !__builtin_mul_overflow (a.den, b.den, &mean->den)
         && !__builtin_mul_overflow (mean->den, (DuiWide) 2, &mean->den)
         && mean->den < DUI_RATIO_PART_MAX;
}

DuiRatio
dui_ratio_mean (DuiRatio a, DuiRatio b)
{
  DuiWide largest, one = 1;
  int decimals = 0;
  DuiRatio mean;

  if (add_half (a, b, &mean) || add_half (reduce (a), reduce (b), &mean))
    return mean;
  largest = MAX (wide_abs (a.num / a.den), wide_abs (b.num / b.den)) + 1;
  for (int i = 0; i < FINE && one < WIDE_ROOM / 10 / largest; i++, decimals++)
    one *= 10;
  return (DuiRatio){ dui_ratio_round (a, decimals) + dui_ratio_round (b, decimals), 2 * one };
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

double
dui_ratio_to_double (DuiRatio ratio)
{
  return dui_ratio_is_missing (ratio) ? NAN : (double) ratio.num / (double) ratio.den;
}

/* The magnitude of @ratio rounded to @decimals, as its whole part and the digits after the point,
 * which would not fit into one number together where the whole part is large. */
static void
round_apart (DuiRatio ratio, int decimals, DuiWide *whole, DuiWide *fraction, DuiWide *one)
{
  DuiWide magnitude = wide_abs (ratio.num), rest = magnitude % ratio.den;

  *whole = magnitude / ratio.den;
  *fraction = 0;
  /* One digit at a time: rest x 10 cannot overflow where rest x 10^decimals could. */
  for (*one = 1; decimals > 0; decimals--)
    {
      rest *= 10;
      *fraction = *fraction * 10 + rest / ratio.den;
      *one *= 10;
      rest %= ratio.den;
    }
  if (rest >= ratio.den - rest)
    *fraction += 1;
  if (*fraction == *one)
    {
      *fraction = 0;
      *whole += 1;
    }
}

DuiWide
dui_ratio_round (DuiRatio ratio, int decimals)
{
  DuiWide whole, fraction, one;

  g_return_val_if_fail (ratio.den > 0, 0);

  round_apart (ratio, decimals, &whole, &fraction, &one);
  whole = whole * one + fraction;
  return ratio.num < 0 ? -whole : whole;
}

char *
dui_ratio_to_string (DuiRatio ratio, int decimals)
{
  char digits[96];
  int at = sizeof digits;
  DuiWide whole, fraction, one;
  gboolean negative;

  if (dui_ratio_is_missing (ratio))
    return NULL;

  round_apart (ratio, decimals, &whole, &fraction, &one);
  negative = ratio.num < 0 && (whole > 0 || fraction > 0);
  digits[--at] = '\0';
  for (int i = 0; i < decimals; i++, fraction /= 10)
    digits[--at] = (char) ('0' + (int) (fraction % 10));
  if (decimals > 0)
    digits[--at] = '.';
  do
    digits[--at] = (char) ('0' + (int) (whole % 10));
  while ((whole /= 10) > 0);
  if (negative)
    digits[--at] = '-';
  return g_strdup (digits + at);
}
