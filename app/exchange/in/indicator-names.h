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

/* Index into the catalog's indicators of the one that the whole of @plain names; @loose (nullable)
 * tells that the name may mean another one as well: 税收 is not only that of industry. */
int dui_indicator_names_match (DuiIndicatorNames *self, const DuiPlainText *plain, gboolean *loose);

/* Cuts the longest name that stands in @plain out of it. @loose (nullable) becomes TRUE for a loose
 * one and otherwise stays. */
int dui_indicator_names_take (DuiIndicatorNames *self, DuiPlainText *plain, gboolean *loose);

G_END_DECLS
