/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet prints beside its figures and follows from them: ranks and completion rates. They
 * are not imported; where they differ from the sheet's own figures that is a warning (PRACTICE §2
 * point 2, R4). */
#pragma once

#include "exchange/in/layout.h"

G_BEGIN_DECLS

typedef struct _DuiPrintedTable DuiPrintedTable;

/* NULL where the table prints nothing of the kind. Borrows both. */
DuiPrintedTable *dui_printed_table_new (const DuiRecognition *recognition, const DuiLayout *layout);
void dui_printed_table_free (DuiPrintedTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiPrintedTable, dui_printed_table_free)

/* A row of a place; those of one @indicator and @period, as far as the row says them, are ranked
 * among each other. */
void dui_printed_table_add_row (DuiPrintedTable *self, guint row, int indicator, DuiPeriod period);

void dui_printed_table_compare (DuiPrintedTable *self);

G_END_DECLS
