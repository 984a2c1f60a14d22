/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/bulletin.h"

const char *
dui_issued_by_to_nick (DuiIssuedBy by)
{
  static const char *const nicks[DUI_N_ISSUED_BY] = { "growth", "progress", "completed" };

  g_return_val_if_fail (by < DUI_N_ISSUED_BY, NULL);

  return nicks[by];
}

void
dui_issued_row_free (DuiIssuedRow *self)
{
  g_free (self->name);
  g_free (self);
}

gboolean
dui_issued_row_differs (const DuiIssuedRow *issued,
                        const DuiIssuedRow *now,
                        gboolean with_ranks)
{
  const DuiFigureValues *a = &issued->values, *b = &now->values;

  if (a->value != b->value || a->base != b->base || a->growth != b->growth)
    return TRUE;
  if (a->status != DUI_STATUS_NONE && issued->target != now->target)
    return TRUE;
  for (guint i = 0; with_ranks && i < DUI_N_ISSUED_BY; i++)
    {
      const DuiIssuedRank *then = &issued->ranks[i], *today = &now->ranks[i];

      if (then->rank != today->rank || then->value != today->value
          || then->bottom != today->bottom || then->tied != today->tied)
        return TRUE;
    }
  return FALSE;
}

gboolean
dui_issued_bulletin_has_ranks (const DuiIssuedBulletin *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DuiIssuedRow *row = g_ptr_array_index (self->rows, i);

      for (guint by = 0; by < DUI_N_ISSUED_BY; by++)
        if (row->ranks[by].rank > 0)
          return TRUE;
    }
  return FALSE;
}

void
dui_issued_bulletin_free (DuiIssuedBulletin *self)
{
  g_free (self->indicator);
  g_free (self->number);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->text);
  g_free (self->seal);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}
