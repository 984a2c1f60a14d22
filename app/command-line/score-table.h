/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

G_BEGIN_DECLS

/* The ranking by score as a table for people, with what each place got of every part of @scheme. */
void dui_score_table_print (const DuiScore *score, const DuiScheme *scheme, DuiCatalog *catalog);

G_END_DECLS
