/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/scoring.h"

#include <glib/gi18n-lib.h>

void
dui_scoring_free (DuiScoring *self)
{
  g_clear_pointer (&self->score, dui_score_free);
  g_clear_pointer (&self->panels, g_ptr_array_unref);
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_free (self);
}

DuiScoring *
dui_scoring_new (DuiInvocation *invocation,
                 guint bottom,
                 GError **error)
{
  g_autoptr (DuiScoring) self = g_new0 (DuiScoring, 1);

  self->schemes = dui_book_list_schemes (invocation->book, error);
  if (self->schemes == NULL)
    return NULL;
  self->scheme = dui_scheme_find (self->schemes, invocation->period);
  if (self->scheme == NULL)
    {
      g_set_error (error, DUI_USAGE_ERROR, DUI_USAGE_ERROR_FAILED,
                   _ ("no scoring scheme holds in that period; duibiao set scheme makes one"));
      return NULL;
    }
  self->panels = dui_book_get_scheme_panels (invocation->book, self->scheme, error);
  if (self->panels == NULL)
    return NULL;
  self->catalog = ((DuiPanel *) g_ptr_array_index (self->panels, 0))->catalog;
  self->score = dui_score_compute (self->scheme, (DuiPanel *const *) self->panels->pdata,
                                   invocation->place, invocation->period, invocation->tier, bottom);
  return g_steal_pointer (&self);
}
