/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON written as it comes: a list of a million rows takes no more memory than one row, and keys
 * stay in the order in which they are given. (json-glib builds the whole tree first.)
 *
 * A key is NULL inside of an array and for the whole answer. */
#pragma once

#include "model/panel.h"

G_BEGIN_DECLS

typedef struct _DuiJson DuiJson;

DuiJson *dui_json_new (void);
/* Ends the line; every object and array must be closed. */
void dui_json_free (DuiJson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiJson, dui_json_free)

void dui_json_begin_object (DuiJson *self, const char *key);
void dui_json_end_object (DuiJson *self);
void dui_json_begin_array (DuiJson *self, const char *key);
void dui_json_end_array (DuiJson *self);

void dui_json_null (DuiJson *self, const char *key);
void dui_json_flag (DuiJson *self, const char *key, gboolean value);
void dui_json_count (DuiJson *self, const char *key, gint64 value);
/* NULL is null. */
void dui_json_text (DuiJson *self, const char *key, const char *value);
void dui_json_take_text (DuiJson *self, const char *key, char *value);

/* {"code","name"}; null for DUI_NO_PLACE. */
void dui_json_place (DuiJson *self, const char *key, DuiCatalog *catalog, guint place);
/* @places holds guint. */
void dui_json_places (DuiJson *self, const char *key, DuiCatalog *catalog, GArray *places);
/* "rank","previous_rank","change" into the open object; @previous 0 for none, then both are null. */
void dui_json_placing (DuiJson *self, guint rank, guint previous, int change);
/* null for 0: not ranked. */
void dui_json_rank (DuiJson *self, const char *key, guint rank);
/* "2021-12-18"; null for 0. */
void dui_json_day (DuiJson *self, const char *key, DuiDay day);
/* "2021-11"; null for DUI_PERIOD_NONE. */
void dui_json_period (DuiJson *self, const char *key, DuiPeriod period);

/* Exact in the indicator's measure, without trailing zeros. */
void dui_json_amount (DuiJson *self, const char *key, DuiIndicator *indicator, DuiAmount amount);
/* A ratio of raw amounts, rounded to the indicator's scale where it does not end there. */
void dui_json_average (DuiJson *self, const char *key, DuiIndicator *indicator, DuiRatio raw);
/* A fraction as percent with two decimals: 0.7737 is "77.37". */
void dui_json_percent (DuiJson *self, const char *key, DuiRatio fraction);
/* Points or percent as they are, with two decimals. */
void dui_json_points (DuiJson *self, const char *key, DuiRatio points);
/* DuiTierProgress.difference: points, or a distance in the measure where there is no pace. */
void dui_json_difference (DuiJson *self, const char *key, DuiIndicator *indicator,
                          DuiRatio difference);

G_END_DECLS
