/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/target.h"
#include "model/nicks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

DUI_DEFINE_NICKS (DuiTier, dui_tier, "agreed", "adjusted", "stretch", "assessed")

const char *
dui_tier_to_label (DuiTier tier)
{
  static const char *const labels[] = { N_("Agreed target"), N_("Adjusted target"),
                                        N_("Stretch target"), N_("Assessed target") };

  return _ (labels[tier]);
}

int
dui_target_compare (const DuiTarget *a,
                    const DuiTarget *b)
{
  if (a->place != b->place)
    return a->place < b->place ? -1 : 1;
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->tier != b->tier)
    return a->tier < b->tier ? -1 : 1;
  return (a->effective > b->effective) - (a->effective < b->effective);
}

void
dui_plan_set_even (DuiPlan *self,
                   int year)
{
  self->year = year;
  for (gint32 month = 1; month <= 12; month++)
    self->share[month - 1] = (month * DUI_SHARE_ONE + 6) / 12;
}

gboolean
dui_plan_is_even (const DuiPlan *self)
{
  DuiPlan even;

  dui_plan_set_even (&even, self->year);
  return memcmp (even.share, self->share, sizeof even.share) == 0;
}
