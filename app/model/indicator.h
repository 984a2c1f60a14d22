/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator (DESIGN §3 "indicator" 指标): what is measured, in what, and how it is judged.
 * Immutable. */
#pragma once

#include <glib-object.h>

#include "model/amount.h"
#include "model/period.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_KIND_CUMULATIVE,  /* summed from January: completion, pace, gap */
  DUI_KIND_LEVEL,       /* a state: signed distance to target */
  DUI_KIND_GROWTH_ONLY, /* only a growth rate is reported */
} DuiIndicatorKind;

typedef enum
{
  DUI_DIRECTION_HIGHER,
  DUI_DIRECTION_LOWER, /* lower is better: no completion, no pace (PRACTICE R9) */
} DuiDirection;

/* Which growth is ranked and printed first (PRACTICE R4). */
typedef enum
{
  DUI_GROWTH_REPORTED, /* the growth as reported, else C/B - 1 */
  DUI_GROWTH_COMPUTED, /* C/B - 1, else the growth as reported */
} DuiGrowthSource;

#define DUI_TYPE_INDICATOR (dui_indicator_get_type ())
G_DECLARE_FINAL_TYPE (DuiIndicator, dui_indicator, DUI, INDICATOR, GObject)

/* Properties: id, code, name, measure, shown-measure, shown-shift, scale, decimals, kind,
 * direction, calendar, growth-source, place-targets, order. */
gint64 dui_indicator_get_id (DuiIndicator *self);
const char *dui_indicator_get_code (DuiIndicator *self); /* "output" */
/* The book's own name: 工业总产值. */
const char *dui_indicator_get_name (DuiIndicator *self);
/* The name in the user's language: translated for the built-in indicators that were not renamed. */
const char *dui_indicator_get_display_name (DuiIndicator *self);
const char *dui_indicator_get_measure (DuiIndicator *self);       /* 万元 */
const char *dui_indicator_get_shown_measure (DuiIndicator *self); /* 亿元 */
/* shown = measured / 10^shown_shift: 4 from 万元 to 亿元. */
int dui_indicator_get_shown_shift (DuiIndicator *self);
int dui_indicator_get_scale (DuiIndicator *self);
int dui_indicator_get_decimals (DuiIndicator *self); /* in the shown measure */
DuiIndicatorKind dui_indicator_get_kind (DuiIndicator *self);
DuiDirection dui_indicator_get_direction (DuiIndicator *self);
DuiCalendar dui_indicator_get_calendar (DuiIndicator *self);
DuiGrowthSource dui_indicator_get_growth_source (DuiIndicator *self);
/* FALSE where only the parent has a target by policy (PRACTICE R21). */
gboolean dui_indicator_get_place_targets (DuiIndicator *self);
int dui_indicator_get_order (DuiIndicator *self);

/* TRUE for a cumulative indicator where higher is better: the only kind with completion, pace,
 * month values and a forecast (DESIGN §4). */
gboolean dui_indicator_has_pace (DuiIndicator *self);

const char *dui_indicator_kind_to_nick (DuiIndicatorKind kind); /* "cumulative" "level" "growth-only" */
gboolean dui_indicator_kind_from_nick (const char *nick, DuiIndicatorKind *kind);
const char *dui_direction_to_nick (DuiDirection direction); /* "higher" "lower" */
gboolean dui_direction_from_nick (const char *nick, DuiDirection *direction);
const char *dui_calendar_to_nick (DuiCalendar calendar); /* "monthly" "january" "quarterly" */
gboolean dui_calendar_from_nick (const char *nick, DuiCalendar *calendar);
const char *dui_growth_source_to_nick (DuiGrowthSource source); /* "reported" "computed" */
gboolean dui_growth_source_from_nick (const char *nick, DuiGrowthSource *source);

G_END_DECLS
