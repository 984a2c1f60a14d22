/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Panels of a few figures written down by hand: place 0 is 清丰县, the others its townships. */
#pragma once

#include "charts/charts.h"

G_BEGIN_DECLS

typedef enum
{
  HAND_OUTPUT, /* 工业总产值 in 亿元 */
  HAND_ENERGY, /* lower is better, four decimals */
  HAND_GROWTH, /* growth-only, in percent */
} HandIndicator;

typedef struct _Hand Hand;

Hand *hand_new (HandIndicator indicator, guint n_townships);
void hand_free (Hand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hand, hand_free)

/* Texts in the shown measure: "154.74" of output is 154.74亿元. */
void hand_set_figure (Hand *self, guint place, const char *month, const char *value);
/* From 1 January when @effective is NULL, else with the document 清政〔2021〕12号. */
void
hand_set_target (Hand *self, guint place, DuiTier tier, const char *value, const char *effective);

/* A chart of the county by the assessed target; the caller owns it. */
DuiChart *hand_chart (Hand *self, const char *kind, const char *month);
DuiChart *
hand_chart_of (Hand *self, const char *kind, const char *month, guint place, DuiTier tier);

G_END_DECLS
