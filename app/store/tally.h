/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many figures the book has of each indicator and period, and what their checksums come to: written
 * with them, counted again by whoever reads them. A checksum tells of a figure that changed; a tally
 * tells of one that is gone, or that came with a page of another time or another book. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 n;
  gint64 sum;
} DuiTally;

/* So many bits of every checksum that a million of them fit a sum. */
#define DUI_TALLY_MASK G_GINT64_CONSTANT (8796093022207)

static inline void
dui_tally_count (DuiTally *self, gint64 checksum)
{
  self->n++;
  self->sum += checksum & DUI_TALLY_MASK;
}

/* @more figures are new in the period. */
gboolean dui_tally_add (DuiConnection *connection, gint64 indicator, gint64 period,
                        const DuiTally *more, const char *action, GError **error);

/* After figures of the period were changed or removed. */
gboolean dui_tally_renew (DuiConnection *connection, gint64 indicator, gint64 period,
                          const char *action, GError **error);

/* Whether @found, of the periods from @first on, are all figures that the book had of @indicator;
 * @wrong receives a period of which that is not so, or 0. */
gboolean dui_tally_compare (DuiConnection *connection, gint64 indicator, const DuiTally *found,
                            gint64 first, guint n_periods, gint64 *wrong, const char *action,
                            GError **error);

G_END_DECLS
