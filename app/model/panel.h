/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator's whole history as columns (DESIGN §2 "the way a number travels"): what analysis/
 * reads. Immutable once made, reference-counted, safe to read from any thread; a newer state of
 * the book is a new panel. */
#pragma once

#include "model/catalog.h"
#include "model/figure.h"
#include "model/target.h"

G_BEGIN_DECLS

#define DUI_TYPE_PANEL (dui_panel_get_type ())

typedef struct _DuiPanel DuiPanel;

struct _DuiPanel
{
  /*< read only >*/
  DuiCatalog *catalog;
  DuiIndicator *indicator;
  guint n_places;   /* columns: the catalog's places */
  DuiPeriod first;  /* of the first row; rows are calendar months without holes */
  guint n_periods;  /* rows; 0 for a panel without figures */
  DuiAmount *value; /* [row * n_places + place], DUI_AMOUNT_MISSING where there is none */
  DuiAmount *base;
  DuiAmount *growth;  /* as reported, DUI_GROWTH_SCALE */
  guint8 *status;     /* DuiFigureStatus */
  DuiTarget *targets; /* by place, year, tier, effective date */
  guint n_targets;
  DuiPlan *plans; /* by year; a year without one means m/12 */
  guint n_plans;
  DuiPeriod *issued; /* periods with an issued bulletin, ascending */
  guint n_issued;

  /*< private >*/
  guint *target_index; /* first target of each place, n_places + 1 entries */
  GStringChunk *documents;
  gatomicrefcount references;
};

GType dui_panel_get_type (void);

/* An empty panel with room for the months @first to @last (no months when @last < @first), to be
 * filled before it is shared. */
DuiPanel *dui_panel_new (DuiCatalog *catalog, DuiIndicator *indicator, DuiPeriod first,
                         DuiPeriod last);
/* Only while filling. */
void dui_panel_set_figure (DuiPanel *self, guint place, DuiPeriod period,
                           const DuiFigureValues *values);
/* Only while filling; copy what they are given, in any order. */
void dui_panel_set_targets (DuiPanel *self, const DuiTarget *targets, guint n_targets);
void dui_panel_set_plans (DuiPanel *self, const DuiPlan *plans, guint n_plans);
void dui_panel_set_issued (DuiPanel *self, const DuiPeriod *issued, guint n_issued);

DuiPanel *dui_panel_ref (DuiPanel *self);
void dui_panel_unref (DuiPanel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiPanel, dui_panel_unref)

/* Index into the columns, or -1 outside of the panel's months. */
static inline gssize
dui_panel_index (const DuiPanel *self, guint place, DuiPeriod period)
{
  if (period < self->first || period >= self->first + (DuiPeriod) self->n_periods)
    return -1;
  return (gssize) (period - self->first) * self->n_places + place;
}

/* DUI_FIGURE_VALUES_NONE where nothing was reported. */
static inline DuiFigureValues
dui_panel_get_figure (const DuiPanel *self, guint place, DuiPeriod period)
{
  gssize at = dui_panel_index (self, place, period);

  if (at < 0)
    return DUI_FIGURE_VALUES_NONE;
  return (DuiFigureValues){ self->value[at], self->base[at], self->growth[at], self->status[at] };
}

/* The version in force on @day: the newest whose effective date is not later; NULL for none.
 * DUI_TIER_ASSESSED takes adjusted before agreed (PRACTICE R1). */
const DuiTarget *dui_panel_get_target (const DuiPanel *self, guint place, int year, DuiTier tier,
                                       DuiDay day);

/* The same for all stored tiers at once. */
void dui_panel_get_targets (const DuiPanel *self, guint place, int year, DuiDay day,
                            const DuiTarget *targets[DUI_N_TIERS]);

/* All versions of a place's targets of a year and stored tier, oldest first. */
const DuiTarget *dui_panel_get_target_versions (const DuiPanel *self, guint place, int year,
                                                DuiTier tier, guint *n_versions);

/* The plan share tau at the end of @period: exactly m/12 without a plan (DESIGN §4). */
DuiRatio dui_panel_get_pace (const DuiPanel *self, DuiPeriod period);

G_END_DECLS
