/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/panel.h"

#include <stdlib.h>

G_DEFINE_BOXED_TYPE (DuiPanel, dui_panel, dui_panel_ref, dui_panel_unref)

static DuiAmount *
missing_column (gsize n_cells)
{
  DuiAmount *column = g_new (DuiAmount, n_cells);

  for (gsize i = 0; i < n_cells; i++)
    column[i] = DUI_AMOUNT_MISSING;
  return column;
}

DuiPanel *
dui_panel_new (DuiCatalog *catalog,
               DuiIndicator *indicator,
               DuiPeriod first,
               DuiPeriod last)
{
  DuiPanel *self = g_new0 (DuiPanel, 1);
  gsize n_cells;

  self->catalog = dui_catalog_ref (catalog);
  self->indicator = g_object_ref (indicator);
  self->n_places = catalog->places->len;
  self->first = first;
  self->n_periods = last >= first ? (guint) (last - first + 1) : 0;
  n_cells = (gsize) self->n_places * self->n_periods;
  self->value = missing_column (n_cells);
  self->base = missing_column (n_cells);
  self->growth = missing_column (n_cells);
  self->status = g_new0 (guint8, n_cells);
  self->target_index = g_new0 (guint, self->n_places + 1);
  self->documents = g_string_chunk_new (256);
  g_atomic_ref_count_init (&self->references);
  return self;
}

DuiPanel *
dui_panel_ref (DuiPanel *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dui_panel_unref (DuiPanel *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  dui_catalog_unref (self->catalog);
  g_object_unref (self->indicator);
  g_free (self->value);
  g_free (self->base);
  g_free (self->growth);
  g_free (self->status);
  g_free (self->targets);
  g_free (self->plans);
  g_free (self->issued);
  g_free (self->target_index);
  g_string_chunk_free (self->documents);
  g_free (self);
}

void
dui_panel_set_figure (DuiPanel *self,
                      guint place,
                      DuiPeriod period,
                      const DuiFigureValues *values)
{
  gssize at = dui_panel_index (self, place, period);

  g_return_if_fail (at >= 0 && place < self->n_places);

  self->value[at] = values->value;
  self->base[at] = values->base;
  self->growth[at] = values->growth;
  self->status[at] = (guint8) values->status;
}

static int
compare_targets (gconstpointer a,
                 gconstpointer b)
{
  return dui_target_compare (a, b);
}

void
dui_panel_set_targets (DuiPanel *self,
                       const DuiTarget *targets,
                       guint n_targets)
{
  guint next = 0;

  g_clear_pointer (&self->targets, g_free);
  self->targets = g_memdup2 (targets, n_targets * sizeof (DuiTarget));
  self->n_targets = n_targets;
  for (guint i = 0; i < n_targets; i++)
    if (self->targets[i].document)
      self->targets[i].document
          = g_string_chunk_insert_const (self->documents, self->targets[i].document);
  if (n_targets > 1)
    qsort (self->targets, n_targets, sizeof (DuiTarget), compare_targets);
  for (guint place = 0; place <= self->n_places; place++)
    {
      while (next < n_targets && self->targets[next].place < place)
        next++;
      self->target_index[place] = next;
    }
}

static int
compare_plans (gconstpointer a,
               gconstpointer b)
{
  return ((const DuiPlan *) a)->year - ((const DuiPlan *) b)->year;
}

void
dui_panel_set_plans (DuiPanel *self,
                     const DuiPlan *plans,
                     guint n_plans)
{
  g_clear_pointer (&self->plans, g_free);
  self->plans = g_memdup2 (plans, n_plans * sizeof (DuiPlan));
  self->n_plans = n_plans;
  if (n_plans > 1)
    qsort (self->plans, n_plans, sizeof (DuiPlan), compare_plans);
}

static int
compare_periods (gconstpointer a,
                 gconstpointer b)
{
  return *(const DuiPeriod *) a - *(const DuiPeriod *) b;
}

void
dui_panel_set_issued (DuiPanel *self,
                      const DuiPeriod *issued,
                      guint n_issued)
{
  g_clear_pointer (&self->issued, g_free);
  self->issued = g_memdup2 (issued, n_issued * sizeof (DuiPeriod));
  self->n_issued = n_issued;
  if (n_issued > 1)
    qsort (self->issued, n_issued, sizeof (DuiPeriod), compare_periods);
}

const DuiTarget *
dui_panel_get_target_versions (const DuiPanel *self,
                               guint place,
                               int year,
                               DuiTier tier,
                               guint *n_versions)
{
  guint end = self->target_index[place + 1];
  guint first = self->target_index[place];
  guint past;

  while (first < end
         && (self->targets[first].year < year
             || (self->targets[first].year == year && self->targets[first].tier < tier)))
    first++;
  past = first;
  while (past < end && self->targets[past].year == year && self->targets[past].tier == tier)
    past++;
  *n_versions = past - first;
  return past > first ? &self->targets[first] : NULL;
}

void
dui_panel_get_targets (const DuiPanel *self,
                       guint place,
                       int year,
                       DuiDay day,
                       const DuiTarget *targets[DUI_N_TIERS])
{
  const DuiTarget *end = self->targets + self->target_index[place + 1];

  for (guint tier = 0; tier < DUI_N_TIERS; tier++)
    targets[tier] = NULL;
  for (const DuiTarget *target = self->targets + self->target_index[place];
       target < end && target->year <= year; target++)
    if (target->year == year && target->effective <= day)
      targets[target->tier] = target;
}

const DuiTarget *
dui_panel_get_target (const DuiPanel *self,
                      guint place,
                      int year,
                      DuiTier tier,
                      DuiDay day)
{
  const DuiTarget *targets[DUI_N_TIERS];

  dui_panel_get_targets (self, place, year, day, targets);
  if (tier != DUI_TIER_ASSESSED)
    return targets[tier];
  return targets[DUI_TIER_ADJUSTED] ? targets[DUI_TIER_ADJUSTED] : targets[DUI_TIER_AGREED];
}

DuiRatio
dui_panel_get_pace (const DuiPanel *self,
                    DuiPeriod period)
{
  int year = dui_period_year (period), month = dui_period_month (period);

  for (guint i = 0; i < self->n_plans; i++)
    if (self->plans[i].year == year)
      return dui_ratio_new (self->plans[i].share[month - 1], DUI_SHARE_ONE);
  return dui_ratio_new (month, 12);
}
