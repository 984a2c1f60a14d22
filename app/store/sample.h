/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample county: its history of commands (resources/sample/README.md) into a new book. */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Into the empty book that @connection builds; with fixed times and uuid, so that every sample book
 * is the same. */
gboolean dui_sample_fill (DuiConnection *connection, GError **error);

G_END_DECLS
