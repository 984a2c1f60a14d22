/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot/scale.h"

#include <math.h>

/* Slack for values that should be a whole number of steps but are off by the last bits. */
#define SLACK 1e-9

double
dui_ticks_get_value (const DuiTicks *self, guint index)
{
  double whole = (double) ((self->first + index) * self->step);

  /* Powers of ten are exact up to 10^22, a quotient of two exact numbers is rounded once. */
  return self->exponent >= 0 ? whole * pow (10, self->exponent) : whole / pow (10, -self->exponent);
}

char *
dui_ticks_get_label (const DuiTicks *self, guint index)
{
  gint64 whole = (self->first + index) * self->step;
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT, whole < 0 ? -whole : whole);
  for (int i = 0; i < self->exponent && whole != 0; i++)
    g_string_append_c (text, '0');
  if (self->exponent < 0)
    {
      while (text->len <= (gsize) -self->exponent)
        g_string_prepend_c (text, '0');
      g_string_insert_c (text, (gssize) text->len + self->exponent, '.');
    }
  if (whole < 0)
    g_string_prepend (text, "−");
  return g_string_free (text, FALSE);
}

static double
linear_map (const DuiScale *self, double value)
{
  return self->start + (value - self->low) / (self->high - self->low) * (self->end - self->start);
}

static double
linear_invert (const DuiScale *self, double position)
{
  return self->low
         + (position - self->start) / (self->end - self->start) * (self->high - self->low);
}

static DuiTicks
linear_ticks (const DuiScale *self, guint most)
{
  static const int steps[] = { 1, 2, 5 };
  double rough = (self->high - self->low) / MAX (most, 1);
  int exponent = (int) floor (log10 (rough));

  /* The first round step that gives few enough; three tens upwards always suffice. */
  for (guint i = 0; i < 3 * G_N_ELEMENTS (steps); i++)
    {
      DuiTicks ticks
          = { .step = steps[i % 3], .exponent = exponent + (int) (i / G_N_ELEMENTS (steps)) };
      double step = ticks.exponent >= 0 ? ticks.step * pow (10, ticks.exponent)
                                        : ticks.step / pow (10, -ticks.exponent);
      double last = floor (self->high / step + SLACK);

      ticks.first = (gint64) ceil (self->low / step - SLACK);
      if (last - (double) ticks.first + 1 <= most)
        {
          ticks.n = (guint) MAX (last - (double) ticks.first + 1, 0);
          return ticks;
        }
    }
  return (DuiTicks){ 0 };
}

DuiScale
dui_scale_linear (double low, double high, double start, double end)
{
  if (!isfinite (low) || !isfinite (high))
    low = high = 0;
  if (low > high)
    {
      double swap = low;
      low = high;
      high = swap;
    }
  /* Nothing to spread: show the value in the middle of a domain of its own size, zero at the
   * bottom of one. */
  if (high - low <= fabs (high) * 1e-12)
    {
      double around = high == 0 ? 1 : fabs (high) * 0.1;

      low -= high == 0 ? 0 : around;
      high += around;
    }
  return (DuiScale){ linear_map, linear_invert, linear_ticks, low, high, start, end };
}

static double
band_map (const DuiScale *self, double value)
{
  return linear_map (self, value + 0.5);
}

static double
band_invert (const DuiScale *self, double position)
{
  return CLAMP (floor (linear_invert (self, position)), -1, self->high);
}

static DuiTicks
band_ticks (const DuiScale *self, guint most)
{
  DuiScale indices = dui_scale_linear (0, self->high - 1, 0, 1);
  DuiTicks ticks;

  if (self->high <= 1)
    return (DuiTicks){ .first = 0, .n = 1, .step = 1 };
  ticks = linear_ticks (&indices, MIN (most, (guint) self->high));
  return ticks;
}

DuiScale
dui_scale_band (guint n_bands, double start, double end)
{
  return (DuiScale){ band_map, band_invert, band_ticks, 0, MAX (n_bands, 1), start, end };
}

double
dui_scale_get_band (const DuiScale *self)
{
  return fabs (self->end - self->start) / (self->high - self->low);
}

static DuiTicks
month_ticks (const DuiScale *self, guint most)
{
  static const int steps[] = { 1, 2, 3, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (12 / steps[i] <= (int) most)
      return (DuiTicks){ .first = 1, .n = 12 / (guint) steps[i], .step = steps[i] };
  return (DuiTicks){ .first = 1, .n = most > 0 ? 1 : 0, .step = 12 };
}

DuiScale
dui_scale_month (double start, double end)
{
  return (DuiScale){ linear_map, linear_invert, month_ticks, 0, 12, start, end };
}
