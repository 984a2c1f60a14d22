/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of rows of the gap chart: names, the panel of what was reached, the panel of the gap.
 * Private to the gap chart. */
#pragma once

#include "charts/gap-data.h"
#include "plot/scale.h"
#include "plot/text.h"

G_BEGIN_DECLS

/* What one line of the chart holds. */
typedef struct
{
  const DuiGapRow *row; /* NULL for a line of text */
  const char *text;     /* how many places are left out */
  gboolean rule;        /* above it */
} DuiGapSlot;

/* The heights that all columns share. */
typedef struct
{
  DuiFont font; /* of the rows */
  double pitch; /* from row to row */
  double rule;  /* round a rule above a row */
  double heads; /* of the heads of the panels */
  gboolean two_heads; /* there is a line of its own for the name of the pace line */
  double axis;  /* 0 without tick labels */
} DuiGapMetrics;

/* Positions are relative to a column's left edge. */
typedef struct
{
  const DuiGapData *data;
  DuiTextMeasure *measure;
  DuiGapMetrics metrics;
  double width;      /* of the column */
  double name_width; /* room for names */
  DuiScale reached;
  double reached_end; /* where the panel ends, behind the labels */
  gboolean labels;    /* beside the bars: there is room for them */
  double label_column; /* where they all begin; 0 for each at the end of its bar */
  gboolean tiers;     /* symbols of other tiers, and the key to all: there is room for it */
  gboolean gaps;      /* the second panel: there is room for it */
  DuiScale gap;
  double gap_start, gap_end;
} DuiGapPanels;

/* Decides the geometry for a column of @width that may hold any of @slots. */
void dui_gap_panels_init (DuiGapPanels *self, const DuiGapData *data, const GArray *slots,
                          double width, const DuiGapMetrics *metrics, DuiTextMeasure *measure);

/* Lays @slots out from @x, @y downwards. */
void dui_gap_panels_add (const DuiGapPanels *self, DuiLayout *layout, double x, double y,
                         const DuiGapSlot *slots, guint n_slots);

G_END_DECLS
