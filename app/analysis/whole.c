/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/whole.h"

static void
use_total (DuiWhole *self,
           DuiTotal *total,
           DuiPlace *place)
{
  self->total = total;
  self->progress = &total->sum;
  self->label = dui_place_get_total_label (place);
}

void
dui_whole_init (DuiWhole *self,
                const DuiPanel *panel,
                guint place,
                DuiPeriod period)
{
  DuiPlace *object = dui_catalog_get_place (panel->catalog, place);
  g_autoptr (GArray) members = dui_catalog_get_members (panel->catalog, place, period, FALSE);
  g_autoptr (DuiTotal) total = NULL;

  *self = (DuiWhole){ NULL };
  self->label
      = members->len > 0 ? dui_place_get_whole_label (object) : dui_place_get_name (object);
  dui_progress_compute (panel, place, period, &self->own);
  if (dui_progress_is_reported (&self->own, panel->indicator))
    {
      self->progress = &self->own;
      return;
    }
  total = dui_total_compute (panel, place, period);
  if (!dui_amount_is_missing (total->sum.completed))
    use_total (self, g_steal_pointer (&total), object);
}

void
dui_whole_clear (DuiWhole *self)
{
  g_clear_pointer (&self->total, dui_total_free);
}
