/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as bulletins froze them. */
#pragma once

#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* An array of DuiIssuedFigure* that frees them, the newest bulletin first; empty for a figure that was
 * never issued. @place and @indicator are ids. */
GPtrArray *dui_issued_list (DuiConnection *connection, gint64 place, gint64 indicator,
                            DuiPeriod period, GError **error);

G_END_DECLS
