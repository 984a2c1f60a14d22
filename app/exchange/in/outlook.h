/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of one indicator as they would be after an import: the book's, and over them those of
 * all the files that are read together. What a figure is compared with may stand in another file.
 * Of a growth-only indicator they are the growth rates. */
#pragma once

#include "model/batch.h"
#include "model/panel.h"

G_BEGIN_DECLS

typedef struct
{
  const DuiPanel *book; /* borrowed */
  DuiIndicatorKind kind;
  DuiCalendar calendar;
  DuiPeriod first;
  guint n_periods;
  guint n_places; /* the catalog's and those to be made */
  DuiAmount *value;
} DuiOutlook;

/* Room for the book's periods and @first to @last; filled with the book's figures. */
DuiOutlook *dui_outlook_new (const DuiPanel *book, DuiPeriod first, DuiPeriod last, guint n_places);
void dui_outlook_free (DuiOutlook *self);

/* The place's column, which for a place to be made lies behind the catalog's. */
void dui_outlook_set (DuiOutlook *self, guint place, DuiPeriod period, DuiAmount value);

static inline DuiAmount
dui_outlook_get (const DuiOutlook *self, guint place, DuiPeriod period)
{
  if (period < self->first || period >= self->first + (DuiPeriod) self->n_periods)
    return DUI_AMOUNT_MISSING;
  return self->value[(gsize) (period - self->first) * self->n_places + place];
}

G_END_DECLS
