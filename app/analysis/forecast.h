/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the year will end (DESIGN §4 "Forecast"): three methods, never one number. */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

/* In raw amounts; missing where a method can't be used, and all at month 12 (PRACTICE R8). */
typedef struct
{
  DuiRatio pace;   /* C/tau */
  DuiRatio recent; /* C + mean of the last three months x months left */
  DuiRatio season; /* C x last year's total / last year's cumulative at m */
} DuiForecast;

/* From the lowest to the highest of the methods; both missing without any. */
void dui_forecast_get_range (const DuiForecast *self, DuiRatio *low, DuiRatio *high);

void dui_forecast_compute (const DuiPanel *panel, guint place, DuiPeriod period,
                           DuiForecast *forecast);

G_END_DECLS
