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
  DuiFont font;       /* of the rows */
  double pitch;       /* from row to row */
  double rule;        /* round a rule above a row */
  double heads;       /* of the heads of the panels */
  gboolean two_heads; /* there is a line of its own for the name of the pace line */
  double axis;        /* 0 without tick labels */
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
  double reached_end;  /* where the panel ends, behind the labels */
  gboolean labels;     /* beside the bars: there is room for them */
  double label_column; /* where they all begin; 0 for each at the end of its bar */
  gboolean tiers;      /* symbols of other tiers, and the key to all: there is room for it */
  gboolean gaps;       /* the second panel: there is room for it */
  DuiScale gap;
  double gap_start, gap_end;
} DuiGapPanels;

#define DUI_GAP_SPACE 3 /* between a label and what it stands beside, points */
#define DUI_GAP_SYMBOL_SIZE 5

/* Decides the geometry for a column of @width that may hold any of @slots. */
void dui_gap_panels_init (DuiGapPanels *self,
                          const DuiGapData *data,
                          const GArray *slots,
                          double width,
                          const DuiGapMetrics *metrics,
                          DuiTextMeasure *measure);

/* Lays @slots out from @x, @y downwards (gap-rows.c). */
void dui_gap_panels_add (const DuiGapPanels *self,
                         DuiLayout *layout,
                         double x,
                         double y,
                         const DuiGapSlot *slots,
                         guint n_slots);

/* In the font of the rows; 0 for NULL. */
double dui_gap_panels_text_width (const DuiGapPanels *self, const char *text);

/* Where the bar of @row ends: at its value, or where it is cut. */
double dui_gap_panels_shown_end (const DuiGapPanels *self, const DuiGapRow *row);

/* Where the label of its bar begins. */
double dui_gap_panels_label_start (const DuiGapPanels *self, const DuiGapRow *row);

/* The gap of the whole is a number only where there are places: beside it theirs would be no
 * lengths. */
gboolean dui_gap_panels_has_gap_bar (const DuiGapPanels *self, const DuiGapRow *row);

/* Whether the symbol of another tier at @tier is drawn. */
gboolean dui_gap_panels_shows_tier (const DuiGapPanels *self, double tier);

/* A symbol in use and its word. */
typedef struct
{
  DuiSymbol symbol;
  const char *text;
} DuiGapKeyEntry;

#define DUI_GAP_MAX_KEY 3

/* Other tiers of an indicator with pace, the target of one without; how many there are. */
guint dui_gap_panels_find_key (const DuiGapPanels *self, DuiGapKeyEntry *entries);
double dui_gap_panels_key_width (const DuiGapPanels *self);

G_END_DECLS
