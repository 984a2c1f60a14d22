/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/columns.h"

void
dui_columns_init (DuiColumns *self, const DuiPanel *panel)
{
  self->panel = panel;
  self->rules = &panel->catalog->rules;
  self->has_pace = dui_indicator_has_pace (panel->indicator);
  self->growth_only = dui_indicator_get_kind (panel->indicator) == DUI_KIND_GROWTH_ONLY;
  self->direction = dui_indicator_get_direction (panel->indicator);
  self->calendar = dui_indicator_get_calendar (panel->indicator);
  self->growth_source = dui_indicator_get_growth_source (panel->indicator);
  self->unit = dui_power_of_ten (dui_indicator_get_scale (panel->indicator));
}

static void
find_recent (DuiMoment *self, DuiCalendar calendar)
{
  DuiPeriod january = dui_period_new (self->year, 1), start;

  self->n_recent = MIN (DUI_RECENT_MONTHS, self->month);
  start = self->period - self->n_recent; /* the months begin where this one ends */
  self->recent_opens_year = start < january;
  self->recent_halves = !self->recent_opens_year && !dui_period_is_published (start, calendar);
  self->n_needed = 0;
  for (DuiPeriod step = self->previous; step >= MAX (start, january);
       step = dui_period_previous (step, calendar))
    self->needed[self->n_needed++] = step;
}

void
dui_moment_init (DuiMoment *self, const DuiColumns *columns, DuiPeriod period)
{
  self->period = period;
  self->year = dui_period_year (period);
  self->month = dui_period_month (period);
  self->end = dui_period_last_day (period);
  self->pace = DUI_RATIO_MISSING;
  if (columns->has_pace)
    {
      DuiRatio pace = dui_panel_get_pace (columns->panel, period);

      if (dui_ratio_sign (pace) > 0)
        self->pace = pace;
    }
  self->has_months = columns->has_pace && dui_period_is_published (period, columns->calendar);
  self->previous = dui_period_previous (period, columns->calendar);
  self->opens_year = dui_period_year (self->previous) != self->year;
  find_recent (self, columns->calendar);
}
