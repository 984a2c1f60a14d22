/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sheets call the indicators of a book: by code, by name, or by one of the wordings that
 * offices use for the built-in ones. */
#pragma once

#include "exchange/in/plain-text.h"
#include "model/catalog.h"

G_BEGIN_DECLS

#define DUI_NO_INDICATOR (-1)

typedef struct _DuiIndicatorNames DuiIndicatorNames;

DuiIndicatorNames *dui_indicator_names_new (DuiCatalog *catalog);
void dui_indicator_names_free (DuiIndicatorNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiIndicatorNames, dui_indicator_names_free)

/* Index into the catalog's indicators of the one that the whole of @plain names. */
int dui_indicator_names_match (DuiIndicatorNames *self, const DuiPlainText *plain);

/* Cuts the longest name that stands in @plain out of it. */
int dui_indicator_names_take (DuiIndicatorNames *self, DuiPlainText *plain);

G_END_DECLS
