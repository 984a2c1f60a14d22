/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/standing.h"

G_BEGIN_DECLS

/* The ranking of @parent's members as a table for people, with its heading and notes. */
void dui_ranking_table_print (const DuiStanding *standing, const DuiPanel *panel, guint parent);

G_END_DECLS
