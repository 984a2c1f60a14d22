/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of all rankings say alike. */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

/* "↑3", "—" for no change, empty without a previous rank. The caller frees it. */
char *dui_ranking_words_change (guint previous_rank, int change);
/* The same for the previous rank itself. */
char *dui_ranking_words_previous (guint previous_rank);

/* "bottom three tied", as far as it is so. @size: of the bottom set. The caller frees it. */
GString *dui_ranking_words_note (gboolean bottom, guint size, gboolean tied);

/* Prints why the bottom set is not as large as usual, where it isn't. */
void dui_ranking_words_print_bottom (DuiBottomState state, guint size);

G_END_DECLS
