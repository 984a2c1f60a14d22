/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of each row beside the figures that the book has. */
#pragma once

#include "exchange/in/notices.h"
#include "model/panel.h"

G_BEGIN_DECLS

/* Sets the verdict of every row that is not refused or compared, and merges what the sheet does not
 * give from the book. A lower status over a higher one is refused (PRACTICE R6). @panels: by the
 * catalog's indicators, NULL where the batch has no rows of one. */
void dui_verdicts_find (DuiBatch *batch, DuiPanel *const *panels, DuiNotices *notices);

G_END_DECLS
