/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure in words, from its row in a book that may be damaged. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* "城关镇, 工业总产值, 2021-11"; numbers stand for what the book has no name for. The caller frees it. */
char *dui_figure_name (DuiConnection *connection, gint64 indicator, gint64 period, gint64 place,
                       const char *action);

G_END_DECLS
