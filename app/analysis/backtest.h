/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far each method of the forecast was off in the past (DESIGN §4 "Forecast"): at the same month of
 * every earlier year whose final figure is in the book, with the figures and plans as they are in it
 * now. A forecast is never shown without the method and this. */
#pragma once

#include "analysis/forecast.h"

G_BEGIN_DECLS

typedef struct
{
  DuiRatio error; /* the median of |forecast - final| / final, a fraction; of an even number of years
                     the mean of the middle two; missing without a year */
  guint n_years;  /* that the median is over */
} DuiPastError;

typedef struct
{
  DuiPastError pace;
  DuiPastError recent;
  DuiPastError season;
} DuiBacktest;

/* Nothing is known at month 12, nor of an indicator without a forecast. A year counts for a method when
 * its figure of the month and its final one, which has to be positive, are there and not 预计, and the
 * method could be used. */
void dui_backtest_compute (const DuiPanel *panel, guint place, DuiPeriod period,
                           DuiBacktest *backtest);

G_END_DECLS
