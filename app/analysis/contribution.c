/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/contribution.h"

#include "analysis/columns.h"
#include "analysis/members.h"

/* C and B of a place as far as both count. */
static gboolean
get_both (const DuiColumns *columns,
          guint place,
          DuiPeriod period,
          DuiAmount *value,
          DuiAmount *base)
{
  gssize at = dui_panel_index (columns->panel, place, period);

  if (at < 0 || !dui_columns_is_reported (columns, place, period))
    return FALSE;
  *value = columns->panel->value[at];
  *base = columns->panel->base[at];
  return !dui_amount_is_missing (*value) && !dui_amount_is_missing (*base);
}

typedef struct
{
  DuiWide value, base;
} Sum;

static void
add_members (DuiContribution *self,
             const DuiColumns *columns,
             guint parent,
             DuiPeriod period,
             Sum *sum)
{
  g_auto (DuiMembers) members = { NULL };

  dui_members_init (&members, columns->panel->catalog, parent);
  for (guint i = 0; i < members.n_items; i++)
    {
      DuiPull pull = { members.items[i].place, DUI_RATIO_MISSING };
      DuiAmount value, base;

      if (!dui_member_is_in_total (&members.items[i], period))
        continue;
      if (!get_both (columns, pull.place, period, &value, &base))
        {
          g_array_append_val (self->unknown, pull.place);
          continue;
        }
      sum->value += value;
      sum->base += base;
      pull.pull = (DuiRatio){ (DuiWide) value - base, 1 };
      g_array_append_val (self->pulls, pull);
    }
}

static DuiRatio
to_points (DuiWide amount,
           DuiWide base)
{
  return dui_ratio_new (100 * amount, base);
}

DuiContribution *
dui_contribution_compute (const DuiPanel *panel,
                          guint parent,
                          DuiPeriod period)
{
  g_autoptr (DuiContribution) self = NULL;
  DuiColumns columns;
  DuiAmount value, base;
  Sum sum = { 0 }, whole;

  dui_columns_init (&columns, panel);
  if (dui_indicator_get_kind (panel->indicator) != DUI_KIND_CUMULATIVE
      || columns.direction == DUI_DIRECTION_LOWER)
    return NULL;
  self = g_new0 (DuiContribution, 1);
  self->pulls = g_array_new (FALSE, FALSE, sizeof (DuiPull));
  self->unknown = g_array_new (FALSE, FALSE, sizeof (guint));
  add_members (self, &columns, parent, period, &sum);
  self->of_sum = !get_both (&columns, parent, period, &value, &base);
  whole = self->of_sum ? sum : (Sum){ value, base };
  if (whole.base <= 0)
    return NULL;
  for (guint i = 0; i < self->pulls->len; i++)
    {
      DuiPull *pull = &g_array_index (self->pulls, DuiPull, i);

      pull->pull = to_points (pull->pull.num, whole.base);
    }
  self->growth = to_points (whole.value - whole.base, whole.base);
  self->rest = to_points ((whole.value - whole.base) - (sum.value - sum.base), whole.base);
  return g_steal_pointer (&self);
}

void
dui_contribution_free (DuiContribution *self)
{
  g_array_unref (self->pulls);
  g_array_unref (self->unknown);
  g_free (self);
}

DuiRatio
dui_contribution_find (const DuiContribution *self,
                       guint place)
{
  for (guint i = 0; self && i < self->pulls->len; i++)
    if (g_array_index (self->pulls, DuiPull, i).place == place)
      return g_array_index (self->pulls, DuiPull, i).pull;
  return DUI_RATIO_MISSING;
}

static DuiRatio
given_growth (const DuiPanel *panel,
              guint place,
              DuiPeriod period)
{
  DuiProgress progress;

  dui_progress_compute (panel, place, period, &progress);
  return progress.growth_inferred || !dui_progress_is_reported (&progress, panel->indicator)
             ? DUI_RATIO_MISSING
             : dui_ratio_scale (progress.growth, 100, 1);
}

/* Whether @doubt is more than DUI_DOUBT_POINTS apart; sets its difference. */
static gboolean
is_far (DuiDoubt *doubt)
{
  static const DuiRatio limit = { DUI_DOUBT_POINTS, 1 };
  DuiRatio size, less = { -doubt->other.num, doubt->other.den };

  if (dui_ratio_is_missing (doubt->growth) || dui_ratio_is_missing (doubt->other))
    return FALSE;
  doubt->difference = dui_ratio_scale (dui_ratio_mean (doubt->growth, less), 2, 1);
  size = doubt->difference;
  size.num = ABS (size.num);
  return dui_ratio_compare (size, limit) > 0;
}

static int
compare_doubts (gconstpointer a,
                gconstpointer b)
{
  DuiRatio left = ((const DuiDoubt *) a)->difference, right = ((const DuiDoubt *) b)->difference;

  left.num = ABS (left.num);
  right.num = ABS (right.num);
  return dui_ratio_compare (right, left);
}

GArray *
dui_doubts_compute (const DuiPanel *panel,
                    const DuiPanel *other,
                    guint parent,
                    DuiPeriod period)
{
  GArray *doubts = g_array_new (FALSE, FALSE, sizeof (DuiDoubt));
  g_auto (DuiMembers) members = { NULL };

  dui_members_init (&members, panel->catalog, parent);
  for (guint i = 0; i < members.n_items; i++)
    {
      guint place = members.items[i].place;
      DuiDoubt doubt = { .place = place };

      if (!dui_member_is_due (&members.items[i], period))
        continue;
      doubt.growth = given_growth (panel, place, period);
      doubt.other = given_growth (other, place, period);
      if (is_far (&doubt))
        g_array_append_val (doubts, doubt);
    }
  g_array_sort (doubts, compare_doubts);
  return doubts;
}
