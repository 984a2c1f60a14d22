/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/changes.h"

static gboolean
are_same (const DuiFigureValues *a,
          const DuiFigureValues *b)
{
  return a->value == b->value && a->base == b->base && a->growth == b->growth
         && a->status == b->status;
}

static void
compare_figures (DuiChanges *self,
                 const DuiPanel *then,
                 const DuiPanel *now)
{
  DuiPeriod first = then->n_periods == 0 ? now->first : then->first;
  DuiPeriod end = MAX (then->first + (DuiPeriod) then->n_periods,
                       now->first + (DuiPeriod) now->n_periods);

  if (now->n_periods > 0)
    first = MIN (first, now->first);
  for (DuiPeriod period = end - 1; period >= first; period--)
    for (guint place = 0; place < now->n_places; place++)
      {
        DuiFigureChange change = { place, period, dui_panel_get_figure (then, place, period),
                                   dui_panel_get_figure (now, place, period) };

        if (!are_same (&change.then, &change.now))
          g_array_append_val (self->figures, change);
      }
}

static void
add_target (DuiChanges *self,
            const DuiTarget *then,
            const DuiTarget *now)
{
  const DuiTarget *one = now ? now : then;
  DuiTargetChange change = { one->place,
                             one->year,
                             one->tier,
                             one->effective,
                             then ? then->value : DUI_AMOUNT_MISSING,
                             now ? now->value : DUI_AMOUNT_MISSING,
                             one->document };

  if (change.then != change.now)
    g_array_append_val (self->targets, change);
}

static void
compare_targets (DuiChanges *self,
                 const DuiPanel *then,
                 const DuiPanel *now)
{
  guint i = 0, k = 0;

  while (i < then->n_targets || k < now->n_targets)
    {
      int order = i == then->n_targets  ? 1
                  : k == now->n_targets ? -1
                                        : dui_target_compare (&then->targets[i], &now->targets[k]);

      add_target (self, order <= 0 ? &then->targets[i] : NULL, order >= 0 ? &now->targets[k] : NULL);
      i += order <= 0;
      k += order >= 0;
    }
}

/* Where each place stands; 0 for nowhere. */
static void
find_ranks (const DuiPanel *panel,
            guint parent,
            DuiPeriod period,
            DuiRankBy by,
            guint *ranks,
            gboolean *bottom)
{
  g_autoptr (DuiStanding) standing
      = dui_standing_compute (panel, parent, period, by, DUI_TIER_ASSESSED, 0);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const DuiStandingRow *row = &g_array_index (standing->rows, DuiStandingRow, i);

      ranks[row->place] = row->rank;
      bottom[row->place] = row->bottom;
    }
}

static void
compare_ranks (DuiChanges *self,
               const DuiPanel *then,
               const DuiPanel *now,
               guint parent,
               DuiPeriod period,
               DuiRankBy by)
{
  g_autofree guint *old = g_new0 (guint, now->n_places), *new = g_new0 (guint, now->n_places);
  g_autofree gboolean *old_bottom = g_new0 (gboolean, now->n_places);
  g_autofree gboolean *new_bottom = g_new0 (gboolean, now->n_places);

  find_ranks (then, parent, period, by, old, old_bottom);
  find_ranks (now, parent, period, by, new, new_bottom);
  for (guint place = 0; place < now->n_places; place++)
    {
      DuiRankChange change
          = { place, by, old[place], new[place], old_bottom[place], new_bottom[place] };

      if (change.then != change.now || change.bottom_then != change.bottom_now)
        g_array_append_val (self->ranks, change);
    }
}

DuiChanges *
dui_changes_compute (const DuiPanel *then,
                     const DuiPanel *now,
                     guint parent,
                     DuiPeriod period)
{
  DuiChanges *self = g_new (DuiChanges, 1);

  self->figures = g_array_new (FALSE, FALSE, sizeof (DuiFigureChange));
  self->targets = g_array_new (FALSE, FALSE, sizeof (DuiTargetChange));
  self->ranks = g_array_new (FALSE, FALSE, sizeof (DuiRankChange));
  compare_figures (self, then, now);
  compare_targets (self, then, now);
  compare_ranks (self, then, now, parent, period, DUI_RANK_BY_GROWTH);
  compare_ranks (self, then, now, parent, period, DUI_RANK_BY_PROGRESS);
  return self;
}

void
dui_changes_free (DuiChanges *self)
{
  g_array_unref (self->figures);
  g_array_unref (self->targets);
  g_array_unref (self->ranks);
  g_free (self);
}
