/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the log knows of one figure. */
#pragma once

#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* An array of DuiFigureChange* that frees them, newest first; the last one is how the figure came
 * into the book. Empty for a figure that was never written. */
GPtrArray *dui_history_read (DuiConnection *connection, gint64 place, gint64 indicator,
                             DuiPeriod period, GError **error);

G_END_DECLS
