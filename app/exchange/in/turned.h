/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables with their places across the top and months or indicators down: turned, so that what reads
 * the others reads them too. */
#pragma once

#include "exchange/in/layout.h"
#include "exchange/in/rows.h"

G_BEGIN_DECLS

/* TRUE where places, and not headings of figures, stand across @row. */
gboolean dui_turned_begins (const DuiRecognition *recognition, guint row);

/* Reads the table whose places stand across @row and whose titles begin in @from. Rows, sums and
 * notices say where things stand in the sheet as it was sent. Returns the row behind the table;
 * @before as in layout.h, replaced by this one's layout. */
guint dui_turned_read (const DuiRecognition *recognition,
                       guint from,
                       guint row,
                       DuiLayout **before,
                       DuiReading *reading);

G_END_DECLS
