/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/target.h"
#include "model/nicks.h"

#include <glib/gi18n-lib.h>

DUI_DEFINE_NICKS (DuiTier, dui_tier, "agreed", "adjusted", "stretch", "assessed")

const char *
dui_tier_to_label (DuiTier tier)
{
  static const char *const labels[] = { N_("Agreed target"), N_("Adjusted target"),
                                        N_("Stretch target"), N_("Assessed target") };

  return _ (labels[tier]);
}
