/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as a workbook with a native chart. */
#pragma once

#include "exchange/out/table.h"

G_BEGIN_DECLS

/* The bytes of an .xlsx, the same for the same table. NULL with DUI_PLOT_ERROR_RENDER. */
GByteArray *dui_workbook_make (const DuiExportTable *table, GError **error);

G_END_DECLS
