/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/amount.h"
#include "model/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gint64
dui_power_of_ten (int exponent)
{
  gint64 power = 1;

  g_return_val_if_fail (exponent >= 0 && exponent <= 18, 1);

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* A decimal as it is read: the digits that count, and what was left of them. */
typedef struct
{
  DuiWide value;
  int keep;      /* digits after the point that still count; below zero, digits to be dropped */
  int next;      /* the first digit that does not count; -1 for none */
  gboolean lost; /* a digit that does not count is not zero */
  gboolean any;
  DuiWide limit; /* beyond it the value is too large, whatever follows */
} Digits;

/* Returns where @p stopped being digits with at most one point. */
static const char *
read_digits (const char *p, Digits *digits)
{
  gboolean point = FALSE;

  for (; digits->value <= digits->limit; p++)
    {
      if (*p == '.' && !point)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        break;
      digits->any = TRUE;
      if (point && digits->keep <= 0)
        {
          if (digits->next < 0)
            digits->next = *p - '0';
          digits->lost = digits->lost || *p != '0';
          continue;
        }
      digits->keep -= point ? 1 : 0;
      digits->value = digits->value * 10 + (*p - '0');
    }
  return p;
}

/* Brings the value to the scale that was asked for, rounded half away from zero. */
static void
settle_digits (Digits *digits)
{
  for (; digits->keep > 0 && digits->value <= DUI_AMOUNT_MAX; digits->keep--)
    digits->value *= 10;
  for (; digits->keep < 0; digits->keep++)
    {
      digits->next = (int) (digits->value % 10);
      digits->lost = digits->lost || digits->next != 0;
      digits->value /= 10;
    }
  if (digits->next >= 5)
    digits->value += 1;
}

gboolean
dui_amount_parse (const char *text,
                  int scale,
                  int shift,
                  DuiAmount *amount,
                  gboolean *rounded,
                  GError **error)
{
  int keep = scale + shift;
  Digits digits
      = { 0,     keep,  -1,
          FALSE, FALSE, 10 * (DuiWide) DUI_AMOUNT_MAX * dui_power_of_ten (CLAMP (-keep, 0, 18)) };
  const char *end = read_digits (*text == '-' || *text == '+' ? text + 1 : text, &digits);

  if (!digits.any || (*end != '\0' && digits.value <= digits.limit))
    {
      g_set_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_NOT_A_NUMBER,
                   _ ("“%s” is not a number; write digits with a point, such as 12.5"), text);
      return FALSE;
    }
  settle_digits (&digits);
  if (digits.value > DUI_AMOUNT_MAX)
    {
      g_set_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_TOO_LARGE,
                   _ ("“%s” is too large; check the measure"), text);
      return FALSE;
    }
  *amount = (gint64) (*text == '-' ? -digits.value : digits.value);
  if (rounded)
    *rounded = digits.lost;
  return TRUE;
}

char *
dui_amount_to_string (DuiAmount amount, int scale)
{
  g_autofree char *full = NULL;
  gsize length;

  if (dui_amount_is_missing (amount))
    return NULL;
  full = dui_ratio_to_string (dui_amount_to_ratio (amount, scale), scale);
  if (scale > 0)
    {
      length = strlen (full);
      while (full[length - 1] == '0')
        length--;
      if (full[length - 1] == '.')
        length--;
      full[length] = '\0';
    }
  return g_steal_pointer (&full);
}

DuiRatio
dui_amount_to_ratio (DuiAmount amount, int scale)
{
  if (dui_amount_is_missing (amount))
    return DUI_RATIO_MISSING;
  return dui_ratio_new (amount, dui_power_of_ten (scale));
}
