/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/measured.h"

#include <glib/gi18n-lib.h>

gboolean
dui_measured_read (DuiInvocation *self,
                   const char *text,
                   DuiMeasured *measured,
                   GError **error)
{
  *measured = (DuiMeasured){ g_strcmp0 (text, "score") == 0, DUI_RANK_BY_GROWTH };
  if (measured->by_score && self->indicator_code)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("--by score takes the indicators of the scheme; leave --indicator out"));
      return FALSE;
    }
  if (measured->by_score || !text || dui_rank_by_from_nick (text, &measured->by))
    return TRUE;
  g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
               _ ("nothing is ranked by “%s”; write growth, progress, completed, month or score"),
               text);
  return FALSE;
}
