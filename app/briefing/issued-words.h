/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bulletin froze of a place, in words: its table, and what is not as it was issued. Numbers are
 * those of the rows; nothing is computed. */
#pragma once

#include "model/bulletin.h"
#include "model/indicator.h"

G_BEGIN_DECLS

/* In the indicator's measure without it, exact: "1547400"; "—" when missing. The caller frees it, as the
 * others. */
char *dui_issued_words_amount (DuiIndicator *indicator, DuiAmount amount);
/* "7.70%", of the rank by growth, or as reported where there is none. */
char *dui_issued_words_growth (const DuiIssuedRow *row);
/* "12", "—" */
char *dui_issued_words_rank (const DuiIssuedRow *row, DuiIssuedBy by);

typedef struct
{
  const char *what; /* translated: "completed" */
  char *issued;
  char *now;
} DuiIssuedPart;

/* The parts that read otherwise now, @issued NULL for a place that was not in the bulletin, @with_ranks
 * unless it ranked nobody: an array of DuiIssuedPart* that frees them. */
GPtrArray *dui_issued_words_compare (DuiIndicator *indicator, const DuiIssuedRow *issued,
                                     const DuiIssuedRow *now, gboolean with_ranks);

G_END_DECLS
