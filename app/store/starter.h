/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new book holds before its first figure. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* The place @code of the built-in code table with its children and siblings, and the ten indicators
 * every office has, into the empty book that @connection builds. @uuid NULL makes a random one.
 * DUI_STORE_ERROR_REFUSED for an unknown code or a place without children. */
gboolean dui_starter_fill (DuiConnection *connection, const char *code, const char *uuid,
                           gboolean sample, GError **error);

G_END_DECLS
