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

gboolean
dui_amount_parse (const char *text,
                  int scale,
                  int shift,
                  DuiAmount *amount,
                  gboolean *rounded,
                  GError **error)
{
  const char *p = text;
  gboolean negative = FALSE, any = FALSE, point = FALSE, lost = FALSE;
  int keep = scale + shift; /* digits after the point that still count */
  int next = -1;            /* the first digit that does not */
  DuiWide value = 0;

  if (*p == '-' || *p == '+')
    negative = *p++ == '-';
  for (; *p != '\0'; p++)
    {
      if (*p == '.' && !point)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        break;
      any = TRUE;
      if (point && keep <= 0)
        {
          if (next < 0)
            next = *p - '0';
          lost = lost || *p != '0';
          continue;
        }
      keep -= point ? 1 : 0;
      value = value * 10 + (*p - '0');
      if (value > DUI_AMOUNT_MAX * (DuiWide) 1000)
        break;
    }
  if (!any || (*p != '\0' && value <= DUI_AMOUNT_MAX * (DuiWide) 1000))
    {
      g_set_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_NOT_A_NUMBER,
                   _ ("“%s” is not a number; write digits with a point, such as 12.5"), text);
      return FALSE;
    }
  for (; keep > 0 && value <= DUI_AMOUNT_MAX; keep--)
    value *= 10;
  for (; keep < 0; keep++)
    {
      int digit = (int) (value % 10);

      lost = lost || digit != 0 || next > 0;
      next = digit;
      value /= 10;
    }
  if (next >= 5)
    value += 1;
  if (value > DUI_AMOUNT_MAX)
    {
      g_set_error (error, DUI_MODEL_ERROR, DUI_MODEL_ERROR_TOO_LARGE,
                   _ ("“%s” is too large; check the measure"), text);
      return FALSE;
    }
  *amount = (gint64) (negative ? -value : value);
  if (rounded)
    *rounded = lost;
  return TRUE;
}

char *
dui_amount_to_string (DuiAmount amount,
                      int scale)
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
dui_amount_to_ratio (DuiAmount amount,
                     int scale)
{
  if (dui_amount_is_missing (amount))
    return DUI_RATIO_MISSING;
  return dui_ratio_new (amount, dui_power_of_ten (scale));
}
