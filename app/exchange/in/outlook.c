/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/outlook.h"

DuiOutlook *
dui_outlook_new (const DuiPanel *book, DuiPeriod first, DuiPeriod last, guint n_places)
{
  DuiOutlook *self = g_new0 (DuiOutlook, 1);
  const DuiAmount *figures;
  gsize n_cells;

  if (book->n_periods > 0)
    {
      first = MIN (first, book->first);
      last = MAX (last, book->first + (DuiPeriod) book->n_periods - 1);
    }
  self->book = book;
  self->kind = dui_indicator_get_kind (book->indicator);
  self->calendar = dui_indicator_get_calendar (book->indicator);
  figures = self->kind == DUI_KIND_GROWTH_ONLY ? book->growth : book->value;
  self->first = first;
  self->n_periods = last >= first ? (guint) (last - first + 1) : 0;
  self->n_places = n_places;
  n_cells = (gsize) self->n_periods * n_places;
  self->value = g_new (DuiAmount, n_cells);
  for (gsize i = 0; i < n_cells; i++)
    self->value[i] = DUI_AMOUNT_MISSING;
  for (guint row = 0; row < book->n_periods; row++)
    for (guint place = 0; place < MIN (book->n_places, n_places); place++)
      dui_outlook_set (self, place, book->first + (DuiPeriod) row,
                       figures[(gsize) row * book->n_places + place]);
  return self;
}

void
dui_outlook_free (DuiOutlook *self)
{
  g_free (self->value);
  g_free (self);
}

void
dui_outlook_set (DuiOutlook *self, guint place, DuiPeriod period, DuiAmount value)
{
  self->value[(gsize) (period - self->first) * self->n_places + place] = value;
}
