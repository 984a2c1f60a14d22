/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what was said of each row when its file was read is still true of the book, which may
 * have changed since. */
#pragma once

#include "store/import-entries.h"

G_BEGIN_DECLS

/* Places and indicators; DUI_STORE_ERROR_STALE for one that is gone. */
gboolean dui_import_check_references (DuiImport *self, GError **error);

/* New, changed or the same; DUI_STORE_ERROR_STALE for a row of which it is not true any more,
 * DUI_STORE_ERROR_REFUSED for one that would replace a higher status. The entries must be in order.
 */
gboolean dui_import_check_verdicts (DuiImport *self, GError **error);

G_END_DECLS
