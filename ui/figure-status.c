/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figure-status.h"

#include <glib/gi18n-lib.h>

const char *
dui_figure_status_label (DuiFigureStatus status)
{
  switch (status)
    {
    case DUI_STATUS_ESTIMATE:
      return _ ("Estimate");
    case DUI_STATUS_PRELIMINARY:
      return _ ("Preliminary");
    case DUI_STATUS_FINAL:
      return _ ("Final");
    case DUI_STATUS_NONE:
    default:
      return NULL;
    }
}
