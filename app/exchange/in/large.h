/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for the big arrays of an import. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Asks for large pages under a new, untouched block of @size bytes from malloc: a million rows
 * would otherwise cost 40,000 page faults. Small blocks are left alone.
 */
void dui_large_prepare (gpointer block, gsize size);

G_END_DECLS
