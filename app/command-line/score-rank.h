/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command-line/invocation.h"

G_BEGIN_DECLS

/* The ranking by score at the period of @self, which is open; as JSON or as a table. @bottom 0 takes the
 * book's rule. FALSE with DUI_USAGE_ERROR where no scheme holds. */
gboolean dui_score_rank_print (DuiInvocation *self, guint bottom, GError **error);

G_END_DECLS
