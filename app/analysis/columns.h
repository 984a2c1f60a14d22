/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A panel together with how its indicator is judged, and a moment of its calendar: read once for
 * a whole column, so that a rule over a million figures asks no object anything. For the files of
 * analysis/ only; borrowed, on the stack. */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

typedef struct
{
  const DuiPanel *panel;
  const DuiRules *rules;
  gboolean has_pace;
  gboolean growth_only;
  DuiDirection direction;
  DuiCalendar calendar;
  DuiGrowthSource growth_source;
  gint64 unit; /* raw amounts in one of the indicator's measure */
} DuiColumns;

#define DUI_RECENT_MONTHS 3

typedef struct
{
  DuiPeriod period;
  int year;
  int month;
  DuiDay end;    /* targets are those in force on this day (PRACTICE R2) */
  DuiRatio pace; /* tau; missing for indicators without pace and where tau = 0 */

  /* How months are taken out of cumulative figures (PRACTICE R8). */
  gboolean has_months;         /* a published period of an indicator that has month values */
  DuiPeriod previous;          /* the published period before */
  gboolean opens_year;         /* that one is of the year before */
  int n_recent;                /* months that the recent mean is over: three, fewer before March */
  gboolean recent_opens_year;  /* they begin with the year: nothing is subtracted */
  gboolean recent_halves;      /* they begin after January: half of 1–2月 is subtracted */
  guint n_needed;
  DuiPeriod needed[DUI_RECENT_MONTHS]; /* newest first; the last one is what is subtracted */
} DuiMoment;

void dui_columns_init (DuiColumns *self, const DuiPanel *panel);
void dui_moment_init (DuiMoment *self, const DuiColumns *columns, DuiPeriod period);

/* TRUE when the place has a figure that counts: 预计 does not, nor does a base alone (PRACTICE R6).
 * Of a growth-only indicator the growth alone is a figure too. */
static inline gboolean
dui_columns_is_reported (const DuiColumns *self, guint place, DuiPeriod period)
{
  gssize at = dui_panel_index (self->panel, place, period);

  if (at < 0 || self->panel->status[at] == DUI_STATUS_ESTIMATE)
    return FALSE;
  return !dui_amount_is_missing (self->panel->value[at])
         || (self->growth_only && !dui_amount_is_missing (self->panel->growth[at]));
}

/* A raw amount as a ratio; missing stays missing. */
static inline DuiRatio
dui_columns_to_ratio (DuiAmount raw)
{
  return dui_amount_is_missing (raw) ? DUI_RATIO_MISSING : (DuiRatio){ raw, 1 };
}

/* C of another period, as far as a rule may build on it: missing when it is only 预计. */
static inline DuiAmount
dui_columns_get_value (const DuiColumns *self, guint place, DuiPeriod period)
{
  gssize at = dui_panel_index (self->panel, place, period);

  if (at < 0 || self->panel->status[at] == DUI_STATUS_ESTIMATE)
    return DUI_AMOUNT_MISSING;
  return self->panel->value[at];
}

G_END_DECLS
