/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes below the ranking table: what its numbers mean and what they are not. */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

/* An array of char*; @growth is the second ranking of the table, or NULL. */
GPtrArray *dui_standing_notes_new (const DuiPanel *panel,
                                   guint parent,
                                   const DuiStanding *primary,
                                   const DuiStanding *growth);

G_END_DECLS
