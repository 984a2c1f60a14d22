/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Qingfeng county as a new book has it, without a book: its townships ranked, its siblings and its
 * city beside it, the ten indicators; and an import of a file into it as lines of text. */
#pragma once

#include "exchange/in/import.h"

G_BEGIN_DECLS

typedef struct
{
  DuiCatalog *catalog;
  GHashTable *panels; /* indicator code -> DuiPanel */
  DuiImportOptions options;
} County;

/* Figures of 2021-12 can be imported, later ones not. @with_january: every indicator publishes it.
 */
County *county_new (gboolean with_january);
void county_free (County *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (County, county_free)

guint county_place (County *self, const char *code);

/* Puts one figure into the book-to-be; amounts as decimals in the indicator's measure, growth in
 * percent, NULL for none. */
void county_put (County *self,
                 const char *place,
                 const char *indicator,
                 const char *period,
                 const char *value,
                 const char *base,
                 const char *growth,
                 DuiFigureStatus status);

/* Puts all rows of a batch there, as an import would. */
void county_take (County *self, DuiBatch *batch);

DuiPanel *county_get_panel (DuiIndicator *indicator, gpointer county, GError **error);
DuiBatch *county_import (County *self, const char *path, GError **error);

/* One line for each row, error and warning:
 * "new D3 410922100 output 2021-11 1547.4 base 1400 growth 7.7% 初步" */
char *county_print (County *self, DuiBatch *batch);

G_END_DECLS
