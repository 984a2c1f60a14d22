/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring schemes in the book (PRACTICE R16). */
#pragma once

#include "model/catalog.h"
#include "model/scheme.h"
#include "store/connection.h"
#include "store/records.h"

G_BEGIN_DECLS

/* All of them, by their first period: an array of DuiScheme* that frees them. */
GPtrArray *dui_schemes_list (DuiConnection *connection, GError **error);

/* Writes all of @scheme in place of the one of that name, as one command with a reason; what is as it
 * was is not written again. DUI_STORE_ERROR_REFUSED, without a change, for a missing reason, weights
 * that do not sum to 100, an indicator that its rule can't judge, or a second scheme from the same
 * period. */
gboolean dui_schemes_set (DuiConnection *connection, DuiCatalog *catalog, const DuiScheme *scheme,
                          const DuiOccasion *occasion, GError **error);

G_END_DECLS
