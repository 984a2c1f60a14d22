/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/typed.h"

#include "command-line/failure.h"
#include "model/measure.h"
#include "model/scheme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PERCENT_SHIFT 2 /* a rate is 1/100 of its percentage */

/* An exact decimal: what would be lost is refused. */
static gboolean
read_exact (const char *text,
            int scale,
            int shift,
            DuiAmount *amount,
            GError **error)
{
  gboolean rounded;

  if (!dui_amount_parse (text, scale, shift, amount, &rounded, error))
    return FALSE;
  if (rounded)
    g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                 _ ("“%s” has more decimals than are kept; write fewer"), text);
  return !rounded;
}

gboolean
dui_typed_amount (const char *text,
                  DuiIndicator *indicator,
                  DuiAmount *amount,
                  GError **error)
{
  const char *measure = dui_indicator_get_measure (indicator);
  gsize length = strspn (text, "+-.0123456789");
  g_autofree char *number = g_strndup (text, length);
  int shift = 0;

  if (text[length] != '\0' && length > 0
      && !dui_measure_convert (text + length, measure, &shift))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("“%1$s” is not a measure of %2$s; write a number in %3$s"), text + length,
                   dui_indicator_get_display_name (indicator), dui_measure_display (measure));
      return FALSE;
    }
  return read_exact (length > 0 ? number : text, dui_indicator_get_scale (indicator), shift, amount,
                     error);
}

static gboolean
read_percent (const char *text,
              int scale,
              DuiAmount *amount,
              GError **error)
{
  gsize length = strlen (text);
  g_autofree char *number = g_strndup (text, g_str_has_suffix (text, "%") ? length - 1 : length);

  return read_exact (number, scale, 0, amount, error);
}

gboolean
dui_typed_growth (const char *text,
                  DuiAmount *growth,
                  GError **error)
{
  return read_percent (text, DUI_GROWTH_SCALE - PERCENT_SHIFT, growth, error);
}

gboolean
dui_typed_share (const char *text,
                 gint32 *share,
                 GError **error)
{
  DuiAmount millionths;

  if (!read_percent (text, 6 - PERCENT_SHIFT, &millionths, error))
    return FALSE;
  if (millionths < 0 || millionths > 1000000)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("“%s” is not a share of the year; write a percentage from 0 to 100"), text);
      return FALSE;
    }
  *share = (gint32) millionths;
  return TRUE;
}

gboolean
dui_typed_points (const char *text,
                  gint64 *points,
                  GError **error)
{
  if (!read_exact (text, 6, 0, points, error))
    return FALSE;
  if (*points >= 0 && *points <= DUI_SCORE_TOTAL)
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("“%s” is no number of points; write one from 0 to 100"), text);
  return FALSE;
}

gboolean
dui_typed_year (const char *text,
                int *year,
                GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1949, 2199, &number, NULL))
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("“%s” is not a year; write four digits, such as 2021"), text);
      return FALSE;
    }
  *year = (int) number;
  return TRUE;
}

gboolean
dui_typed_status (const char *text,
                  DuiFigureStatus *status,
                  GError **error)
{
  if (dui_figure_status_from_nick (text, status))
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("there is no status “%s”; write 预计, 初步 or 审定 (estimate, preliminary, final)"),
               text);
  return FALSE;
}
